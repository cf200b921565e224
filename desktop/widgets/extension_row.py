"""One extension as a row: what it changes, who asked and why, what was decided, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.extensions import Extension
from desktop import due_wording as wording
from desktop.icons import Icons
from desktop.look import Look
from desktop.words import issuing as words
from desktop.words import printing


class ExtensionRow(QWidget):
    """Emits wishes; `title` is that of its action where the row does not stand beside it."""

    decide_wanted = Signal(Extension, bool)
    withdraw_wanted = Signal(Extension)
    go_wanted = Signal(Extension)
    print_wanted = Signal(Extension)

    def __init__(self, look: Look, icons: Icons, extension: Extension, plan_year: int, title: str = "") -> None:
        super().__init__()
        self._look, self._icons, self.extension = look, icons, extension
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(2))
        if title:
            column.addLayout(self._headed(title))
        column.addLayout(self._change(plan_year, waiting=not title))
        decided = wording.decision(extension, plan_year)
        column.addLayout(self._applied(plan_year))
        why = words.WHY.format(reason=extension.reason)
        for text in (why, *([decided] if extension.decision != "pending" else [])):
            column.addWidget(_label(text, "note"))
        if extension.decision == "pending":
            column.addLayout(self._buttons())
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column.addSpacing(px(6))
        column.addWidget(line)
        self.setAccessibleName(
            words.ROW_SPOKEN.format(
                n=extension.number, old=extension.old_due_on, new=extension.new_due_on,
                by=wording.applied(extension, plan_year), decision=decided,
            )
        )  # fmt: skip

    def _headed(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_label(title, "strong"), 1)
        go = QPushButton(self._icons.icon("arrow-right", 15), "")
        go.setProperty("kind", "flat")
        go.setToolTip(words.GO_TO)
        go.setAccessibleName(words.GO_TO)
        go.clicked.connect(lambda: self.go_wanted.emit(self.extension))
        row.addWidget(go)
        return row

    def _change(self, plan_year: int, *, waiting: bool) -> QHBoxLayout:
        extension = self.extension
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.px(8))
        row.addWidget(_label(words.NUMBER.format(n=extension.number), "note", wrap=False))
        row.addWidget(_label(wording.change(extension, plan_year), "strong", wrap=False))
        if extension.decision == "pending" and waiting:
            row.addWidget(_tag(wording.decision(extension, plan_year), "attention"))
        row.addStretch()
        return row

    def _applied(self, plan_year: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_label(wording.applied(self.extension, plan_year), "note"), 0 if self.extension.late else 1)
        if self.extension.late:
            row.addWidget(_tag(words.LATE, "neutral"))
            row.addStretch()
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.px(8))
        for approved in (True, False):
            button = QPushButton(words.VERDICT_ACTS[approved])
            button.setProperty("kind", "small")
            button.clicked.connect(lambda _=False, said=approved: self.decide_wanted.emit(self.extension, said))
            row.addWidget(button)
        withdraw = QPushButton(words.WITHDRAW)
        withdraw.setProperty("kind", "flat")
        withdraw.clicked.connect(lambda: self.withdraw_wanted.emit(self.extension))
        row.addWidget(withdraw)
        form = QPushButton(self._icons.icon("printer", 15), "")
        form.setProperty("kind", "flat")
        form.setToolTip(printing.FORM_TIP)
        form.setAccessibleName(printing.FORM)
        form.clicked.connect(lambda: self.print_wanted.emit(self.extension))
        row.addWidget(form)
        row.addStretch()
        return row


def _label(text: str, kind: str, *, wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setWordWrap(wrap)
    return label


def _tag(text: str, tone: str) -> QLabel:
    tag = QLabel(text)
    tag.setProperty("kind", "tag")
    tag.setProperty("tone", tone)
    return tag
