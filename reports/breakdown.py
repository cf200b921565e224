"""任务分解表: every task with its actions, who leads, by when; landscape, for the meeting and the wall."""

from collections.abc import Iterator

from reports import action_table, columns, frame, words
from reports.action_table import Column
from reports.data import ReportData
from reports.typesetting.paper import Paper

_SIZES = {"A4": 10.5, "A3": 12.0}  # 五号, 小四


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the whole sheet, yielding (done, of) after every part and task."""
    state = Column(words.STATE, lambda action, its: columns.state(action, its.yard), 5.6)
    rest = (action_table.LEAD, action_table.OTHERS, action_table.owner(data), action_table.DUE, state)
    yield from action_table.draw(data, paper, title(data), rest, _SIZES[data.options.size])


def title(data: ReportData) -> str:
    """The sheet's title, on its first page and in the document's properties."""
    return frame.title(data, words.BREAKDOWN)
