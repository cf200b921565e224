"""期间对比表: every figure then and now, in total and by part, and the actions behind each change; landscape."""

from collections.abc import Iterator, Mapping, Sequence

from db.actions import Action
from db.comparison import Change, Comparison
from db.counts import Tally
from db.snapshots import State
from db.text import ordinal
from db.words import STATUS
from db.words.periods import GROUPS
from db.words.periods import NOW as TODAY
from reports import columns, frame
from reports.data import ReportData
from reports.typesetting.cells import Cell, Over
from reports.typesetting.grid import shared
from reports.typesetting.paper import Paper
from reports.typesetting.table import Group, Table
from reports.words import AND, PART, YEAR
from reports.words import comparison as words

_SIZES = {"A4": 9.0, "A3": 10.5}  # 小五, 五号
_CAPTION = 14.0  # 四号
_GAP = 10.0  # between two tables, pt
_ABREAST = 6  # the total or a part, side by side
_HEAD_LINES = 4
_LAW = {"actions": ("added", "gone"), "finished": ("finished", "unfinished"), "overdue": ("overdue", "relieved")}
_BY_DUE = frozenset({"overdue", "relieved", "due"})
_PLACES = 2  # tables before those of the groups


def title(data: ReportData) -> str:
    """The sheet's title."""
    return frame.title(data, words.NAME)


