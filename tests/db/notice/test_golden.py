"""Every case of the golden set comes out as its expected.json says."""

import json
import time
from pathlib import Path

import pytest

from db.errors import NotANotice
from db.notice.parser import read_notice

NOTICES = Path(__file__).parents[2] / "golden" / "notices"
CASES = json.loads((NOTICES / "expected.json").read_text(encoding="utf-8"))["cases"]


def read(case):
    chosen = "big5" if case["encoding"].startswith("big5") else None
    return read_notice((NOTICES / case["file"]).read_bytes(), chosen)


@pytest.mark.parametrize("case", [case for case in CASES if case["is_notice"]], ids=lambda case: case["file"])
def test_a_notice_is_read_as_expected(case):
    notice = read(case)
    for name in ("title", "doc_number", "issuer", "date", "complete"):
        assert getattr(notice, name) == case.get(name, getattr(notice, name))
    assert [part.title for part in notice.parts] == [part["title"] for part in case["parts"]]
    assert len(notice.tasks) == len(case["tasks"]) == case["n_numbered_items"]
    assert sum(bool(task.departments) for task in notice.tasks) == case["n_tasks_with_departments"]
    for task, wanted in zip(notice.tasks, case["tasks"], strict=True):
        assert (task.label, task.title, task.part or 0) == (wanted["label"], wanted["title"], wanted["part"])
        assert list(task.departments) == wanted["departments"]
        assert task.open_list == wanted.get("open_list", False)
        assert list(task.lead) == wanted.get("lead", [])
        assert list(task.support) == wanted.get("support", [])
        assert [list(group) for group in task.groups] == wanted.get("groups", [list(g) for g in task.groups])
        assert task.due_words == wanted.get("deadline", "")
        assert task.body.count("\n") + 1 == wanted.get("body_paragraphs", task.body.count("\n") + 1)


@pytest.mark.parametrize("case", [case for case in CASES if not case["is_notice"]], ids=lambda case: case["file"])
def test_what_is_no_notice_is_refused_at_once(case):
    began = time.perf_counter()
    with pytest.raises(NotANotice) as refused:
        read(case)
    assert str(refused.value).endswith("。")
    assert time.perf_counter() - began < 2


def test_big5_is_never_guessed():
    with pytest.raises(NotANotice, match="疑似Big5"):
        read_notice((NOTICES / "derived_05_big5_traditional.txt").read_bytes())
