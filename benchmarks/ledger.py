"""The ledger with 10,000 actions: one edit and one keystroke in its filter, each against the least Qt alone needs.

The floor is a bare table over the same texts: for the edit one cell set anew and painted, with a one-row commit; for
the keystroke Qt's own filter over the same rows.
"""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.edit import _PRAGMAS
from benchmarks.timing import in_turn, seconds, told
from db import action_edits, sample
from desktop.app import App, prepare
from desktop.settings import Settings

ACTIONS = 10_000
EDIT, KEYSTROKE = 14.0, 8.0
_ROUNDS = 40
_TEXTS = ("落", "落户", "培", "培训", "")


def _names() -> Iterator[str]:
    return cycle(f"第{number}次改的名称" for number in range(8))


class Ours:
    """The whole program, its ledger in view."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._app = App(folder, Settings(folder / "settings.ini"), sample.TODAY)
        self._app.start(path)
        self._app.desk.go("ledger")
        self.page = self._app.desk.page
        row = next(row for row in self.page.model.every() if row.action.leaf and row.task.applicable)
        self.action = row.action.id
        self._names, self._texts = _names(), cycle(_TEXTS)
        self.shown = [[column.data() or "" for column in _cells(self.page.model, line)]
                      for line in range(self.page.model.rowCount())]  # fmt: skip

    def edit(self) -> None:
        """Rename an action, and let everything that shows it be painted."""
        if not self._app.desk.session.run(action_edits.rename, self.action, next(self._names)):
            raise RuntimeError("the edit was refused")
        QApplication.processEvents()
        QApplication.processEvents()

    def key(self) -> None:
        """Ask for other words, and let the rows be painted."""
        self.page.filters.text.setText(next(self._texts))
        QApplication.processEvents()
        QApplication.processEvents()

    def close(self) -> None:
        """Give the file back."""
        self._app.window.close()


class Bare:
    """A plain table over the same texts, and a plain connection to a copy of the file."""

    def __init__(self, path: Path, action: int, texts: list[list[str]]) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(_PRAGMAS)
        self._action = action
        self._model = QStandardItemModel()
        for line in texts:
            self._model.appendRow([QStandardItem(text) for text in line])
        self._proxy = QSortFilterProxyModel()
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterKeyColumn(1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._view = QTableView()
        self._view.setModel(self._proxy)
        self._view.resize(1280, 720)
        self._view.show()
        self._names, self._texts = _names(), cycle(_TEXTS)

    def edit(self) -> None:
        """Commit one changed row, and show it."""
        name, run = next(self._names), self._db.execute
        run("BEGIN")
        run("UPDATE action SET title = ? WHERE id = ?", (name, self._action))
        run("COMMIT")
        self._model.item(1, 1).setText(name)
        QApplication.processEvents()

    def key(self) -> None:
        """Filter by other words."""
        self._proxy.setFilterFixedString(next(self._texts))
        QApplication.processEvents()


def _cells(model: QStandardItemModel, line: int) -> Iterator[object]:
    return (model.index(line, column) for column in range(9))


def main() -> int:
    """0 when both promises are kept, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, copy = folder / "ours.luoshi", folder / "bare.luoshi"
        sample.make(path, number=ACTIONS).close()
        shutil.copy(path, copy)
        application = prepare([sys.argv[0]])
        ours = Ours(folder, path)
        bare = Bare(copy, ours.action, ours.shown)
        (edit,), (edit_floor,) = in_turn(_ROUNDS, lambda: seconds(ours.edit), lambda: seconds(bare.edit), warm=4)
        (key,), (key_floor,) = in_turn(_ROUNDS, lambda: seconds(ours.key), lambda: seconds(bare.key), warm=5)
        ours.close()
        application.quit()
    print(f"ledger, {ACTIONS} actions: rename one, repaint / bare commit and cell; filter by words / Qt's own filter")
    kept = [
        told("ledger edit", edit * 1000, edit_floor * 1000, "ms", EDIT),
        told("ledger keystroke", key * 1000, key_floor * 1000, "ms", KEYSTROKE),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
