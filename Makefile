# `make run` and `make test` are all one needs; both set up what is missing first.
.PHONY: setup setup-run run test crawl check bench verapdf fmt

PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest -n 2 --dist worksteal $(PYTEST_ARGS)

setup:
	@scripts/setup.sh test

setup-run:
	@scripts/setup.sh run

run: setup-run
	@exec scripts/run.sh

test: setup
	@scripts/pg.py $(PYTEST) --no-migrations -m "not table and not crawl"
	@DATABASE_URL= $(PYTEST) --no-migrations -m "table and not crawl" tests/matrix

# Services and models once more on SQLite, every link of every role, nonsense in every address, plans that
# leave something out: some minutes more.
crawl: setup
	@DATABASE_URL= $(PYTEST) --no-migrations -m "crawl or unit"

check: setup
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/lint-imports
	@SECRET_KEY=check DATABASE_URL=sqlite://:memory: $(PYTHON) manage.py makemigrations --check --dry-run
	@SECRET_KEY=check DATABASE_URL=sqlite://:memory: $(PYTHON) manage.py check
	@$(MAKE) --no-print-directory test

# All of it takes half an hour; ONLY="pages papers" measures these parts.
bench: setup
	@SECRET_KEY=$$(cat .state/secret_key) scripts/pg.py $(PYTHON) -m benchmarks $(ONLY)

# veraPDF over every kind of paper, where Java and veraPDF are there; says what is missing where not.
verapdf: setup
	@$(PYTHON) scripts/verapdf/check.py

fmt: setup
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .
