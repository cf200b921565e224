"""任务分解表: every task with its actions, who leads, by when; landscape, for the meeting and the wall."""

from collections.abc import Iterator
from datetime import date, datetime

from reportlab.lib.units import mm

from db import status
from db.actions import Action
from db.text import ordinal
from db.yardstick import Yardstick
from reports import words
from reports.data import PartData, ReportData, TaskData
from reports.typesetting.ink import Ink
from reports.typesetting.page import LANDSCAPE, Pages
from reports.typesetting.table import Band, Cell, Group, Sheet, Table

_MARGIN, _TOP, _BOTTOM = 20 * mm, 22 * mm, 24 * mm
_WIDTHS = tuple(width * mm for width in (10, 45, 76, 31, 31, 15, 24, 25))
_FOOT = 64  # note and signatures under the table, pt
_SIZE, _TITLE_SIZE = 10.5, 22
_STEP = 10.5  # what a sub-action is moved in, pt


def draw(data: ReportData, ink: Ink, pages: Pages) -> Iterator[tuple[int, int]]:
    """Draw the whole sheet, yielding (done, of) after every part and task."""
    _, height = LANDSCAPE
    top = height - _TOP
    head_y = _draw_title(data, ink, top)
    sheet = Sheet(_MARGIN, _WIDTHS, first_top=head_y, top=top, bottom=_BOTTOM)
    head = tuple(Cell(name, "hei", _SIZE, "center") for name in words.BREAKDOWN_COLUMNS)
    table = Table(ink, sheet, head, pages.turn)
    rows = list(_rows(data))
    for done in table.draw(rows, _FOOT):
        yield done, len(rows)
    _draw_foot(data, ink, table)


def title(data: ReportData) -> str:
    """The sheet's title, on its first page and in the document's properties."""
    plan = data.document.plan_title.removesuffix(words.TASKS)  # …重点任务 + 任务分解表 says 任务 once
    return words.BREAKDOWN_TITLE.format(county=data.settings.county, plan=plan)


def _rows(data: ReportData) -> Iterator[Band | Group]:
    for part in data.parts:
        yield from _part(part)
        for task in part.tasks:
            yield _task(task, data)
    total = data.counts.total
    yield Band(Cell(words.TOTALS.format(**{name: getattr(total, name) for name in _FIGURES}), "hei", _SIZE))


_FIGURES = (
    "tasks", "applicable", "not_applicable", "undivided", "actions", "finished", "closed",
    "in_progress", "not_started", "overdue", "soon",
)  # fmt: skip


def _part(part: PartData) -> Iterator[Band]:
    if part.part is not None:
        label = ordinal(part.part.number)
        yield Band(Cell(words.PART.format(label=label, title=part.part.title), "hei", 12))


def _task(data: TaskData, report: ReportData) -> Group:
    task = data.task
    spanning = (Cell(str(task.number), size=_SIZE, align="center"), Cell(task.label + task.title, "song", _SIZE))
    if not task.applicable:
        reason = task.na_reason.rstrip("。")
        lone = words.NOT_APPLICABLE.format(reason=reason, confirmer=task.na_confirmer)
        return Group(spanning, lone=Cell(lone, "kai", _SIZE))
    if not data.actions:
        return Group(spanning, lone=Cell(words.UNDIVIDED, "kai", _SIZE))
    return Group(spanning, rows=tuple(_action(action, report) for action in data.actions))


def _action(action: Action, report: ReportData) -> tuple[Cell, ...]:
    return (
        Cell(action.title, size=_SIZE, note=action.code, indent=_STEP * (action.depth - 1)),
        Cell(action.lead, size=_SIZE, align="center"),
        Cell(_others(action), size=_SIZE, align="center"),
        Cell(action.owner, size=_SIZE, align="center"),
        Cell(_due(action), size=_SIZE, align="center"),
        Cell(_state(action, report.yard), size=_SIZE, align="center"),
    )


def _due(action: Action) -> str:
    """The deadline as it was worded; a date that came as bare digits (20200630, 44012) is written out.

    Below it the day it was moved to off a day nobody works, and of one that was extended the original date.
    """
    due = _day(action.due_on) if action.due_on and action.due_words.isdecimal() else action.due_words
    if action.due_on and action.due_stated and action.due_on != action.due_stated:
        due = words.MOVED.format(due=due, day=_short(action.due_on, action.due_stated))
    if not (action.leaf and action.extensions and action.original_due_on and action.due_on):
        return due
    return words.EXTENDED.format(
        due=due, n=action.extensions, original=_short(action.original_due_on, action.due_on)
    )


def _others(action: Action) -> str:
    """The supporting units; where there are responsible ones beside the lead, each kind under its name."""
    if not action.responsible:
        return "、".join(action.supporting)
    lines = [words.RESPONSIBLE.format(names="、".join(action.responsible))]
    if action.supporting:
        lines.append(words.SUPPORTING.format(names="、".join(action.supporting)))
    return "\n".join(lines)


def _short(day: str, beside: str) -> str:
    """A day without its year where it is that of the day beside it."""
    when = date.fromisoformat(day)
    text = words.MONTH_DAY if beside[:4] == day[:4] else words.DATE
    return text.format(year=when.year, month=when.month, day=when.day)


def _state(action: Action, yard: Yardstick) -> str:
    """The lifecycle, with a leaf's 逾期 or 临期 under it: shape and word, readable in grey."""
    state = words.STATUS[action.status]
    if not action.leaf:
        return state
    timing = status.timing(action, yard)
    urgent = {"overdue": words.OVERDUE, "soon": words.SOON}.get(timing.code)
    return f"{state}\n{urgent}" if urgent else state


def _draw_title(data: ReportData, ink: Ink, top: float) -> float:
    """Draw title, basis and scope; where the table may begin."""
    width = LANDSCAPE[0]
    lines = ink.title(title(data), "xbs", _TITLE_SIZE, width - 2 * _MARGIN)
    y = top
    for line in lines:
        y -= _TITLE_SIZE
        ink.line(line, _MARGIN, y, "xbs", _TITLE_SIZE)
        y -= 10
    number, total = data.document.doc_number, data.counts.total
    basis = (words.BASIS if number else words.BASIS_PLAIN).format(title=data.document.plan_title, number=number)
    scope = words.SCOPE.format(
        tasks=total.tasks, applicable=total.applicable, not_applicable=total.not_applicable
    )
    y -= 8
    as_of = words.AS_OF.format(day=_day(data.today))
    ink.text(as_of, width - _MARGIN, y, "fang", 12, align="right")
    beside = width - 2 * _MARGIN - ink.width(as_of, "fang", 12) - 12
    for text in (basis, scope):
        for line in ink.set(text, "fang", 12, beside, justify=False):
            ink.line(line, _MARGIN, y, "fang", 12)
            y -= 16
    return y + 8


def _draw_foot(data: ReportData, ink: Ink, table: Table) -> None:
    """The counting rule and the line for signatures, for which the table has left room."""
    width = LANDSCAPE[0] - 2 * _MARGIN
    y = table.y - 16
    basis = words.DATA_OF.format(period=data.period.name) if data.period else words.DATA_NOW
    note = words.FOOTNOTE.format(not_applicable=data.counts.total.not_applicable, basis=basis)
    ink.text(note, _MARGIN, y, "song", 9)
    moment = datetime.fromisoformat(data.now)
    made = words.GENERATED.format(day=_day(moment.date().isoformat()), time=moment.strftime("%H:%M"))
    ink.text(made, _MARGIN + width, y, "song", 9, align="right")
    for place, text in enumerate(words.SIGNATURES):
        ink.text(text, _MARGIN + place * width / 3, y - 32, "fang", 12)


def _day(day: str) -> str:
    when = date.fromisoformat(day)
    return words.DATE.format(year=when.year, month=when.month, day=when.day)
