"""The head of the preview: how large, which page, and the ways out: Word, printer, PDF."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.line_field import LineField
from desktop.widgets.page_layout import FULL
from desktop.widgets.pages_view import PagesView
from desktop.words import reports as words

_HEIGHT = 44
_PERCENTS = (50, 75, 100, 125, 150, 200, 300)
_WORDED, _ROOMY = 560, 400  # width ÷ scale from which buttons say what they do; from which the size is named


class PageField(LineField):
    """The pages in view; a number and Enter go to that page, Esc gives it up."""

    wanted = Signal(int)  # from 0
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self.setAccessibleName(words.PAGE_FIELD)
        self.setToolTip(words.PAGE_FIELD)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(lambda: self.setText(self._told))

    def show_pages(self, first: int, last: int) -> None:
        """Show which pages are in view, from 0; none for -1."""
        text = words.PAGE_ONE if first == last else words.PAGES
        self._told = text.format(first=first + 1, last=last + 1) if first >= 0 else ""
        if not self.hasFocus() or not self.isModified():
            self.setText(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = self.text().strip()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and typed.isdecimal():
            self.wanted.emit(int(typed[:6]) - 1)
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReportToolbar(QWidget):
    """Works the view itself; emits what goes out of the program."""

    export_wanted = Signal()
    print_wanted = Signal()
    word_wanted = Signal()

    def __init__(self, look: Look, icons: Icons, view: PagesView) -> None:
        super().__init__()
        self._look, self._icons, self._view = look, icons, view
        self.smaller, self.larger = self._flat("zoom-out", words.SMALLER), self._flat("zoom-in", words.LARGER)
        self.shown_size = QPushButton()
        self.shown_size.setProperty("kind", "flat")
        self.previous = self._flat("chevron-left", words.PREVIOUS)
        self.next = self._flat("chevron-right", words.NEXT)
        self.page = PageField()
        self.of = QLabel()
        self.of.setProperty("kind", "label")
        self.word = self._button("file-type", words.WORD, words.WORD_TIP, "flat")
        self.print = self._button("printer", words.PRINT, words.PRINT_TIP, "small")
        self.export = self._button("file-down", words.EXPORT, words.EXPORT_TIP, "main")
        self.word.hide()
        self._build()
        self._connect()
        self.show_usable(False)

    def show_usable(self, usable: bool) -> None:
        """Whether there is a document to look at and to hand out."""
        for widget in (self.smaller, self.shown_size, self.larger, self.page, self.print, self.export, self.word):
            widget.setEnabled(usable)
        self._show_place(*self._view.seen)

    def offer_word(self, offered: bool) -> None:
        """Whether this kind can be had for Word."""
        self.word.setVisible(offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the icons alone where it is narrow; the main button keeps its word longest."""
        super().resizeEvent(event)
        room = self.width() / self._look.theme.scale
        self.word.setText(words.WORD if room >= _WORDED else "")
        self.print.setText(words.PRINT if room >= _WORDED else "")
        self.export.setText(words.EXPORT if room >= _ROOMY else "")
        self.shown_size.setVisible(room >= _ROOMY)
        self._show_place(*self._view.seen)

    # --- how it is made ---------------------------------------------------------------------------------

    def _build(self) -> None:
        px = self._look.theme.px
        self.setFixedHeight(px(_HEIGHT))
        self.page.setFixedWidth(px(52))
        for button in (self.smaller, self.larger, self.previous, self.next):
            button.setFixedWidth(px(30))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), 0, px(12), 0)
        row.setSpacing(px(1))
        sizes: tuple[QWidget, ...] = (self.smaller, self.shown_size, self.larger)
        places: tuple[QWidget, ...] = (self.previous, self.page, self.of, self.next)
        for group in (sizes, places):
            for widget in group:
                row.addWidget(widget)
            row.addSpacing(px(8) if group is sizes else 0)
        row.addStretch(1)
        row.addSpacing(px(6))
        for button in (self.word, self.print):
            row.addWidget(button)
            row.addSpacing(px(6))
        row.addWidget(self.export)

    def _connect(self) -> None:
        view = self._view
        self.smaller.clicked.connect(lambda: view.step(-1))
        self.larger.clicked.connect(lambda: view.step(1))
        self.shown_size.clicked.connect(self._offer_sizes)
        self.previous.clicked.connect(lambda: view.turn(-1))
        self.next.clicked.connect(lambda: view.turn(1))
        self.page.wanted.connect(view.go)
        self.page.left.connect(view.setFocus)
        view.looked.connect(self._show_place)
        view.zoomed.connect(self._show_size)
        self.word.clicked.connect(self.word_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self.export_wanted)

    def _show_place(self, first: int, last: int) -> None:
        for widget in (self.page, self.of):
            widget.setVisible(self._view.count > 0)
        for arrow in (self.previous, self.next):  # where it is narrow the keys turn, and the field
            arrow.setVisible(self._view.count > 0 and self.width() / self._look.theme.scale >= _ROOMY)
        self.page.show_pages(first, last)
        self.of.setText(words.OF_PAGES.format(n=self._view.count) if self._view.count else "")
        self.previous.setEnabled(first > 0)
        self.next.setEnabled(0 <= last < self._view.count - 1)
        self._show_size()

    def _show_size(self) -> None:
        mode = self._view.mode
        percent = words.PERCENT.format(n=round(self._view.scale / FULL * 100))
        text = words.ZOOM_NAMES.get(str(mode), percent)
        self.shown_size.setText(text)
        told = words.ZOOM.format(name=text if text == percent else f"{text} {percent}")
        self.shown_size.setToolTip(told)
        self.shown_size.setAccessibleName(told)

    def _offer_sizes(self) -> None:
        menu = QMenu(self)
        for mode, text in words.ZOOMS.items():
            menu.addAction(text).triggered.connect(lambda _=False, mode=mode: self._view.zoom(mode))
        menu.addSeparator()
        for percent in _PERCENTS:
            text = words.PERCENT.format(n=percent)
            menu.addAction(text).triggered.connect(lambda _=False, n=percent: self._view.zoom(n / 100 * FULL))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.shown_size.mapToGlobal(QPoint(0, self.shown_size.height())))

    def _flat(self, icon: str, name: str) -> QPushButton:
        button = self._button(icon, "", name, "flat")
        button.setAccessibleName(name)
        return button

    def _button(self, icon: str, text: str, tip: str, kind: str) -> QPushButton:
        main = kind == "main"
        button = QPushButton(self._icons.icon(icon, 16, "on_accent" if main else "text2"), text)
        button.setIconSize(QSize(self._look.theme.px(16), self._look.theme.px(16)))
        button.setProperty("kind", kind)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button
