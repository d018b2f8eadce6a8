#!/usr/bin/env bash
# Builds the documentation in both languages into dist/docs/ and checks it: every link inside leads somewhere, and no page
# asks another host for anything.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

out=dist/docs
scripts/setup.sh docs
rm -rf "$out"
mkdir -p "$out"
for lang in en zh; do
  printf 'certloupe: building %s/%s/\n' "$out" "$lang"
  MDBOOK_LOG=warn mdbook build --dest-dir "$PWD/$out/$lang" "docs/book/$lang"
done
cp docs/book/index.html docs/book/docs.css "$out"
# mdBook tells its theme the name of a page's source only.
find "$out" -name '*.html' -exec sed -i 's|\(class="counterpart" href="[^"]*\)\.md"|\1.html"|' {} +
python3 scripts/links.py --self-check
python3 scripts/links.py dist docs
