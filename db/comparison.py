"""What has changed between two times: pure, from two states to groups of actions that add up with the figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from db import periods, snapshots
from db.actions import Action
from db.connection import Checklist
from db.errors import RuleBroken
from db.periods import Period
from db.snapshots import State


@dataclass(frozen=True, slots=True)
class Change:
    """One action then and now; None where it was not counted yet, or is not any more."""

    before: Action | None
    after: Action | None

    @property
    def action(self) -> Action:
        """The action as it is now, as it was where it has gone."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states and the actions that differ, by group (words.periods.GROUPS); every group is there.

    In counted leaves: finished before + finished − unfinished = finished after; the same holds for overdue with
    `overdue` and `relieved`, and for all actions with `added` and `gone`.
    """

    before: State
    after: State
    groups: Mapping[str, tuple[Change, ...]]


def between(checklist: Checklist, today: str, period: Period | None = None) -> Comparison:
    """A period, by default now, against the last one closed before it, of its own kind where there is one.

    Now is held against whatever was closed last, be it a month or the half-year it ended. RuleBroken when none was.
    """
    before = earlier(checklist, period)
    closed = period if period in periods.locked(checklist) else None
    return compare(before, snapshots.at(checklist, today, closed))


def earlier(checklist: Checklist, period: Period | None = None) -> State:
    """The last state closed before a period (None: before now), of its own kind where there is one.

    RuleBroken when none was.
    """
    closed = [one for one in periods.locked(checklist) if period is None or one.last < period.first]
    if period is not None:
        closed = [one for one in closed if one.kind == period.kind] or closed
    if not closed:
        raise RuleBroken("compare_nothing", field="period")
    return snapshots.read(checklist, max(closed, key=lambda one: (one.last, one.first)))


def compare(before: State, after: State) -> Comparison:
    """Everything that differs between two states."""
    old, new = _counted(before), _counted(after)
    pairs = [
        Change(old.get(action.id), new.get(action.id))
        for action in {**{a.id: a for a in before.actions}, **{a.id: a for a in after.actions}}.values()
        if action.id in old or action.id in new
    ]
    groups: dict[str, tuple[Change, ...]] = {}
    for figure, (gained, lost) in _FIGURES.items():
        was, now = set(before.counts.behind(figure)), set(after.counts.behind(figure))
        groups[gained] = tuple(pair for pair in pairs if pair.action.id in now - was)
        groups[lost] = tuple(pair for pair in pairs if pair.action.id in was - now)
    for name, differs in _DIFFER.items():
        groups[name] = tuple(pair for pair in pairs if pair.before and pair.after and differs(pair.before, pair.after))
    return Comparison(before, after, groups)


# Figure: the group of what came to it, the group of what left it.
_FIGURES = {"finished": ("finished", "unfinished"), "overdue": ("overdue", "relieved"), "actions": ("added", "gone")}
_DIFFER: Mapping[str, Callable[[Action, Action], bool]] = {
    "started": lambda old, new: old.status == "not_started" and new.status != "not_started",
    "status": lambda old, new: old.status != new.status,
    "percent": lambda old, new: old.percent != new.percent,
    "due": lambda old, new: old.due_on != new.due_on,
}


def _counted(state: State) -> dict[int, Action]:
    counted = set(state.counts.behind("actions"))
    return {action.id: action for action in state.actions if action.id in counted}
