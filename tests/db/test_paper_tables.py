"""What has gone out on paper stays as it was printed, whatever touches the file."""

import sqlite3

import pytest

from db import locking, periods
from db.edit import edit
from tests.builders import TODAY, add

JUNE, HALF, JULY = periods.parse("2020-06"), periods.parse("2020-H1"), periods.parse("2020-07")


@pytest.fixture
def run(checklist):
    return checklist.db.conn.execute


@pytest.fixture
def words(checklist):
    """A paragraph of June's report, and one of July's, put into other words; the ids of their periods."""
    with edit(checklist, "settings") as e:
        found = {period: periods.row(e, period) for period in (JUNE, JULY)}
        for period in found.values():
            e.insert("narrative", period=period, place="overview", text="总体平稳。")
    return found


@pytest.mark.parametrize("closed", [JUNE, HALF])
def test_words_of_a_closed_period_stay_as_they_are(checklist, run, words, closed):
    locking.lock(checklist, closed, today=TODAY)
    for sql in (
        "UPDATE narrative SET text = '改了' WHERE period = ?",
        "UPDATE narrative SET place = 'x' WHERE period = ?",
        "DELETE FROM narrative WHERE period = ?",
        "INSERT INTO narrative (period, place, text) VALUES (?, 'trouble', '问题')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="locked period"):
            run(sql, (words[JUNE],))
    with pytest.raises(sqlite3.IntegrityError, match="locked period"):
        run("UPDATE narrative SET period = ?, place = 'x' WHERE period = ?", (words[JUNE], words[JULY]))
    run("UPDATE narrative SET text = '七月' WHERE period = ?", (words[JULY],))
    assert run("SELECT text FROM narrative ORDER BY period").fetchall() == [("总体平稳。",), ("七月",)]


@pytest.fixture
def slip(checklist):
    """A notice with one item, straight into its tables."""
    action = add(checklist, "培训一批农民工", lead="县人社局", due="5月底前")
    run = checklist.db.conn.execute
    (unit,) = run("SELECT unit FROM assignment WHERE action = ?", (action,)).fetchone()
    with edit(checklist, "settings") as e:
        made = e.insert(
            "supervision", year=2020, serial=1, number="督办2020-001", kind="first", level="yellow", unit=unit,
            addressee="县人社局", issued_on=TODAY, issued_by="王芳", reply_by="2020-06-28", request="请办理。",
        )  # fmt: skip
        e.insert(
            "supervision_item", supervision=made, position=1, action=action, code="532-01-01", title="培训一批农民工",
            source="任务（一）", lead="县人社局", supporting="", handed_on=None, due_on="2020-05-31",
            due_words="5月底前", timing="overdue", days=18, workdays=14, demand="请办理。",
        )  # fmt: skip
    return made


@pytest.mark.parametrize("table", ["supervision", "supervision_item"])
def test_a_notice_is_never_deleted(run, slip, table):
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        run(f"DELETE FROM {table}")


def test_a_notice_says_what_was_printed(run, slip):
    other = {"number": "督办2020-009", "level": "red", "request": "算了。", "reply_by": "2021-01-01"}
    for column, value in other.items():
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            run(f"UPDATE supervision SET {column} = ?", (value,))
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        run("UPDATE supervision_item SET days = 1")
    run("UPDATE supervision SET replied_on = '2020-06-20', reply = '已办结'")
    run("UPDATE supervision SET void_on = '2020-06-21', void_reason = '重复', void_by = '王芳'")


@pytest.mark.parametrize(
    "assignment",
    [
        "void_on = '2020-06-20'", "void_reason = '重复'", "replied_on = '2020-06-20'", "reply = '已办结'",
        "void_on = '2020-01-01', void_reason = '重复', void_by = '王芳'", "replied_on = '2020-01-01', reply = '已办结'",
    ],
)  # fmt: skip
def test_a_notice_is_void_or_answered_whole_or_not_at_all(run, slip, assignment):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        run(f"UPDATE supervision SET {assignment}")


def test_a_number_is_given_once(run, slip):
    rest = "kind, level, unit, addressee, issued_on, issued_by, reply_by, request"
    for year, serial, number in ((2020, 1, "督办2020-002"), (2020, 2, "督办2020-001")):
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            run(
                f"INSERT INTO supervision (year, serial, number, {rest}) SELECT ?, ?, ?, {rest} FROM supervision",
                (year, serial, number),
            )
