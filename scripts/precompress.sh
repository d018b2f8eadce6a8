#!/usr/bin/env bash
# Writes beside each file of a built page what a server can send in its place: FILE.br and FILE.gz, where that is a tenth
# smaller. The last thing to do before an upload. Run again, it packs what has changed and takes away what is left over.
set -euo pipefail
folder=${1:?usage: scripts/precompress.sh DIR}
quality=${BROTLI_QUALITY:-11}

# A packed file has the time of the file it was made from, as servers and this script tell that it is up to date.
is_current() { [ -e "$1" ] && [ -e "$2" ] && [ ! "$1" -nt "$2" ] && [ ! "$1" -ot "$2" ]; }

pack() { # file packed command…
  local file=$1 packed=$2
  shift 2
  ! is_current "$file" "$packed" || return 0
  "$@" <"$file" >"$packed.new"
  if [ $(($(wc -c <"$packed.new") * 10)) -le $(($(wc -c <"$file") * 9)) ]; then
    touch -r "$file" "$packed.new"
    mv "$packed.new" "$packed"
  else
    rm -f "$packed.new" "$packed"
  fi
}

# Nothing else of a page packs, and less than a packet is sent no faster.
find "$folder" -type f -size +1023c \( -name '*.bin' -o -name '*.css' -o -name '*.html' -o -name '*.js' -o -name '*.json' \
  -o -name '*.mjs' -o -name '*.pem' -o -name '*.svg' -o -name '*.txt' -o -name '*.wasm' -o -name '*.webmanifest' \) -print0 |
  while IFS= read -r -d '' file; do
    pack "$file" "$file.br" brotli --quality="$quality" --stdout -
    pack "$file" "$file.gz" gzip -9 --no-name --stdout -
  done

# Whatever is not of the file beside it would be sent in its place all the same.
find "$folder" -type f \( -name '*.br' -o -name '*.gz' \) -print0 |
  while IFS= read -r -d '' packed; do
    is_current "${packed%.*}" "$packed" || rm -f "$packed"
  done
