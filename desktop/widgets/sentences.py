"""The original text as a column of sentences: each a row of its own, to be read, chosen and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop.look import Look

_MARK = 18  # the bar at the left and its gap
_LONGEST = 46  # characters in a line


class SentenceRow(QTextEdit):
    """One sentence, 16/27, selectable, with its mark at the left."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Rows come and go with the task, so they would stand last in the tab order: the mouse reaches them.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.setAccessibleName(text)
        self.dress()

    def dress(self) -> None:
        """Take on the theme's type."""
        theme = self._look.theme
        self.setFont(theme.font(16))
        self.setViewportMargins(theme.px(_MARK), 0, 0, 0)
        block = QTextBlockFormat()
        block.setLineHeight(theme.px(27), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(block)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.px(16 * _LONGEST + _MARK), self.height())

    def wheelEvent(self, event: object) -> None:
        """Leave scrolling to the column."""
        event.ignore()  # type: ignore[attr-defined]

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()))


class SentenceColumn(QWidget):
    """All sentences of a task and the responsible clause under them; tells when its height is another."""

    height_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[SentenceRow] = []
        self._clause_wanted = True
        self._clause = QLabel()
        self._clause.setProperty("kind", "hint")
        self._clause.setWordWrap(True)
        self._clause.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._clause)
        self._column.addStretch()
        self._dress()

    def show_text(self, sentences: Sequence[str], clause: str) -> None:
        """Show another task's text."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [SentenceRow(self._look, text, self) for text in sentences]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
            row.show()  # counts for the height at once, not only after the next layout
        self._clause.setText(clause)
        self.show_clause(self._clause_wanted)
        self._dress()

    def show_clause(self, wanted: bool) -> None:
        """Show the responsible clause under the text, or leave it out."""
        self._clause_wanted = wanted
        self._clause.setVisible(wanted and bool(self._clause.text()))

    def natural_height(self) -> int:
        """How high all of it is at its present width, px."""
        layout = self._column
        return layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def event(self, event: QEvent) -> bool:
        """Tell of every new layout: the rows have wrapped to another height."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return handled

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks beside the sentences."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("field"))
        for row in self._rows:
            mark = row.geometry().adjusted(0, theme.px(5), 0, -theme.px(5))
            mark.setWidth(theme.px(4))
            painter.drawRoundedRect(mark, theme.px(2), theme.px(2))
        painter.end()

    def _dress(self) -> None:
        px = self._look.theme.px
        for row in self._rows:
            row.dress()
            row.setMaximumWidth(px(16 * _LONGEST + _MARK))
        self._column.setSpacing(px(8))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._clause.setContentsMargins(px(_MARK), 0, 0, 0)
