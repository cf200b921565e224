"""落实情况报告: a letter to the county's government, its paragraphs told from the data or by whoever edited them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.narrative import filled
from db.text import ordinal
from reports import frame, narrative_text
from reports import words as shared
from reports.data import ReportData
from reports.narrative_figures import known
from reports.typesetting.paper import Paper
from reports.typesetting.prose import Prose
from reports.typesetting.sheets import portrait
from reports.words import narrative as words

_HEADINGS = {"chapter": 1, "section": 2}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report at its `place`; `kind` as in `narrative_text.Said`.

    `template` has figures by their names in braces, `text` what they stand for; `automatic` is the template the
    data makes, from which an edited one differs. `number` is 一、, （一） or 1., "" for what bears none.
    """

    place: str
    kind: str
    template: str
    text: str
    automatic: str
    number: str = ""

    @property
    def edited(self) -> bool:
        """Whether people have put it differently."""
        return self.template != self.automatic

    @property
    def shown(self) -> str:
        """The paragraph as it is printed; "" for one that is not."""
        return self.number + self.text if self.text else ""


def paragraphs(data: ReportData, attached: Sequence[str] = ()) -> list[Paragraph]:
    """All paragraphs in order, those with nothing to say empty; `attached` are the titles of the 附件.

    What people have put differently is heeded in the report of the whole checklist, not in one of a part of it.
    """
    edits = data.edits if data.options.scope.whole else {}
    found = []
    for said in narrative_text.of(data, attached):
        template = edits.get(said.place, said.template)
        text = filled(template, known(data, said.place))
        found.append(Paragraph(said.place, said.kind, template, text, said.template))
    return list(_numbered(found))


def title(data: ReportData) -> str:
    """The report's title."""
    return paragraphs(data)[0].text


def title_pieces(text: str) -> list[str]:
    """A title cut where its sense allows a line to end."""
    return [piece for piece in re.split(words.TITLE_BREAKS, text.replace("\n", "")) if piece]


def signed_on(data: ReportData) -> str:
    """成文日期: the day it is made, of a closed period that day."""
    return frame.day(data.today if data.locked else data.now[:10])


def addressee(data: ReportData) -> str:
    """主送 with its ：, "" where nobody is written to."""
    name = data.letterhead.addressee
    return words.ADDRESSEE.format(name=name.rstrip(words.COLONS)) if name else ""


def contact(data: ReportData) -> str:
    """附注: whom to ring up; "" where nobody is named."""
    letter = data.letterhead
    told = [words.CONTACT.format(name=letter.contact)] if letter.contact else []
    told += [words.PHONE.format(phone=letter.phone)] if letter.phone else []
    return words.NOTE.format(text=words.CONTACT_GAP.join(told)) if told else ""


def footnote(data: ReportData) -> str:
    """统计口径, the day of the data, the period, and when it was made."""
    return words.FOOTNOTE.format(
        note=frame.note(data),
        day=shared.AS_OF.format(day=frame.day(data.today)),
        period=data.period.name,
        made=frame.made(data),
    )


def copies(data: ReportData) -> str:
    """Who else gets it, for 抄送."""
    return data.letterhead.cc.rstrip(words.COPIES_END) + words.COPIES_END if data.letterhead.cc else ""


def draw(data: ReportData, paper: Paper, attached: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Draw the report, yielding (done, of) after every page."""
    prose = Prose(paper)
    if paper.attachment:
        prose.label(shared.ATTACHMENT.format(n=paper.attachment))
    for one in paragraphs(data, attached):
        if one.text:
            _set(prose, one, data)
    prose.signature(data.letterhead.signer, signed_on(data), stamped=data.options.stamped)
    if contact(data):
        prose.note(contact(data))
    prose.footnote(footnote(data))
    if copies(data):
        prose.copies(copies(data))
    yield from prose.draw(portrait(duplex=data.options.duplex))


def _set(prose: Prose, one: Paragraph, data: ReportData) -> None:
    if one.kind == "title":
        prose.title(title_pieces(one.text))
        if addressee(data):
            prose.flush(addressee(data))
    elif one.kind in _HEADINGS:
        level = _HEADINGS[one.kind]
        prose.heading(one.shown.replace("\n", ""), level, mark=level)
    elif one.kind == "attachments":
        prose.attachments(one.text.split("\n"))
    else:
        prose.paragraph(one.shown)


def _numbered(found: list[Paragraph]) -> Iterator[Paragraph]:
    chapter = section = item = 0
    for one in found:
        number = ""
        if one.kind == "chapter" and one.text:
            chapter, section, item = chapter + 1, 0, 0
            number = words.CHAPTER.format(n=ordinal(chapter))
        elif one.kind == "section" and one.text:
            section, item = section + 1, 0
            number = words.SECTION.format(n=ordinal(section))
        elif one.kind == "item" and one.text:
            item += 1
            number = words.ITEM.format(n=item)
        yield replace(one, number=number)
