# Pinpoint. The two commands that matter: `make run` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PINPOINT_PORT ?= 8501
PY := .venv/bin/python
UV := build/uv/bin/uv
TESTS := $(PY) -m pytest -q -n auto --maxprocesses 4 --dist worksteal
export UV_LINK_MODE := copy
export ANONYMIZED_TELEMETRY := False
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run serve test check lint format corpus index gate-index ask eval mutate clean

help: ## What can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: index ## Set up, get texts or fall back, index, open the chat UI and the API in one process
	@exec $(PY) -m rag serve --ui --port $(PINPOINT_PORT)

serve: index ## The same set-up, then the API alone (docs/api.md)
	@exec $(PY) -m rag serve --port $(PINPOINT_PORT)

index: corpus ## The whole set-up short of opening the UI
	@$(PY) -m rag index

corpus: .venv/ready ## Get official texts: import PINPOINT_TEXTS, else fetch where the hosts can be reached
	@$(PY) -m corpus setup

ask: .venv/ready ## Ask on the command line: make ask Q="Who may visit a prisoner?"
	@$(PY) -m rag ask "$$Q"

# The run comes last: `report` shows the newest one, and baselines are runs too.
eval: .venv/ready ## All evaluation: baselines, run, the checker's own errors, report (build/eval/report.html)
	@mkdir -p build/eval
	@$(PY) -m rag index
	@$(PY) -m eval meta >build/eval/meta.md & meta=$$!; failed=0; \
	$(PY) -m eval baselines || failed=$$?; \
	$(PY) -m eval run >build/eval/run.md || { failed=$$?; kill $$meta; exit $$failed; }; \
	wait $$meta || failed=$$?; \
	$(PY) -m eval report --out build/eval && exit $$failed

mutate: .venv/dev ## Mutation test of eval/metrics: 85 % of the mutants must be killed
	@rm -rf build/mutate && mkdir -p build/mutate && cp -r pyproject.toml corpus rag eval tests build/mutate/
	@cd build/mutate && P=../../$(PY) && nice $$P -m mutmut run --max-children 1 && $$P -m mutmut export-cicd-stats && \
	$$P -c 'import json, sys; s = json.load(open("mutants/mutmut-cicd-stats.json")); \
	print("%(killed)d of %(total)d mutants killed" % s); sys.exit(s["killed"] < 0.85 * s["total"])'

lint: .venv/dev ## Format, lint, types, import contract
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

check: lint ## Before each commit: format, lint, types, import contract, fast tests, docs
	@$(TESTS) -m "not slow"

# The index comes first, for it takes minutes and both what the README shows and the gates are asked of it; beside it, what
# leaves a processor idle.
test: .venv/dev ## Everything that CI runs
	@$(MAKE) --no-print-directory --jobs 3 gate-index lint build/browser
	@PINPOINT_DATA=build/gate $(PY) -m eval gate >build/gate.txt 2>&1 & gate=$$!; failed=0; \
	$(TESTS) || failed=$$?; \
	wait $$gate || failed=$$?; cat build/gate.txt; exit $$failed

gate-index: .venv/dev
	@PINPOINT_DATA=build/gate $(PY) -m rag index

format: .venv/dev ## Put the code in form
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

clean: ## Remove what was made, texts and index too
	rm -rf .venv build data

$(UV): requirements-uv.txt
	@echo "Setting up: the installer."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Python 3.11 is needed; name it with PYTHON=/path/to/python3.11"; exit 2; }
	@rm -rf build/uv && $(PYTHON) -m venv build/uv
	@build/uv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@touch $(UV)

.venv/ready: requirements.txt $(UV)
	@echo "Setting up: packages from the registry, about 1 GB."
	@[ -x $(PY) ] || $(UV) venv --quiet --python "$(PYTHON)" .venv
	@$(UV) pip install --quiet --python $(PY) --compile-bytecode --require-hashes -r requirements.txt
	@touch .venv/ready

.venv/dev: requirements-dev.txt .venv/ready
	@echo "Setting up: packages for tests."
	@$(UV) pip install --quiet --python $(PY) --compile-bytecode --require-hashes -r requirements-dev.txt
	@touch .venv/dev

# The browser tests drive Debian's chromium, the export tests open files with LibreOffice; where apt is not to be had, they
# skip and say so.
build/browser:
	@mkdir -p build
	@if command -v chromium >/dev/null && command -v soffice >/dev/null; then :; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "Setting up: chromium, fonts and LibreOffice for tests."; \
		apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk fonts-noto-core \
			libreoffice-writer-nogui libreoffice-calc-nogui >/dev/null; \
	else echo "No chromium or no LibreOffice, and no apt: tests that need them will skip."; fi
	@touch build/browser
