"""The columns of the ledger: what each says of a row, how wide it is, and whether it is there to begin with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from db.ledger import Row
from db.tasks import Part
from db.text import one_line
from desktop import countdown, wording, words
from desktop.words import ledger as its_words


@dataclass(frozen=True)
class Facts:
    """What the words of a row need beside it."""

    plan_year: int
    parts: Mapping[int | None, Part]

    def day(self, day: str | None) -> str:
        """6月30日, or nothing."""
        return wording.short_date(day or "", self.plan_year)


@dataclass(frozen=True)
class Column:
    """One column; `width` as the design draws it, 0 for the one that takes what is left."""

    key: str
    width: int
    text: Callable[[Row, Facts], str]
    usual: bool = False
    number: bool = False

    @property
    def head(self) -> str:
        """What stands above it."""
        return its_words.COLUMNS[self.key]


def _due(row: Row, facts: Facts) -> str:
    return facts.day(row.action.due_on) or ("" if row.timing.code else row.action.due_words)


def timing_text(row: Row, _: Facts) -> str:
    """剩12天（7个工作日）; of a parent how many sub-actions it has."""
    if row.children:
        return words.CHILDREN.format(n=row.children)
    return countdown.phrase(row.timing) if row.timing.code else ""


def _part(row: Row, facts: Facts) -> str:
    part = facts.parts.get(row.part)
    return wording.part_line(part) if part else ""


def _names(names: tuple[str, ...]) -> str:
    return "、".join(names)


def _some(number: int) -> str:
    return str(number) if number else ""


COLUMNS = (
    Column("code", 108, lambda row, _: row.action.code, True),
    Column("title", 0, lambda row, _: row.action.title, True),
    Column("lead", 104, lambda row, _: row.action.lead, True),
    Column("owner", 64, lambda row, _: row.action.owner, True),
    Column("due", 84, _due, True),
    Column("timing", 200, timing_text, True),
    Column("status", 88, lambda row, _: words.STATUS_SHORT[row.action.status], True),
    Column("percent", 104, lambda row, _: f"{row.action.percent}%", True),
    Column("latest", 200, lambda row, _: one_line(row.action.latest), True),
    Column("part", 200, _part),
    Column("task", 220, lambda row, _: wording.task_line(row.task)),
    Column("responsible", 140, lambda row, _: _names(row.action.responsible)),
    Column("supporting", 140, lambda row, _: _names(row.action.supporting)),
    Column("leader", 72, lambda row, _: row.action.leader),
    Column("contact", 72, lambda row, _: row.action.contact),
    Column("original_due", 84, lambda row, facts: facts.day(row.action.original_due_on)),
    Column("extensions", 80, lambda row, _: _some(row.action.extensions), number=True),
    Column("start", 84, lambda row, facts: facts.day(row.action.start_on)),
    Column("done_on", 84, lambda row, facts: facts.day(row.action.done_on)),
    Column("goal", 200, lambda row, _: one_line(row.action.goal)),
    Column("problems", 72, lambda row, _: _some(row.action.open_problems), number=True),
    Column("evidence", 72, lambda row, _: _some(row.action.evidence), number=True),
)
KEYS = tuple(column.key for column in COLUMNS)
FROZEN = 2  # the first columns stay where they are
PLACE = {key: place for place, key in enumerate(KEYS)}
