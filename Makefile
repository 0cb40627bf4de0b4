.DEFAULT_GOAL := help
.PHONY: help run check lint types layers packs test e2e bench weight load format lock

help: ## say what can be made
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## start the site on http://127.0.0.1:8000
	@script/run

check: ## all checks and tests, as in script/test, in a ready environment
	@script/check

lint: ## ruff: rules and format
	@script/check lint

types: ## mypy, strict, on the engine
	@script/check types

layers: ## import-linter: who may import whom
	@script/check layers

packs: ## the packs against the vocabulary
	@script/check packs

test: ## all tests but those in the browser
	@script/check tests

e2e: ## the tests in the browser
	@script/check e2e

PEERS = tests/bench
OPENFISCA = .venv/bin/python
ROUNDS = 5

bench: ## the speed beside hand-written numpy and OpenFisca (PEERS=folder OPENFISCA=python ROUNDS=5)
	@.venv/bin/python -m tests.bench.compare --peers $(PEERS) --openfisca $(OPENFISCA) --rounds $(ROUNDS)

weight: ## the bytes of each page on its way to a phone
	@.venv/bin/python -m tests.bench.weight

LOADS = nominal peak overload ratio

load: ## many people at once, about half an hour (LOADS="nominal ratio" SECONDS=20)
	@.venv/bin/python -m tests.bench.load $(LOADS) $(if $(SECONDS),--seconds $(SECONDS))

format: ## write the format and the safe fixes of ruff
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

COMPILE = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-annotate

lock: ## renew both lock files (needs uv; UPGRADE=--upgrade for newer versions)
	$(COMPILE) $(UPGRADE) --extra pdf --output-file requirements.lock
	$(COMPILE) $(UPGRADE) --extra pdf --extra dev --output-file requirements-dev.lock
