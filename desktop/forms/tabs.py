"""The one table of tabs under the fields of the action form, in the order they stand."""

from collections.abc import Callable
from dataclasses import dataclass

from db.actions import Action
from desktop.words import form as words
from desktop.words import issuing, problems, progress


def _uncounted(_: Action) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class TabRow:
    """A tab: its key, its word, the part of late.PARTS that is made with a Context when it is first shown.

    `count` is the number beside the word (进展 3); 0 shows none. `every_step`: it tells of each step, those too that
    change nothing but the percent.
    """

    key: str
    word: str
    part: str
    count: Callable[[Action], int] = _uncounted
    every_step: bool = False


TABS = (
    TabRow("progress", progress.TAB, "progress tab", lambda action: action.reports),
    TabRow("problems", problems.PROBLEMS, "problems tab", lambda action: action.open_problems),
    TabRow("evidence", problems.EVIDENCE, "evidence tab", lambda action: action.evidence),
    TabRow("extensions", issuing.TAB, "extension tab", lambda action: action.extensions),
    TabRow("history", words.TAB_HISTORY, "history tab", every_step=True),
)
