"""The menu in which it is ticked which sentences of their task the chosen actions answer."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from db import answers
from db.actions import Action
from db.tasks import Task
from desktop import wording
from desktop.session import Session
from desktop.widgets.check_menu import CheckMenu


def answer_menu(session: Session, task: Task, chosen: Sequence[Action], parent: QWidget) -> CheckMenu:
    """A tick where all of the chosen actions answer a sentence; setting or clearing one is a step."""
    menu = CheckMenu(parent)
    ids = [action.id for action in chosen]
    for number, text in enumerate(task.sentences, start=1):
        checked = all(number in action.answers for action in chosen)
        act = menu.add_check(wording.sentence_line(number, text), checked, lambda: None)
        act.triggered.connect(partial(_set, session, act, ids, number))
    return menu


def _set(session: Session, act: QAction, ids: Sequence[int], number: int) -> None:
    session.run(answers.link if act.isChecked() else answers.unlink, ids, [number])
