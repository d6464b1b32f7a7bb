# The commands of this project. Without make, the plain ones stand in README.md.
PYTHON := .venv/bin/python
FACTCHECK := $(PYTHON) -m factcheck

.PHONY: help run lab test lint bench prove notebooks chromium
help:
	@echo "make run    install, read the bundled article, print its claims and accounts, write the dashboard page"
	@echo "make lab    open JupyterLab on this folder"
	@echo "make test   install what the tests need and run everything"
	@echo "make lint   style and types        make bench  one table of ratios"
	@echo "make prove  the long proofs whole  make notebooks  run the notebooks again and keep their output"

run: .venv/.run
	@$(FACTCHECK) extract vostochny-summit
	@$(FACTCHECK) compare vostochny-summit
	@$(FACTCHECK) dashboard --out build/dashboard.html

lab: .venv/.run
	@$(FACTCHECK) lab

test: .venv/.test chromium
	@$(PYTHON) -m pytest

lint: .venv/.test
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

bench: .venv/.test chromium
	@$(PYTHON) -m pytest tests/benchmarks

prove: .venv/.test chromium
	@FACTCHECK_PROVE=1 $(PYTHON) -m pytest tests/proofs tests/browser

notebooks: .venv/.test
	@$(PYTHON) tests/execute_notebooks.py

# One environment in .venv; a stamp for each set of packages in it, older than what it was made from when that changes.
.venv/.run: EXTRA :=
.venv/.test: EXTRA := [test]
.venv/.run .venv/.test: pyproject.toml constraints.txt
	@command -v python3 >/dev/null || \
	  { echo "Python 3.11 or newer is needed; on Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; this python3 is $$(python3 -V)." >&2; exit 1; }
	@if [ -e .venv ] && ! .venv/bin/python -c 'import sys' 2>/dev/null; then \
	  echo "The environment in .venv is broken; remove it with 'rm -r .venv' and run make again." >&2; exit 1; fi
	@if [ ! -e .venv ]; then \
	  if command -v uv >/dev/null; then uv venv -q .venv; \
	  elif python3 -c 'import ensurepip, venv' 2>/dev/null; then python3 -m venv .venv; \
	  else echo "Python's venv is missing; on Debian: apt-get install python3-venv" >&2; exit 1; fi; fi
	@echo "Installing packages into .venv (once; a minute or so) ..."
	@if command -v uv >/dev/null; then uv pip install -q --python .venv/bin/python -c constraints.txt -e '.$(EXTRA)'; \
	elif .venv/bin/python -m pip --version >/dev/null 2>&1; then \
	  .venv/bin/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.$(EXTRA)'; \
	else echo "The environment in .venv has no pip; remove it with 'rm -r .venv' and run make again." >&2; exit 1; fi
	@.venv/bin/python -m compileall -q factcheck || true
	@touch .venv/.run $@

# The browser tests need a Chromium; root on Debian gets it, anybody else is told by the skipped tests.
chromium:
	@if [ -z "$$FACTCHECK_CHROMIUM" ] && ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the browser tests ..."; \
	  { apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core; } >/dev/null 2>&1 || \
	  echo "Chromium could not be installed; the browser tests will say so." >&2; fi
