#!/usr/bin/env bash
# Remakes the facts in data/trust/, compares them with what registries ship, and packs the supply in target/supply. Each
# step is built with what the one before wrote. The exit status tells whether everything is explained.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

say() { printf '\ncertloupe: %s\n' "$*"; }
data() { cargo run --quiet --example data -- "$@"; }

scripts/setup.sh data || say "going on without: what can not be asked is not checked"
broken=0
say "the tables"
data tables || exit 1
say "the tables compared with what registries ship"
data check || broken=1
say "the supply of certificates"
data supply target/supply || broken=1
exit $broken
