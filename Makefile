# Two commands matter: `make run` and `make test`. Both install what is missing, and both may be repeated.
SHELL := /bin/bash
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
export PYTHON VENV PORT
# One machine, loopback only, SQLite, no other server.
embedded = EMBEDDED=true PUBLIC_BASE_URL=http://127.0.0.1:$(PORT)
# Of no authority, but with a true check digit: the sample bureau's rows for the credit platforms can be looked at.
sample = CREDIT_ORGAN_CODE=$${CREDIT_ORGAN_CODE-11150525MB00001016}

.PHONY: help run test test-full review-bench format docs lock messages
help:
	@echo "make run        start the sample bureau on http://127.0.0.1:$(PORT)  (PORT=8001 for another port)"
	@echo "make test       every check and test"
	@echo "make test-full  the same with the slow ones"
	@echo "make review-bench  plant defects into lawful files and count what the review finds"
	@echo "make format     let the formatters decide"
	@echo "make docs       write docs/procedure.md, obligations.md and papers.md from the code and law/data"
	@echo "make lock       resolve requirements*.in anew (needs uv)"
	@echo "make messages   gather the Chinese messages into locale/ (needs gettext)"

run:
	@scripts/setup.sh run
	@$(embedded) $(sample) exec $(VENV)/bin/python manage.py run_bureau --port $(PORT)

test:
	@scripts/setup.sh test
	@$(VENV)/bin/python -m scripts.checks

test-full:
	@scripts/setup.sh test
	@$(VENV)/bin/python -m scripts.checks --full

review-bench:
	@scripts/setup.sh test
	@$(VENV)/bin/python -m benchmarks.review_bench

format:
	@scripts/setup.sh test
	@$(VENV)/bin/ruff check --fix . && $(VENV)/bin/ruff format .

docs:
	@scripts/setup.sh test
	@$(embedded) $(VENV)/bin/python -m scripts.generated_docs --write

# No URL of a package index may enter the lock: --no-emit-index-url and no header.
lock:
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements.in -o requirements.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements-dev.in -o requirements-dev.txt

messages:
	@scripts/setup.sh test
	@$(VENV)/bin/python -m scripts.translations gather
