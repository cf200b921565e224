"""What the program is, which faces its reports are set in on this machine, and under which licences it is handed on."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

import resources
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.press import Press
from desktop.words import ABOUT, NOT_SECRET
from desktop.words import about as words
from reports.fonts import faces_here
from reports.words.faces import ROLES


class AboutDialog(DialogFrame):
    """A reading dialog; the faces are looked for in the background, for the first look opens font files."""

    def __init__(self, look: Look, parent: QWidget, data_folder: Path, press: Press) -> None:
        super().__init__(
            look, parent, title=ABOUT, explain=words.NAME.format(version=words.VERSION), deed=""
        )
        self.setMinimumWidth(look.theme.px(560))
        self._add(words.LINE, "body")
        self._add(NOT_SECRET, "warning")
        self._section(words.FACES)
        self.faces = self._add(words.LOOKING + "\n" * (len(ROLES) - 1), "body")  # as high as it will be
        self._add(words.FACES_LINE, "note")
        self._section(words.PLACE)
        self._add(words.PLACE_LINE.format(folder=data_folder), "body")
        self._section(words.LICENCES)
        self._add(words.PROGRAM_LICENCE, "body")
        self._table(words.FONTS, (1, 3))
        self._add_licences()
        self._table(words.LIBRARIES, (3, 1))
        areas: Iterable[QScrollArea] = self.findChildren(QScrollArea)
        for area in areas:
            area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # read to its end by the keyboard too
            area.setAccessibleName(ABOUT)
            area.setFocus()
        self._job = press.job(lambda tell: faces_here())  # where documents are set: they share the faces
        self._job.finished.connect(self._show_faces)
        self._job.start()

    def done(self, result: int) -> None:
        """Close once the faces have been found: the search must not outlive what shows it."""
        self._job.wait()
        super().done(result)

    def _show_faces(self, told: Iterable[str]) -> None:
        self.faces.setText("\n".join(told))

    def _section(self, text: str) -> None:
        self.body.addSpacing(self._look.theme.px(4))
        self._add(text, "section")

    def _add(self, text: str, kind: str) -> QLabel:
        label = _label(text, kind)
        self.body.addWidget(label)
        return label

    def _table(self, rows: Sequence[tuple[str, str]], widths: tuple[int, int]) -> None:
        px, grid = self._look.theme.px, QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(4))
        for column, width in enumerate(widths):
            grid.setColumnStretch(column, width)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                grid.addWidget(_label(text, "note"), row, column)
        self.body.addLayout(grid)

    def _add_licences(self) -> None:
        button = QPushButton(words.OPEN_LICENCES)
        button.setAutoDefault(False)
        button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(resources.path("fonts", "licences"))))
        )
        self.body.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
