"""The one table of pages: the order of the rail, and of Ctrl+1, Ctrl+2, …"""

from collections.abc import Callable
from dataclasses import dataclass

from desktop import words
from desktop.late import late
from desktop.pages.page import Context, Page


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


PAGES = (PageRow("tasks", words.TASKS, "list-tree", made_late("tasks page")),)
