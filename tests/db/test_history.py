"""The history: who, when, old and new, with a line of its own for every undo and redo."""

from datetime import datetime

import pytest

from db import action_edits, connection, due_dates, history, lifecycle, moves, settings, steps, tasks
from db.errors import RuleBroken, StaleEdit
from tests.builders import TODAY, add


def told(checklist):
    """The history, oldest first, as (kind, who, label)."""
    return [(line.kind, line.who, line.label) for line in reversed(history.lines(checklist))]


def newest(checklist):
    return history.lines(checklist, 1)[0]


def columns(line, table="action"):
    """What a line says became of the one row of a table: {column: (old, new)}."""
    (row,) = line.changes.touches(table)
    before, after = row.before or {}, row.after or {}
    return {column: (before.get(column), after.get(column)) for column in {**before, **after}}


def test_a_new_file_begins_with_its_making(checklist):
    (line,) = history.lines(checklist)
    assert (line.kind, line.who, line.at, line.label) == ("load", "李明", f"{TODAY}T09:30:00", "建立清单")
    assert not line.changes


def test_every_act_tells_who_and_when(checklist):
    action = add(checklist, "修路")
    moment = datetime(2020, 6, 19, 8, 0, 5, 999_999)
    checklist.close()
    later = connection.open(checklist.path, by="王芳", clock=lambda: moment)
    action_edits.rename(later, action, "修桥")
    line = newest(later)
    assert (line.kind, line.who, line.at) == ("edit", "王芳", "2020-06-19T08:00:05")
    assert history.last_saved(later) == "2020-06-19T08:00:05"
    assert told(later)[1] == ("edit", "李明", "新增行动“修路”")
    later.close()


@pytest.mark.parametrize(
    ("act", "label", "wanted"),
    [
        (lambda c, a: action_edits.rename(c, a, "修桥"), "修改行动名称为“修桥”", {"title": ("修路", "修桥")}),
        (lambda c, a: lifecycle.set_percent(c, a, 70), "修改“修路”的完成率", {"percent": (40, 70)}),
        (lambda c, a: due_dates.set_due(c, a, "三季度", today=TODAY), "修改“修路”的完成时限",
         {"due_on": ("2020-06-30", "2020-09-30"), "due_stated": ("2020-06-30", "2020-09-30"),
          "due_words": ("6月底前", "三季度")}),
        (lambda c, a: due_dates.set_due(c, a, "", today=TODAY), "修改“修路”的完成时限",
         {"due_on": ("2020-06-30", None), "due_stated": ("2020-06-30", None), "due_words": ("6月底前", "")}),
        (lambda c, a: lifecycle.set_status(c, [a], "not_started", today=TODAY), "“修路”改为未启动",
         {"status": ("in_progress", "not_started"), "percent": (40, 0)}),
        (lambda c, a: lifecycle.tick(c, [a], today=TODAY), "标记完成“修路”",
         {"status": ("in_progress", "done"), "percent": (40, 100), "done_on": (None, TODAY), "claimed_by": ("", "李明"),
          "former_status": (None, "in_progress"), "former_percent": (None, 40)}),
    ],
    ids=["title", "percent", "due", "no due", "status", "tick"],
)  # fmt: skip
def test_a_line_holds_old_and_new_of_what_changed_and_nothing_else(checklist, act, label, wanted):
    action = add(checklist, "修路", due="6月底前", lead="县交通局")
    lifecycle.set_percent(checklist, action, 40)
    act(checklist, action)
    line = newest(checklist)
    assert line.label == line.changes.label == label
    assert columns(line) == wanted


def test_a_new_action_is_told_whole_and_a_deleted_one_too(checklist):
    action = add(checklist, "修路", lead="县交通局")
    made = columns(newest(checklist))
    assert made["title"] == (None, "修路")
    assert made["code"] == (None, "532-05-01")
    assert columns(newest(checklist), "unit")["short"] == (None, "县交通局")
    action_edits.delete(checklist, [action])
    gone = columns(newest(checklist))
    assert gone["title"] == ("修路", None)
    assert gone == {column: (new, old) for column, (old, new) in made.items()}
    assert columns(newest(checklist), "assignment")["role"] == ("lead", None)


def test_a_change_of_lead_tells_both_units(checklist):
    action = add(checklist, lead="县交通局")
    action_edits.set_names(checklist, action, "lead", ["县水利局"])
    line = newest(checklist)
    old, new = columns(line, "assignment")["unit"]
    names = dict(checklist.db.execute("SELECT id, short FROM unit").fetchall())
    assert (names[old], names[new]) == ("县交通局", "县水利局")
    assert line.label == "修改“制定年度计划”的牵头单位"


