"""四张清单: 任务, 责任, 问题 and 措施, four views of the one set of data (db.lists); each begins a page; landscape."""

from collections import Counter
from collections.abc import Iterator, Sequence

from db import ledger, lists
from db.ledger import Row
from db.lists import Sources, Wanted
from db.words import lists as list_words
from reports import frame
from reports.data import ReportData
from reports.typesetting.cells import Cell
from reports.typesetting.grid import shared
from reports.typesetting.paper import Paper
from reports.typesetting.table import Band, Group, Table
from reports.words import AND, YEAR
from reports.words import four_lists as words

_SIZES = {"A4": 9.0, "A3": 10.5}  # 小五, 五号
_BAND = 10.5
# Letters and share of each column; those in _LEFT are set from the left, the others in the middle.
_ROOM = {
    "code": (7.2, 0.0), "title": (8.0, 2.0), "goal": (6.0, 1.6), "lead": (5.1, 0.6), "owner": (3.2, 0.0),
    "leader": (4.1, 0.0), "contact": (3.2, 0.0), "due": (5.1, 0.0), "timing": (4.6, 0.0), "state": (6.3, 0.0),
    "role": (2.2, 0.0), "problem": (8.0, 2.0), "cause": (6.0, 1.4), "category": (4.1, 0.0), "unit": (5.1, 0.4),
    "raised": (4.6, 0.0), "days": (4.1, 0.0), "solution": (5.0, 1.2), "measure": (8.0, 2.0), "source": (5.1, 0.9),
}  # fmt: skip
_LEFT = frozenset({"title", "goal", "problem", "cause", "solution", "measure"})
_MARKS = {"due": YEAR, "raised": YEAR, "lead": AND}


def title(data: ReportData) -> str:
    """The sheet's title: that of the one list chosen, or of all together."""
    chosen = data.options.lists
    return frame.title(data, list_words.NAMES[chosen[0]] if len(chosen) == 1 else words.NAME)


def empty(data: ReportData) -> str:
    """Why there is nothing to print, "" where there is."""
    return "" if any(groups for _, groups in _chosen(data)) else words.EMPTY


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the chosen lists one after the other, yielding (done, of) as they go."""
    size = _SIZES[data.options.size]
    chosen = [(kind, groups, _rows(kind, groups, size)) for kind, groups in _chosen(data)]
    of, done = sum(len(rows) for _, _, rows in chosen), 0
    for kind, groups, rows in chosen:
        count = _count(kind, groups)
        frame.begin(data, paper, frame.title(data, list_words.NAMES[kind]), (frame.basis(data), count))
        names = (words.NUMBER, *(list_words.COLUMNS[column] for column in lists.COLUMNS[kind]))
        room = ((2.1, 0.0), *(_ROOM[column] for column in lists.COLUMNS[kind]))
        head = [Cell(name, "hei", size, "center") for name in names]
        table = Table(paper, shared(paper.sheet.width, size, room), head)
        for number in table.draw(rows, frame.foot_height(data, paper)):
            yield done + number, of
        done += len(rows)
        frame.foot(data, paper)


def _chosen(data: ReportData) -> Iterator[tuple[str, list[lists.Group]]]:
    """The lists that are wanted, in their order."""
    tasks = [item.task for item in data.tasks]
    its: dict[int, list[Row]] = {task.id: [] for task in tasks}
    for row in ledger.rows(tasks, data.actions, data.yard, parents=True):
        its[row.task.id].append(row)
    sources = Sources(data.yard, data.records.problems, data.records.newest)
    wanted = Wanted(unit=data.options.scope.unit)
    for kind in (kind for kind in lists.KINDS if kind in data.options.lists):
        lines = [line for task in tasks for line in lists.of_task(kind, task, its[task.id], sources)]
        yield kind, lists.grouped(kind, (line for line in lines if wanted.admits(line)))


def _count(kind: str, groups: Sequence[lists.Group]) -> str:
    """How many lines there are, and of what, where that is another number than of actions."""
    lines = [line for group in groups for line in group.lines]
    count = words.COUNT.format(n=len(lines))
    acts = len({line.row.action.id for line in lines if line.row})
    if kind == "duties":
        return words.DUTIES_COUNT.format(n=len(lines), actions=acts)
    bare = Counter(line.cells[lists.COLUMNS[kind].index("title")] for line in lines if not line.row)
    others = "".join(words.BARE.format(said=said, n=n) for said, n in bare.items())
    return words.TASKS_COUNT.format(n=len(lines), actions=acts, others=others) if others else count


def _rows(kind: str, groups: Sequence[lists.Group], size: float) -> list[Band | Group]:
    rows: list[Band | Group] = []
    number = 0
    for group in groups:
        told = words.GROUP.format(title=group.title, n=len(group.lines))
        rows.append(Band(Cell(told, "hei", _BAND)))
        for line in group.lines:
            number += 1
            cells = (_cell(column, text, size) for column, text in zip(lists.COLUMNS[kind], line.cells, strict=True))
            rows.append(Group((), ((Cell(str(number), size=size, align="center"), *cells),)))
    return rows or [Group((), lone=Cell(words.NOTHING, "kai", size, "center"))]


def _cell(column: str, text: str, size: float) -> Cell:
    align = "left" if column in _LEFT else "center"
    return Cell(text, size=size, align=align, mark=_MARKS.get(column, ""))
