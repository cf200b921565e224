"""督办通知单: a letter to each unit with what it is to get done, in GB/T 9704 layout, and the 回执 it answers on."""

from collections.abc import Iterator
from dataclasses import replace

from db.supervision import OPEN, Item, Notice
from db.words.supervision import KINDS, LEVELS_MEAN
from reports import columns, frame
from reports.data import ReportData
from reports.figures import lamps
from reports.typesetting.cells import Cell
from reports.typesetting.form import Block, Form, Row, Slot
from reports.typesetting.paper import Paper
from reports.typesetting.prose import LEADING, SIZE, Prose
from reports.typesetting.sheets import portrait
from reports.typesetting.table import Group, Table
from reports.words import supervision as words

# The shape of a level; its word stands beside it.
SHAPES = {"blue": "none", "yellow": "soon", "red": "over"}
_SIZE, _NOTE, _PITCH = 10.5, 10.5, 1.4
_WIDTHS = (11, 36, 20, 24, 19, 19, 20, 22)
_FIELD = (20.0, 58.0)  # a label and what is said beside it
_WHOLE = 2 * _FIELD[1] + _FIELD[0]
_SLIP = (11, 39, 52, 34, 24)
_BASELINE = 0.88  # of a glyph's box, em
_GAP = 4.0  # between text and table, pt
_CLOSER = 18.0  # what the line under the title leaves of the grid's free one, pt
_LEAST, _SIGNED, _SEALED = 42.0, 30.0, 72.0  # room to write, to sign, to seal, pt


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw every notice that is asked for, each from an odd page on, its 回执 after it."""
    notices = chosen(data)
    for done, notice in enumerate(notices, 1):
        paper.stamp = words.VOID if notice.void_on else ""
        _letter(data, paper, notice)
        _slip(data, paper, notice)
        yield done, len(notices)
    paper.stamp = ""


def chosen(data: ReportData) -> list[Notice]:
    """The notices the options name; where they name none, those that wait for a reply. One without a number always."""
    wanted = data.options.notices
    return [
        notice
        for notice in data.notices
        if not notice.id or notice.id in wanted or (not wanted and notice.state(data.today) in OPEN)
    ]


def title(data: ReportData) -> str:
    """What the document is called."""
    return frame.title(data, words.NOTICES)


def empty(data: ReportData) -> str:
    """Why there is nothing to print; "" where there is."""
    return "" if chosen(data) else words.NOTHING


def _letter(data: ReportData, paper: Paper, notice: Notice) -> None:
    paper.begin(portrait(duplex=data.options.duplex), odd=True)
    head = Prose(paper)
    head.title([piece for piece in (notice.signer, KINDS[notice.kind]) if piece], mark=None)
    _all(head)
    _numbered(paper, notice)
    text = Prose(paper)
    text.flush(words.TO.format(unit=notice.addressee))
    for paragraph in notice.request.split("\n"):
        text.paragraph(paragraph)
    _all(text)
    end = Prose(paper)
    end.signature(notice.signer, frame.day(notice.issued_on), stamped=data.options.stamped)
    if notice.cc:
        end.copies(notice.cc)
    _items(paper, notice)
    form, blocks = Form(paper, 0.0, _SIZE, paper.turn), _form(notice)
    if form.height(blocks) + end.height > paper.room:  # no signature stands alone
        paper.turn()
    form.draw(blocks)
    _all(end)


def _numbered(paper: Paper, notice: Notice) -> None:
    """The level at the left edge, the number at the right: the bookmark is what is read from there on."""
    paper.y += _CLOSER
    ink, y = paper.ink, paper.y - SIZE * _BASELINE
    shape, word = SHAPES[notice.level], LEVELS_MEAN[notice.level]
    lamps.marked(ink, shape, paper.left, y, "hei", SIZE, word=word)
    pattern = words.VOID_NUMBER if notice.void_on else words.NUMBER if notice.number else words.NO_NUMBER
    ink.text(pattern.format(number=notice.number), paper.left + paper.sheet.width, y, "fang", SIZE, align="right")
    paper.mark(words.MARK.format(number=notice.number, unit=notice.addressee).strip())
    paper.y -= LEADING


def _items(paper: Paper, notice: Notice) -> None:
    paper.y -= _GAP
    head = tuple(Cell(name, "hei", _SIZE, "center") for name in words.COLUMNS)
    rows = [_row(place, item, notice.issued_on) for place, item in enumerate(notice.items, 1)]
    for _ in Table(paper, _WIDTHS, head).draw([Group(rows=(row,)) for row in rows]):
        pass


def _row(place: int, item: Item, issued_on: str) -> tuple[Cell, ...]:
    units = item.lead
    if item.supporting:
        units = words.SUPPORTED.format(lead=item.lead, supporting=item.supporting)
    handed = columns.short(item.handed_on, issued_on) if item.handed_on else words.NONE
    due = columns.short(item.due_on, issued_on) if item.due_on else item.due_words or words.NONE
    centred = [Cell(text, size=_SIZE, align="center") for text in (handed, due, past(item))]
    return (
        Cell(str(place), size=_SIZE, align="center"), Cell(item.title, size=_SIZE, note=item.code),
        Cell(item.source, size=_SIZE, align="center"), Cell(units, size=_SIZE, mark="、"), *centred,
        Cell(item.demand, size=_SIZE),
    )  # fmt: skip


def past(item: Item) -> str:
    """How many days past its date it was, the working days in brackets; of what is soon due those that were left."""
    if item.timing == "overdue":
        return words.LATE.format(days=item.days, workdays=item.workdays)
    if item.timing == "soon":
        return words.LEFT.format(days=item.days) if item.days else words.LAST_DAY
    return words.NONE


def _form(notice: Notice) -> list[Block]:
    """Under the table: who gave instructions, by when and how often to reply, whom to ring up."""
    when, how = words.BEFORE.format(day=frame.day(notice.reply_by)), notice.cycle
    rows = [
        Row((_label(words.REPLY_BY), _said(when), _label(words.CYCLE), _said(how))),
        Row((_label(words.CONTACT), _said(notice.contact), _label(words.PHONE), _said(notice.phone))),
    ]
    if notice.instruction:
        rows.insert(0, Row((_label(words.INSTRUCTION), _said(notice.instruction, _WHOLE))))
    return [Block("", tuple(rows))]


def _slip(data: ReportData, paper: Paper, notice: Notice) -> None:
    """The page a unit writes its reply on: the rows share what the page has room for."""
    paper.begin(portrait(duplex=data.options.duplex))
    head = Prose(paper)
    head.title([words.SLIP], mark=1)
    number = words.SLIP_NUMBER if notice.number else words.SLIP_NO_NUMBER
    head.flush(number.format(number=notice.number))
    head.flush(words.TO.format(unit=notice.signer))
    _all(head)
    note = paper.ink.set(words.SLIP_NOTE.format(day=frame.day(notice.reply_by)), "fang", _NOTE, paper.sheet.width)
    blocks = [_asked(notice), _signing(notice)]
    Form(paper, 0.0, _SIZE, paper.turn).draw(blocks, _GAP + len(note) * _NOTE * _PITCH, fill=True)
    paper.y -= _GAP
    for line in note:
        paper.y -= _NOTE * _PITCH
        paper.ink.line(line, paper.left, paper.y, "fang", _NOTE)


def _asked(notice: Notice) -> Block:
    """What was asked for, each with room to say how it stands."""
    titles = zip(words.SLIP_COLUMNS, _SLIP, strict=True)
    head = Row(tuple(Slot(Cell(name, "hei", _SIZE, "center"), width) for name, width in titles))
    rows = []
    for place, item in enumerate(notice.items, 1):
        told = (Cell(str(place), size=_SIZE, align="center"), Cell(item.title, size=_SIZE, note=item.code))
        free = (Cell("", size=_SIZE),) * (len(_SLIP) - len(told))
        slots = tuple(Slot(cell, width) for cell, width in zip((*told, *free), _SLIP, strict=True))
        rows.append(Row(slots, _LEAST, grows=True))
    return Block("", tuple(rows), head)


def _signing(notice: Notice) -> Block:
    """Who dealt with it, who signs for the unit, room for its seal."""
    by, phone, chief, seal = words.SLIP_SIGNED
    return Block("", (
        Row((_label(words.SLIP_UNIT), _said(notice.addressee, _WHOLE))),
        Row((_label(by), _said(""), _label(phone), _said("")), _SIGNED),
        Row((_label(chief), _said(""), _label(seal), replace(_said(""), sign=(words.SLIP_DAY,))), _SEALED),
    ))  # fmt: skip


def _label(text: str) -> Slot:
    return Slot(Cell(text, "hei", _SIZE, "center"), _FIELD[0])


def _said(text: str, width: float = 0.0) -> Slot:
    return Slot(Cell(text, size=_SIZE), width or _FIELD[1])


def _all(prose: Prose) -> None:
    for _ in prose.draw():
        pass
