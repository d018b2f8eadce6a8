#!/usr/bin/env bash
# Builds the sites of tests/sites/ into target/sites/, each by its own generator and with the custom element of dist/embed/ in it.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

# Where each of them keeps files that it takes as they are.
declare -A takes=([plain]=. [trusted-types]=. [mdbook]=src [mkdocs]=docs [vitepress]=public [docusaurus]=static)

work=$PWD/target/sites-work out=$PWD/target/sites tools=${CERTLOUPE_TOOLS:-$HOME/.cache/certloupe}

make_plain() { cp -r . "$1"; }
make_trusted-types() { make_plain "$1"; }
make_mdbook() { mdbook build --dest-dir "$1" .; }
make_mkdocs() { PYTHONPATH=$tools/sites python3 -m mkdocs build --quiet --strict --site-dir "$1"; }
make_vitepress() { SITE_OUT=$1 SITE_CACHE=$work/cache node ../node_modules/vitepress/bin/vitepress.js build .; }
make_docusaurus() { DOCUSAURUS_IGNORE_SSG_WARNINGS=true node ../node_modules/@docusaurus/core/bin/docusaurus.mjs build --out-dir "$1"; }

[ -e dist/embed/certloupe.js ] || { echo "certloupe: no dist/embed/: scripts/build.sh embed" >&2; exit 1; }
rm -rf "$work" "$out"
mkdir -p "$work" "$out"
ln -s "$PWD/tests/sites/node_modules" "$work/node_modules"
# A certificate that stays what it is: expired.
pem=$(cat www/examples/expired.pem)
for site in "${!takes[@]}"; do
  printf 'certloupe: making the site %s\n' "$site"
  cp -r "tests/sites/$site" "$work/$site"
  for page in $(grep -rl @EXPIRED@ "$work/$site"); do
    text=$(cat "$page")
    printf '%s\n' "${text/@EXPIRED@/"$pem"}" >"$page"
  done
  mkdir -p "$work/$site/${takes[$site]}"
  cp -r dist/embed "$work/$site/${takes[$site]}/certloupe"
  (cd "$work/$site" && "make_$site" "$out/$site") >"$work/$site.log" 2>&1 || { cat "$work/$site.log"; exit 1; }
done
