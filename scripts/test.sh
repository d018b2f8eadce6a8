#!/usr/bin/env bash
# Runs every test and ends with a count; the exit status tells.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:/usr/sbin:$PATH"
export CHROMEDRIVER=${CHROMEDRIVER:-chromedriver} WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/webdriver.json

logs=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$logs"' EXIT
broken=()
declare -A started

tell() { # what seconds status
  local verdict=ok
  [ "$3" = 0 ] || { verdict=FAILED && broken+=("$1"); }
  printf '== %s: %s, %d s\n' "$1" "$verdict" "$2"
}

step() { # what command…
  local what=$1 since=$SECONDS status
  shift
  printf '\n== %s\n' "$what"
  "$@" 2>&1 | tee "$logs/$what"
  status=${PIPESTATUS[0]}
  tell "$what" $((SECONDS - since)) "$status"
}

# What leaves a processor idle is begun beside other steps, and told of where its outcome is needed.
beside() { # what command…
  local what=$1
  shift
  {
    SECONDS=0
    "$@" >"$logs/$what" 2>&1
    echo "$? $SECONDS" >"$logs/$what.end"
  } &
  started[$what]=$!
}

outcome() { # what
  local status seconds
  wait "${started[$1]}"
  read -r status seconds <"$logs/$1.end" || status=1 seconds=0
  printf '\n== %s\n' "$1"
  cat "$logs/$1"
  tell "$1" "$seconds" "$status"
}

# What a browser links: no test code, the target it runs on.
wasm_lints() {
  local lint="cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features"
  $lint --features page --lib --bin app -- -D warnings &&
    $lint --features look --lib --bin look -- -D warnings &&
    $lint --features glance-module --lib --bin glance -- -D warnings &&
    $lint --features worker --lib --bin worker -- -D warnings &&
    $lint --features full-worker --lib --bin full -- -D warnings &&
    $lint --features deployer --lib --bin deploy -- -D warnings &&
    $lint --features element --lib -- -D warnings &&
    $lint --features package --lib --test wasm -- -D warnings
}

# Packed, installed and used as people do.
package() {
  scripts/build.sh package && node tests/package/run.mjs
}

step "format" cargo fmt --check
beside "page, and what is made of it" scripts/build.sh site file embed
step "lints" cargo clippy --quiet --all-targets -- -D warnings
# Not among all targets, which are those of a plain `cargo test`.
step "lints of the tests with servers and browsers" cargo clippy --quiet --test servers --test e2e -- -D warnings
step "lints of the wasm modules" wasm_lints
step "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
step "what tests are made of" cargo test --quiet --no-run --lib --examples --tests --test servers
# They wait more than they work: more of them at once than there are processors.
beside "live servers" env RUST_TEST_THREADS=$((2 * $(nproc))) cargo test --test servers
step "engine, cases" cargo test --no-fail-fast
step "the engine of the first verdict" cargo test --no-default-features --features engine --lib
step "the glance before it" cargo test --no-default-features --features glance --lib
step "page state" cargo test --no-default-features --features page --lib
step "what stands behind the tabs" cargo test --no-default-features --features look --lib
outcome "live servers"
outcome "page, and what is made of it"
step "what the page weighs" scripts/build.sh limits
step "sites with the element in them" scripts/sites.sh
step "the package" package
# Beside the page, which Trunk would clear away.
step "documentation site" scripts/docs.sh
# The browsers come last: they need the page, and nothing else of the machine.
step "wasm in a browser" cargo test --target wasm32-unknown-unknown --no-default-features --features package --test wasm
step "three browsers" cargo test --test e2e

cat "$logs"/* | awk '/^test result:/ { passed += $4; failed += $6 } END { printf "\n%d passed, %d failed\n", passed, failed }'
if [ ${#broken[@]} -gt 0 ]; then
  printf 'failed: %s\n' "${broken[@]}"
  exit 1
fi
