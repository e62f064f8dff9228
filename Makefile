# guidegen: `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .cache/guidegen/stamps
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

EXTRAS := test,check,exchange,preview,cluster
# A command that the acceptance tests run, and the Debian package that brings it.
READERS := soffice:libreoffice-writer-nogui pdffonts:poppler-utils qpdf:qpdf pandoc:pandoc chromium:chromium \
	javac:default-jdk-headless npm:npm msgcat:gettext omegat:omegat

.PHONY: help build test check acceptance sheet bench pictures golden reference catalogues help-text lint clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 14

build: $(STAMPS)/system ## set up what is missing and build all guides into build/
	$(BIN)/guidegen build

test: $(STAMPS)/system ## set up what is missing and pass the tests
	$(BIN)/pytest -n auto --dist loadfile -m 'not acceptance'

check: $(STAMPS)/system ## hold the content and the catalogues to the rules
	$(BIN)/guidegen check

lint: $(STAMPS)/python ## types, style and the order of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --config setup.cfg --no-cache

acceptance: $(STAMPS)/judges ## real readers and independent judges go through all that is built, and the wheel builds a guide
	$(BIN)/guidegen build --quiet --format docx --format pdf --format html --format akn
	$(BIN)/pytest -n 2 --dist loadfile -m acceptance

sheet: $(STAMPS)/readers ## pages to look at, DOCX above PDF in every language, in .cache/guidegen/sheets/; MEETING=… for another
	$(BIN)/guidegen build --quiet $(if $(MEETING),--region $(MEETING))
	$(BIN)/python -m tests.contact_sheet $(MEETING)

pictures: $(STAMPS)/system ## write the pictures of README, a page in every language, into docs/pages/
	$(BIN)/guidegen build --quiet
	$(BIN)/python -m tests.page_pictures

bench: $(STAMPS)/bench ## how long guidegen takes beside Pandoc, Typst, docxtpl and WeasyPrint alone; MEETING=… for a shorter matrix
	$(BIN)/python -m tests.bench .cache/guidegen/bench/python/bin/python .cache/guidegen/bench $(MEETING)

golden: $(STAMPS)/system ## write the expected files of the tests anew; review their diff
	$(BIN)/pytest -n auto --dist loadfile -m 'not acceptance' --golden

reference: $(STAMPS)/python ## write templates/docx/reference.docx from templates/skin.yaml
	$(BIN)/python -c 'from guidegen.renderers.docx.reference import main; main()'

catalogues: $(STAMPS)/python ## bring locales/ up to date with the content
	$(BIN)/guidegen translate extract
	$(BIN)/guidegen translate update

help-text: $(STAMPS)/python ## write the commands' --help into README.md, and docs/rules.md
	$(BIN)/python tests/help_text.py
	$(BIN)/python tests/rules_page.py

clean: ## remove what was built and set up
	rm -rf build $(VENV) .cache .python-build

$(STAMPS)/python: setup.cfg constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'guidegen needs Python 3.11 or later: make PYTHON=python3.11 …' >&2; exit 1; }
	$(PYTHON) .ci/ensure_venv.py || .ci/packages.sh python3-venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[$(EXTRAS)]'
	@mkdir -p $(@D) && touch $@

$(STAMPS)/system: $(STAMPS)/python
	.ci/packages.sh $$($(BIN)/guidegen doctor --packages)
	$(BIN)/guidegen doctor --quiet
	@touch $@

$(STAMPS)/readers: $(STAMPS)/system
	.ci/packages.sh $$(for pair in $(READERS); do command -v "$${pair%%:*}" >/dev/null || echo "$${pair#*:}"; done)
	@touch $@

$(STAMPS)/judges: $(STAMPS)/readers .ci/judges.sh $(wildcard tests/acceptance/judges/*.json tests/acceptance/judges/*.txt)
	PYTHON=$(CURDIR)/$(BIN)/python .ci/judges.sh .cache/guidegen/judges
	@touch $@

$(STAMPS)/bench: $(STAMPS)/readers tests/bench/requirements.txt
	$(PYTHON) -m venv --clear .cache/guidegen/bench/python
	.cache/guidegen/bench/python/bin/pip install --quiet --disable-pip-version-check --requirement tests/bench/requirements.txt
	@touch $@
