"""The shape all dialogs share: head, body, and a foot whose main button names the deed."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import words
from desktop.look import Look

_MARGIN = 80  # a dialog is never larger than its window less this
_FEW = 1  # so many typed lines are soon typed again


class DialogFrame(QDialog):
    """Shown with `open()`, freed on close; `deed` is the words of the main button, "" for a reading dialog.

    It grows with what is said in it; where the window leaves no room the body scrolls between head and foot.
    """

    scrolls = True  # False: the dialog has an area of its own that does

    def __init__(
        self, look: Look, parent: QWidget, *, title: str, explain: str, deed: str, foot: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self._look = look
        self._deed = deed
        self._given_up: list[str] = []
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        inner.installEventFilter(self)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(px(20), px(16), px(20), px(16))
        self.body.setSpacing(px(12))
        self._parts = (self._head(title, explain), inner, self._foot(foot, deed))
        for part in self._parts:
            column.addWidget(self._area(inner) if part is inner and self.scrolls else part, part is inner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field does the deed, on a button it presses that one; Esc asks before much is thrown away."""
        focused, entered = self.focusWidget(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        typed = self._typed()
        if entered and event.isAutoRepeat():  # held down since before what is shown now
            return
        if entered and isinstance(focused, QLineEdit | QRadioButton | QComboBox):
            self.accept()
        elif entered and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and typed and typed != self._given_up:
            self._given_up = typed
            self._note.setText(words.ESC_AGAIN)
            self._note.setProperty("tone", "amber")
            self._note.style().polish(self._note)
        else:
            super().keyPressEvent(event)

    def check(self) -> bool:
        """Whether what was filled in can stand; a dialog with fields says what is wrong and where."""
        return True

    def accept(self) -> None:
        """Close with success when the fields can stand."""
        if self.check():
            super().accept()
        else:
            QTimer.singleShot(0, self, self._show_complaint)

    def sizeHint(self) -> QSize:
        """As large as all that is said in it, as far as the window leaves room."""
        room = self._room()
        wide = max(self.minimumWidth(), *(part.sizeHint().width() for part in self._parts))
        wide = min(wide, room.width())
        return QSize(wide, min(self._height_for(wide), room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that is needed; one that the dialog asked for itself is the least."""
        room = self._room()
        self.setMinimumWidth(min(self.minimumWidth(), room.width()))
        asked = self.size() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else QSize(0, 0)
        size = self.sizeHint().expandedTo(asked).boundedTo(room)
        size.setHeight(max(size.height(), min(self._height_for(size.width()), room.height())))
        self.resize(size)
        if self._deed:
            self.setTabOrder(self._main, self._cancel)  # whoever tabs on from the last field comes to the deed
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow when the body has more to say, and stay on the screen."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            high = min(self._height_for(self.width()), self._room().height())
            if high > self.height():
                self.resize(self.width(), high)
                over = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
                if over > 0:
                    self.move(self.x(), self.y() - over)
        return False

    def _height_for(self, width: int) -> int:
        layouts = [part.layout() for part in self._parts]
        return sum(
            layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
            for layout in layouts
        )

    def _room(self) -> QSize:
        """What the window leaves; a dialog over a dialog is held against the window behind both."""
        window = self.parentWidget().window()
        while isinstance(window, QDialog) and window.parentWidget() is not None:
            window = window.parentWidget().window()
        return window.size() - QSize(_MARGIN, _MARGIN)

    def _typed(self) -> list[str]:
        """What was typed and would be missed: words in a field for several lines, or more than a line or two."""
        if not self._deed:
            return []
        areas: Iterable[QPlainTextEdit] = self.findChildren(QPlainTextEdit)
        fields: Iterable[QLineEdit] = self.findChildren(QLineEdit)
        texts = [area.toPlainText() for area in areas if area.document().isModified()]
        lines = [field.text() for field in fields if field.isModified() and field.text().strip()]
        much = any(text.strip() for text in texts) or len(lines) > _FEW
        return [*texts, *lines] if much else []

    def _show_complaint(self) -> None:
        """Bring what is wrong into view; it stands under the field that has the focus now."""
        focused = self.focusWidget()
        areas: Iterable[QScrollArea] = self.findChildren(QScrollArea)
        if focused is not None:
            for area in areas:
                if area.isAncestorOf(focused):
                    area.ensureWidgetVisible(focused.parentWidget(), 0, self._look.theme.px(16))

    def _area(self, inner: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        return area

    def _head(self, title: str, explain: str) -> QWidget:
        px = self._look.theme.px
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(px(20), px(14), px(20), px(12))
        column.setSpacing(px(4))
        for text, kind in ((title, "head"), (explain, "label")):
            label = QLabel(text)
            label.setProperty("kind", kind)
            label.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what was typed
            label.setWordWrap(True)
            column.addWidget(label)
            label.setVisible(bool(text))
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        return head

    def _foot(self, foot: str, deed: str) -> QWidget:
        px = self._look.theme.px
        bar = QWidget()
        bar.setProperty("kind", "foot")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(20), px(12), px(20), px(12))
        row.setSpacing(px(8))
        self._note = QLabel(foot)
        self._note.setProperty("kind", "label")
        self._note.setWordWrap(True)
        row.addWidget(self._note, 1)
        self._cancel = cancel = QPushButton(words.CANCEL if deed else words.CLOSE)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        if deed:
            main = QPushButton(deed)
            main.setProperty("kind", "main")
            main.setAutoDefault(False)
            main.clicked.connect(self.accept)
            row.addWidget(main)
            self._main = main
            for key in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(key), self, self.accept).setAutoRepeat(False)
        return bar
