"""常用语 at the fields for narrative text: a button beside the label, Alt+Down in the field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTextEdit, QWidget

from db import phrases
from db.actions import Action
from db.periods import Period
from db.phrases import Filled
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.form_field import FormField
from desktop.widgets.gaps import GapKeys, insert
from desktop.widgets.phrase_popup import PhrasePopup
from desktop.words import phrases as words

About = Callable[[], tuple[Action | None, Period | None]]
_KEYS = ("Alt+Down", "Ctrl+;")  # an input method may take the second for itself


class PhraseBook:
    """The checklist's phrases, filled in from what a field is about."""

    def __init__(self, session: Session, look: Look, icons: Icons) -> None:
        self._session, self._look, self._icons = session, look, icons

    def equip(self, row: FormField, use: str, about: About) -> None:
        """Offer the phrases of a use at a field of a form."""
        field = row.field
        if isinstance(field, QPlainTextEdit):
            row.add_beside_label(self._button(field, use, about))
            GapKeys(field)
            self.listen(field, use, about)

    def equip_cell(self, field: QPlainTextEdit, use: str, about: About) -> None:
        """Offer them in a field that is open in a table, in its lower right corner."""
        button = self._button(field, use, about)
        button.setParent(field)
        field.setViewportMargins(0, 0, 0, self._look.theme.px(22))
        self.listen(field, use, about)
        _Corner(field, button)

    def listen(self, field: QPlainTextEdit, use: str, about: About) -> None:
        """Open the list on its keys."""
        shortcut = QShortcut(field)
        shortcut.setKeys([QKeySequence(key) for key in _KEYS])
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self.offer(field, use, about))

    def offer(self, field: QPlainTextEdit | QTextEdit, use: str, about: About) -> None:
        """Open the list at the cursor."""
        checklist, today = self._session.checklist, self._session.today()
        known = phrases.facts(checklist, today, *about())
        fitting = phrases.fitting(phrases.all(checklist), use)
        offered = [(words.USES[one.use], phrases.fill(one.text, known)) for one in fitting]
        popup = PhrasePopup(self._look, self._icons, offered, field)

        def take(phrase: Filled) -> None:
            insert(field, phrase)
            field.setFocus()

        popup.taken.connect(take)
        popup.manage_wanted.connect(lambda: self.manage(field.window(), *about()))
        popup.open_at(field, field.cursorRect())

    def manage(self, parent: QWidget, action: Action | None = None, period: Period | None = None) -> None:
        """Let the phrases be changed; an action and a period make the preview true."""
        known = phrases.facts(self._session.checklist, self._session.today(), action, period)
        late("phrases")(self._session, self._look, self._icons, known, parent).open()

    def _button(self, field: QPlainTextEdit, use: str, about: About) -> QPushButton:
        button = QPushButton(words.PHRASES)
        button.setProperty("kind", "status")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are for the keyboard, and Tab has enough stops
        button.setToolTip(words.TIP)
        button.clicked.connect(lambda: self.offer(field, use, about))
        return button


class _Corner(QObject):
    """Keeps a button in the lower right corner of a field."""

    def __init__(self, field: QPlainTextEdit, button: QPushButton) -> None:
        super().__init__(field)
        self._button = button
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the field's size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and isinstance(watched, QWidget):
            self._button.adjustSize()
            corner = watched.rect().bottomRight() - self._button.rect().bottomRight() - QPoint(4, 2)
            self._button.move(corner)
        return False
