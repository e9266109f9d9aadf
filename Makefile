# Python 3.11 or newer and make are all this needs; everything else is set up in .venv by the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KILLS ?= 200
EXAMPLES ?= 500

.PHONY: help demo run test test-all test-postgres kills examples check lock clean

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is %d.%d" % sys.version_info[:2])'
	@echo "Setting up Python packages in $(VENV) (once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Setting up the test tools in $(VENV) (once) ..."
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.run ## set up and run everything on embedded defaults, with the 2024 campaign
	@exec $(BIN)/python -m jindianzi demo

run: $(VENV)/.run ## run with the settings of the environment (see docs/operations.md)
	@exec $(BIN)/python -m jindianzi run

test: $(VENV)/.dev ## set up and run the tests
	@$(BIN)/python -m pytest -n 2

test-postgres: $(VENV)/.dev ## the suites that use the database, on PostgreSQL and Redis from embedded wheels
	@JINDIANZI_TEST_DATABASE=postgresql JINDIANZI_TEST_POSITION=redis $(BIN)/python -m pytest -n 2 tests/backend tests/bot tests/citizen tests/house tests/property tests/similar tests/e2e/test_restart.py

kills: $(VENV)/.dev ## the full kill test: KILLS=200 kills at random instants
	@JINDIANZI_KILLS=$(KILLS) $(BIN)/python -m pytest -s tests/chaos

examples: $(VENV)/.dev ## EXAMPLES=500 conversations at random, what is said compared with what is stored
	@JINDIANZI_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -s tests/property

check: $(VENV)/.dev ## style, types, import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

lock: $(VENV)/.dev ## pin the dependencies of pyproject.toml again
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove what the targets made (the demo's state in .state too)
	rm -rf $(VENV) .state .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
