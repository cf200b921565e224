"""The one table of pages: the order of the rail, and of Ctrl+1, Ctrl+2, …"""

from collections.abc import Callable
from dataclasses import dataclass

from db import gaps
from db import supervision as notices
from desktop import words
from desktop.late import late
from desktop.pages.page import Context, Page
from desktop.words import issuing, ledger, lists, problems, progress, reports, supervision, units


@dataclass(frozen=True)
class PageRow:
    """A page that can be turned to: its word and icon on the rail, and how it is made when it is first shown.

    `count` gives the number at its icon, asked again after every step; 0 shows none.
    """

    key: str
    word: str
    icon: str
    make: Callable[[Context], Page]
    count: Callable[[Context], int] | None = None


def made_late(part: str) -> Callable[[Context], Page]:
    """A page of late.PARTS, imported when it is first shown."""
    return lambda context: late(part)(context)


def _blocked(context: Context) -> int:
    """How many things block 印发."""
    return len(gaps.blocking(context.standing.gaps))


def _unanswered(context: Context) -> int:
    """How many notices of supervision wait for their reply past its day."""
    session = context.session
    return sum(notice.state(session.today()) == "late" for notice in notices.all(session.checklist))


PAGES = (
    PageRow("tasks", words.TASKS, "list-tree", made_late("tasks page")),
    PageRow("ledger", ledger.LEDGER, "table-2", made_late("ledger page")),
    PageRow("lists", lists.PAGE, "clipboard-list", made_late("lists page")),
    PageRow("progress", progress.PAGE, "trending-up", made_late("progress page")),
    PageRow("problems", problems.PROBLEMS, "triangle-alert", made_late("problems page"),
            lambda context: context.standing.total.problems),
    PageRow("units", units.PAGE, "building-2", made_late("units page")),
    PageRow("issue", issuing.PAGE, "stamp", made_late("issue page"), _blocked),
    PageRow("supervision", supervision.PAGE, "megaphone", made_late("supervision page"), _unanswered),
    PageRow("reports", reports.PAGE, "file-text", made_late("reports page")),
)  # fmt: skip
