"""What can be chosen for a report: which period, how much of the checklist, on what paper, with what on it."""

from dataclasses import dataclass, field

from db import lists
from db.periods import Period

BINDINGS = ("meeting", "bound")  # 会议版: plain landscape; 装订版: turned on an upright sheet, as GB/T 9704 §8 binds it
SIZES = ("A4", "A3")
ROWS = ("tasks", "actions")
LISTS = lists.KINDS


@dataclass(frozen=True, slots=True)
class Scope:
    """How much of the checklist: a part or a task by its number, a unit by name; nothing chosen means all of it."""

    part: int | None = None
    task: int | None = None
    unit: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is all of it."""
        return self == Scope()


@dataclass(frozen=True, slots=True)
class Options:
    """One choice for every report; each report heeds those its Kind names.

    `period` is the 期次 a report is for, by default the one of the county's rhythm that holds the day. `duplex` swaps
    the margins of even pages, for both sides of a sheet. `stamped`: 盖章版 or 不盖章版. `rows`: whether 进度图 shows
    tasks or actions. `extras` are the sheets 会议材料 takes in, by kind. `notices` are the ids of 督办单 to print,
    `actions` the codes of the actions whose 审批表 are wanted,
    `lists` which of the 四张清单.
    """

    scope: Scope = field(default_factory=Scope)
    period: Period | None = None
    binding: str = "meeting"
    size: str = "A4"
    duplex: bool = False
    phones: bool = False
    signatures: bool = True
    stamped: bool = True
    compare: bool = True
    not_applicable: bool = True
    attachments: bool = True
    rows: str = "tasks"
    extras: tuple[str, ...] = ("narrative", "ledger", "overdue", "timeline")
    notices: tuple[int, ...] = ()
    actions: tuple[str, ...] = ()
    lists: tuple[str, ...] = LISTS
