# Everything a developer or a checker runs. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CONSTRAINTS := .ci/constraints.txt
DATA ?= ../shared/data
SET ?= all
SEED ?= 1
PYTHONS ?= $(PYTHON)

.PHONY: help install demo test check format docs bench quality release clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

# A second run finds the stamp and touches no network.
$(STAMP): pyproject.toml $(CONSTRAINTS)
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "factcheck needs Python 3.11 or newer; set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check -q -c $(CONSTRAINTS) -e '.[dev]'
	$(BIN)/python -m compileall -q factcheck  # where PYTHONDONTWRITEBYTECODE is set, each start would compile it anew
	@touch $@

install: $(STAMP)  ## make .venv with the factcheck command in it

demo: $(STAMP)  ## run the worked example
	$(BIN)/factcheck demo
	@echo '(factcheck is $(BIN)/factcheck here; `. $(BIN)/activate` puts it on the PATH of this shell)'

# Where bytecode may not be written, each worker compiles every test itself.
test: $(STAMP)  ## run the tests; says what was NOT RUN and why
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto

check: $(STAMP)  ## format, lint, types, imports, tests: what a commit must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: $(STAMP)  ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(STAMP)  ## write anew what is made from the program: README, reference, screenshot, schema
	$(BIN)/python -m tests.reports.make_schema
	$(BIN)/python -m tests.tui.screenshot tests/tui/golden/workbench.svg 120 36
	$(BIN)/python -m tests.readme
	$(BIN)/python -m tests.reference

bench: $(STAMP)  ## measure the speed of this machine
	$(BIN)/python -m compileall -q factcheck
	$(BIN)/python -m tests.bench

quality: $(STAMP)  ## score extraction, matching and stance on DATA (SET, SEED): a table and quality.json
	$(BIN)/python -m tests.quality --data $(DATA) --set $(SET) --seed $(SEED)

release: $(STAMP)  ## build the wheel, and run the worked example from it on each of PYTHONS
	$(BIN)/python -m tests.release $(PYTHONS)

clean:  ## remove what was made here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache demo-workspace quality.json