def empty(data: ReportData) -> str:
    """Why there is nothing to print, "" where there is."""
    return "" if data.comparison else words.EMPTY


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw figures, law and groups, yielding (done, of) after every table."""
    compared = data.comparison
    assert compared is not None, "a report that is empty is not drawn"
    frame.begin(data, paper, title(data), (_span(compared, data), frame.basis(data)))
    groups = [(name, changes) for name, changes in compared.groups.items() if changes]
    of = len(groups) + _PLACES
    for table, rows in _figures(compared, data, paper):
        yield from _whole(table, rows, paper, _GAP, (0, of))
    foot = frame.foot_height(data, paper)
    yield from _whole(*_law(compared, data, paper), paper, _GAP if groups else 0.0, (1, of), 0.0 if groups else foot)
    for place, (name, changes) in enumerate(groups, 1):
        last = place == len(groups)
        table = _group_table(place, name, len(changes), data, paper)
        for _ in table.draw(_changes(name, changes, data), foot if last else 0.0):
            yield place + 1, of
        paper.y -= 0.0 if last else _GAP
    frame.foot(data, paper)


def _whole(
    table: Table, rows: list[Group], paper: Paper, gap: float, step: tuple[int, int], foot: float = 0.0
) -> Iterator[tuple[int, int]]:
    """Draw a table that stays on one page, and leave a gap under it."""
    for _ in table.draw(rows, foot, together=True):
        yield step
    paper.y -= gap


def _span(compared: Comparison, data: ReportData) -> str:
    before, after = compared.before, compared.after
    return words.SPAN.format(
        before=before.period.name if before.period else TODAY, before_day=frame.day(before.yard.today),
        after=data.period.name, after_day=frame.day(after.yard.today),
    )  # fmt: skip


def _figures(compared: Comparison, data: ReportData, paper: Paper) -> Iterator[tuple[Table, list[Group]]]:
    """All figures then, now and what changed: of the total and of each part, as many side by side as a page takes."""
    size = _SIZES[data.options.size]
    scopes = [(words.TOTAL, compared.before.counts.total, compared.after.counts.total), *_parts(compared, data)]
    for start in range(0, len(scopes), _ABREAST):
        abreast = scopes[start : start + _ABREAST]
        under = tuple(Cell(name, "hei", size, "center") for name in (words.THEN, words.NOW, words.CHANGE))
        head: list[Cell | Over] = [
            Cell(words.FIGURE, "hei", size, "center"),
            *(Over(Cell(name, "hei", size, "center", most=_HEAD_LINES), under) for name, _, _ in abreast),
        ]
        rows = [_figure_row(name, figure, abreast, size) for figure, name in words.FIGURES.items()]
        room = ((6.0, 0.4), *((2.2, 1.0),) * 3 * len(abreast))
        caption = None if start else Cell(words.FIGURES_CAPTION, "hei", _CAPTION)
        yield Table(paper, shared(paper.sheet.width, size, room), head, caption), rows


def _parts(compared: Comparison, data: ReportData) -> Iterator[tuple[str, Tally, Tally]]:
    before, after = compared.before.counts.parts, compared.after.counts.parts
    if len(data.parts) == 1:  # the total once more
        return
    for part in data.parts:
        key = part.part.id if part.part else None
        label = ordinal(part.part.number) if part.part else ""
        name = PART.format(label=label, title=part.part.title) if part.part else words.NO_PART
        yield name, before.get(key, Tally()), after.get(key, Tally())


def _figure_row(name: str, figure: str, abreast: Sequence[tuple[str, Tally, Tally]], size: float) -> Group:
    cells = [Cell(name, size=size)]
    for _, before, after in abreast:
        then, now = getattr(before, figure), getattr(after, figure)
        cells += [Cell(text, size=size, align="right") for text in (str(then), str(now), _change(now - then))]
    return Group((), (tuple(cells),))


def _change(by: int) -> str:
    """+3, -2 or 0."""
    return (words.MORE if by > 0 else words.LESS if by < 0 else words.SAME).format(n=abs(by))


def _law(compared: Comparison, data: ReportData, paper: Paper) -> tuple[Table, list[Group]]:
    """Then, what came, what left, now: each row adds up."""
    size = _SIZES[data.options.size]
    before, after = compared.before.counts.total, compared.after.counts.total
    rows = []
    for figure, (came, left) in _LAW.items():
        numbers = (
            getattr(before, figure), len(compared.groups[came]), len(compared.groups[left]), getattr(after, figure),
        )  # fmt: skip
        told = (Cell(str(number), size=size, align="right") for number in numbers)
        rows.append(Group((), ((Cell(words.FIGURES[figure], size=size), *told),)))
    head = [Cell(name, "hei", size, "center") for name in words.LAW]
    caption = Cell(words.LAW_CAPTION, "hei", _CAPTION)
    return Table(paper, shared(paper.sheet.width, size, ((6.0, 1.0), *((4.0, 1.0),) * 4)), head, caption), rows


def _group_table(place: int, name: str, count: int, data: ReportData, paper: Paper) -> Table:
    size = _SIZES[data.options.size]
    told = words.GROUP_CAPTION.format(label=ordinal(place + _PLACES), name=GROUPS[name], n=count)
    head = [Cell(text, "hei", size, "center") for text in words.COLUMNS]
    room = ((2.1, 0.0), (10.0, 2.0), (10.0, 1.6), (6.0, 0.6), (6.0, 0.3), (6.0, 0.3))
    return Table(paper, shared(paper.sheet.width, size, room), head, Cell(told, "hei", _CAPTION))


def _changes(name: str, changes: Sequence[Change], data: ReportData) -> list[Group]:
    size = _SIZES[data.options.size]
    states = data.comparison
    assert states is not None
    tasks = {**_tasks(states.before), **_tasks(states.after)}

    def row(number: int, change: Change) -> tuple[Cell, ...]:
        action = change.action
        then, now = _told(name, change.before), _told(name, change.after)
        return (
            Cell(str(number), size=size, align="center"),
            Cell(action.title, size=size, note=action.code),
            Cell(tasks.get(action.task, ""), size=size),
            Cell(action.lead, size=size, align="center", mark=AND),
            Cell(then, size=size, align="center", mark=YEAR),
            Cell(now, size=size, align="center", mark=YEAR),
        )

    return [Group((), (row(number, change),)) for number, change in enumerate(changes, 1)]


def _tasks(state: State) -> Mapping[int, str]:
    return {task.id: words.TASK.format(number=task.number, title=task.title) for task in state.tasks}


def _told(name: str, action: Action | None) -> str:
    """What a group is about, of an action as it stood; a dash where it was not counted."""
    if action is None:
        return words.NONE
    if name in _BY_DUE:
        return columns.worded(action)
    if name == "percent":
        return words.PERCENT.format(percent=action.percent)
    return words.STATUS.format(status=STATUS[action.status], percent=action.percent)