def test_an_undo_is_told_the_other_way_round(checklist):
    action = add(checklist, "修路")
    action_edits.rename(checklist, action, "修桥")
    done = newest(checklist).changes
    steps.undo(checklist.under("王芳"))
    line = newest(checklist)
    assert (line.kind, line.who, line.label) == ("undo", "王芳", "修改行动名称为“修桥”")
    assert columns(line) == {"title": ("修桥", "修路")}
    steps.redo(checklist.under("赵强"))
    line = newest(checklist)
    assert (line.kind, line.who, line.label) == ("redo", "赵强", "修改行动名称为“修桥”")
    assert line.changes == done
    assert [kind for kind, *_ in told(checklist)] == ["load", "edit", "edit", "undo", "redo"]


def test_an_undo_is_told_in_the_order_it_happened(checklist):
    added = add(checklist, "修路", lead="县城投公司")
    steps.undo(checklist)
    rows = newest(checklist).changes.rows
    assert [row.table for row in rows] == ["assignment", "unit", "action"]
    assert all(row.after is None for row in rows)
    steps.redo(checklist)
    action_edits.delete(checklist, [added])
    steps.undo(checklist)
    rows = newest(checklist).changes.rows
    assert [row.table for row in rows] == ["action", "assignment"]
    assert all(row.before is None for row in rows)


def test_what_was_undone_stays_in_the_record(checklist):
    add(checklist, "修路")
    steps.undo(checklist)
    add(checklist, "修桥")
    assert [(kind, label) for kind, _, label in told(checklist)[1:]] == [
        ("edit", "新增行动“修路”"), ("undo", "新增行动“修路”"), ("edit", "新增行动“修桥”"),
    ]  # fmt: skip
    with pytest.raises(RuleBroken, match="没有可以重做"):
        steps.redo(checklist)


def test_the_newest_line_comes_first_and_a_limit_is_kept(checklist):
    for title in ("甲", "乙", "丙"):
        add(checklist, title)
    labels = [line.label for line in history.lines(checklist)]
    assert labels == ["新增行动“丙”", "新增行动“乙”", "新增行动“甲”", "建立清单"]
    assert [line.label for line in history.lines(checklist, 2)] == labels[:2]
    ids = [line.id for line in history.lines(checklist)]
    assert ids == sorted(ids, reverse=True)


def test_an_edit_that_changes_nothing_leaves_no_line(checklist):
    action = add(checklist, "修路", due="6月底前")
    before = told(checklist)
    action_edits.rename(checklist, action, "修路")
    due_dates.set_due(checklist, action, "6月底前", today=TODAY)
    lifecycle.set_percent(checklist, action, 0)
    settings.change(checklist, settings.read(checklist))
    assert told(checklist) == before


def test_a_refused_edit_leaves_no_line(checklist):
    action = add(checklist)
    before = told(checklist)
    for refused in (
        lambda: action_edits.rename(checklist, action, ""),
        lambda: due_dates.set_due(checklist, action, "13月", today=TODAY),
        lambda: moves.move(checklist, [action], task=5, parent=action),
        lambda: tasks.mark_not_applicable(checklist, 7, "", ""),
    ):
        with pytest.raises(RuleBroken):
            refused()
    assert told(checklist) == before


def test_an_undo_that_would_lose_work_leaves_no_line(checklist):
    action = add(checklist, "修路")
    action_edits.rename(checklist, action, "修桥")
    with checklist.db.atomic():
        checklist.db.conn.execute("UPDATE action SET title = '修渠'")
    before = told(checklist)
    with pytest.raises(StaleEdit, match="不能再撤销"):
        steps.undo(checklist)
    assert told(checklist) == before
    assert checklist.db.conn.execute("SELECT title FROM action").fetchone() == ("修渠",)


def test_other_acts_are_told_by_name(checklist):
    one, two = add(checklist, "甲"), add(checklist, "乙")
    moves.indent(checklist, [two])
    lifecycle.tick(checklist, [two], today=TODAY)
    lifecycle.set_done_on(checklist, two, "2020-06-01", today=TODAY)
    lifecycle.tick(checklist, [two], today=TODAY)
    action_edits.delete(checklist, [one, two])
    tasks.mark_not_applicable(checklist, 7, "没有300万城市", "王芳")
    tasks.restore_applicable(checklist, 7)
    settings.change(checklist, settings.Settings("安岭市", "安岭市发改局", 2021))
    assert [label for _, _, label in told(checklist)][3:] == [
        "移动行动“乙”", "标记完成“乙”", "修改“乙”的完成日期", "取消完成“乙”", "删除行动“甲”等2项", "任务7标为不适用",
        "任务7恢复适用", "修改设置",
    ]  # fmt: skip
    reason = columns(history.lines(checklist)[2], "task")
    assert reason["na_reason"] == ("", "没有300万城市")
    assert reason["applicable"] == (1, 0)


def test_the_sample_tells_of_two_hands_in_the_order_of_time(county):
    lines = list(reversed(history.lines(county)))
    assert {line.who for line in lines} >= {"李明"}
    assert len({line.who for line in lines}) == 2
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert lines[0].at >= "2020-04-10"
    assert lines[-1].at <= history.last_saved(county) <= f"{TODAY}T23:59:59"
