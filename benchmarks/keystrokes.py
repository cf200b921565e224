"""Keys and clicks from an empty county to every task broken down, against typing the same ledger into a spreadsheet.

Ours are counted where they arrive: every key and button pressed in the real window, Chinese through the input method
as an input method sends it. The official is not lazy: he answers the questions about the county, gives every task a
deadline of its own, words one action in each third task himself and gives one in each fourth to another unit.

The spreadsheet is given its best: two keys for a Chinese character (双拼, no key to choose a word), one for a letter,
one key to leave a cell; what is the same as in the row above is filled down with two keys.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from benchmarks.timing import told
from db import sample
from db.actions import Action
from db.counts import Tally
from desktop.app import App, prepare
from desktop.settings import Settings

PROMISE = 0.2
_FEWEST = 60
_DUE = ("6月底前", "9月底前", "年底前", "11月底前")
_TITLE = "印发工作方案并组织实施"
_UNIT = "县政府办"
_QUESTIONS = 10
_READING = 400  # ms; a task that has just come is not taken by a key that was meant for the one before
Key, Modifier = Qt.Key, Qt.KeyboardModifier
_FILL_DOWN = 2  # Ctrl+D


def keys(text: str) -> int:
    """How many keys a text takes: two for a Chinese character, one for anything else."""
    return sum(2 if "\u4e00" <= c <= "\u9fff" else 1 for c in text)


class Official:
    """Somebody at the keyboard of the whole program; `pressed` is what he has pressed so far."""

    def __init__(self, folder: Path) -> None:
        self.pressed = 0
        self.app = App(folder, Settings(folder / "settings.ini"), sample.TODAY)
        self.app.start(None)
        self._settle()

    def press(self, *wanted: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press keys one after the other; one held down with Ctrl is a key more."""
        for key in wanted:
            QTest.keyClick(self._at(), key, modifier)
            self.pressed += 1 + (modifier != Modifier.NoModifier)
            self._settle()

    def write(self, text: str) -> None:
        """Type letters as they are, Chinese as an input method commits it."""
        if text.isascii():
            QTest.keyClicks(self._at(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(self._at(), event)
        self.pressed += keys(text)
        self._settle()

    @property
    def dialog(self) -> QDialog | None:
        """The dialog in front, or None."""
        return next((one for one in self.app.window.findChildren(QDialog) if one.isVisible()), None)

    def _at(self) -> QWidget:
        found = QApplication.focusWidget()
        if found is None:
            raise RuntimeError("nothing has the focus")
        return found

    @staticmethod
    def _settle() -> None:
        for _ in range(4):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def divide(official: Official) -> None:
    """From the first start to the last task, by keyboard alone."""
    official.write("安岭县")
    official.press(Key.Key_Return)
    for _ in range(_QUESTIONS):
        official.press(Key.Key_2)  # 否
    official.press(Key.Key_Return)
    official.press(Key.Key_A, modifier=Modifier.ControlModifier)
    official.write("周建国")
    official.press(Key.Key_Return)
    official.press(Key.Key_B, modifier=Modifier.ControlModifier)
    for turn in range(40):
        dialog = official.dialog
        if dialog is None:
            return
        QTest.qWait(_READING)
        _put_right(official, dialog, turn)
        official.press(Key.Key_Return)
    raise RuntimeError("the dialog does not come to an end")


def _put_right(official: Official, dialog: QDialog, turn: int) -> None:
    """What a careful official changes in the drafts of a task before he takes them."""
    if not any(draft.ticked for draft in dialog.list.drafts()):  # type: ignore[attr-defined]
        return
    official.press(Key.Key_D, modifier=Modifier.ControlModifier)
    official.write(_DUE[turn % len(_DUE)])
    official.press(Key.Key_Return)
    if turn % 3 == 0:
        official.press(Key.Key_F2)
        official.press(Key.Key_A, modifier=Modifier.ControlModifier)
        official.write(_TITLE)
        official.press(Key.Key_Return)
    if turn % 4 == 0:
        official.press(Key.Key_F2, Key.Key_Tab)
        official.press(Key.Key_A, modifier=Modifier.ControlModifier)
        official.write(_UNIT)
        official.press(Key.Key_Return)


def typed(rows: Sequence[Sequence[str]]) -> int:
    """The keys the same rows take in a spreadsheet."""
    return sum(_cells(row, above) for row, above in zip(rows, [[""] * len(rows[0]), *rows], strict=False))


def _cells(row: Sequence[str], above: Sequence[str]) -> int:
    cells = (min(keys(cell), _FILL_DOWN) if cell == was else keys(cell) for cell, was in zip(row, above, strict=True))
    return sum(cells) + len(row)


def ledger(official: Official) -> list[list[str]]:
    """What was made, as the columns of the ledger people keep today: task, action, lead, supporting, deadline."""
    standing = official.app.desk.standing

    def row(action: Action) -> list[str]:
        number = str(standing.tasks[action.task].number)
        return [number, action.title, action.lead, "、".join(action.supporting), action.due_words]

    rows = [row(action) for its in standing.actions.values() for action in its]
    _require(standing.total, len(rows))
    # 不适用 and why stand in the ledger too.
    return rows + [
        [str(task.number), task.na_reason, task.na_confirmer, "", ""]
        for task in standing.tasks.values()
        if not task.applicable
    ]


def _require(total: Tally, rows: int) -> None:
    if rows < _FEWEST or total.without_lead or total.without_due or total.undivided or total.unanswered:
        raise RuntimeError(f"the work is not done: {rows} actions, {total}")


def main() -> int:
    """Print how many keys each takes; 1 when the promise is broken."""
    application = prepare(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        official = Official(Path(folder))
        divide(official)
        rows = ledger(official)
        official.app.window.close()
        application.processEvents()
    print(f"{len(rows)} rows")
    kept = told("keys from an empty county to the last task", official.pressed, typed(rows), "keys", PROMISE)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
