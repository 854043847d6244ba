# make start: the hub with real data in the browser. make test: everything. Both install what they need.
# make bench: how fast, beside what this machine could do at most. make chaos: what breaks, for as long as you like.

export SAMENSPEL_DATA ?= data
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM
NPM := npm --prefix frontend
FRONTEND_SOURCES := $(shell find frontend/src frontend/*.html frontend/*.ts frontend/public -type f -not -path '*/gen/*' 2>/dev/null)

.PHONY: start test bench chaos test-rust test-frontend test-browser lint schema tools services chromium clean

start: frontend/dist/index.html
	cargo build --release
	target/release/samenspel serve --demo

test: tools frontend/node_modules/.stamp chromium services lint test-rust test-frontend test-browser

# Every file by name: `cargo fmt` passes over modules that a macro declares, and that is where commands are.
lint: frontend/dist/index.html
	git ls-files '*.rs' | xargs rustfmt --edition 2024 --check
	cargo clippy --workspace --all-targets --quiet -- --deny warnings
	$(NPM) run --silent lint
	$(NPM) run --silent typecheck

# On SQLite, and what needs a store once more on PostgreSQL and Redis; chaos/ takes both by itself. Tests wait for the
# disk more than they compute: twelve at a time take a fifth of the time that two do.
test-rust: export RUST_TEST_THREADS ?= 12
test-rust: frontend/dist/index.html services
	cargo test --workspace --quiet
	SAMENSPEL_TEST_STORE=postgres cargo test --workspace --quiet --test suite -- --skip chaos::

test-frontend: frontend/node_modules/.stamp
	$(NPM) run --silent test

# Real browsers against the real binary, with data of its own: the one the Rust tests built (a plain build would
# compile half the libraries once more, with other features).
test-browser: frontend/dist/index.html chromium
	cargo test --workspace --no-run --quiet
	$(NPM) run --silent test:browser

# Release build; figures beside their limits in target/bench.json. BENCH=fanout (latency, memory, board, mutations,
# nodes, resume, growth, session, texts, zoeken) measures one family. Five thousand screens twice, client and server,
# need the files for them.
bench: frontend/dist/index.html
	ulimit -n 20000 2>/dev/null || ulimit -n $$(ulimit -Hn); cargo bench --quiet --bench hub -- $(BENCH)

# Every fault alone, in its long form, and then whatever can happen together, plan after plan, for CHAOS_SECONDS from
# CHAOS_SEED on; what goes wrong names the seed that shows it again. A debug build: it checks every sum, its slowness
# widens the moments in which something can come between, and it is the one of `make test`.
CHAOS_SECONDS ?= 300
chaos: export CHAOS_SECONDS := $(CHAOS_SECONDS)
chaos: frontend/dist/index.html services
	cargo test --workspace --quiet --test suite -- chaos:: --include-ignored --nocapture --test-threads 1

# Writes the schema anew; a test fails when the committed one is stale.
schema:
	cargo run --quiet -- schema > schema/schema.graphql

frontend/node_modules/.stamp: frontend/package-lock.json
	npm ci --prefix frontend --no-audit --no-fund
	touch $@

frontend/dist/index.html: frontend/node_modules/.stamp schema/schema.graphql $(FRONTEND_SOURCES)
	$(NPM) run --silent build
	touch $@

tools:
	@command -v cargo >/dev/null || { echo "Rust ontbreekt: installeer het met rustup (rustup.rs)."; exit 1; }
	@command -v npm >/dev/null || { echo "Node.js ontbreekt: installeer Node.js 20.19 of nieuwer."; exit 1; }
	@cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
	@cargo clippy --version >/dev/null 2>&1 || rustup component add clippy

# The tests use the PostgreSQL and Redis on the standard ports when those answer, and start their own when they do not,
# or to break them.
services:
	@missing=; \
	command -v postgres >/dev/null || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing="postgresql"; \
	command -v redis-server >/dev/null || missing="$$missing redis-server"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq $$missing; \
	else echo "Voor de tests ontbreekt: $$missing. Installeer deze pakketten (zo heten ze in Debian, Ubuntu)."; exit 1; fi

chromium:
	@if [ -n "$(CHROMIUM)" ]; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq chromium; \
	else echo "Chromium ontbreekt: installeer het pakket 'chromium' (Debian, Ubuntu), of zet CHROMIUM op het pad."; exit 1; fi

clean:
	cargo clean
	rm -rf frontend/dist frontend/node_modules
