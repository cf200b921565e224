"""What a page of an open checklist is given, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QFrame, QWidget

from db.changes import ChangeSet
from db.ledger import Row
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.standing import Standing
from desktop.session import Session


@dataclass(frozen=True)
class Context:
    """The parts of the desk a page works with.

    `say` shows a toast: words, a button, what it does. `go` turns to a page by its key, and to a place on it
    in that page's own words (`show_at`); False when the page in view cannot be left. `to_calendar` exports the due
    dates of rows. `paper` gives what exports and prints reports (exports.Exporter), made when it is first wanted.
    """

    session: Session
    standing: Standing
    look: Look
    icons: Icons
    say: Callable[..., None]
    go: Callable[..., bool]
    to_calendar: Callable[[Sequence[Row]], object]
    paper: Callable[[], Any]


class Page(QFrame):
    """One page beside the rail; a kind of page overrides what it can answer."""

    # Of `state`: what is remembered until the next start; texts, whole numbers and byte arrays can be.
    kept: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")

    def show_at(self, *_: Any, **where: Any) -> None:
        """Go to a place on this page; which places there are, each page says."""

    def reveal(self, action: int) -> bool:
        """Bring an action into view where this page lists it; False when it does not."""
        return False

    def show_step(self, changes: ChangeSet) -> bool:
        """Show where a step was taken back or given back; False where it is not of this page's subject."""
        return False

    def settle(self) -> str:
        """Save what is being typed; why the page should not be left yet, nothing when it can."""
        return ""

    def state(self) -> Mapping[str, object]:
        """What a page made anew, as for a new look, has to take up."""
        return {}

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up a state; anything unknown is left at its default."""

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return []
