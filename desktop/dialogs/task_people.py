"""Ask who answers for a task: 责任领导, 责任人 and 联系人."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from db import names, tasks
from db.errors import ChecklistError
from db.tasks import Task
from desktop.dialogs.ask_fields import AskFields
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.name_field import NameField
from desktop.words import units as words


def ask(session: Session, look: Look, task: Task, over: QWidget) -> None:
    """Open the question over a page; the three are saved as one step."""

    def save(said: Mapping[str, str]) -> ChecklistError | None:
        return session.attempt(tasks.set_people, task.id, said)[1]

    def field(name: str) -> NameField:
        made = NameField(lambda: names.persons(session.checklist))
        made.setText(name)
        return made

    dialog = AskFields(
        look, over, save, title=words.TASK_PEOPLE_TITLE, deed=words.SAVE,
        explain=words.TASK_PEOPLE_EXPLAIN.format(number=task.number, title=task.title),
    )  # fmt: skip
    for role, word in words.ROLES.items():
        dialog.ask((role, word, field(getattr(task, role))))
    dialog.fields["leader"].setFocus()
    dialog.open()
