"""工作台账: the breakdown with what has been done, what is in the way and what comes next; landscape, A4 or A3."""

from collections.abc import Iterator

from reports import action_table, columns, frame, words
from reports.action_table import Column
from reports.data import ReportData
from reports.typesetting.paper import Paper

_SIZES = {"A4": 9.0, "A3": 10.5}  # 小五, 五号


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the whole sheet, yielding (done, of) after every part and task."""
    rest = (
        action_table.LEAD,
        action_table.OTHERS,
        action_table.owner(data),
        action_table.DUE,
        Column(words.PROGRESS, columns.progress, 8.0, 2.0, "left", note=columns.reported),
        Column(words.TROUBLE, columns.trouble, 6.0, 1.5, "left"),
        Column(words.STATE, columns.standing, 5.6),
    )
    yield from action_table.draw(data, paper, title(data), rest, _SIZES[data.options.size])


def title(data: ReportData) -> str:
    """The sheet's title, on its first page and in the document's properties."""
    return frame.title(data, words.LEDGER)
