"""The schema of a checklist file, as steps that are only ever appended to."""

import sqlite3
from contextlib import closing

from sqlite_utils import Database, Migrations

from db.migrations import chase, checklist, paper

migrations = Migrations("checklist")

# Tables whose rows an edit records and undo plays back; the others only grow.
PLAYED = frozenset(
    {"document", "part", "task", "sentence", "clause", "responsible_body", "unit", "unit_alias", "person", "action",
     "assignment", "setting", "issue", "extension", "closing", "period", "progress", "problem", "evidence",
     "calendar_year", "calendar_day", "answer", "counterpart", "reply", "reading", "saved_filter", "phrase",
     "narrative", "supervision", "supervision_item"}
)  # fmt: skip


@migrations()
def m0001_checklist(db: Database) -> None:
    """The notice as it was printed, the actions that answer it, and the record of every change."""
    _run(db, checklist.SQL)


@migrations()
def m0002_chase(db: Database) -> None:
    """What turns a list into a chase: units with a life of their own, extensions, closings, periods, problems."""
    _run(db, chase.SQL)


@migrations()
def m0003_breakdown(db: Database) -> None:
    """Which sentence an action answers, and what a county tells the program so that it can propose."""
    _run(db, _BREAKDOWN)


@migrations()
def m0004_paper(db: Database) -> None:
    """What goes out on paper: paragraphs of reports in other words, and 督办通知单."""
    _run(db, paper.SQL)


def _run(db: Database, script: str) -> None:
    """Run a script inside the migration's transaction (`executescript` would commit it)."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            db.conn.execute(statement)
            statement = ""


# --- migration 3 ---------------------------------------------------------------------------------------------

# What a search reads is filled in by `db.search_index`: folding a text is no business of SQL.
# A level of NULL is the one the sentence's own words speak of (db.levels).
_BREAKDOWN = """
ALTER TABLE sentence ADD COLUMN level TEXT CHECK (level IN ('county', 'partly', 'provincial', 'national'));
CREATE TRIGGER sentence_text_never_changes BEFORE UPDATE OF task, number, text ON sentence
BEGIN SELECT RAISE(ABORT, 'the text of a sentence never changes'); END;
CREATE TABLE answer (
    id INTEGER PRIMARY KEY, sentence INTEGER NOT NULL REFERENCES sentence, action INTEGER NOT NULL REFERENCES action,
    UNIQUE (sentence, action)
) STRICT;
CREATE INDEX answer_by_action ON answer (action);
CREATE TABLE counterpart (
    id INTEGER PRIMARY KEY, body TEXT NOT NULL CHECK (body <> ''), unit TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    valid_from TEXT, valid_to TEXT CHECK (valid_to >= valid_from)
) STRICT;
CREATE INDEX counterpart_by_body ON counterpart (body);
CREATE TABLE reply (
    id INTEGER PRIMARY KEY, question TEXT NOT NULL UNIQUE, yes INTEGER NOT NULL CHECK (yes IN (0, 1))
) STRICT;
CREATE TABLE reading (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), pinyin TEXT NOT NULL CHECK (pinyin <> '')
) STRICT;
CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), conditions TEXT NOT NULL
) STRICT;
CREATE TABLE phrase (
    id INTEGER PRIMARY KEY, use TEXT NOT NULL CHECK (use IN ('any', 'done', 'trouble', 'next')),
    position INTEGER NOT NULL, text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE TABLE search_entry (
    action INTEGER PRIMARY KEY, code TEXT NOT NULL, task INTEGER NOT NULL, title TEXT NOT NULL, rest TEXT NOT NULL,
    problems TEXT NOT NULL, holders TEXT NOT NULL
) STRICT;
CREATE TABLE search_token (
    token TEXT NOT NULL, chunk INTEGER NOT NULL, actions BLOB NOT NULL, PRIMARY KEY (token, chunk)
) STRICT, WITHOUT ROWID;
"""

with closing(Database(memory=True, execute_plugins=False)) as _empty:
    # Every migration this program knows; a file that has been through another one is newer than we are.
    NAMES = frozenset(migration.name for migration in migrations.pending(_empty))
