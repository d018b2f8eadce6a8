#!/usr/bin/env bash
# Puts the supply of public CA certificates into a folder. It is made once and kept in target/supply, until what it is
# made with changes; `make data` makes it anew.
set -euo pipefail
cd "$(dirname "$0")/.."
made=target/supply
unset RUSTC_BOOTSTRAP # scripts/build.sh sets it for the modules alone

is_older() { find data/trust data/remake src/engine/supply.rs -type f -newer $made/index.bin | grep -q .; }

if [ ! -e $made/index.bin ] || is_older; then
  printf 'certloupe: packing the supply of CA certificates in %s\n' $made
  cargo run --quiet --example data -- supply $made
fi
mkdir -p "$1"
cp $made/*.bin "$1"
