"""What the command line does, one function a command; each prints and gives the exit code."""

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db import action_edits, actions, checklists, connection, counts, steps, tasks, words
from db import check as soundness
from db import history as record
from db import sample as sample_county
from db.connection import Checklist
from db.counts import Tally
from db.errors import RuleBroken, translated
from db.login import login_name
from db.notice.load import plan_year
from db.notice.model import Notice
from db.notice.parser import as_json, read_notice

_FIGURES = (
    "tasks", "applicable", "undivided", "actions", "finished", "in_progress", "not_started", "overdue", "soon",
    "percent",
)  # fmt: skip


def new(chosen: argparse.Namespace) -> int:
    """建立清单"""
    notice = _notice(chosen.notice)
    year = plan_year(notice) if chosen.year is None else chosen.year
    if year is None:
        raise RuleBroken("year_range", field="plan_year")
    checklist = checklists.create(
        chosen.file, county=chosen.county, lead_unit=f"{chosen.county}发展和改革局", plan_year=year,
        notice=notice, by=chosen.by or login_name(),
    )  # fmt: skip
    _say(words.CLI_CREATED.format(path=chosen.file, tasks=len(tasks.all(checklist))))
    checklist.close()
    return 0


def parse(chosen: argparse.Namespace) -> int:
    """读通知文件，列出任务"""
    notice = _notice(chosen.path, chosen.encoding)
    if chosen.json:
        _say(_json(as_json(notice)))
        return 0
    _say(f"{notice.title}  {notice.doc_number or ''}")
    for task in notice.tasks:
        _say(f"{task.number:>3} {task.label}{task.title}  {'、'.join(task.departments)}")
    for warning in notice.warnings:
        sys.stderr.write(f"{warning}\n")
    return 0


def add(chosen: argparse.Namespace) -> int:
    """新增行动"""
    with _opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task)
        changes = action_edits.add(
            checklist, task.id, chosen.title, today=chosen.today, lead=chosen.lead, owner=chosen.person,
            due=chosen.due,
        )  # fmt: skip
        action = actions.get(checklist, changes.inserted("action"))
        _say(words.CLI_ADDED.format(code=action.code, title=action.title))
    return 0


def status(chosen: argparse.Namespace) -> int:
    """各项数字：合计、分部分、分单位"""
    with _opened(chosen.file) as checklist:
        figures = counts.read(checklist, chosen.today)
        parts = {part.id: part for part in tasks.parts(checklist)}
        numbers = {task.id: task for task in tasks.all(checklist)}
    in_parts = [(parts[key], tally) for key, tally in figures.parts.items() if key is not None]
    if chosen.json:
        told = {
            "today": chosen.today,
            "total": _told(figures.total),
            "parts": [{"number": part.number, "title": part.title, **_told(tally)} for part, tally in in_parts],
            "units": [{"name": name, **_told(tally)} for name, tally in figures.units.items()],
            "tasks": [
                {"number": numbers[key].number, "title": numbers[key].title, **_told(tally)}
                for key, tally in figures.tasks.items()
            ],
        }
        _say(_json(told))
        return 0
    rows = [words.CLI_HEAD, _row(words.CLI_TOTAL, figures.total)]
    rows += [_row(part.title, tally) for part, tally in in_parts]
    rows += [_row(name, tally) for name, tally in figures.units.items()]
    _say("\n".join(_aligned(rows)))
    return 0


def check(chosen: argparse.Namespace) -> int:
    """检查文件是否完好"""
    with _opened(chosen.file) as checklist:
        found = soundness.findings(checklist, chosen.today)
    _say("\n".join(map(str, found)) or words.CLI_SOUND)
    return 1 if found else 0


def undo(chosen: argparse.Namespace) -> int:
    """撤销或重做"""
    act, told = (steps.redo, words.CLI_REDONE) if chosen.redo else (steps.undo, words.CLI_UNDONE)
    with _opened(chosen.file, chosen.by) as checklist:
        for _ in range(chosen.steps):
            _say(told.format(label=act(checklist).label))
    return 0


def history(chosen: argparse.Namespace) -> int:
    """谁在什么时候改了什么"""
    with _opened(chosen.file) as checklist:
        lines = record.lines(checklist)
    if chosen.json:
        _say(_json([
            {
                "at": line.at, "who": line.who, "label": line.label, "kind": line.kind,
                "changes": json.loads(line.changes.to_json()),
            }
            for line in lines
        ]))  # fmt: skip
    for line in () if chosen.json else lines:
        _say(f"{line.at.replace('T', ' ')}  {line.who}  {words.KINDS[line.kind]}{line.label}")
    return 0


def sample(chosen: argparse.Namespace) -> int:
    """建立一个填好的示例县"""
    checklist = sample_county.make(chosen.file, number=chosen.actions, seed=chosen.seed)
    _say(words.CLI_CREATED.format(path=chosen.file, tasks=len(tasks.all(checklist))))
    checklist.close()
    return 0


@contextmanager
def _opened(path: Path, by: str = "") -> Iterator[Checklist]:
    checklist = connection.open(path, by=by or login_name())
    try:
        yield checklist
    finally:
        checklist.close()


def _notice(path: Path | None, encoding: str | None = None) -> Notice:
    if path is None:
        return checklists.shipped_notice()
    with translated(path):
        data = path.read_bytes()
    return read_notice(data, encoding)


def _told(tally: Tally) -> dict[str, Any]:
    return {name: getattr(tally, name) for name in (*counts.FIGURES, "percent", "state")}


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    return (name, *(str(getattr(tally, figure)) for figure in _FIGURES))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as columns; a Chinese character is two columns wide on a terminal."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first = row[0] + " " * (widths[0] - _width(row[0]))
        rest = (" " * (width - _width(text)) + text for text, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((first, *rest))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
