"""The reports there are, by the name used on the command line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reports import breakdown, words
from reports.data import ReportData
from reports.typesetting.ink import Ink
from reports.typesetting.page import Pages

Draw = Callable[[ReportData, Ink, Pages], Iterator[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One report: its name, the title of one made from a checklist, and how it is drawn."""

    name: str
    title: Callable[[ReportData], str]
    draw: Draw


KINDS = {"breakdown": Kind(words.BREAKDOWN, breakdown.title, breakdown.draw)}
