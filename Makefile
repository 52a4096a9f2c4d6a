# `make run` starts Clarion, `make test` passes the test suite: each sets up what it needs inside .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench figures lock clean

run: .venv/run
	@$(BIN)/clarion start

test: .venv/dev
	@$(BIN)/pytest --numprocesses auto --dist worksteal

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Measures Clarion beside the plainest loops, for about ten minutes, and writes build/bench.json.
bench: .venv/dev
	@$(BIN)/python -m tests.bench

# Measures what is published with each release, for about ten minutes, and writes docs/figures.md.
figures: .venv/figures
	@$(BIN)/python -m tests.figures

.venv/run: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Clarion needs Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.venv/figures: .venv/dev requirements-figures.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-figures.txt
	@touch $@

# Pins anew what pyproject.toml asks for; needs `uv`, and writes no address of an index.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet --group build
lock:
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) --group dev --group figures --constraint requirements-dev.txt --output-file requirements-figures.txt

clean:
	rm -rf build data/rehearsal mutants
