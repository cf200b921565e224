# make run | make test do everything on a fresh Debian 12; `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
STAMP := .venv/.locked-$(shell sha256sum requirements.lock | cut -c1-16)
TEST_LIBS := make python3 python3-venv libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0 libdbus-1-3
WINDOW_LIBS := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 \
	libcups2 libwayland-cursor0
# Apache PDFBox Preflight, which validates the archival PDFs, and a Java to run it.
VALIDATOR_LIBS := openjdk-17-jre-headless libpdfbox2-java libfontbox2-java libcommons-logging-java \
	libactivation-java libjaxb-api-java
ARGS ?=

.PHONY: help run test setup setup-window lint types build shots bench lock clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: setup-window ## open the program (ARGS="FILE --today 2020-06-18")
	@$(PY) -m desktop $(ARGS)

test: setup ## run all tests, no screen needed
	@.ci/system-libraries $(VALIDATOR_LIBS) || [ "$$(id -u)" -ne 0 ] # without, tests/reports/test_archival.py is skipped
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto --dist loadfile $(ARGS)

setup: ## what run and test share: system libraries, .venv, locked packages
	@.ci/system-libraries $(TEST_LIBS)
	@$(MAKE) --no-print-directory $(STAMP)

setup-window: setup
	@.ci/system-libraries $(WINDOW_LIBS)

$(STAMP): requirements.lock
	@python=$$(command -v python3.11 || command -v python3); \
	"$$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || \
		{ echo "需要 Python 3.11，请先安装。/ Python 3.11 is needed."; exit 1; }; \
	"$$python" -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@rm -f .venv/.locked-* && touch $@

lint: setup ## ruff
	@$(PY) -m ruff check .

types: setup ## mypy
	@$(PY) -m mypy

build: setup ## the standalone program in dist/luoshi, proved by its own self-test
	@$(PY) -m PyInstaller --noconfirm --log-level WARN build.spec
	@home=$$(mktemp -d); env -i HOME="$$home" QT_QPA_PLATFORM=offscreen LANG=C.UTF-8 dist/luoshi/luoshi --self-test; \
	code=$$?; rm -rf "$$home"; exit $$code

shots: setup ## screenshots of the pages from the sample county into docs/screenshots
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.shots docs/screenshots

bench: setup ## the ratios we promise
	@code=0; for one in edit ledger search paper pack start keystrokes; do QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks.$$one || code=1; done; exit $$code

lock: ## pin anew; needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group dev pyproject.toml -o requirements.lock

clean: ## take away what was made
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
