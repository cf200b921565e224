"""What presses on a day: what is overdue, what falls due, what waits for a decision, what has not been reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from db import actions, counts, extensions, periods, progress, settings, status, tasks
from db.actions import Action
from db.connection import Checklist
from db.counts import Tally
from db.periods import Period
from db.tasks import Task
from db.text import short_day
from db.words import reminders as words
from db.yardstick import Yardstick

# What is told of, in this order; the first three and `done` are figures of db.counts.
KINDS = ("overdue", "due_today", "due_week", "pending", "done", "unreported")


@dataclass(frozen=True, slots=True)
class Reminder:
    """How many there are of each of KINDS, as far as there are any; false where nothing presses.

    `until` is the day this week's end is taken for, `off` how many of what falls due by then do so on a day off;
    `period` is the one that has not been reported in whole.
    """

    yard: Yardstick
    numbers: Mapping[str, int] = field(default_factory=dict)
    until: str = ""
    off: int = 0
    period: Period | None = None

    def __bool__(self) -> bool:
        return bool(self.numbers)

    def told(self, kind: str, *, short: bool = False) -> str:
        """One of KINDS in words: 本周还有5项到期（至6月21日，其中2项在休息日）; `short` without the bracket."""
        said = words.TEXTS[kind].format(n=self.numbers[kind], period=self.period.name if self.period else "")
        if kind != "due_week" or short:
            return said
        until = words.UNTIL_OFF if self.off else words.UNTIL
        return said + until.format(day=short_day(self.until, int(self.yard.today[:4])), off=self.off)

    def __str__(self) -> str:
        return words.BETWEEN.join(map(self.told, self.numbers))


def read(checklist: Checklist, today: str) -> Reminder:
    """What presses in a checklist on a day."""
    every, its = tasks.all(checklist), actions.all(checklist, today)
    yard = settings.yardstick(checklist, today)
    return of(checklist, every, its, counts.of(every, its, yard).total, yard)


def of(
    checklist: Checklist, all_tasks: Sequence[Task], all_actions: Sequence[Action], total: Tally, yard: Yardstick
) -> Reminder:
    """What presses, where tasks and actions have been read and counted already."""
    period, unreported = owed(checklist, all_tasks, all_actions, yard) if total.issued else (None, 0)
    numbers = {kind: getattr(total, kind) for kind in KINDS if kind in counts.FIGURES}
    numbers |= {"pending": len(extensions.pending(checklist)), "unreported": unreported}
    return Reminder(
        yard, {kind: numbers[kind] for kind in KINDS if numbers[kind]}, status.week_end(yard), total.due_off, period
    )


def owed(
    checklist: Checklist, all_tasks: Sequence[Task], all_actions: Sequence[Action], yard: Yardstick
) -> tuple[Period | None, int]:
    """The period that has to be reported now, and by how many it has not been.

    It is the last one that has ended, as long as it is open and not whole; else the running one, from as many working
    days before its end on as make a date 临期.
    """
    running = periods.at(settings.read(checklist).rhythm, yard.today)
    begin, closed = periods.begin(checklist), periods.locked(checklist)
    ending = yard.calendar.span(*map(date.fromisoformat, (yard.today, running.last))).workdays <= yard.soon
    for period in (running.before, *((running,) if ending else ())):
        if period.last < begin or any(one.covers(period) for one in closed):
            continue
        duty = progress.duty(all_tasks, all_actions, progress.within(checklist, period), period)
        if duty.missing:
            return period, len(duty.missing)
    return None, 0
