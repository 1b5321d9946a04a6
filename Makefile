# Two commands for a fresh machine: `make demo` and `make test`. Needs git, make and Python 3.11 or newer with venv.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8844
# Nothing but these two: many systems set a variable of this name, in words of their own such as en_GB:en.
SPOKEN = $(addprefix --language ,$(filter zh en,$(LANGUAGE)))

KILLS ?= 200
MINUTES ?= 60

.PHONY: help install demo play test look soak coverage check audit format lock clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    the demo district in your browser (PORT=$(PORT); HOST=0.0.0.0 to look from another machine)"
	@echo "make play    the same stories printed as a chat, for a machine without a browser (LANGUAGE=en)"
	@echo "make test    every test that needs nothing but this folder"
	@echo "make look    the page in a browser (Chromium), the operating pages word by word, days and storms simulated"
	@echo "make coverage all of both, and what of the core no test has run"
	@echo "make soak    kill -9 $(KILLS) times (KILLS=20), then $(MINUTES) minutes of gales (MINUTES=10)"
	@echo "make install for running it live; then .venv/bin/little-bench --help"
	@echo "make check   lint, format, types and import contracts"
	@echo "make audit   the locked dependencies against the known vulnerabilities"

.venv/run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12 demo"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/dev: .venv/run requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

install: .venv/run

demo: .venv/run
	$(BIN)/little-bench demo --port $(PORT) $(if $(HOST),--host $(HOST)) $(SPOKEN)

play: .venv/run
	$(BIN)/little-bench demo --play $(SPOKEN)

test: .venv/dev
	$(BIN)/python -m tests

look: .venv/dev
	$(BIN)/python -m tests look

# What the tests run of the core within their own processes; the programs they start are not counted.
coverage: .venv/dev
	$(BIN)/python -m tests --coverage
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# What `make test` does for a minute, for as long as a night allows; its last line is what docs/reliability.md holds.
soak: .venv/dev
	KILLS=$(KILLS) $(BIN)/python -m pytest --quiet --capture=no tests/bot/test_killing.py
	$(BIN)/python -m tests.gales --first $$(date +%Y%m%d%H)000 --minutes $(MINUTES)

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Asks the public list of vulnerabilities about every locked dependency; needs the network.
audit: .venv/dev
	$(BIN)/pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements.lock

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# After a change of the dependencies in pyproject.toml.
lock: .venv/dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-dev.lock

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache
