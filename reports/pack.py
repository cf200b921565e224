"""会议材料: cover, contents, the report and its 附件 in one file, as they are laid on the table of a meeting."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reports import attachments, frame
from reports.attachments import MAIN, Attachable
from reports.contents import draw_contents
from reports.data import ReportData
from reports.options import Scope
from reports.typesetting.paper import Paper
from reports.typesetting.sheets import Sheet, portrait
from reports.words import pack as words

_TITLE_SIZES = (26.0, 22.0, 18.0, 14.0, 12.0)  # the first that lets the title stand in the lines there are
_TITLE_LINES = 6
_NAME_SIZE, _TEXT_SIZE = 42.0, 15.75
_PARTS = 100  # of each document, in which progress is told


def title(data: ReportData) -> str:
    """The title, on the cover and in the document's properties."""
    return frame.title(data, words.NAME)


def empty(data: ReportData, kinds: Mapping[str, Attachable]) -> str:
    """Why there is nothing to bind: everything that was chosen is empty."""
    return "" if _parts(data, kinds) else words.EMPTY


def draw(data: ReportData, paper: Paper, kinds: Mapping[str, Attachable]) -> Iterator[tuple[int, int]]:
    """Draw it all, yielding (done, of); the contents are drawn last and set behind the cover."""
    data = replace(data, options=replace(data.options, attachments=True))  # here they are attached
    sheet, duplex = portrait(duplex=data.options.duplex), data.options.duplex
    paper.front = True
    contents = _draw_cover(data, paper, sheet)
    if duplex:
        paper.blank(sheet)
    front, paper.front = paper.pages, False
    parts = _parts(data, kinds)
    for place, (number, kind, name) in enumerate(parts):
        if duplex and paper.number % 2:
            paper.blank(sheet)
        paper.bind(number, name)
        for done, total in kinds[kind].draw(data, paper):
            yield place * _PARTS + _PARTS * done // max(total, 1), len(parts) * _PARTS
        paper.end()
    body, paper.front = paper.pages, True
    paper.begin(sheet)
    paper.lead_here(contents)
    draw_contents(paper)
    if duplex and (paper.pages - body) % 2:
        paper.blank(sheet)
    paper.end()
    count = paper.pages - body
    paper.set_before(front + 1, count)
    paper.label_pages(front + count)


def _parts(data: ReportData, kinds: Mapping[str, Attachable]) -> list[tuple[int, str, str]]:
    """What is bound, in order: 附件 number (0 for the report itself), kind, title."""
    main = []
    if MAIN in kinds and MAIN in data.options.extras and not kinds[MAIN].empty(data):
        main = [(0, MAIN, kinds[MAIN].title(data))]
    return main + [(one.number, one.kind, one.title) for one in attachments.of(data, kinds)]


def _draw_cover(data: ReportData, paper: Paper, sheet: Sheet) -> str:
    """County and notice, what it is, of which period; below who prepares it and when.

    Returns the key of the contents' bookmark, which leads to the cover until the contents are there.
    """
    ink, width = paper.ink, sheet.width
    paper.begin(sheet)
    paper.mark(words.NAME)
    contents = paper.mark(words.CONTENTS)
    middle = paper.left + width / 2
    everything = replace(data, options=replace(data.options, scope=Scope()))
    name = title(everything).removesuffix(words.NAME)
    for size in _TITLE_SIZES:
        lines = ink.title(name, "xbs", size, width)
        if len(lines) <= _TITLE_LINES:
            break
    paper.y -= 40
    for line in lines:
        paper.y -= size * 1.5
        ink.line(line, paper.left, paper.y, "xbs", size)
    paper.y -= 110
    spread = _NAME_SIZE * 1.6
    for place, character in enumerate(words.NAME):
        x = middle + (place - (len(words.NAME) - 1) / 2) * spread
        ink.text(character, x, paper.y, "xbs", _NAME_SIZE, align="center")
    paper.y -= 56
    about = words.SEPARATOR.join(filter(None, (frame.scope_name(data), data.period.name)))
    for line in ink.title(words.PERIOD.format(period=about), "kai", _TEXT_SIZE, width):
        ink.line(line, paper.left, paper.y, "kai", _TEXT_SIZE)
        paper.y -= _TEXT_SIZE * 1.5
    y = paper.sheet.bottom + 20
    for text in (frame.day(data.today), *_upwards(data, paper)):
        ink.text(text, middle, y, "kai", _TEXT_SIZE, align="center")
        y += _TEXT_SIZE * 1.7
    return contents


def _upwards(data: ReportData, paper: Paper) -> Iterator[str]:
    """Who prepares it, line by line from below."""
    signer = words.PREPARED.format(signer=data.letterhead.signer)
    yield from (line.text for line in reversed(paper.ink.title(signer, "kai", _TEXT_SIZE, paper.sheet.width)))
