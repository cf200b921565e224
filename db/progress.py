"""Progress by period: what was reported for an action in a month, quarter or half-year, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import actions, lifecycle, periods, status, tasks
from db.actions import Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.names import LIMIT as NAME_LIMIT
from db.periods import Period
from db.tasks import Task
from db.text import one_line, paragraphs
from db.words import periods as words
from db.words import quoted

TEXT_LIMIT = 1000
TEXTS = ("done", "trouble", "next")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was reported for one action in one period; `done` 进展情况, `trouble` 存在问题, `next` 下一步打算."""

    id: int
    action: int
    period: Period
    percent: int
    done: str = ""
    trouble: str = ""
    next: str = ""
    reason: str = ""
    reporter: str = ""
    reviewer: str = ""
    entered_on: str = ""

    @property
    def late(self) -> bool:
        """Whether it was entered after its period had ended (补报)."""
        return self.entered_on > self.period.last


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody wants to report; no percent means that it has not changed, no day means today."""

    action: int
    percent: object = None
    done: str = ""
    trouble: str = ""
    next: str = ""
    reason: str = ""
    reporter: str = ""
    reviewer: str = ""
    entered_on: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who has to report in a period: the actions, and which of them have, or are finished."""

    due: tuple[Action, ...]
    reported: frozenset[int]

    @property
    def missing(self) -> tuple[Action, ...]:
        """未报: those neither reported nor finished."""
        return tuple(action for action in self.due if action.id not in self.reported)

    @property
    def missing_by_unit(self) -> dict[str, tuple[Action, ...]]:
        """未报 by lead unit, "" for actions without one; the units with most of it first."""
        units: dict[str, tuple[Action, ...]] = {}
        for action in self.missing:
            units[action.lead] = (*units.get(action.lead, ()), action)
        return dict(sorted(units.items(), key=lambda item: (-len(item[1]), item[0])))


# Newest first: the later end, and of two that end on one day the shorter, which tells more of that day.
_NEWEST = "ORDER BY last DESC, first DESC"
_READ = (
    "SELECT progress.id, action, first, last, kind, percent, done, trouble, next, reason, reporter, reviewer, "
    "entered_on FROM progress JOIN period ON period.id = period "
)


def of_action(checklist: Checklist, action_id: int) -> list[Entry]:
    """What was reported for an action, the newest period first."""
    return _entries(checklist, f"WHERE action = ? {_NEWEST}", action_id)


def newest(checklist: Checklist, task: int | None = None) -> dict[int, Entry]:
    """The newest entry of each action that has one: of all, or of one task's."""
    inside = "" if task is None else "WHERE action IN (SELECT a.id FROM action a WHERE a.task = ?) "
    values = () if task is None else (task,)
    return {entry.action: entry for entry in _entries(checklist, f"{inside}ORDER BY last, first", *values)}


def of_period(checklist: Checklist, period: Period) -> dict[int, Entry]:
    """What was reported in a period, by action."""
    where = "WHERE kind = ? AND first = ? ORDER BY action"
    return {entry.action: entry for entry in _entries(checklist, where, period.kind, period.first)}


def within(checklist: Checklist, period: Period) -> dict[int, list[Entry]]:
    """What was reported in a period and the shorter ones inside it, by action: its own entry last, else the newest."""
    where = "WHERE ? <= first AND last <= ? ORDER BY kind = ?, last, first"
    found: dict[int, list[Entry]] = {}
    for entry in _entries(checklist, where, period.first, period.last, period.kind):
        found.setdefault(entry.action, []).append(entry)
    return found


def before(checklist: Checklist, period: Period) -> dict[int, Entry]:
    """The newest entry of each action in a period that was over before this one began."""
    where = "WHERE last < ? ORDER BY last, first"
    return {entry.action: entry for entry in _entries(checklist, where, period.first)}


def earlier(checklist: Checklist, period: Period) -> dict[int, Entry]:
    """The newest entry of each action in a period earlier than this one, be it one inside it."""
    where = "WHERE (last, first) < (?, ?) ORDER BY last, first"
    return {entry.action: entry for entry in _entries(checklist, where, period.last, period.first)}


def get(checklist: Checklist, entry_id: int) -> Entry:
    """One entry by row id; RuleBroken when it is gone."""
    for entry in _entries(checklist, "WHERE progress.id = ?", entry_id):
        return entry
    raise RuleBroken("entry_unknown")


def later(checklist: Checklist, period: Period) -> frozenset[int]:
    """The actions that have an entry in a newer period."""
    sql = "SELECT DISTINCT action FROM progress JOIN period ON period.id = period WHERE (last, first) > (?, ?)"
    return frozenset(action for (action,) in checklist.db.conn.execute(sql, (period.last, period.first)))


def floor(own: Entry | None, older: Entry | None, current: int | None) -> int:
    """The percent below which a report needs a reason: what was reported, or stands now (None: for a newer period)."""
    return max([entry.percent for entry in (own, older) if entry] + [current or 0])


def duty(all_tasks: Sequence[Task], all_actions: Sequence[Action], reported: Mapping[int, Any], period: Period) -> Duty:
    """应报: counted leaves that were not finished before the period began; `reported` are the actions with entries.

    What is finished has nothing left to report: its completion counts as its entry.
    """
    applicable = {task.id for task in all_tasks if task.applicable}
    due = tuple(
        action
        for action in all_actions
        if action.leaf
        and action.task in applicable
        and status.counted(action.status)
        and not (action.status in status.FINISHED and (action.done_on or "") < period.first)
    )
    return Duty(
        due, frozenset(action.id for action in due if action.id in reported or action.status in status.FINISHED)
    )


