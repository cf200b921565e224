"""进度图: how everything stands along the year; a bar of all actions, a table by part, a row a task or an action."""

from collections.abc import Iterator

from db.counts import Tally
from reports import frame, timeline_rows
from reports import words as shared
from reports.data import ReportData
from reports.figures import axis, bars
from reports.figures.chart import Chart, Look
from reports.typesetting.cells import Cell
from reports.typesetting.paper import Paper
from reports.typesetting.table import Group, Table
from reports.words import timeline as words

_SIZES = {"A4": 9.0, "A3": 10.5}
_TASKS = Look((words.TASKS,), (0.3,), 0)
_ACTIONS = Look((words.ACTIONS, words.LEAD), (0.27, 0.11), 0)
_OVERVIEW = (30, 7, 7, 8, 8, 9, 8, 7, 7, 8)  # in proportion
_FIGURES = ("applicable", "actions", "closed", "done", "in_progress", "not_started", "overdue", "soon")
_BAR, _LEGEND = 16.0, 9.0


def title(data: ReportData) -> str:
    """The sheet's title, on its first page and in the document's properties."""
    return frame.title(data, words.NAME)


def empty(data: ReportData) -> str:
    """Why there is nothing to draw: without actions nothing has a place in time."""
    return "" if data.counts.total.actions else words.EMPTY


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the sheet, yielding (done, of) after every row."""
    total = data.counts.total
    scope = shared.SCOPE.format(
        tasks=total.tasks, applicable=total.applicable, not_applicable=total.not_applicable
    )
    frame.begin(data, paper, title(data), (frame.basis(data), scope))
    _draw_bar(total, paper)
    yield from ((0, 1) for _ in _draw_overview(data, paper))
    rows = timeline_rows.of(data)
    size = _SIZES[data.options.size]
    look = _TASKS if data.options.rows == "tasks" else _ACTIONS
    year = data.settings.plan_year
    months = axis.over([*timeline_rows.days(rows), data.today], year)
    chart = Chart(paper, Look(look.heads, look.shares, size), months, data.today, year)
    for done in chart.draw(rows, frame.foot_height(data, paper)):
        yield done, len(rows)
    frame.foot(data, paper)


def _draw_bar(total: Tally, paper: Paper) -> None:
    """All counted actions by standing, with the legend under it."""
    bars.standings(paper.ink, total, paper.left, paper.y - _BAR, paper.sheet.width, _BAR, 10.5)
    paper.y -= _BAR + 4 + _LEGEND
    x = paper.left
    text = words.STANDING.format(actions=total.actions)
    paper.ink.text(text, x, paper.y, "hei", _LEGEND)
    bars.legend(paper.ink, total, x + paper.ink.width(text, "hei", _LEGEND) + _LEGEND, paper.y, size=_LEGEND)
    paper.y -= 7


def _draw_overview(data: ReportData, paper: Paper) -> Iterator[int]:
    head = tuple(Cell(name, "hei", 9, "center") for name in words.OVERVIEW)
    table = Table(paper, _OVERVIEW, head)
    rows = [
        _row(timeline_rows.part_title(part), data.counts.parts[part.part.id if part.part else None])
        for part in data.parts
    ]
    yield from table.draw([*rows, _row(words.TOTAL, data.counts.total, "hei")], 0)
    paper.y -= 9


def _row(name: str, tally: Tally, role: str = "song") -> Group:
    numbers = [str(getattr(tally, figure)) for figure in _FIGURES]
    texts = [*numbers, words.PERCENT_OF.format(n=tally.percent)]
    return Group((), rows=((Cell(name, role, 9), *(Cell(text, role, 9, "center") for text in texts)),))
