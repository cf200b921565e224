"""Paragraphs of the report that people put differently: kept by period, undone, never changed once it is closed."""

import sqlite3

import pytest

from db import check, locking, narrative, periods, steps
from tests.builders import TODAY, refused, rows

JUNE, MAY = periods.parse("2020-06"), periods.parse("2020-05")
PLACE = "general.tasks"


def kept(checklist, period=JUNE):
    return narrative.of_period(checklist, period)


def test_a_paragraph_is_kept_with_its_period_and_given_back(checklist):
    before = rows(checklist)
    label = narrative.write(checklist, JUNE, PLACE, " 已完成｛已完成｝项。\n\n另起一段。 ").label
    assert label == "修改2020年6月报告的总体情况的任务和行动"
    assert kept(checklist) == {PLACE: "已完成{已完成}项。\n另起一段。"}
    assert kept(checklist, MAY) == {}
    narrative.write(checklist, JUNE, PLACE, "换个说法。")
    narrative.write(checklist, MAY, PLACE, "五月。")
    assert (kept(checklist), kept(checklist, MAY)) == ({PLACE: "换个说法。"}, {PLACE: "五月。"})
    assert narrative.restore(checklist, JUNE, PLACE).label == "恢复2020年6月报告总体情况的任务和行动的自动文字"
    assert kept(checklist) == {}
    steps.undo(checklist)
    assert kept(checklist) == {PLACE: "换个说法。"}
    for _ in range(3):
        steps.undo(checklist)
    assert rows(checklist) == before
    assert check.findings(checklist, TODAY) == []


def test_what_comes_to_the_automatic_text_is_no_edit(checklist):
    assert not narrative.write(checklist, JUNE, PLACE, "自动。", automatic="自动。")
    narrative.write(checklist, JUNE, PLACE, "不同。", automatic="自动。")
    narrative.write(checklist, JUNE, PLACE, "自动。", automatic="自动。")
    assert kept(checklist) == {}


def test_a_paragraph_may_be_taken_out(checklist):
    narrative.write(checklist, JUNE, "task.13", "")
    assert kept(checklist) == {"task.13": ""}


@pytest.mark.parametrize("place", ["", "task", "task.", "task13", "task.1234", "general.tasks.1", "general.", "甲"])
def test_a_place_there_is_not_is_refused(checklist, place):
    refused(checklist, "place_unknown", narrative.write, JUNE, place, "甲")
    refused(checklist, "place_unknown", narrative.restore, JUNE, place)


@pytest.mark.parametrize(
    ("place", "name"),
    [("task.13", "任务13的进展"), ("part.2", "第2部分的标题"), ("part.figures.2", "第2部分的概况"), ("title", "标题")],
)
def test_a_place_has_a_name(place, name):
    assert narrative.name_of(place) == name


def test_a_figure_there_is_not_is_named(checklist):
    error = refused(checklist, "figure_unknown", narrative.write, JUNE, PLACE, "{已完成}{以完成}{}{本任务行动}")
    assert error.field == "text"
    assert str(error).startswith("“以完成”“本任务行动”还空着，")


@pytest.mark.parametrize(("place", "text"), [("task.5", "{本任务行动}"), ("part.figures.2", "{本部分行动}")])
def test_the_figures_of_a_task_and_a_part_stand_in_their_paragraphs(checklist, place, text):
    narrative.write(checklist, JUNE, place, text)
    assert kept(checklist) == {place: text}
    refused(checklist, "figure_unknown", narrative.write, JUNE, PLACE, text)


def test_a_paragraph_has_an_end(checklist):
    narrative.write(checklist, JUNE, PLACE, "国" * 5000)
    error = refused(checklist, "narrative_long", narrative.write, JUNE, PLACE, "国" * 5001)
    assert str(error) == "这一段有5001个字，最多5000个字。"


@pytest.mark.parametrize("code", ["2020-06", "2020-Q2"])
def test_the_report_of_a_closed_period_never_changes(checklist, code):
    narrative.write(checklist, JUNE, PLACE, "六月。")
    locking.lock(checklist, periods.parse(code), today="2020-06-30")
    error = refused(checklist, "narrative_locked", narrative.write, JUNE, PLACE, "改。")
    assert periods.parse(code).name in str(error)
    refused(checklist, "narrative_locked", narrative.restore, JUNE, PLACE)
    assert kept(checklist) == {PLACE: "六月。"}
    with pytest.raises(sqlite3.IntegrityError):
        checklist.db.conn.execute("DELETE FROM narrative")


def test_what_was_not_changed_has_nothing_to_restore(checklist):
    refused(checklist, "narrative_untouched", narrative.restore, JUNE, PLACE)


def test_only_what_is_known_is_filled_in():
    assert narrative.filled("{已完成}项{}{甲}", {"已完成": "3", "甲": "{已完成}"}) == "3项{}{已完成}"
    assert narrative.tokens("共{行动}项，{已完成}") == ["共", "{行动}", "项，", "{已完成}"]
    assert narrative.tokens("") == []
