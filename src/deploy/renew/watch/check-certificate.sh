#!/bin/sh
# Asks servers for their certificates as a phone does, without fetching what they leave out.
#
# usage: check-certificate.sh [-d DAYS] [-p PORT] [-c CAFILE] HOST...
# exit:  0 fine, 1 fewer than DAYS days left, 2 expired, 3 chain not complete or not trusted, 4 wrong name,
#        5 no answer; of several hosts the worst
set -u

days=14
port=443
cafile=
while getopts d:p:c: option; do
  case $option in
    d) days=$OPTARG ;;
    p) port=$OPTARG ;;
    c) cafile=$OPTARG ;;
    *) exit 5 ;;
  esac
done
shift $((OPTIND - 1))
case $days$port in
  *[!0-9]* | '') echo "DAYS and PORT are numbers" >&2; exit 5 ;;
esac
[ $# -gt 0 ] || { echo "usage: $0 [-d DAYS] [-p PORT] [-c CAFILE] HOST..." >&2; exit 5; }

command -v openssl >/dev/null 2>&1 || { echo "openssl is missing: install it first" >&2; exit 5; }
openssl s_client -help 2>&1 | grep -q -e -verify_hostname ||
  { echo "this openssl does not know -verify_hostname: install OpenSSL 1.1.1 or later" >&2; exit 5; }

work=$(mktemp -d) || exit 5
trap 'rm -rf "$work"' EXIT

# Talks to $1; what was said goes to $work/said, what is wrong with the chain to $work/errors.
connect() {
  case $1 in
    *:*) set -- -connect "[$1]:$port" -noservername -verify_ip "$1" ;;
    *[!0-9.]*) set -- -connect "$1:$port" -servername "$1" -verify_hostname "$1" ;;
    *) set -- -connect "$1:$port" -noservername -verify_ip "$1" ;;
  esac
  [ -z "$cafile" ] || set -- "$@" -CAfile "$cafile"
  limit=
  command -v timeout >/dev/null 2>&1 && limit='timeout 30'
  $limit openssl s_client "$@" -showcerts </dev/null >"$work/said" 2>"$work/errors"
}

# Says what is to be said of $1, and returns its status.
look() {
  rm -f "$work"/*.pem
  connect "$1"
  awk -v folder="$work" '
    /^-----BEGIN CERTIFICATE-----/ { file = folder "/" ++count ".pem" }
    file { print > file }
    /^-----END CERTIFICATE-----/ { close(file); file = "" }
  ' "$work/said"
  [ -f "$work/1.pem" ] || { echo "$1: no answer with a certificate on port $port"; return 5; }
  verdict=$(sed -n 's/^ *Verify return code: //p' "$work/said" | tail -n 1)
  status=0
  first=
  stray=
  # What has expired counts where it is used: the server's own, or what the verification came across.
  expired=$(grep -c 'verify error:num=10:' "$work/errors")
  for file in "$work"/*.pem; do
    if ! openssl x509 -noout -checkend 0 -in "$file" >/dev/null; then
      if [ "$file" != "$work/1.pem" ] && [ "$expired" -eq 0 ]; then
        stray=' (an expired certificate is sent, too, and not used: leave it out)'
        continue
      fi
      status=2
      first=$file
      break
    elif [ $status -eq 0 ] && ! openssl x509 -noout -checkend $((days * 86400)) -in "$file" >/dev/null; then
      status=1
      first=$file
    fi
  done
  end=$(openssl x509 -noout -enddate -in "${first:-$work/1.pem}" | cut -d= -f2)
  case $status/$verdict in
    2/*) echo "$1: expired on $end"; return 2 ;;
    */62*|*/64*) echo "$1: wrong name: $verdict"; return 4 ;;
    */0\ *) ;;
    *) echo "$1: chain: ${verdict:-not verified}"; return 3 ;;
  esac
  if [ $status -eq 1 ]; then
    echo "$1: fewer than $days days left, until $end$stray"
    return 1
  fi
  echo "$1: fine until $end$stray"
}

worst=0
for host; do
  said=$(look "$host")
  result=$?
  if [ $result -eq 0 ]; then echo "$said"; else echo "$said" >&2; fi
  [ $result -le $worst ] || worst=$result
done
exit $worst
