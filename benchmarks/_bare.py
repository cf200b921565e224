"""Child of `benchmarks.start`: the least a Qt program on this file can be: 28 task titles in a list."""

import sys

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QListView
from sqlite_utils import Database

from benchmarks._first_paint import FirstPaint

_FAMILIES = ["Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "GW Hei"]  # those of desktop/theme


def main(path: str, face: str) -> int:
    """Show the titles; `face` is loaded where the machine has no Chinese face, or they would show as boxes."""
    application = QApplication(["bare"])
    if not set(_FAMILIES[:-1]) & set(QFontDatabase.families()):
        QFontDatabase.addApplicationFont(face)
    font = QFont(_FAMILIES)
    font.setPixelSize(14)
    application.setFont(font)
    model = QStringListModel([row["title"] for row in Database(path).query("SELECT title FROM task ORDER BY number")])
    view = QListView()
    view.setModel(model)
    view.resize(1280, 720)
    view.first = FirstPaint([view])
    view.show()
    return application.exec()


raise SystemExit(main(*sys.argv[1:]))
