"""A notice put right by hand: cut elsewhere, named otherwise, and nothing of its text lost."""

import pytest

from db.notice import corrections as put
from db.notice.model import Notice, NoticePart, NoticeTask
from db.notice.paragraphs import sentences


def task(number, part, title, body="", bodies=()):
    return NoticeTask(number, f"（{number}）", part, title, body, tuple(sentences(body)), departments=tuple(bodies))


@pytest.fixture
def notice():
    return Notice(
        "关于甲的通知", None, None, None, True,
        (NoticePart(1, "总体要求", "引言。"), NoticePart(2, "重点任务", "")),
        (
            task(1, 1, "甲", "甲一。甲二。", ["县教育局"]), task(2, 2, "乙", "乙一。乙二。乙三。", ["县财政局"]),
            task(3, 2, "丙"),
        ),
    )  # fmt: skip


def text(notice):
    return "".join(t.title.rstrip("。") + "。" + t.body.replace("\n", "") for t in notice.tasks)


def test_merging_keeps_text_and_bodies(notice):
    after = put.merged(notice, 2)
    assert [(t.number, t.title) for t in after.tasks] == [(1, "甲"), (2, "丙")]
    assert after.tasks[0].departments == ("县教育局", "县财政局")
    assert text(after) == text(notice)
    with pytest.raises(ValueError, match="first"):
        put.merged(notice, 1)


def test_splitting_and_merging_again_gives_the_text_back(notice):
    after = put.split(notice, 2, 2)
    assert [(t.number, t.title, t.body) for t in after.tasks][1:3] == [(2, "乙", "乙一。"), (3, "乙二", "乙三。")]
    assert after.tasks[2].departments == ("县财政局",)
    assert text(after) == text(notice)
    assert text(put.merged(after, 3)) == text(notice)
    with pytest.raises(ValueError, match="no sentence"):
        put.split(notice, 3, 1)


def test_labels_titles_and_what_is_no_task(notice):
    assert put.relabelled(notice, 1, "一、", "").tasks[0].label == "一、"
    assert put.relabelled(notice, 1, "一、", "新").tasks[0].title == "新"
    assert [t.title for t in put.dropped(notice, 2).tasks] == ["甲", "丙"]
    assert put.titled(notice, " 关于乙的通知 ").title == "关于乙的通知"
    with pytest.raises(ValueError, match="title"):
        put.titled(notice, " ")


def test_a_task_that_heads_others_becomes_their_part(notice):
    after = put.as_part(notice, 2)
    assert [(p.number, p.title, p.intro) for p in after.parts] == [
        (1, "总体要求", "引言。"), (2, "重点任务", ""), (3, "乙", "乙一。乙二。乙三。"),
    ]  # fmt: skip
    assert [(t.title, t.part) for t in after.tasks] == [("甲", 1), ("丙", 3)]
    first = put.as_part(notice, 1)
    assert [(p.number, p.title) for p in first.parts] == [(1, "总体要求"), (2, "甲"), (3, "重点任务")]
    assert [(t.title, t.part) for t in first.tasks] == [("乙", 3), ("丙", 3)]
