"""附件: which sheets go with the 落实情况报告 and under which numbers, for its 附件说明 and for 会议材料 alike."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from reports.data import ReportData
from reports.typesetting.paper import Paper

MAIN, WHOLE = "narrative", "pack"  # what they are attached to; what holds it all


class Attachable(Protocol):
    """What has to be known of a kind of report."""

    @property
    def title(self) -> Callable[[ReportData], str]:
        """Its title of given data."""

    @property
    def draw(self) -> Callable[[ReportData, Paper], Iterator[tuple[int, int]]]:
        """Draws it on pages of its own, yielding (done, of)."""

    @property
    def empty(self) -> Callable[[ReportData], str]:
        """Why there is nothing to print, "" where there is."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件`number`: a kind of report by its name on the command line, and its title as it stands over it."""

    number: int
    kind: str
    title: str


def of(data: ReportData, kinds: Mapping[str, Attachable]) -> list[Attachment]:
    """The attachments the options name, in their order, numbered from 1.

    What has nothing to print is left out, as is what is no sheet to attach or a kind that only another version knows.
    """
    names = [name for name in dict.fromkeys(data.options.extras) if name in kinds and name not in (MAIN, WHOLE)]
    printed = [name for name in names if not kinds[name].empty(data)]
    return [Attachment(number, name, kinds[name].title(data)) for number, name in enumerate(printed, 1)]
