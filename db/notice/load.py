"""Put a notice that has been read into a checklist file."""

import re

from db.connection import Checklist
from db.edit import note
from db.notice.model import Notice, NoticeTask
from db.words import STEPS

_PLAN = re.compile(r"《(.+)》的?通知$|《(.+)》")
_SERIAL = re.compile(r"(\d+)号\s*$")


def plan_title(notice: Notice) -> str:
    """The plan a notice issues: what stands in 《》 in its title, else the title itself."""
    found = _PLAN.search(notice.title)
    return (found[1] or found[2]) if found else notice.title


def plan_year(notice: Notice) -> int | None:
    """The year the notice plans for, from its title, else from its date; None when neither says."""
    for text in (plan_title(notice), notice.title, notice.date or ""):
        found = re.search(r"(20\d\d)", text)
        if found:
            return int(found[1])
    return None


def load(checklist: Checklist, notice: Notice) -> None:
    """Write the notice's text into an empty checklist, with the history's first line."""
    with checklist.db.atomic() as db:
        insert = db.table
        document = insert("document").insert(_document(notice)).last_pk
        parts = {
            part.number: insert("part")
            .insert({"document": document, "number": part.number, "title": part.title, "intro": part.intro})
            .last_pk
            for part in notice.parts
        }
        for task in notice.tasks:
            row = {
                "document": document, "part": parts.get(task.part or 0), "number": task.number,
                "label": task.label, "title": task.title, "body": task.body,
            }  # fmt: skip
            task_id = insert("task").insert(row).last_pk
            for table, rows in _details(task).items():
                insert(table).insert_all({"task": task_id, **detail} for detail in rows)
        note(checklist, STEPS["load"], "load", None)


def _document(notice: Notice) -> dict[str, object]:
    serial = _SERIAL.search(notice.doc_number or "")
    return {
        "title": notice.title, "plan_title": plan_title(notice), "doc_number": notice.doc_number or "",
        "issuer": notice.issuer or "", "issued_on": notice.date, "original": notice.original,
        "code": serial[1] if serial else "1",
    }  # fmt: skip


def _details(task: NoticeTask) -> dict[str, list[dict[str, object]]]:
    """The rows that hang on a task, by table."""
    roles = dict.fromkeys(task.support, "supporting") | dict.fromkeys(task.lead, "lead")
    return {
        "sentence": [{"number": n, "text": text} for n, text in enumerate(task.sentences, 1)],
        "clause": [
            {"number": 1, "text": text, "open_list": int(task.open_list)} for text in [task.clause] if text
        ],
        "responsible_body": [
            {"number": n, "name": name, "role": roles.get(name, "responsible")}
            for n, name in enumerate(task.departments, 1)
        ],
    }
