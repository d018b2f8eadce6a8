#!/usr/bin/env bash
# Builds what is named: site (dist/), file (dist/certloupe.html), package (pkg/), summary; all four without a name.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

target=wasm32-unknown-unknown
wasm=${CARGO_TARGET_DIR:-target}/$target/release

say() { printf 'certloupe: %s\n' "$*"; }

build_site() {
  say "building the page and its workers into dist/"
  trunk build --release
}

# The same modules as in dist/, with the glue that one file needs: classic scripts.
build_file() {
  say "building dist/certloupe.html"
  local glue=target/one-file
  for module in app look full deploy; do
    wasm-bindgen --target no-modules --no-typescript --out-dir "$glue" "$wasm/$module.wasm"
  done
  node scripts/one_file.mjs dist "$glue"
}

# The library as a cdylib, which it is only here: a crate type in Cargo.toml would make every other build link it too.
build_package() {
  say "building the JavaScript package into pkg/"
  cargo rustc --release --target $target --no-default-features --features package --lib --crate-type cdylib
  wasm-bindgen --target web --out-dir pkg "$wasm/certloupe.wasm"
  node scripts/package.mjs pkg
}

# The sizes of files as they are and as a server with brotli sends them, with their sum.
sizes() { # what file…
  local what=$1 raw packed
  shift
  raw_sum=0 packed_sum=0
  printf '\n%-36s %10s %10s\n' "$what" bytes brotli
  for file; do
    raw=$(wc -c <"$file") packed=$(brotli -q 11 -c "$file" | wc -c)
    raw_sum=$((raw_sum + raw)) packed_sum=$((packed_sum + packed))
    printf '%-36s %10d %10d\n' "${file#dist/}" "$raw" "$packed"
  done
}

# One line with what something weighs, and whether that is within a limit; a limit is in bytes as brotli packs them.
weigh() { # what limit|- file…
  local what=$1 limit=$2 raw_sum packed_sum verdict=""
  shift 2
  sizes "" "$@" >/dev/null
  [ "$limit" = - ] || verdict=$([ $packed_sum -le "$limit" ] && echo "ok, the limit is $limit" || echo "OVER the limit of $limit")
  printf '%-36s %10d %10d  %s\n' "$what" $raw_sum $packed_sum "$verdict"
}

# Who trusts whom, which the engine carries, and the certificates beside the page.
supply_summary() {
  printf '\n%-36s %10s %10s\n' "trust and supply" bytes brotli
  weigh "trust tables (in the engine)" 60000 data/trust/*.tsv
  weigh "index of the supply" 30000 dist/supply/index.bin
  weigh "largest shard" - "$(ls -S dist/supply/*-*.bin | head -1)"
  weigh "all shards, each by itself" - dist/supply/*-*.bin
}

# What the first verdict needs, in the language that takes more; what comes with the whole answer; and what comes when it is
# first used. (`make bench` counts what a browser really fetches.)
build_summary() {
  local limit=180000 raw_sum packed_sum
  local needed=(dist/index.html dist/boot.js dist/*-*.css dist/app-*.js dist/app-*.wasm dist/glance{.js,_bg.wasm} dist/words/first-zh.bin)
  local next=(dist/{worker,look}{.js,_bg.wasm} dist/look.css dist/words/rest-zh.bin)
  local later=(dist/{deploy,full}{.js,_bg.wasm})
  sizes "needed for the first verdict" "${needed[@]}"
  printf '%-36s %10d %10d  %s %d\n' sum $raw_sum $packed_sum \
    "$([ $packed_sum -le $limit ] && echo "ok, the limit is" || echo "OVER the limit of")" $limit
  sizes "loaded for the whole answer" "${next[@]}"
  sizes "loaded when first used" "${later[@]}"
  supply_summary
  echo
  for file in dist/certloupe.html pkg/certloupe_bg.wasm; do
    [ ! -e $file ] || printf '%-36s %10d %10d\n' $file "$(wc -c <$file)" "$(brotli -q 11 -c $file | wc -c)"
  done
  if command -v chromedriver >/dev/null; then
    say "measuring in Chromium"
    cargo test --quiet --test e2e -- --ignored --nocapture --test-threads 1 | grep ' ms' || say "the measurement failed"
  else
    say "time to the first verdict: not measured, for there is no chromedriver (make test installs it)"
  fi
}

for part in "${@:-site file package summary}"; do
  # shellcheck disable=SC2086 # the default is several words
  for name in $part; do "build_$name"; done
done
