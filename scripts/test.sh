#!/usr/bin/env bash
# Runs every test and ends with a count; the exit status tells.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:/usr/sbin:$PATH"
export CHROMEDRIVER=${CHROMEDRIVER:-chromedriver} WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/webdriver.json

log=$(mktemp)
trap 'rm -f "$log"' EXIT
broken=()

step() { # what command…
  local what=$1 started=$SECONDS
  shift
  printf '\n== %s\n' "$what"
  if "$@" 2>&1 | tee -a "$log"; then
    printf '== %s: ok, %d s\n' "$what" $((SECONDS - started))
  else
    printf '== %s: FAILED, %d s\n' "$what" $((SECONDS - started))
    broken+=("$what")
  fi
}

# What a browser links: no test code, the target it runs on.
wasm_lints() {
  local lint="cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features"
  $lint --features page --lib --bin app -- -D warnings &&
    $lint --features worker --lib --bin worker -- -D warnings &&
    $lint --features full-worker --lib --bin full -- -D warnings &&
    $lint --features deployer --lib --bin deploy -- -D warnings &&
    $lint --features package --lib --test wasm -- -D warnings
}

step "format" cargo fmt --check
step "lints" cargo clippy --quiet --all-targets -- -D warnings
# Not among all targets, which are those of a plain `cargo test`.
step "lints of the browser tests" cargo clippy --quiet --test e2e -- -D warnings
step "lints of the wasm modules" wasm_lints
step "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
step "page, and the page in one file" scripts/build.sh site file
# Live servers wait more than they work: more of them at once than there are processors.
step "engine, cases, live servers" env RUST_TEST_THREADS=$((2 * $(nproc))) cargo test --no-fail-fast
step "the engine of the first verdict" cargo test --no-default-features --features engine --lib
step "page state" cargo test --no-default-features --features page --lib
# The browsers come last: they need the page, and nothing else of the machine.
step "wasm in a browser" cargo test --target wasm32-unknown-unknown --no-default-features --features package --test wasm
step "three browsers" cargo test --test e2e

awk '/^test result:/ { passed += $4; failed += $6 } END { printf "\n%d passed, %d failed\n", passed, failed }' "$log"
if [ ${#broken[@]} -gt 0 ]; then
  printf 'failed: %s\n' "${broken[@]}"
  exit 1
fi
