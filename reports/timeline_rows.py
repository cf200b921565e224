"""The rows of 进度图 out of the data: a part a band, a task or an action a row."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from db import status
from db.actions import Action
from db.counts import Tally
from db.text import ordinal
from reports.data import PartData, ReportData, TaskData
from reports.figures import lamps
from reports.figures.chart import Band, Row
from reports.figures.gantt import Bar
from reports.figures.months import day_text
from reports.words import figures
from reports.words import timeline as words

_INSTEAD = {"undivided": words.UNDIVIDED, "no_valid": words.NO_VALID, "not_applicable": words.NOT_APPLICABLE}


def of(data: ReportData) -> list[Row | Band]:
    """Every row, in the notice's order; tasks that are 不适用 have none."""
    rows: list[Row | Band] = []
    for part in data.parts:
        tasks = [task for task in part.tasks if task.task.applicable]
        if not tasks:
            continue
        if len(data.parts) > 1 or part.part:
            rows.append(Band(part_title(part)))
        for task in tasks:
            rows += _rows(task, data)
    return rows


def days(rows: list[Row | Band]) -> Iterator[str]:
    """Every day the rows show."""
    return (day for row in rows if isinstance(row, Row) for day in row.bar.days)


def part_title(part: PartData) -> str:
    """一、提高农业转移人口市民化质量."""
    if part.part is None:
        return words.NO_PART
    return words.PART.format(label=ordinal(part.part.number), title=part.part.title)


def _rows(task: TaskData, data: ReportData) -> Iterator[Row]:
    alone = data.options.rows == "tasks"
    title = f"{task.task.number}. {task.task.title}"
    state, word = _lamp(task.tally)
    percent = words.PERCENT_OF.format(n=task.tally.percent) if task.tally.actions else ""
    role = "song" if alone else "hei"
    yield Row((title,), _task_bar(task, data, alone=alone), state, word, percent, role)
    if not alone:
        for place, action in enumerate(task.actions):
            state, word = lamps.of(action, data.yard)
            percent = words.PERCENT_OF.format(n=action.percent) if status.counted(action.status) else ""
            bar = _action_bar(action, _overdue_below(action, task.actions[place + 1 :], data), data)
            yield Row((action.title, action.lead), bar, state, word, percent, depth=action.depth)


def _overdue_below(action: Action, after: Sequence[Action], data: ReportData) -> int:
    """How many of the leaves below an action are overdue, out of what comes after it in tree order."""
    below = takewhile(lambda other: other.depth > action.depth, after)
    return sum(one.leaf and status.timing(one, data.yard).code == "overdue" for one in below)


def _lamp(tally: Tally) -> tuple[str, str]:
    """The lamp of a task and its word: how many are overdue; one only far behind is not called so."""
    lamp = tally.lamp
    if lamp != "over":
        return lamp, figures.LAMPS[lamp]
    return lamp, words.OVERDUE.format(n=tally.overdue) if tally.overdue else figures.FAR_BEHIND


def _task_bar(task: TaskData, data: ReportData, *, alone: bool) -> Bar:
    """From the first start of its counted actions to the last due date."""
    tally, year = task.tally, data.settings.plan_year
    live = [action for action in task.actions if action.leaf and status.counted(action.status)]
    starts, dues = _known(live, "start_on"), _known(live, "due_on")
    if not dues:
        instead = _INSTEAD.get(tally.state) or _no_date(any(action.due_words for action in live))
        return Bar(min(starts, default=None), instead=instead)
    last, original = max(dues), max(filter(None, map(_before, live)), default="")
    closed = max(_known(live, "closed_on"), default=None) if tally.state == "closed" else None
    label = words.CLOSED.format(day=day_text(closed, year)) if closed else day_text(last, year)
    return Bar(
        min(starts, default=None),
        last,
        original=original if original and original != last and alone else None,
        closed=closed,
        percent=tally.percent,
        standing=tally.state,
        label=label if alone else "",
        bracket=not alone,
    )


def _known(actions: list[Action], column: str) -> list[str]:
    return [day for action in actions if (day := getattr(action, column))]


def _before(action: Action) -> str | None:
    """The due date as it was issued; "" of one that has none."""
    return action.original_due_on if action.extensions else action.due_on


def _action_bar(action: Action, below: int, data: ReportData) -> Bar:
    if not status.counted(action.status):
        return Bar()
    if not action.due_on:
        return Bar(action.start_on, instead=_no_date(bool(action.due_words)))
    moved = action.extensions and action.original_due_on not in (None, action.due_on)
    return Bar(
        action.start_on,
        action.due_on,
        original=action.original_due_on if moved else None,
        closed=action.closed_on if action.status == "closed" else None,
        percent=action.percent,
        standing=action.status,
        label=_label(action, below, data, moved=bool(moved)),
    )


def _label(action: Action, below: int, data: ReportData, *, moved: bool) -> str:
    """The due date, with what it was before, or the day of the 销号; before it how it stands where that is pressing."""
    year, timing = data.settings.plan_year, status.timing(action, data.yard)
    due = day_text(action.due_on or "", year)
    if action.status == "closed" and action.closed_on:
        due = words.CLOSED.format(day=day_text(action.closed_on, year))
    elif moved:
        due = words.MOVED.format(original=day_text(action.original_due_on or "", year), due=due)
    if below:
        return words.LABEL.format(first=words.BELOW.format(n=below), second=due)
    pressing = timing.code in ("overdue", "soon", "late") and action.leaf
    return words.LABEL.format(first=timing, second=due) if pressing else due


def _no_date(worded: bool) -> str:
    return words.LONG_TERM if worded else words.UNSET
