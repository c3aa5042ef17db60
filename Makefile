# `make run` shows Countersign on a real year of money; `make test` proves it. Each target first lets
# .ci/need find or install what it needs, and nothing else.

SHELL := /bin/bash
# Where `run` keeps its demonstration ledger, and where it listens.
DATA ?= .demo
LISTEN ?= 127.0.0.1:3000

COUNTERSIGN := target/release/countersign

.PHONY: run test bench lint build pure

# The demonstration is made in a folder of another name first: one that was interrupted is not served.
run: build
	@if [ ! -e "$(DATA)" ]; then \
		rm -rf "$(DATA).part" && \
		$(COUNTERSIGN) demo --data "$(DATA).part" --moved-to "$(DATA)" && \
		mv "$(DATA).part" "$(DATA)"; \
	fi
	exec $(COUNTERSIGN) serve --data "$(DATA)" --listen "$(LISTEN)"

# The stories are told to a server that reads the front from its folder, so it is made before them.
test:
	@.ci/need build postgres hledger token bundle browser outsiders
	cargo test --workspace --locked
	.ci/pure
	cargo build --workspace --bins --locked
	target/debug/bundle
	node end2end/run.mjs

bench: build
	.ci/bench

# Advisories are left out: their database is fetched from outside at every run, so the same commit
# would pass one day and fail the next. Whoever releases runs `cargo deny check advisories` by hand.
lint:
	@.ci/need lint
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo deny --locked check bans licenses sources
	shellcheck .ci/* docs/verifying/*.sh

# The release has the front in it. `bundle` is built for development: it runs for seconds and is compiled faster.
build:
	@.ci/need build bundle
	cargo run --locked --package bundle
	cargo build --release --locked --package server
