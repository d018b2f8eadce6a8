#!/usr/bin/env bash
# Prints the policies of a built page as a server sends them: what each page says of itself, and who may show it in a frame:
# its own site, and the origins that are named. For the recipes in hosting/, and anew for every build, since the policy
# names by its hash the one script that stands in the page.
set -euo pipefail
usage='usage: scripts/policy.sh nginx|caddy DIR [ORIGIN…]'
server=${1:?$usage} folder=${2:?$usage}
folder=${folder%/}
shift 2
ancestors="frame-ancestors 'self'${*:+ $*}"

policy() { # page
  local said
  said=$(sed -n 's/.*http-equiv="Content-Security-Policy" content="\([^"]*\)".*/\1; /p' "$1")
  printf '"%s%s"' "$said" "$ancestors"
}

case $server in
  nginx) head="map \$uri \$certloupe_policy {" end=';' ;;
  caddy) head='map {path} {certloupe_policy} {' end='' ;;
  *) echo "$usage" >&2 && exit 2 ;;
esac
[ -e "$folder/index.html" ] || { echo "no $folder/index.html" >&2 && exit 1; }

# Whatever is no page has the policy of the first one: so have workers that come from a file.
printf '%s\n    default %s%s\n' "$head" "$(policy "$folder/index.html")" "$end"
# By the ends of their paths, since the folder may stand below any: the longest first.
find "$folder" -mindepth 1 -name '*.html' ! -path "$folder/index.html" | awk '{ print length, $0 }' | sort -k1,1nr -k2 |
  while read -r _ page; do
    path=${page#"$folder"} path=${path//./\\.}
    printf '    "~%s$" %s%s\n' "${path/%\/index\\.html//(index\\.html)?}" "$(policy "$page")" "$end"
  done
printf '}\n'
