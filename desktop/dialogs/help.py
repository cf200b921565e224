"""The short help: what to do, and the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look


class HelpDialog(DialogFrame):
    """Everything the program can do, on one page."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, title=words.HELP_TITLE, explain="", deed="")
        px = look.theme.px
        page = QWidget()
        page.setProperty("kind", "clear")
        column = QVBoxLayout(page)
        column.setSpacing(px(4))
        for head, text in words.HELP_SECTIONS:
            for line, kind in ((head, "section"), (text, "label")):
                label = QLabel(line)
                label.setProperty("kind", kind)
                label.setWordWrap(True)
                column.addWidget(label)
            column.addSpacing(px(8))
        keys = QGridLayout()
        keys.setHorizontalSpacing(px(20))
        for row, (key, meaning) in enumerate(words.HELP_KEYS):
            for place, (text, kind) in enumerate(((key, "strong"), (meaning, "label"))):
                label = QLabel(text)
                label.setProperty("kind", kind)
                keys.addWidget(label, row, place)
        keys.setColumnStretch(1, 1)
        column.addLayout(keys)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area)
        room = parent.window().size()
        self.resize(min(px(600), room.width() - px(80)), min(px(620), room.height() - px(80)))
