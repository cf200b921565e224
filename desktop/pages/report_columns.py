"""The three columns of the report page, and what becomes of them where the window is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.pages.report_checks import ReportChecks
from desktop.pages.report_kinds import KindList, in_order
from desktop.pages.report_options import ReportOptions
from desktop.pages.report_preview import ReportPreview
from desktop.widgets.choice_box import ChoiceBox
from desktop.words import reports as words
from reports.kinds import KINDS

_KINDS, _OPTIONS, _HEAD = 212, 260, 44
_THREE, _TWO = 790, 500  # width ÷ scale that three columns need; that two need


class ReportColumns(QWidget):
    """Kinds, options, preview; the kinds become a box above the options, then one of the two others gives way."""

    kind_picked = Signal(str)

    def __init__(
        self, look: Look, icons: Icons, kinds: KindList, options: ReportOptions, checks: ReportChecks,
        preview: ReportPreview,
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._icons = look, icons
        self.kinds, self.options, self.preview = kinds, options, preview
        self._looking = False  # where only one fits: whether it is the preview
        self.name, self.box = QLabel(), ChoiceBox(look, icons)
        self.box.setAccessibleName(words.KINDS)
        self.box.setMinimumContentsLength(6)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for _, there in in_order():
            for kind in there:
                self.box.addItem(KINDS[kind].name, kind)
        self.box.activated.connect(lambda _: self.kind_picked.emit(self.box.currentData()))
        self.to_preview = self._turner(words.TO_PREVIEW, "chevron-right", looking=True)
        self.to_options = self._turner(words.BACK_TO_OPTIONS, "chevron-left", looking=False)
        self._left = self._kind_column()
        self._middle = self._option_column(checks)
        self._right = self._preview_column()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget, stretch in ((self._left, 0), (self._middle, 0), (self._right, 1)):
            row.addWidget(widget, stretch)

    @property
    def front(self) -> QWidget:
        """Where the kind is chosen now."""
        return self.kinds if self._left.isVisibleTo(self) else self.box

    def show_kind(self, kind: str) -> None:
        """Name the kind whose options are shown."""
        self.name.setText(KINDS[kind].name)
        self.box.setCurrentIndex(self.box.findData(kind))

    def fit(self, width: int) -> None:
        """Show as many columns as the width has room for."""
        px, room = self._look.theme.px, width / self._look.theme.scale
        alone = room < _TWO
        self._left.setVisible(room >= _THREE)
        self.name.setVisible(room >= _THREE)
        self.box.setVisible(room < _THREE)
        self._middle.setVisible(not alone or not self._looking)
        self._right.setVisible(not alone or self._looking)
        self._middle.setMaximumWidth(width if alone else px(_OPTIONS))
        self._middle.setMinimumWidth(0 if alone else px(_OPTIONS))
        self.to_preview.setVisible(alone)
        self.to_options.setVisible(alone)

    def look_at(self, preview: bool) -> None:
        """Where only one of them fits, show the preview, or the options."""
        self._looking = preview
        self.fit(self.width())
        (self.preview if preview else self.options).setFocus(Qt.FocusReason.TabFocusReason)

    # --- how it is made ---------------------------------------------------------------------------------

    def _kind_column(self) -> QWidget:
        head = QLabel(words.PAGE)
        head.setProperty("kind", "section")
        column = self._column("panel", [head], [self.kinds])
        column.setFixedWidth(self._look.theme.px(_KINDS))
        return column

    def _option_column(self, checks: ReportChecks) -> QWidget:
        self.name.setProperty("kind", "section")
        return self._column("clear", [self.name, self.box, self.to_preview], [self.options, checks])

    def _preview_column(self) -> QWidget:
        column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.to_options, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.preview, 1)
        return column

    def _column(self, kind: str, head: list[QWidget], body: list[QWidget]) -> QWidget:
        """A column with its head, a line under it, and a line at its right."""
        px = self._look.theme.px
        column, inner = QWidget(), QWidget()
        inner.setProperty("kind", kind)
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QWidget()
        top.setFixedHeight(px(_HEAD))
        row = QHBoxLayout(top)
        row.setContentsMargins(px(16), 0, px(12), 0)
        for widget in head:
            row.addWidget(widget, 1 if widget is not self.to_preview else 0)
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(top)
        for widget in (self._line(across=True), *body):
            inside.addWidget(widget)
        beside = QHBoxLayout(column)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(inner, 1)
        beside.addWidget(self._line(across=False))
        return column

    def _line(self, *, across: bool) -> QFrame:
        line = QFrame()
        line.setProperty("kind", "line")
        if across:
            line.setFixedHeight(1)
        else:
            line.setFixedWidth(1)
        return line

    def _turner(self, text: str, icon: str, *, looking: bool) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, 15), text)
        button.setProperty("kind", "accent-flat")
        button.clicked.connect(lambda: self.look_at(looking))
        return button
