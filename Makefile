# make try    play a practice session in the terminal: no account, no network once it is set up
# make test   every check that main has to pass
# make run    the Discord bot; needs DISCORD_TOKEN in the environment or in .env
# make lock   write requirements*.txt anew from pyproject.toml

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --quiet --disable-pip-version-check install

.PHONY: try test run lock format clean

try: $(VENV)/.runtime
	@$(PY) -m bot try $(ARGS)

run: $(VENV)/.runtime
	@$(PY) -m bot run

test: $(VENV)/.dev
	@$(PY) .ci/checks.py

format: $(VENV)/.dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

COMPILE = $(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header

lock: $(VENV)/.dev
	$(PIP) uv
	$(COMPILE) pyproject.toml -o requirements.txt
	for extra in metrics sentry postgres; do \
	  $(COMPILE) --group $$extra --constraint requirements.txt --python-version 3.11 -o requirements-$$extra.txt || exit 1; done
	$(COMPILE) --group dev pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis

$(PY):
	@echo "Setting up a virtual environment in $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Walkaway needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt | $(PY)
	@echo "Installing what the bot needs …"
	@$(PIP) --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(PY)
	@echo "Installing what the checks need …"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.runtime
