"""The schema is the one on record, and a file of every schema there ever was still opens whole.

A file in tests/golden/files was made by the program of its day with `python -m db sample FILE --actions 30` and is
never made anew once its schema is released. A new migration changes schema.sql and, when released, brings a file.
"""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from db import actions, check, connection, counts, history, lifecycle, migrations, settings, steps, tasks
from db.errors import RuleBroken
from tests.builders import TODAY, add, copied

GOLDEN = Path(__file__).parents[1] / "golden"
# file: its fingerprint, so that nobody makes it anew unnoticed.
FILES = {
    "schema-1.luoshi": "47a6c71e10dd4ea1477f794cc7b9d448b44e5a9f04613953754f2af46221709e",
    "schema-2.luoshi": "d3c413d41f2a9a76c81f12b528af7b26d5b1e60eecd70540388bd459f07ea29a",
    "schema-3.luoshi": "e9fd5c1951121998eac19ed5ef6a99824d9dd14652c0a8086daef76fcca0cf2c",
}

INDEX = {"search_entry", "search_token"}  # follows the rows in the same transaction: undo plays the rows back


def schema(db):
    """Every table, index and trigger as SQL, blanks made even."""
    rows = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return sorted(even(sql) for (sql,) in rows)


def even(sql):
    return " ".join(sql.removesuffix(";").split())


def contents(db):
    """The rows of every table, as {table: [{column: value}]}; not of the index, which is made of the others."""
    tables = [
        name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name not in INDEX
    ]
    found = {}
    for table in tables:
        cursor = db.execute(f'SELECT * FROM "{table}" ORDER BY rowid')
        names = [column[0] for column in cursor.description]
        found[table] = [dict(zip(names, row, strict=True)) for row in cursor]
    return found


@pytest.fixture(params=FILES)
def old_file(request, tmp_path):
    return copied(GOLDEN / "files" / request.param, tmp_path)


@pytest.fixture
def oldest(tmp_path):
    opened = connection.open(copied(GOLDEN / "files" / "schema-1.luoshi", tmp_path), by="王芳")
    yield opened
    opened.close()


@pytest.fixture
def old(old_file):
    opened = connection.open(old_file, by="王芳")
    yield opened
    opened.close()


def test_a_new_checklist_has_the_schema_on_record(checklist):
    on_record = (GOLDEN / "schema.sql").read_text(encoding="utf-8").strip().split("\n\n")
    assert schema(checklist.db) == sorted(map(even, on_record))


def test_migrations_are_only_ever_appended():
    with closing(Database(memory=True)) as empty:
        names = [migration.name for migration in migrations.migrations.pending(empty)]
    assert names[:1] == ["m0001_checklist"]
    assert [int(name[1:5]) for name in names] == list(range(1, len(names) + 1))
    assert frozenset(names) == migrations.NAMES


def test_every_table_is_strict_and_either_played_back_or_made_of_others_or_known_only_to_grow(checklist):
    rows = checklist.db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    strict = dict(rows.fetchall())
    assert {name for name, kept in strict.items() if not kept} == {"_sqlite_migrations", "sqlite_schema"}
    grows = {"counter", "step", "history", "snapshot", "_sqlite_migrations", "sqlite_schema"}
    assert set(strict) - grows - INDEX == migrations.PLAYED


