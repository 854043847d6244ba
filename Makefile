# make start: the hub with real data in the browser. make test: everything. Both install what they need.
# make bench: how fast, beside what this machine could do at most.

export SAMENSPEL_DATA ?= data
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM
NPM := npm --prefix frontend
FRONTEND_SOURCES := $(shell find frontend/src frontend/*.html frontend/*.ts frontend/public -type f -not -path '*/gen/*' 2>/dev/null)

.PHONY: start test bench test-rust test-frontend test-browser lint schema tools chromium clean

start: frontend/dist/index.html
	cargo build --release
	target/release/samenspel serve --demo

test: tools frontend/node_modules/.stamp chromium lint test-rust test-frontend test-browser

lint: frontend/dist/index.html
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- --deny warnings
	$(NPM) run --silent lint
	$(NPM) run --silent typecheck

test-rust: frontend/dist/index.html
	cargo test --workspace --quiet

test-frontend: frontend/node_modules/.stamp
	$(NPM) run --silent test

# Real browsers against the real binary, with data of its own: the one the Rust tests built (a plain build would
# compile half the libraries once more, with other features).
test-browser: frontend/dist/index.html chromium
	cargo test --workspace --no-run --quiet
	$(NPM) run --silent test:browser

# Release build; figures beside their limits in target/bench.json. BENCH=fanout (latency, memory, board, mutations,
# resume, growth) measures one family. Five thousand screens twice, client and server, need the files for them.
bench: frontend/dist/index.html
	ulimit -n 20000 2>/dev/null || ulimit -n $$(ulimit -Hn); cargo bench --quiet --bench hub -- $(BENCH)

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

chromium:
	@if [ -n "$(CHROMIUM)" ]; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq chromium; \
	else echo "Chromium ontbreekt: installeer het pakket 'chromium' (Debian, Ubuntu), of zet CHROMIUM op het pad."; exit 1; fi

clean:
	cargo clean
	rm -rf frontend/dist frontend/node_modules
