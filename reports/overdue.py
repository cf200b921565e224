"""逾期和临期清单: what is late, what falls due, what lags behind the time elapsed, and whose it is; landscape."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from db import status
from db.actions import Action
from db.ledger import pinyin_key
from db.text import ordinal
from reports import columns, frame
from reports.data import ReportData
from reports.typesetting.cells import Cell
from reports.typesetting.grid import shared
from reports.typesetting.paper import Paper
from reports.typesetting.table import Group, Table
from reports.words import AND, YEAR
from reports.words import overdue as words

_SECTIONS = ("overdue", "soon", "slow")
_SIZES = {"A4": 9.0, "A3": 10.5}  # 小五, 五号
_CAPTION = 14.0  # 四号
_GAP = 10.0  # between two tables, pt


def title(data: ReportData) -> str:
    """The sheet's title."""
    return frame.title(data, words.NAME)


def empty(data: ReportData) -> str:
    """Why there is nothing to print, "" where there is."""
    return "" if any(data.behind(figure) for figure in _SECTIONS) else words.EMPTY


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the three tables and the units they concern, yielding (done, of) after every row."""
    frame.begin(data, paper, title(data), (_head(data), frame.basis(data)))
    sections = [(figure, sorted(data.behind(figure), key=_order(figure, data))) for figure in _SECTIONS]
    sections = [(figure, found) for figure, found in sections if found]
    of, done = sum(len(found) for _, found in sections), 0
    for place, (figure, found) in enumerate(sections, 1):
        for number in _table(figure, ordinal(place), data, paper).draw(_rows(figure, found, data)):
            yield done + number, of
        done += len(found)
        paper.y -= _GAP
    yield from ((of, of) for _ in _ranking(ordinal(len(sections) + 1), data, paper))
    frame.foot(data, paper)


def _head(data: ReportData) -> str:
    total = data.counts.total
    units = sum(1 for name, tally in data.counts.leads.items() if name and (tally.overdue or tally.soon or tally.slow))
    return words.HEAD.format(
        day=frame.day(data.today), overdue=total.overdue, within=data.yard.soon, soon=total.soon, slow=total.slow,
        units=units,
    )  # fmt: skip


def _order(figure: str, data: ReportData) -> Callable[[Action], tuple[int, bytes]]:
    """The worst first, then by unit."""

    def of(action: Action) -> tuple[int, bytes]:
        days = status.timing(action, data.yard).days
        worst = {"overdue": -days, "soon": days, "slow": status.pace(action, data.yard).points}
        return worst[figure], pinyin_key(action.lead)

    return of


def _table(figure: str, label: str, data: ReportData, paper: Paper) -> Table:
    phones, size = data.options.phones, _SIZES[data.options.size]
    caption = words.SECTIONS[figure].format(label=label, n=getattr(data.counts.total, figure))
    names = (
        *words.COLUMNS, words.OWNER_PHONE if phones else words.OWNER, words.ORIGINAL, words.NOW,
        words.MEASURE[figure], words.PROGRESS, words.REASON, words.NOTICE,
    )  # fmt: skip
    room = (
        (2.1, 0.0), (7.0, 2.0), (7.0, 1.6), (5.1, 0.6), (6.5 if phones else 3.2, 0.0), (5.1, 0.0), (5.1, 0.0),
        (5.6, 0.0), (7.0, 2.0), (5.5, 1.2), (6.2, 0.0),
    )  # fmt: skip
    head = [Cell(name, "hei", size, "center") for name in names]
    return Table(paper, shared(paper.sheet.width, size, room), head, Cell(caption, "hei", _CAPTION))


def _rows(figure: str, found: Sequence[Action], data: ReportData) -> list[Group]:
    size = _SIZES[data.options.size]
    tasks = {item.task.id: item.task for item in data.tasks}
    numbers = _numbers(data)

    def centred(text: str, mark: str = "") -> Cell:
        return Cell(text, size=size, align="center", mark=mark)

    def row(number: int, action: Action) -> tuple[Cell, ...]:
        task = tasks[action.task]
        return (
            centred(str(number)),
            Cell(action.title, size=size, note=action.code),
            Cell(words.TASK.format(number=task.number, title=task.title), size=size),
            centred(action.lead, AND),
            centred(columns.owner(action, data)),
            centred(_original(action), YEAR),
            centred(_now(action), YEAR),
            centred(_measure(figure, action, data)),
            Cell(_progress(action, data), size=size, note=columns.reported(action, data)),
            Cell(_reason(action, data), size=size),
            centred("\n".join(numbers.get(action.id, ()))),
        )

    return [Group((), (row(number, action),)) for number, action in enumerate(found, 1)]


def _numbers(data: ReportData) -> dict[int, list[str]]:
    """The numbers of the 督办单 that ask for an action and stand, by action; the newest first."""
    found: dict[int, list[str]] = {}
    for notice in sorted(data.notices, key=lambda one: (one.issued_on, one.id), reverse=True):
        for item in notice.items:
            if not notice.void_on:
                found.setdefault(item.action, []).append(notice.number)
    return found


def _original(action: Action) -> str:
    """The deadline that was issued; before that the one there is."""
    if not (action.original_due_words or action.original_due_on):
        return columns.worded(action)
    if action.original_due_words.isdecimal() and action.original_due_on:
        return frame.day(action.original_due_on)
    return action.original_due_words or (frame.day(action.original_due_on) if action.original_due_on else "")


def _now(action: Action) -> str:
    due = columns.worded(action)
    return words.EXTENDED.format(due=due, n=action.extensions) if action.extensions else due


def _measure(figure: str, action: Action, data: ReportData) -> str:
    """Days past or left, or how far it is behind the time elapsed."""
    if figure == "slow":
        pace = status.pace(action, data.yard)
        return words.POINTS.format(points=-pace.points, expected=pace.expected)
    timing = status.timing(action, data.yard)
    if figure == "soon" and timing.days < 2:
        return str(timing)
    return words.DAYS.format(days=timing.days, workdays=timing.workdays)


def _progress(action: Action, data: ReportData) -> str:
    percent = words.PERCENT.format(percent=action.percent)
    told = columns.progress(action, data)
    return f"{told}\n{percent}" if told else percent


def _reason(action: Action, data: ReportData) -> str:
    """Why: as the report gives it, else what is in the way."""
    entry = data.records.newest.get(action.id)
    if entry and entry.reason:
        return entry.reason
    open_ones = [one.entry for one in data.records.problems.get(action.id, ()) if one.solved_on is None]
    found = [one.cause or one.text for one in open_ones] or ([entry.trouble] if entry and entry.trouble else [])
    return "\n".join(found)


def _ranking(label: str, data: ReportData, paper: Paper) -> Iterator[int]:
    """The units that lead what is late, due or behind, the most of it first; the sums are those of the tables."""
    size = _SIZES[data.options.size] + 1.5
    found = [
        (name, tally) for name, tally in data.counts.leads.items() if tally.overdue or tally.soon or tally.slow
    ]  # fmt: skip
    found.sort(key=lambda pair: (-pair[1].overdue, -pair[1].soon, -pair[1].slow, pinyin_key(pair[0])))

    def row(first: Sequence[Cell], tally: object) -> Group:
        figures = (str(getattr(tally, figure)) for figure in _SECTIONS)
        return Group((), ((*first, *(Cell(figure, size=size, align="right") for figure in figures)),))

    rows = [
        row((Cell(str(number), size=size, align="center"), Cell(name or words.NO_LEAD, size=size)), tally)
        for number, (name, tally) in enumerate(found, 1)
    ]
    total = row((Cell(words.TOTAL, "hei", size, "center", columns=2),), data.counts.total)
    rows.append(replace(total, total=True))
    head = [Cell(name, "hei", size, "center") for name in words.RANKED]
    room = ((2.1, 0.0), (9.0, 3.0), *((4.1, 0.5),) * 3)
    caption = Cell(words.RANKING.format(label=label), "hei", _CAPTION)
    table = Table(paper, shared(paper.sheet.width, size, room), head, caption)
    yield from table.draw(rows, frame.foot_height(data, paper), together=True)
