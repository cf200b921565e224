"""What is known about the notice's tasks for a county, and what the county has answered."""

from PySide6.QtCore import QObject, Signal

from db import applicability
from db.applicability import Hint
from db.changes import ChangeSet
from db.tasks import Task
from desktop.session import Session


class CountyGuide(QObject):
    """Hints by task; `changed` tells of other answers. Has nothing to say of a notice without questions."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._guide = applicability.of(session.checklist)
        self._given = applicability.replies(session.checklist)
        session.changed.connect(self._apply)

    def hint(self, task: Task) -> Hint | None:
        """What to say of a task the county has not decided on."""
        return applicability.hint(self._guide, self._given, task) if self._guide else None

    def reason(self, task: Task) -> str:
        """Why a task would not concern the county, to begin with; "" where nothing is known."""
        return applicability.reason(self._guide, task.number) if self._guide else ""

    def confirmer(self) -> str:
        """Whose name to propose as the one who confirms."""
        return applicability.confirmer(self._session.checklist)

    def _apply(self, changes: ChangeSet) -> None:
        if changes.touches("reply"):
            self._given = applicability.replies(self._session.checklist)
            self.changed.emit()
