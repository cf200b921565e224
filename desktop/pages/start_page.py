"""The first start: what is the county called? Everything else has a default."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRegularExpression, Qt, Signal
from PySide6.QtGui import QPixmap, QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import resources
from db.errors import RuleBroken
from db.settings import checked
from desktop import words
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.form_field import FormField
from desktop.widgets.steps_line import StepsLine
from desktop.words import applicability

_NARROW = 800  # width ÷ scale below which only the questions are shown
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class StartPage(QWidget):
    """Asks county, plan year and lead unit; `create_wanted` carries them once they can stand."""

    create_wanted = Signal(str, str, int)
    open_wanted = Signal()
    recent_wanted = Signal(str)
    notice_wanted = Signal(str)  # "file", "text" or "shipped"

    def __init__(self, look: Look, icons: Icons, plan_year: int, recent: Sequence[Path]) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self.setProperty("kind", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.county, self.year, self.lead = QLineEdit(), QLineEdit(str(plan_year)), QLineEdit()
        for field in (self.county, self.year, self.lead):
            field.setProperty("kind", "large")
            field.returnPressed.connect(self._ask)
        self.county.setPlaceholderText(words.START_COUNTY_HINT)
        self.year.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9０-９]{0,4}"), self))
        self._rows = {
            "county": FormField(look, words.START_COUNTY, self.county),
            "plan_year": FormField(look, words.START_YEAR, self.year, words.START_YEAR_LINE),
            "lead_unit": FormField(look, words.START_LEAD, self.lead, words.START_LEAD_LINE),
        }
        self._lead_is_own = False
        self._shipped = True
        self.county.textEdited.connect(self._propose_lead)
        self.lead.textEdited.connect(self._own_lead)
        self._build(recent)

    def refuse(self, field: str, sentence: str) -> None:
        """Say at a field (county, plan_year, lead_unit) why the checklist was not made."""
        self._rows.get(field, self._rows["county"]).refuse(sentence)

    def show_notice(self, text: str, year: int | None, *, shipped: bool) -> None:
        """Say which notice the checklist will be made of; its year is proposed."""
        self._notice.setText(text)
        self._shipped = shipped
        if year:
            self.year.setText(str(year))

    def show_steps(self, more: bool) -> None:
        """Say whether questions about the county follow, or the checklist is made at once."""
        self._steps.setVisible(more)
        self._without.setVisible(not more)
        self._create.setText(applicability.NEXT if more else words.START_CREATE)

    def take_up(self, county: str, lead: str, year: int) -> None:
        """Fill in what was said before."""
        self.county.setText(county)
        self.lead.setText(lead)
        self.year.setText(str(year))
        self._lead_is_own = lead != words.START_LEAD_NAME.format(county=county)

    def _offer_notices(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sources = [("file", words.START_FROM_FILE), ("text", words.START_FROM_TEXT)]
        for source, text in sources if self._shipped else [*sources, ("shipped", words.START_BACK_TO_SHIPPED)]:
            menu.addAction(text).triggered.connect(lambda _=False, wanted=source: self.notice_wanted.emit(wanted))
        menu.popup(self._other.mapToGlobal(QPoint(0, self._other.height())))

    def _notice_row(self) -> QVBoxLayout:
        head = QLabel(words.START_NOTICE)
        head.setProperty("kind", "label")
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        self._other = QPushButton(words.START_OTHER)
        self._other.setProperty("kind", "accent-flat")
        self._other.clicked.connect(self._offer_notices)
        line = QHBoxLayout()
        line.addWidget(self._notice, 1)
        line.addWidget(self._other)
        row = QVBoxLayout()
        row.addWidget(head)
        row.addLayout(line)
        self._without = QLabel(applicability.NO_GUIDE)
        self._without.setProperty("kind", "note")
        self._without.setWordWrap(True)
        row.addWidget(self._without)
        return row

    def _propose_lead(self, county: str) -> None:
        if not self._lead_is_own:
            county = county.strip()
            self.lead.setText(words.START_LEAD_NAME.format(county=county) if county else "")

    def _own_lead(self, text: str) -> None:
        self._lead_is_own = bool(text.strip())

    def _ask(self) -> None:
        for row in self._rows.values():
            row.refuse("")
        county = self.county.text().strip()
        if _NOT_IN_FILE_NAMES.search(county):
            self.refuse("county", words.COUNTY_CHARACTERS)
            return
        try:
            chosen = checked(county, self.lead.text(), int(self.year.text() or 0))
        except RuleBroken as error:
            self.refuse(error.field or "county", str(error))
            return
        self.create_wanted.emit(chosen.county, chosen.lead_unit, chosen.plan_year)

    def _build(self, recent: Sequence[Path]) -> None:
        px = self._look.theme.px
        sheet = QFrame()
        sheet.setProperty("kind", "sheet")
        sheet.setMaximumSize(px(1120), px(660))
        top = QHBoxLayout()
        top.setSpacing(0)
        self._left_side = self._left()
        top.addWidget(self._left_side, 3)
        top.addWidget(self._right(recent), 5)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(self._foot())
        centre = QHBoxLayout(self)
        centre.setContentsMargins(px(24), px(24), px(24), px(24))
        centre.addWidget(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the left side out where there is room for the questions only."""
        super().resizeEvent(event)
        self._left_side.setVisible(self.width() / self._look.theme.scale >= _NARROW)

    def _left(self) -> QWidget:
        px = self._look.theme.px
        panel = QWidget()
        panel.setProperty("kind", "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(56), px(56), px(40), px(24))
        column.setSpacing(px(6))
        mark = QLabel()
        mark.setPixmap(_app_icon(px(54), self.devicePixelRatioF()))
        column.addWidget(mark)
        column.addSpacing(px(14))
        name = QLabel(words.APP)
        name.setProperty("kind", "heading")
        column.addWidget(name)
        for line in words.START_LINES:
            label = QLabel(line)
            label.setProperty("kind", "label")
            label.setFont(self._look.theme.font(16))
            column.addWidget(label)
        column.addSpacing(px(28))
        for icon, text in words.START_FACTS:
            column.addLayout(self._fact(icon, text))
        column.addStretch()
        return panel

    def _fact(self, icon: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.px(8))
        picture, label = QLabel(), QLabel(text)
        picture.setPixmap(self._icons.pixmap(icon, 16, "text2", self.devicePixelRatioF()))
        label.setProperty("kind", "label")
        label.setWordWrap(True)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row

    def _right(self, recent: Sequence[Path]) -> QScrollArea:
        px = self._look.theme.px
        questions = QWidget()
        questions.setProperty("kind", "clear")
        column = QVBoxLayout(questions)
        column.setContentsMargins(px(64), px(40), px(64), px(24))
        column.setSpacing(px(4))
        self._steps = StepsLine(self._look, self._icons, applicability.STEPS, 0)
        column.addWidget(self._steps)
        column.addSpacing(px(18))
        for text, kind in ((words.START_HEAD, "heading"), (words.START_LINE, "label")):
            label = QLabel(text)
            label.setProperty("kind", kind)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(px(18))
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self._rows["county"], 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._rows["plan_year"], 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addSpacing(px(14))
        column.addWidget(self._rows["lead_unit"])
        column.addSpacing(px(14))
        column.addLayout(self._notice_row())
        column.addStretch()
        if recent:
            column.addLayout(self._recent(recent))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(questions)
        return area

    def _recent(self, recent: Sequence[Path]) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(words.START_RECENT)
        label.setProperty("kind", "hint")
        row.addWidget(label)
        for path in recent[:3]:
            button = QPushButton(path.stem)
            button.setProperty("kind", "accent-flat")
            button.setToolTip(str(path.parent))
            button.clicked.connect(lambda _=False, chosen=path: self.recent_wanted.emit(str(chosen)))
            row.addWidget(button)
        row.addStretch()
        return row

    def _foot(self) -> QWidget:
        px = self._look.theme.px
        foot = QWidget()
        foot.setProperty("kind", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(28), px(14), px(24), px(14))
        row.setSpacing(px(16))
        secret = QLabel(words.NOT_SECRET)
        secret.setProperty("kind", "label")
        row.addWidget(secret, 1)
        other = QPushButton(words.START_OPEN)
        other.setProperty("kind", "flat")
        other.clicked.connect(self.open_wanted)
        row.addWidget(other)
        self._create = QPushButton(words.START_CREATE)
        self._create.setProperty("kind", "main")
        self._create.clicked.connect(self._ask)
        row.addWidget(self._create)
        return foot


def _app_icon(side: int, ratio: float) -> QPixmap:
    picture = QPixmap(str(resources.path("icons", "luoshi-256.png")))
    picture = picture.scaledToWidth(round(side * ratio), Qt.TransformationMode.SmoothTransformation)
    picture.setDevicePixelRatio(ratio)
    return picture
