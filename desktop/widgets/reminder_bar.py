"""One quiet line above the page: what presses today, every number a button to its rows."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from db.reminders import KINDS, Reminder
from db.words.reminders import BETWEEN
from desktop import wording
from desktop.icons import Icons
from desktop.look import Look
from desktop.words import CLOSE, WEEKDAYS
from desktop.words import reminders as words

_TONES = {"overdue": "red", "due_today": "amber", "due_week": "amber"}
_HEIGHT = 40


class ReminderBar(QFrame):
    """`wanted` names one of KINDS that was pressed, `dismissed` says that the line is not to be seen any more today."""

    wanted = Signal(str)
    dismissed = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look = look
        self._reminder: Reminder | None = None
        self._too_wide = 0  # what did not fit and was seen to
        self.setProperty("kind", "message")
        self.setProperty("tone", "note")
        self.setFixedHeight(look.theme.px(_HEIGHT))
        self._sign, self._day = QLabel(), QLabel()
        self._sign.setPixmap(icons.pixmap("calendar-clock", 16, "accent", self.devicePixelRatioF()))
        self._day.setProperty("kind", "label")
        self.buttons = {kind: self._button(kind) for kind in KINDS}
        self.close_button = QPushButton(icons.icon("x", 16), "")
        self.close_button.setProperty("kind", "flat")
        self.close_button.setAccessibleName(CLOSE)
        self.close_button.setToolTip(words.CLOSE_TIP.format(setting=words.SETTING))
        self.close_button.setIconSize(QSize(look.theme.px(16), look.theme.px(16)))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.px(22), 0, look.theme.px(12), 0)
        row.setSpacing(look.theme.px(4))
        for widget in (self._sign, self._day, *self.buttons.values()):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.close_button)
        self.hide()

    def show_reminder(self, reminder: Reminder) -> None:
        """Say what presses; those of KINDS there is nothing of are left out."""
        self._reminder = reminder
        today = reminder.yard.today
        when = wording.weekday(today)
        self._day.setText(words.DAY.format(day=wording.short_date(today, int(today[:4])), weekday=WEEKDAYS[when]))
        self.setAccessibleName(words.SPOKEN.format(told=str(reminder).replace(BETWEEN, "，")))
        for kind, button in self.buttons.items():
            button.setVisible(kind in reminder.numbers)
            if kind in reminder.numbers:
                told = words.EXPLAINED.format(told=reminder.told(kind), tip=words.TIPS[kind])
                button.setToolTip(told)
                button.setAccessibleName(told)
        shown = [button for kind, button in self.buttons.items() if kind in reminder.numbers]
        self.setFocusProxy(next(iter(shown), self.close_button))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where the window is narrow: first without brackets, then without the day."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Measure again when the buttons got other type, as they do after the bar was made."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            wanted = self.layout().sizeHint().width()
            if wanted > self.width() and wanted != self._too_wide:
                self._too_wide = wanted
                self._fit()
        return handled

    def _fit(self) -> None:
        if self._reminder is None:
            return
        for day, short in ((True, False), (True, True), (False, True)):
            self._day.setVisible(day)
            for kind in self._reminder.numbers:
                self.buttons[kind].setText(self._reminder.told(kind, short=short))
            if self.layout().sizeHint().width() <= self.width():
                return

    def _button(self, kind: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "flat")
        button.setProperty("tone", _TONES.get(kind, ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the work is
        button.clicked.connect(lambda: self.wanted.emit(kind))
        return button
