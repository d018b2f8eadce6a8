#!/usr/bin/env bash
# Builds what is named: site (dist/), file (dist/certloupe.html), embed (dist/embed/), package (pkg/), and tells their sizes:
# summary; all of them without a name. `limits` fails where the site is too heavy; `serve` builds the site and serves it.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

target=wasm32-unknown-unknown
modules=${CARGO_TARGET_DIR:-target}/$target
# What the first verdict may need, and the first screen with it, in bytes as brotli packs them. (The verdict: no more than
# what it is measured against needs for one certificate, `make bench`.)
limit=82000 screen_limit=190000

# The modules bring a standard library of their own, made for size and without the words of panics: a panic is a trap,
# which the page hears of all the same. As brotli packs them, that is 14 of 125 kB of the page's module and 3 of 55 kB of
# the glance. Cargo keeps this behind a switch for its own bootstrap, so that another compiler may want other words here;
# rust-toolchain.toml names the one that has been tried. A plain `trunk build --release` makes the same page, but heavier.
# What runs on this machine, in Trunk's hooks, goes without.
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# Beside those of .cargo/config.toml.
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none"
# The same sources make the same bytes in whatever folder they stand: the compiler orders functions by the paths of files.
for path in "$PWD=/certloupe" "${CARGO_HOME:-$HOME/.cargo}=/cargo" "$(rustc --print sysroot)=/rust"; do
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" --remap-path-prefix=$path"
done
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS

say() { printf 'certloupe: %s\n' "$*"; }

build_site() {
  say "building the page and its workers into dist/"
  trunk build --release
}

build_limits() {
  local raw_sum packed_sum needed screen
  list_needed
  weigh "needed for the first verdict" $limit "${needed[@]}"
  [ $packed_sum -le $limit ]
  weigh "needed for the first screen" $screen_limit "${needed[@]}" "${screen[@]}"
  [ $packed_sum -le $screen_limit ]
}

build_serve() {
  trunk serve --release --address 127.0.0.1 --port 8080 --no-autoreload=true
}

# What the first verdict needs, in the language that takes more, with the glue of the page, which index.html loads ahead for its
# seal; and what draws everything around it.
list_needed() {
  needed=(dist/index.html dist/boot.js dist/*-*.css dist/glance{.js,_bg.wasm} dist/words/first-zh.bin dist/app-*.js)
  screen=(dist/app-*.wasm)
}

# The same modules as in dist/, with the glue that one file needs: classic scripts.
build_file() {
  say "building dist/certloupe.html"
  local glue=target/one-file
  for module in app look full deploy; do
    wasm-bindgen --target no-modules --no-typescript --out-dir "$glue" "$modules/release/$module.wasm"
  done
  node scripts/one_file.mjs dist "$glue"
}

# The library as a cdylib, which it is only here: a crate type in Cargo.toml would make every other build link it too.
library() { # profile feature option…
  local profile=$1 feature=$2
  shift 2
  cargo rustc --profile "$profile" --target $target --no-default-features --features "$feature" --lib --crate-type cdylib
  wasm-bindgen --target web "$@" "$modules/$profile/certloupe.wasm"
}

build_package() {
  say "building the JavaScript package into pkg/"
  local glue=target/package
  library library package --out-dir "$glue" --out-name glue --omit-default-module-path --experimental-reset-state-function
  node scripts/package.mjs "$glue"
}

# The small engine, and for what that can not read the package's.
build_embed() {
  say "building the custom element into dist/embed/"
  mkdir -p dist/embed
  local so="--no-typescript --experimental-reset-state-function --out-dir dist/embed"
  # shellcheck disable=SC2086 # several words
  library release element $so --out-name engine
  # shellcheck disable=SC2086
  library library package $so --out-name full
  node scripts/embed.mjs www/embed dist/embed
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
  local what=$1 limit=$2 verdict=""
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

# What the first verdict needs; what comes with the whole answer; and what comes when it is first used.
# (`make bench` counts what a browser really fetches.)
build_summary() {
  local raw_sum packed_sum
  local next=(dist/{worker,look}{.js,_bg.wasm} dist/look.css dist/words/rest-zh.bin)
  local later=(dist/{deploy,full}{.js,_bg.wasm})
  list_needed
  sizes "needed for the first verdict" "${needed[@]}"
  printf '%-36s %10d %10d  %s %d\n' sum $raw_sum $packed_sum \
    "$([ $packed_sum -le $limit ] && echo "ok, the limit is" || echo "OVER the limit of")" $limit
  sizes "loaded for the first screen" "${screen[@]}"
  sizes "loaded for the whole answer" "${next[@]}"
  sizes "loaded when first used" "${later[@]}"
  sizes "an element or code blocks" dist/embed/certloupe{,-docs}.js
  sizes "loaded when in sight" dist/embed/{element,blocks,ask,answer,source,view,sheet,words,worker,engine}.js dist/embed/engine_bg.wasm
  sizes "loaded for containers and rare keys" dist/embed/full{.js,_bg.wasm}
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

for part in "${@:-site file embed package summary}"; do
  # shellcheck disable=SC2086 # the default is several words
  for name in $part; do "build_$name"; done
done