def missing(checklist: Checklist, period: Period, today: str) -> Duty:
    """Who has to report in a period, and who has not, as the checklist stands."""
    return duty(
        tasks.all(checklist), actions.all(checklist, today), within(checklist, period), period
    )


def report(checklist: Checklist, action: int, period: Period, *, today: str, **said: Any) -> ChangeSet:
    """Make or change the entry of an action in a period (fields as in `Report`); its percent becomes the action's.

    An entry of an older period than the newest one leaves the action's percent alone; 100 does not mark it done.
    Raises RuleBroken with the field: a closed period, one that has not begun or that was over
    before the notice; a percent that falls without a
    reason; nothing said; a parent, an action closed or stopped.
    """
    return _report(checklist, period, [Report(action, **said)], today)


def report_many(checklist: Checklist, period: Period, rows: Sequence[Report], *, today: str) -> ChangeSet:
    """Make or change many entries as one step, all of them or none; RuleBroken names the row at fault."""
    if not rows:
        raise RuleBroken("paste_empty")
    return _report(checklist, period, rows, today, numbered=True)


def remove(checklist: Checklist, entry_id: int) -> ChangeSet:
    """Take an entry back; the action's percent becomes that of the newest one left, where it was the newest."""
    entry = get(checklist, entry_id)
    require_open(checklist, entry.period)
    action = lifecycle.open_leaf(checklist, entry.action)
    newest, *older = of_action(checklist, action.id)
    with edit(checklist, "unreport", title=quoted([action.title]), period=entry.period.name) as e:
        e.delete("progress", entry_id)
        if entry == newest and older and action.status not in status.FINISHED:
            e.update("action", action.id, **status.with_percent(action.status, older[0].percent))
    return e.changes


def require_open(checklist: Checklist, period: Period) -> None:
    """Raise RuleBroken when a period is closed, by itself or with a longer one."""
    closed = periods.locked_by(checklist, period)
    if closed is not None:
        code = "period_locked" if closed == period else "period_locked_with"
        raise RuleBroken(code, field="period", period=period.name, by=closed.name)


def _report(
    checklist: Checklist, period: Period, rows: Sequence[Report], today: str, *, numbered: bool = False
) -> ChangeSet:
    periods.require_begun(checklist, period, today)
    require_open(checklist, period)
    titles: dict[int, str] = {}
    for row in rows:
        title = actions.get(checklist, row.action).title
        if row.action in titles:
            raise RuleBroken("report_twice", title=title)
        titles[row.action] = title
    with edit(checklist, "report", title=quoted(list(titles.values())), period=period.name) as e:
        for number, row in enumerate(rows, start=1):
            try:
                _enter(checklist, e, period, row, today)
            except RuleBroken as error:
                if not numbered:
                    raise
                action = actions.get(checklist, row.action).code
                raise RuleBroken("report_row", field=error.field, row=number, action=action, why=error) from error
    return e.changes


def _enter(checklist: Checklist, e: Edit, period: Period, row: Report, today: str) -> None:
    action = lifecycle.open_leaf(checklist, row.action)
    entries = of_action(checklist, action.id)
    own = next((entry for entry in entries if entry.period == period), None)
    older = next((entry for entry in entries if _place(entry.period) < _place(period)), None)
    newest = not entries or _place(entries[0].period) <= _place(period)
    least = floor(own, older, action.percent if newest else None)
    row = _cleaned(checklist, row, period, today)
    current = own.percent if own else action.percent if newest else older.percent if older else 0
    percent = current if row.percent in (None, "") else lifecycle.clean_percent(row.percent)
    if percent < least and not row.reason:
        raise RuleBroken("percent_falls", field="reason", percent=percent, was=least)
    unchanged = older.percent if older else None if own else current
    if percent == unchanged and not any(getattr(row, text) for text in TEXTS):
        raise RuleBroken("report_empty", field="done")
    columns = {name: getattr(row, name) for name in (*TEXTS, "reason", "reporter", "reviewer", "entered_on")}
    if own:
        e.update("progress", own.id, percent=percent, **columns)
    else:
        e.insert("progress", action=action.id, period=periods.row(e, period), percent=percent, **columns)
    if newest:
        e.update("action", action.id, **status.with_percent(action.status, percent))


def _place(period: Period) -> tuple[str, str]:
    return period.last, period.first


def _cleaned(checklist: Checklist, row: Report, period: Period, today: str) -> Report:
    texts = {text: paragraphs(getattr(row, text)) for text in TEXTS}
    for field, text in texts.items():
        if len(text) > TEXT_LIMIT:
            what = words.TEXTS[field]
            raise RuleBroken("report_long", field=field, what=what, length=len(text), limit=TEXT_LIMIT)
    reason = one_line(row.reason)
    if len(reason) > lifecycle.REASON_LIMIT:
        raise RuleBroken("reason_long", field="reason", length=len(reason), limit=lifecycle.REASON_LIMIT)
    names = {"reporter": one_line(row.reporter) or checklist.by, "reviewer": one_line(row.reviewer)}
    for field, name in names.items():
        if len(name) > NAME_LIMIT:
            raise RuleBroken("name_long", field=field, length=len(name), limit=NAME_LIMIT)
    day = lifecycle.clean_day(row.entered_on or today, "entered_on")
    if day > today:
        raise RuleBroken("entered_after_today", field="entered_on")
    if day < period.first:
        raise RuleBroken("entered_before_period", field="entered_on", day=day, period=period.name, first=period.first)
    return Report(row.action, row.percent, reason=reason, entered_on=day, **texts, **names)


def _entries(checklist: Checklist, where: str, *values: object) -> list[Entry]:
    return [
        Entry(row_id, action, Period(first, last, kind), *rest)
        for row_id, action, first, last, kind, *rest in checklist.db.conn.execute(_READ + where, values)
    ]
