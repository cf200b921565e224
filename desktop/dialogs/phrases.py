"""管理常用语: the list at the left, one phrase at the right with what it becomes when it is inserted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from db import phrases
from db.changes import ChangeSet
from db.errors import ChecklistError
from db.phrases import Phrase
from desktop.delegates.row_delegate import Plain
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.form_field import FormField
from desktop.widgets.row_list import RowList
from desktop.widgets.wrap_field import WrapField
from desktop.words import phrases as words


class PhrasesDialog(DialogFrame):
    """Every change is a step of its own, saved at once."""

    scrolls = False

    def __init__(
        self, session: Session, look: Look, icons: Icons, known: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(look, parent, title=words.TITLE, explain=words.LINE, deed="")
        self._session, self._icons, self._known = session, icons, known
        self._shown: Phrase | None = None  # None for a new one
        self._loading = False
        self.list = RowList(look, icons, words.EDIT_LIST, lambda: self.text.setFocus())
        self.text = WrapField(look)
        self.use = ChoiceBox(look, icons)
        for code, word in words.USES.items():
            self.use.addItem(word, code)
        self._text_row = FormField(look, words.TEXT, self.text, words.TEXT_LINE)
        self._use_row = FormField(look, words.USE, self.use)
        self.preview = QLabel()
        self.preview.setProperty("kind", "body")
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        self._connect()
        self._refresh()
        self.list.setFocus()

    def add(self) -> None:
        """Begin a new phrase, of the use of the one in view."""
        self._show(None)
        self.text.setFocus()

    def remove(self) -> None:
        """Delete the phrase in view."""
        if self._shown is not None:
            self._run(phrases.remove, [self._shown.id])

    def shift(self, step: int) -> None:
        """Move the phrase in view among those of its use."""
        if self._shown is not None:
            self._run(phrases.move, self._shown.id, step)

    def restore(self) -> None:
        """Put back the phrases the program brings along."""
        self._run(phrases.restore)

    def _save(self) -> None:
        """Keep what stands in the fields, where it is another than before."""
        text, use, was = self.text.text(), self.use.currentData(), self._shown
        if was is None and text.strip():
            changes = self._run(phrases.add, text, use)
            if changes:
                self._choose(changes.inserted("phrase"))
        elif was is not None and (text, use) != (was.text, was.use):
            self._run(phrases.change, was.id, text, use)

    def _run(self, verb: Callable[..., ChangeSet], *what: object) -> ChangeSet:
        changes, error = self._session.attempt(verb, *what)
        self._complain(error)
        return changes

    def _complain(self, error: ChecklistError | None) -> None:
        self._text_row.refuse(str(error) if error else "")

    def _refresh(self) -> None:
        """Show the list as it is now; the same phrase stays in view."""
        rows = [
            Plain(one, ((one.text, 14, "text"), (words.USES[one.use], 12, "text3")),
                  words.SPOKEN.format(use=words.USES[one.use], text=one.text))
            for one in phrases.all(self._session.checklist)
        ]  # fmt: skip
        place = self.list.currentRow()
        self._loading = True
        self.list.show_rows(rows, lambda was, now: was.id == now.id)  # type: ignore[attr-defined]
        self._loading = False
        if self.list.currentRow() == 0 and place > 0 and self._gone():
            self.list.setCurrentRow(min(place, self.list.count() - 1))
        self._take_up()

    def _gone(self) -> bool:
        every = phrases.all(self._session.checklist)
        return self._shown is None or all(one.id != self._shown.id for one in every)

    def _choose(self, phrase_id: int) -> None:
        for place in range(self.list.count()):
            self.list.setCurrentRow(place)
            if self.list.key().id == phrase_id:  # type: ignore[attr-defined]
                return

    def _take_up(self) -> None:
        if not self._loading:
            found = self.list.key()
            self._show(found if isinstance(found, Phrase) else None)

    def _show(self, phrase: Phrase | None) -> None:
        use = phrase.use if phrase else self.use.currentData()
        self._shown = phrase
        self._complain(None)
        self.text.setText(phrase.text if phrase else "")
        self.use.setCurrentIndex(self.use.findData(use))
        for name in ("remove", "up", "down"):
            self.buttons[name].setEnabled(phrase is not None)
        self._preview()

    def _preview(self) -> None:
        self.preview.setText(phrases.fill(self.text.text(), self._known).text)

    def _offer_placeholders(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for head, names in ((words.FILLED_HEAD, words.PLACEHOLDERS_FILLED), (words.LEFT_HEAD, words.PLACEHOLDERS_LEFT)):
            group = menu.addMenu(head)
            for name in names:
                text = words.PLACEHOLDER.format(name=name)
                group.addAction(text).triggered.connect(lambda _=False, wanted=text: self._insert(wanted))
        menu.popup(self._placeholders.mapToGlobal(QPoint(0, self._placeholders.height())))

    def _insert(self, text: str) -> None:
        self.text.insertPlainText(text)
        self.text.setFocus()

    def _connect(self) -> None:
        self._session.changed.connect(self._refresh)
        self.list.currentItemChanged.connect(lambda *_: self._take_up())
        self.text.textChanged.connect(self._preview)
        self.text.taken.connect(self._save)
        self.use.activated.connect(lambda _: self._save())
        acts = (
            (self.list, "Delete", self.remove), (self.list, "Alt+Up", lambda: self.shift(-1)),
            (self.list, "Alt+Down", lambda: self.shift(1)), (self, "Ctrl+N", self.add),
        )  # fmt: skip
        for home, key, act in acts:
            shortcut = QShortcut(QKeySequence(key), home, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        px = self._look.theme.px
        one = QWidget()
        one.setProperty("kind", "clear")
        left, right, whole = QVBoxLayout(), QVBoxLayout(one), QHBoxLayout()
        left.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(4))
        for name, icon, text, tip, act in (
            ("add", "plus", words.ADD, words.TIP_ADD, self.add),
            ("remove", "trash-2", "", words.TIP_REMOVE, self.remove),
            ("up", "arrow-up", "", words.TIP_UP, lambda: self.shift(-1)),
            ("down", "arrow-down", "", words.TIP_DOWN, lambda: self.shift(1)),
            ("restore", "rotate-ccw", words.RESTORE, words.RESTORE, self.restore),
        ):  # fmt: skip
            button = QPushButton(self._icons.icon(icon, 15), text)
            button.setProperty("kind", "flat")
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.setAccessibleName(text or tip.split(" ")[0])
            button.clicked.connect(lambda _=False, do=act: do())
            foot.addWidget(button)
            self.buttons[name] = button
        foot.addStretch()
        left.addLayout(foot)
        self._placeholders = QPushButton(self._icons.icon("chevron-down", 13), words.INSERT_PLACEHOLDER)
        self._placeholders.setProperty("kind", "status")
        self._placeholders.setAutoDefault(False)
        self._placeholders.clicked.connect(self._offer_placeholders)
        self._text_row.add_beside_label(self._placeholders)
        head = QLabel(words.PREVIEW)
        head.setProperty("kind", "label")
        for part in (self._text_row, self._use_row, head, self.preview):
            right.addWidget(part)
        right.addStretch()
        right.setSpacing(px(8))
        right.setContentsMargins(0, 0, px(4), 0)
        whole.setSpacing(px(20))
        whole.addLayout(left, 3)
        whole.addWidget(self._area(one), 2)  # large text may need more height than there is
        self.body.addLayout(whole)
        self.resize(px(860), px(560))
