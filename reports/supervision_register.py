"""督办登记簿: every 督办通知单 by its number, void ones too, and what became of it; landscape."""

from collections import Counter
from collections.abc import Iterator

from db.supervision import LEVELS, STATES, Notice
from db.words.supervision import STATES as STATES_NAMED
from reports import columns, frame
from reports.data import ReportData
from reports.typesetting.cells import Cell
from reports.typesetting.paper import Paper
from reports.typesetting.table import Band, Group, Table
from reports.words import supervision as words

_WIDTHS = (29, 17, 36, 80, 20, 20, 46, 20)
_SIZE = 10.5


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the whole register, yielding (done, of) after every notice."""
    frame.begin(data, paper, title(data), (frame.basis(data), words.REGISTER_SCOPE))
    head = tuple(Cell(name, "hei", _SIZE, "center") for name in words.REGISTER_COLUMNS)
    rows: list[Band | Group] = [Group(rows=(_row(notice, data.today),)) for notice in _sent(data)]
    rows.append(Band(Cell(_totals(data), "hei", _SIZE)))
    for done in Table(paper, _WIDTHS, head).draw(rows, frame.foot_height(data, paper, counts=False)):
        yield done, len(rows)
    frame.foot(data, paper, counts=False)


def title(data: ReportData) -> str:
    """The sheet's title."""
    return frame.title(data, words.REGISTER)


def empty(data: ReportData) -> str:
    """Why there is nothing to print; "" where there is."""
    return "" if _sent(data) else words.NOTHING_SENT


def _sent(data: ReportData) -> list[Notice]:
    """Those that have a number, of the unit the options ask for."""
    unit = data.options.scope.unit
    return [notice for notice in data.notices if notice.number and unit in ("", notice.called)]


def _row(notice: Notice, today: str) -> tuple[Cell, ...]:
    state = notice.state(today)
    centred = [
        Cell(columns.short(day, today), size=_SIZE, align="center") for day in (notice.issued_on, notice.reply_by)
    ]
    urges = "\n" + words.URGES.format(number=notice.former_number) if notice.former_number else ""
    content = "\n".join(
        words.CONTENT.format(place=place, title=item.title, code=item.code)
        for place, item in enumerate(notice.items, 1)
    )
    return (
        Cell(notice.number + urges, size=_SIZE, align="center"),
        Cell(words.REGISTER_LEVELS[notice.level], size=_SIZE, align="center"),
        Cell(notice.addressee, size=_SIZE), Cell(content, size=_SIZE), *centred, Cell(_fate(notice), size=_SIZE),
        Cell(STATES_NAMED[state], "hei" if state == "void" else "song", _SIZE, "center"),
    )  # fmt: skip


def _fate(notice: Notice) -> str:
    told = []
    if notice.replied_on:
        told.append(words.REPLIED.format(day=frame.day(notice.replied_on), reply=notice.reply))
    if notice.urged:
        told.append(words.URGED.format(number=notice.urged))
    if notice.void_on:
        told.append(words.VOID_WHY.format(day=frame.day(notice.void_on), reason=notice.void_reason))
    return "\n".join(told)


def _totals(data: ReportData) -> str:
    sent = _sent(data)
    levels = Counter(notice.level for notice in sent)
    states = Counter(notice.state(data.today) for notice in sent)
    return words.REGISTER_TOTALS.format(
        all=len(sent), **{level: levels[level] for level in LEVELS}, **{state: states[state] for state in STATES}
    )