def test_every_schema_keeps_a_file():
    released = range(1, max(len(migrations.NAMES), 2))  # all but the newest, which may still be in the making
    assert set(FILES) >= {f"schema-{n}.luoshi" for n in released}
    assert {path.name for path in (GOLDEN / "files").iterdir() if path.is_file()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_an_old_file_is_the_one_of_its_day(name):
    assert hashlib.sha256((GOLDEN / "files" / name).read_bytes()).hexdigest() == FILES[name]
    number = int(name.removeprefix("schema-").removesuffix(".luoshi"))
    with closing(sqlite3.connect(f"file:{GOLDEN / 'files' / name}?mode=ro&immutable=1", uri=True)) as db:
        assert db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (number,)


def test_an_old_file_opens_in_the_newest_schema(old, checklist):
    assert schema(old.db) == schema(checklist.db)
    assert old.schema == len(migrations.NAMES)
    assert check.findings(old, TODAY) == []


def test_an_old_file_loses_nothing(old_file):
    with closing(sqlite3.connect(old_file)) as db:
        before = contents(db)
    opened = connection.open(old_file, by="王芳")
    after = contents(opened.db)
    opened.close()
    for table, rows in before.items():
        assert len(after[table]) >= len(rows)
        for was, now in zip(rows, after[table], strict=False):
            assert was.items() <= now.items()


def test_the_oldest_file_shows_its_tasks_and_actions(oldest, notice):
    assert [(task.number, task.title, task.bodies) for task in tasks.all(oldest)] == [
        (task.number, task.title, task.departments) for task in notice.tasks
    ]
    assert settings.read(oldest) == settings.Settings("安岭县", "安岭县发展和改革局", 2020)
    shown = actions.all(oldest)
    assert len(shown) == 30
    assert [(a.code, a.title, a.depth, a.leaf, a.status, a.percent, a.done_on) for a in shown[6:9]] == [
        ("532-05-01", "制定并实施年度技能提升计划", 1, False, "in_progress", 95, None),
        ("532-05-01.1", "摸底农民工培训需求", 2, True, "done", 100, "2020-04-30"),
        ("532-05-01.2", "印发年度技能提升计划", 2, True, "in_progress", 90, None),
    ]
    one = shown[9]
    assert (one.lead, one.owner, one.supporting) == ("县人社局", "李明", ("县教育局", "县财政局"))
    assert (one.due_words, one.due_on) == ("6月底前", "2020-06-30")
    total = counts.read(oldest, TODAY).total
    assert (total.tasks, total.not_applicable, total.undivided, total.actions) == (28, 8, 3, 29)
    assert (total.finished, total.in_progress, total.not_started, total.overdue, total.soon) == (7, 21, 1, 1, 3)
    assert total.percent == 64


def test_the_oldest_file_keeps_its_history(oldest):
    lines = history.lines(oldest)
    assert (lines[-1].kind, lines[-1].who, lines[-1].at[:10]) == ("load", "李明", "2020-04-10")
    assert len(lines) == 83
    assert all(line.changes for line in lines[:-1])


def test_an_old_file_can_be_worked_in(old):
    before = len(history.lines(old))
    added = add(old, "新的一项", lead="县人社局", due="年底前")
    assert actions.get(old, added).code not in {action.code for action in actions.all(old) if action.id != added}
    lifecycle.tick(old, [added], today=TODAY)
    steps.undo(old)
    steps.undo(old)
    assert len(actions.all(old)) == 30
    assert len(history.lines(old)) == before + 4
    assert check.findings(old, TODAY) == []


# --- the way of a migration to come ------------------------------------------------------------------


@pytest.fixture
def later(monkeypatch):
    """A program that knows one migration more; gives the set to append it to."""
    coming = Migrations("checklist")
    for known in sorted(migrations.NAMES):
        coming()(getattr(migrations, known))
    monkeypatch.setattr(connection, "migrations", coming)
    monkeypatch.setattr(connection, "NAMES", migrations.NAMES | {"m0005_later"})
    return coming


def test_a_migration_ends_what_can_be_undone(old_file, later):
    @later()
    def m0005_later(db):
        db.conn.execute("ALTER TABLE unit ADD COLUMN later TEXT NOT NULL DEFAULT ''")

    opened = connection.open(old_file, by="王芳")
    assert opened.schema == 5
    assert steps.undoable(opened) is None
    with pytest.raises(RuleBroken, match="没有可以撤销"):
        steps.undo(opened)
    add(opened, "新的一项", lead="新单位")
    steps.undo(opened)
    assert check.findings(opened, TODAY) == []
    opened.close()


@pytest.mark.parametrize("fault", ["raise", "orphan"])
def test_a_migration_that_fails_leaves_the_file_as_it_was(old_file, later, fault):
    @later()
    def m0005_later(db):
        db.conn.execute("DELETE FROM unit")
        if fault == "raise":
            raise RuntimeError

    before = old_file.read_bytes()
    with pytest.raises(RuntimeError if fault == "raise" else connection.FileDamaged):
        connection.open(old_file, by="王芳")
    assert old_file.read_bytes() == before
    assert [path.name for path in old_file.parent.iterdir() if path.is_file()] == [old_file.name]
