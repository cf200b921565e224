"""The reports there are, by the name used on the command line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reports import (
    attachments,
    breakdown,
    closing_form,
    comparison,
    extension_form,
    four_lists,
    ledger,
    narrative,
    not_applicable,
    overdue,
    pack,
    supervision,
    supervision_register,
    task_card,
    timeline,
    unit_sheet,
    words,
)
from reports.data import ReportData
from reports.typesetting.paper import Paper
from reports.words import approvals
from reports.words import comparison as comparison_words
from reports.words import four_lists as lists_words
from reports.words import narrative as narrative_words
from reports.words import not_applicable as na_words
from reports.words import overdue as overdue_words
from reports.words import pack as pack_words
from reports.words import supervision as supervision_words
from reports.words import task_card as card_words
from reports.words import timeline as timeline_words
from reports.words import unit_sheet as unit_words

Draw = Callable[[ReportData, Paper], Iterator[tuple[int, int]]]
_NARRATIVE = ("scope", "stamped", "compare", "not_applicable", "attachments", "extras")
_TABLE = ("scope", "binding", "size", "signatures")
_FORM = ("scope", "phones", "actions")
_PACK = (*_TABLE, "phones", "stamped", "compare", "not_applicable", "rows", "extras")


def _pack(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    return pack.draw(data, paper, KINDS)


def _empty_pack(data: ReportData) -> str:
    return pack.empty(data, KINDS)


def attached(data: ReportData) -> list[str]:
    """The titles of what is attached to the 落实情况报告."""
    return [one.title for one in attachments.of(data, KINDS)] if data.options.attachments else []


def _narrative(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    return narrative.draw(data, paper, attached(data))


def _narrative_word(data: ReportData) -> bytes:
    from reports import narrative_docx

    return narrative_docx.build(data, attached(data))


def _never(_: ReportData) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One report: its name and what it is for in a few words, the title of one made from a checklist, how it is drawn.

    `options` names the fields of Options it heeds, beside `period` and `duplex`. `empty` says why there is nothing to
    print, "" where there is. `draw` begins its own pages and yields (done, of) now and then. `word` makes
    the bytes of a .docx, where there is one.
    """

    name: str
    line: str
    title: Callable[[ReportData], str]
    draw: Draw
    options: tuple[str, ...] = ("scope",)
    empty: Callable[[ReportData], str] = _never
    word: Callable[[ReportData], bytes] | None = None


KINDS = {
    "narrative": Kind(
        narrative_words.NAME, narrative_words.LINE, narrative.title, _narrative, _NARRATIVE, word=_narrative_word
    ),
    "breakdown": Kind(words.BREAKDOWN, words.BREAKDOWN_LINE, breakdown.title, breakdown.draw, (*_TABLE, "phones")),
    "ledger": Kind(words.LEDGER, words.LEDGER_LINE, ledger.title, ledger.draw, (*_TABLE, "phones")),
    "overdue": Kind(
        overdue_words.NAME, overdue_words.LINE, overdue.title, overdue.draw, (*_TABLE, "phones"), overdue.empty
    ),
    "timeline": Kind(
        timeline_words.NAME, timeline_words.LINE, timeline.title, timeline.draw, (*_TABLE, "rows"), timeline.empty
    ),
    "not-applicable": Kind(
        na_words.NAME, na_words.LINE, not_applicable.title, not_applicable.draw, _TABLE, not_applicable.empty
    ),
    "unit-sheet": Kind(
        unit_words.NAME, unit_words.LINE, unit_sheet.title, unit_sheet.draw, (*_TABLE, "phones"), unit_sheet.empty
    ),
    "task-card": Kind(
        card_words.NAME, card_words.LINE, task_card.title, task_card.draw, ("scope", "phones"), task_card.empty
    ),
    "extension-form": Kind(
        approvals.EXTENSION, approvals.EXTENSION_LINE, extension_form.title, extension_form.draw, _FORM,
        extension_form.empty,
    ),
    "closing-form": Kind(
        approvals.CLOSING, approvals.CLOSING_LINE, closing_form.title, closing_form.draw, _FORM, closing_form.empty
    ),
    "comparison": Kind(
        comparison_words.NAME, comparison_words.LINE, comparison.title, comparison.draw, _TABLE, comparison.empty
    ),
    "four-lists": Kind(
        lists_words.NAME, lists_words.LINE, four_lists.title, four_lists.draw, (*_TABLE, "lists"), four_lists.empty
    ),
    "pack": Kind(pack_words.NAME, pack_words.LINE, pack.title, _pack, _PACK, _empty_pack),
    "supervision": Kind(
        supervision_words.NOTICES, supervision_words.NOTICES_LINE, supervision.title, supervision.draw,
        ("notices", "stamped"), supervision.empty,
    ),
    "supervision-register": Kind(
        supervision_words.REGISTER, supervision_words.REGISTER_LINE, supervision_register.title,
        supervision_register.draw, ("binding", "size", "signatures"), supervision_register.empty,
    ),
}
