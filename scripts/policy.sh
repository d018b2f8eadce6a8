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
  said=$(sed -n 's/.*<meta http-equiv="Content-Security-Policy" content="\([^"]*\)".*/\1; /p' "$1")
  printf '"%s%s"' "$said" "$ancestors"
}

case $server in
  nginx) head="map \$uri \$certloupe_policy {" end=';' ;;
  caddy) head='map {path} {certloupe_policy} {' end='' ;;
  *) echo "$usage" >&2 && exit 2 ;;
esac
[ -e "$folder/index.html" ] || { echo "no $folder/index.html" >&2 && exit 1; }

# Whatever is no page has the policy of the first one: so have workers that come from a file. By the ends of their paths, for
# the folder may stand below any path, and the longest first; a folder whose pages all say the same has one line.
printf '%s\n    default %s%s\n' "$head" "$(policy "$folder/index.html")" "$end"
find "$folder" -mindepth 1 -name '*.html' ! -path "$folder/index.html" | sort |
  while read -r page; do printf '%s\t%s\n' "${page#"$folder"}" "$(policy "$page")"; done |
  awk -F '\t' -v end="$end" '
    { path[NR] = $1; policy[NR] = $2; top[NR] = $1; sub("/[^/]*$", "", top[NR]); sub("^/", "", top[NR]); sub("/.*", "", top[NR]) }
    !(top[NR] in common) { common[top[NR]] = $2 }
    common[top[NR]] != $2 { common[top[NR]] = "" }
    END {
      for (i = 1; i <= NR; i++) {
        if (top[i] != "" && common[top[i]] != "") {
          if (top[i] in told) continue
          told[top[i]] = 1
          pattern = "/" top[i] "/(.*/)?([^/]+\\.html)?"
        } else {
          pattern = path[i]
          is_index = sub("/index[.]html$", "/", pattern)
          gsub("[.]", "\\.", pattern)
          if (is_index) pattern = pattern "(index\\.html)?"
        }
        printf "%d\t    \"~%s$\" %s%s\n", length(path[i]), pattern, policy[i], end
      }
    }' | sort -k1,1nr -k2 | cut -f2-
printf '}\n'
