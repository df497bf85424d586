# Everything a fresh clone needs: python3 (3.11 to 3.13), pip (22.3 or newer), git and make.
#
#   make demo    sets up, forms the groups of the bundled example, writes the files and says where
#   make test    sets up what the tests need and runs them
#
# `make PYTHON=python3.12 …` chooses the interpreter, `make VENV=/some/place …` the place of the environment.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DEMO ?= examples/reseau-120
OUT ?= out/demo
HARDER := free-themes,quotas,not-alone,pairs,fixed,everything

# pip works from outside the environment, so no part of Python that a distribution may have split off is needed.
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check
LOCKED := install --quiet --require-hashes --only-binary :all:
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.PHONY: demo test setup check format docs bench bench-all notebooks lock clean

demo: $(VENV)/.run $(VENV)/.warm
	$(BIN)/maillage solve $(DEMO) -o $(OUT) --time-limit 60

test: $(VENV)/.dev $(VENV)/.warm
	$(BIN)/python -m pytest -q

setup: $(VENV)/.dev $(VENV)/.warm

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/catalogue.py --check

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.dev
	$(BIN)/python docs/catalogue.py

# About half an hour; the rows are kept in benchmarks/results. Needs the shared data folder beside the project.
bench: $(VENV)/.run $(VENV)/.warm
	$(BIN)/python -m benchmarks.measure --sizes 60,120,300,1000 --seeds 0-4
	$(BIN)/python -m benchmarks.measure --sizes 5000,20000 --seeds 0 --stop-gap 1
	$(BIN)/python -m benchmarks.real_tables

# Everything on docs/performance.md, some hours; for a quiet machine.
bench-all: $(VENV)/.run $(VENV)/.warm
	$(BIN)/python -m benchmarks.measure --sizes 60,120,300,1000,5000,20000 --seeds 0-4
	$(BIN)/python -m benchmarks.measure --sizes 100,200,500,2000,10000 --seeds 0
	$(BIN)/python -m benchmarks.measure --sizes 60,120,300,1000 --seeds 0 --variants $(HARDER)
	$(BIN)/python -m benchmarks.baselines --sizes 60,120,300,1000 --seeds 0 --seconds 30
	$(BIN)/python -m benchmarks.curves --sizes 300,5000
	$(BIN)/python -m benchmarks.real_tables
	$(BIN)/python -m benchmarks.report

notebooks: $(VENV)/.dev $(VENV)/.warm
	$(BIN)/python notebooks/run.py

# For maintainers: needs uv. Names no package host; `make lock UPGRADE=--upgrade` takes the newest versions.
lock:
	$(COMPILE) $(UPGRADE) pyproject.toml --group build -o requirements.txt
	$(COMPILE) $(UPGRADE) pyproject.toml --group build --group dev -c requirements.txt -o requirements-dev.txt

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; (3, 11) <= sys.version_info < (3, 14) or sys.exit("Maillage needs Python 3.11 to 3.13: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Setting up (once, about a minute)..."
	$(PIP) $(LOCKED) -r requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

# Compiled code is kept by the sources it comes from, so this runs again when they change.
$(VENV)/.warm: $(wildcard solver/swap/*.py) solver/warm.py | $(VENV)/.run
	@echo "Compiling the quick search (once, up to a minute)..."
	$(BIN)/python -m solver.warm
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(PIP) $(LOCKED) -r requirements-dev.txt
	@touch $@
