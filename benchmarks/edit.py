"""One edit, from the key to the repainted page, against a bare one-row commit on a copy of the same file."""

import os
import shutil
import sqlite3
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from benchmarks.timing import in_turn, seconds, told
from db import lifecycle, sample
from desktop.app import App, prepare
from desktop.settings import Settings

PROMISE = 3.0
_ROUNDS = 300
_PRAGMAS = (  # those of db/connection
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE; COMMIT;"
)
_PASSES = 2  # a delayed layout paints once more in the second; `Window.prove` holds that nothing comes after it
_VALUES = (10, 20, 30, 40, 60, 70, 80, 90)


class _Paints(QObject):
    """Counts how often a widget is painted; only used before the measuring, for it costs time itself."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Window:
    """The whole program, its window shown on the sample county's task with the most actions."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._app = App(folder, Settings(folder / "settings.ini"), sample.TODAY)
        self._app.start(path)
        self._desk = self._app.desk
        by_task = self._desk.standing.actions
        task = max(by_task, key=lambda key: len(by_task[key]))
        self.action = next(action.id for action in by_task[task] if action.leaf and action.status == "in_progress")
        self._desk.page.show_task(task, self.action)
        self.settle()
        self._values = cycle(_VALUES)

    def edit(self) -> None:
        """Type a percent, and let everything that shows it be painted."""
        changes = self._desk.session.run(lifecycle.set_percent, self.action, next(self._values))
        if not changes:
            raise RuntimeError("the edit was refused")
        for _ in range(_PASSES):
            QApplication.processEvents()

    def settle(self) -> None:
        """Let everything be laid out and painted that waits for it."""
        for _ in range(20):
            QApplication.processEvents()

    def prove(self) -> None:
        """Raise unless one edit paints the table, and leaves nothing to be painted."""
        page = self._desk.page
        paints = [_Paints(view.viewport()) for view in (page.action_panel.table,)]
        for _ in range(len(_VALUES)):
            before = [its.count for its in paints]
            self.edit()
            after = [its.count for its in paints]
            self.settle()
            if any(b >= a for b, a in zip(before, after, strict=True)) or after != [its.count for its in paints]:
                raise RuntimeError(f"painted {before} {after} {[its.count for its in paints]}")

    def close(self) -> None:
        """Give the file back."""
        self._app.window.close()


class Bare:
    """A plain connection to a copy of the file, with the pragmas of ours."""

    def __init__(self, path: Path, action: int) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(_PRAGMAS)
        self._action = action
        self._values = cycle(_VALUES)

    def edit(self) -> None:
        """Commit one changed row."""
        run = self._db.execute
        run("BEGIN")
        run("UPDATE action SET percent = ? WHERE id = ?", (next(self._values), self._action))
        run("COMMIT")


def main() -> int:
    """0 when the promise is kept, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, copy = folder / "ours.luoshi", folder / "bare.luoshi"
        sample.make(path, draft=True).close()  # of an issued one a percent cannot fall back
        shutil.copy(path, copy)
        application = prepare([sys.argv[0]])
        slipped: list[BaseException] = []
        window = Window(folder, path)

        def slip(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            slipped.append(error)  # Qt goes on after an error in a slot
            sys.__excepthook__(kind, error, trace)

        sys.excepthook = slip
        bare = Bare(copy, window.action)
        window.prove()
        (ours,), (floor,) = in_turn(
            _ROUNDS, lambda: seconds(window.edit), lambda: seconds(bare.edit), warm=len(_VALUES)
        )
        window.close()
        application.quit()
    if slipped:
        raise RuntimeError("an edit was not shown whole") from slipped[0]
    print("edit: set one percent, 280 actions: commit, history, repaint / bare one-row commit, same pragmas")
    return 0 if told("edit", ours * 1000, floor * 1000, "ms", PROMISE) else 1


if __name__ == "__main__":
    raise SystemExit(main())
