"""What still stands in the way of 印发 (待完善), told from rows that have been read already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from db import status
from db.actions import Action
from db.counts import lines_of
from db.tasks import Task
from db.words import issuing as words

# What does not hinder 印发, but had better be filled in.
ADVICE = frozenset({"without_owner", "without_start", "unanswered"})


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing, in a task, a sentence or an action of it; `above` is a parent's due date."""

    code: str
    task: Task
    action: Action | None = None
    above: str = ""
    sentence: int = 0

    @property
    def blocking(self) -> bool:
        """Whether 印发 has to wait for it."""
        return self.code not in ADVICE

    @property
    def why(self) -> str:
        """What is missing, in words that go on from the name of the task or action."""
        due = self.action.due_on if self.action else ""
        return words.GAPS[self.code].format(due=due, above=self.above, sentence=self.sentence)

    def __str__(self) -> str:
        if self.action is None:
            return words.GAP_OF_TASK.format(number=self.task.number, why=self.why)
        return words.GAP_OF_ACTION.format(code=self.action.code, why=self.why)


def of(tasks: Iterable[Task], actions: Iterable[Action]) -> tuple[Gap, ...]:
    """Everything missing, in the notice's order; `actions` in tree order, as they are read."""
    its: defaultdict[int, list[Action]] = defaultdict(list)
    for action in actions:
        its[action.task].append(action)
    return tuple(gap for task in tasks for gap in _of_task(task, its[task.id]))


def blocking(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Those 印发 has to wait for."""
    return tuple(gap for gap in gaps if gap.blocking)


def _of_task(task: Task, its: Sequence[Action]) -> Iterator[Gap]:
    if not task.applicable:
        if not (task.na_reason and task.na_confirmer):
            yield Gap("reason_missing", task)
        return
    if not its:
        yield Gap("undivided", task)
    elif not any(status.counted(action.status) for action in its if action.leaf):
        yield Gap("no_valid", task)
    else:  # before that no sentence is answered
        silent = (line for line in lines_of(task, its) if line.tally.unanswered)
        yield from (Gap("unanswered", task, sentence=line.number) for line in silent)
    dues: dict[int, str] = {}  # of every action the due date it has to keep within, its own or the one above it
    for action in its:
        above = dues.get(action.parent, "") if action.parent else ""
        dues[action.id] = min(filter(None, (action.due_on, above)), default="")
        if not action.leaf or status.counted(action.status):
            yield from _of_action(task, action, above)
        elif not (action.stop_reason and action.stop_confirmer):
            yield Gap("reason_missing", task, action)


def _of_action(task: Task, action: Action, above: str) -> Iterator[Gap]:
    if action.leaf and not action.lead:
        yield Gap("without_lead", task, action)
    if action.leaf and not action.due_words:
        yield Gap("without_due", task, action)
    # Once it is issued its date is what extensions have made of it.
    if above and action.due_on and action.due_on > above and not action.issued_on:
        yield Gap("child_after_parent", task, action, above)
    if action.leaf and not action.owner:
        yield Gap("without_owner", task, action)
    if action.leaf and not action.start_on and not action.issued_on:
        yield Gap("without_start", task, action)
