"""落实情况报告 for Word and WPS: the paragraphs of the paper with the styles of GB/T 9704, for the leader's pen."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reports import narrative, word_styles, words
from reports.data import ReportData
from reports.narrative import Paragraph
from reports.typesetting.characters import visible
from reports.typesetting.prose import title_ends
from reports.words import narrative as its_words
from reports.words import word as styles

_TITLE_EM = 20.1  # of 22 pt in a line


def build(data: ReportData, attached: Sequence[str]) -> bytes:
    """The document's bytes; the same data gives the same bytes."""
    letter = _Letter(data)
    for one in narrative.paragraphs(data, attached):
        if one.text:
            letter.take(one)
    letter.sign()
    document = letter.document
    buffer = io.BytesIO()
    document.save(buffer)
    return _of_one_moment(buffer.getvalue(), datetime.fromisoformat(data.now))


class _Letter:
    """A document being filled paragraph by paragraph."""

    def __init__(self, data: ReportData) -> None:
        self.document = word_styles.blank(duplex=data.options.duplex)
        self._data = data
        _tell_about(self.document, data)

    def take(self, one: Paragraph) -> None:
        """Add a paragraph in the style of its kind."""
        if one.kind == "title":
            self._title(one.text)
        elif one.kind == "attachments":
            self._attachments(one.text.split("\n"))
        elif one.kind in styles.OF_KIND:
            self._add(one.shown.replace("\n", ""), styles.OF_KIND[one.kind])
        else:
            for line in one.shown.split("\n"):
                self._add(line, styles.BODY)

    def sign(self) -> None:
        """署名, date, 附注, the counting rule and 抄送."""
        data, em = self._data, word_styles.EM
        name, day = data.letterhead.signer, narrative.signed_on(data)
        wide, long = _em(name), _em(day)
        if data.options.stamped:
            day_in = 4.0
            name_in = max(day_in + (long - wide) / 2, 0.0)
        else:
            name_in = 2.0 + max(2.0 + long - wide, 0.0)
            day_in = name_in + wide - 2.0 - long
        for _ in range(2 if data.options.stamped else 1):
            self._add("", styles.BODY).paragraph_format.keep_with_next = True
        for text, inside in ((name, name_in), (day, day_in)):
            paragraph = self._add(text, styles.SIGNED)
            paragraph.paragraph_format.right_indent = round(inside * em)
            paragraph.paragraph_format.keep_with_next = text == name
        if narrative.contact(data):
            self._add(narrative.contact(data), styles.BODY)
        self._add(narrative.footnote(data), styles.NOTE)
        if narrative.copies(data):
            self._add(words.COPIES + narrative.copies(data), styles.COPIES)

    def _add(self, text: str, style: str) -> Any:
        return self.document.add_paragraph(visible(text), style=style)

    def _title(self, text: str) -> None:
        pieces = narrative.title_pieces(text)
        ends = title_ends([_em(piece) for piece in pieces], _TITLE_EM) or [len(pieces)]
        paragraph, begin = self._add("", styles.TITLE), 0
        for end in ends:
            run = paragraph.add_run(visible("".join(pieces[begin:end])))
            if end < len(pieces):
                run.add_break()
            begin = end
        self._add("", styles.FLUSH)
        if narrative.addressee(self._data):
            self._add(narrative.addressee(self._data), styles.FLUSH)

    def _attachments(self, names: Sequence[str]) -> None:
        em = word_styles.EM
        self._add("", styles.BODY)
        head = _em(words.ATTACHMENTS)
        for place, name in enumerate(names):
            number = words.ATTACHMENT_NUMBER.format(n=place + 1) if len(names) > 1 else ""
            before = (words.ATTACHMENTS if place == 0 else "") + number
            paragraph = self._add(before + name, styles.ATTACHED)
            left = 2 + head + _em(number)
            paragraph.paragraph_format.left_indent = round(left * em)
            paragraph.paragraph_format.first_line_indent = -round(_em(before) * em)
            paragraph.paragraph_format.keep_with_next = True


def _tell_about(document: Any, data: ReportData) -> None:
    moment = datetime.fromisoformat(data.now)
    about = document.core_properties
    about.title, about.author = visible(narrative.title(data)), visible(data.letterhead.signer)
    about.subject, about.language = its_words.NAME, "zh-CN"
    about.last_modified_by, about.comments = words.PROGRAM, ""
    about.created = about.modified = moment
    about.revision = 1


def _em(text: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in visible(text))


def _of_one_moment(content: bytes, moment: datetime) -> bytes:
    """The package with every part of it dated alike, else no two were the same."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            dated = zipfile.ZipInfo(part.filename, moment.timetuple()[:6])
            dated.compress_type, dated.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(dated, old.read(part))
    return buffer.getvalue()
