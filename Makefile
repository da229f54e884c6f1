# make demo | test | lint | score | lock | clean
# The first of them sets up .venv from requirements.lock, with uv where it is installed, else with venv and pip.

.DEFAULT_GOAL := help
.PHONY: help demo scale test lint format score lock bench-reading bench-intake bench-lineage bench-scale bench-dossier clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
ARGS ?=

help:
	@echo "make demo    build the record of the bundled story and show it"
	@echo "make scale   add Daft and Ray to .venv, for build --engine (about 200 MB to fetch, 600 on disk)"
	@echo "make test    run the tests (ARGS='-k name' picks some)"
	@echo "make lint    ruff and mypy"
	@echo "make format  let ruff mend what it can"
	@echo "make score   measure the records of ../shared against two readers, where it is there"
	@echo "make bench-reading  measure attribution, times and events on ../shared/bench, and what reading costs"
	@echo "make bench-intake  measure intake on ../shared/bench, where it is there"
	@echo "make bench-lineage  who copied whom: quality, speed and memory (ARGS='1000 10000' picks sizes)"
	@echo "make bench-scale    pages per second of every stage, and what it saves to read copies once"
	@echo "make bench-dossier  how long the dossier takes to answer on 10,000 pages, with 20 people at once"
	@echo "make lock    pin every package anew with its hashes (needs uv)"
	@echo "make clean   remove what the others made, but .venv"

$(READY): pyproject.toml requirements.lock scripts/setup
	@scripts/setup $(VENV)
	@touch $@

scale: $(READY)
	@scripts/setup $(VENV) requirements-scale.lock

demo: $(READY)
	@$(BIN)/ceasewire demo

test: $(READY)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

score: $(READY)
	@scripts/score $(BIN)/ceasewire

bench-reading: $(READY)
	@$(BIN)/python benchmarks/reading.py

bench-intake: $(READY)
	@$(BIN)/python benchmarks/intake.py $(ARGS)
	@$(BIN)/python benchmarks/lying.py

bench-lineage: $(READY)
	@$(BIN)/python benchmarks/lineage.py $(ARGS)

bench-scale: $(READY)
	@$(BIN)/python benchmarks/scale.py $(ARGS)
	@$(BIN)/python benchmarks/copies.py
	@$(BIN)/python benchmarks/onemore.py
	@$(BIN)/python benchmarks/fusion.py

bench-dossier: $(READY)
	@$(BIN)/python benchmarks/dossier.py $(ARGS)

lock:
	uv pip compile pyproject.toml --group dev --group build --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --upgrade --quiet -o requirements.lock
	uv pip compile pyproject.toml --extra scale --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --quiet -o requirements-scale.lock

clean:
	rm -rf dist build scores demo.db .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
