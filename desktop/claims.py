"""Who claims that an action is done, and what was decided over it, in the words of the window."""

from collections.abc import Sequence

from db import status
from db.actions import Action
from db.closings import Closing
from db.yardstick import Yardstick
from desktop import countdown, wording
from desktop.words import closings as words


def what(chosen: Sequence[Action]) -> str:
    """“…” for one action, “…”等3项行动 for several."""
    said = words.ONE if len(chosen) == 1 else words.MANY
    return said.format(title=wording.clipped(chosen[0].title), n=len(chosen))


def claim(action: Action, yard: Yardstick) -> str:
    """6月17日完成（按期完成），李明报结."""
    timed = status.timing(action, yard)
    said = words.CLAIM if timed.code in ("on_time", "late") else words.CLAIM_UNTIMED
    day = wording.short_date(action.done_on or "", yard.plan_year)
    return said.format(day=day, timing=countdown.phrase(timed), by=_by(action.claimed_by))


def claims(chosen: Sequence[Action], yard: Yardstick) -> list[str]:
    """The claims of several actions, each with its title; of one alone just the claim."""
    if len(chosen) == 1:
        return [claim(chosen[0], yard)]
    return [words.CLAIM_OF.format(title=wording.clipped(action.title), claim=claim(action, yard)) for action in chosen]


def decision(closing: Closing, plan_year: int) -> str:
    """One line of the record: when, how, who confirmed, and why."""
    done_on = wording.short_date(closing.done_on, plan_year)
    return words.RECORD[closing.result].format(
        day=wording.short_date(closing.decided_on, plan_year), verifier=closing.verifier, confirmer=closing.confirmer,
        method=words.METHODS.get(closing.method or "", ""), reason=closing.reason,
        claim=words.CLAIM_UNTIMED.format(day=done_on, by=_by(closing.claimed_by)),
    )  # fmt: skip


def stopped(action: Action, plan_year: int, state: str) -> str:
    """When, by whom and why an action was taken out of the count."""
    return words.STOPPED.format(
        day=wording.short_date(action.stopped_on or "", plan_year), status=state, confirmer=action.stop_confirmer,
        reason=action.stop_reason,
    )  # fmt: skip


def _by(name: str) -> str:
    return words.CLAIMED_BY.format(name=name) if name else words.NOBODY_CLAIMED
