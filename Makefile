# The commands of the house. Each installs what is missing, and says so before it does.

# What the set-up installs may not be on the path yet.
export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

.PHONY: run test build bench data docs setup-page setup-test

# Builds the page and serves it at http://127.0.0.1:8080.
run: setup-page
	@echo "certloupe: building; then it is at http://127.0.0.1:8080 (Ctrl-C stops it)"
	@scripts/build.sh serve

# Every test, ending with a count.
test: setup-test
	@scripts/test.sh

# dist/ (static site), dist/certloupe.html (one file), dist/embed/ (custom element), pkg/ (JavaScript package), with their sizes.
build: setup-page
	@scripts/build.sh

# Sizes and speeds beside their budgets, page and engine beside the JavaScript peers; bench/README.md says what each is.
bench: setup-test
	@scripts/setup.sh bench
	@scripts/build.sh
	@node bench/run.mjs

# Remakes data/trust/, compares it with what registries ship, and packs the supply of certificates in target/supply.
data:
	@scripts/data.sh

# The documentation in English and Chinese: dist/docs/, with every link checked.
docs:
	@scripts/docs.sh

setup-page:
	@scripts/setup.sh page

setup-test:
	@scripts/setup.sh page browsers servers counterparts package_tests sites
