"""编辑正文: the paragraphs of the 落实情况报告 as they read, each to be put differently or made automatic again."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from db import narrative, periods
from db.changes import ChangeSet
from db.words import narrative as told
from desktop.delegates.row_delegate import ROW_ROLE, Row
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.phrase_book import PhraseBook
from desktop.session import Session
from desktop.widgets.figure_text import FigureText
from desktop.widgets.form_field import FormField
from desktop.widgets.row_list import RowList
from desktop.words import narrative as words
from reports.data import ReportData
from reports.kinds import attached
from reports.narrative import Paragraph, paragraphs
from reports.narrative_figures import known

_USES = {"work": "done", "part": "done", "task": "done", "trouble": "trouble", "next": "next"}


class NarrativeDialog(DialogFrame):
    """Every change is a step of its own, saved when the paragraph is left; only steps made here are undone here."""

    scrolls = False

    def __init__(self, look: Look, icons: Icons, session: Session, data: ReportData, parent: QWidget) -> None:
        closed = periods.locked_by(session.checklist, data.period)
        explain = words.LINE_LOCKED.format(period=closed.name) if closed else words.LINE
        super().__init__(look, parent, title=words.TITLE, explain=explain, deed="")
        self._icons, self._session, self._data, self._locked = icons, session, data, closed is not None
        self._shown: Paragraph | None = None
        self._steps = 0
        self._loading = False
        self._book = PhraseBook(session, look, icons)
        self.list = RowList(look, icons, words.LIST, lambda: self.text.setFocus())
        self.text = FigureText(look)
        self.text.setReadOnly(self._locked)
        self._row = FormField(look, "", self.text)
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        self._connect()
        self._refresh()
        self.list.setFocus()

    def reject(self) -> None:
        """Save what is being written, then close; stays where that is refused."""
        if self.save():
            super().reject()

    def save(self) -> bool:
        """Keep the paragraph as it stands in the field, where it is another than before."""
        one, text = self._shown, self.text.template
        if one is None or self._locked or not self.text.document().isModified() or text == one.template:
            return True
        return self._run(narrative.write, one.place, text, automatic=one.automatic)

    def restore(self) -> None:
        """Give the paragraph in view its automatic text back."""
        if self._shown is not None:
            self.text.document().setModified(False)
            if self._shown.edited:
                self._run(narrative.restore, self._shown.place)
            else:
                self._show(self._shown)

    def omit(self) -> None:
        """Leave the paragraph in view out of the report."""
        if self._shown is not None:
            self.text.document().setModified(False)
            self._run(narrative.write, self._shown.place, "", automatic=self._shown.automatic)

    def undo(self) -> None:
        """Take back the last step that was made here."""
        if self._steps and self.save():
            self._steps -= 1
            self._session.undo()

    def _run(self, verb: Callable[..., ChangeSet], place: str, *what: str, **more: str) -> bool:
        changes, error = self._session.attempt(verb, self._data.period, place, *what, **more)
        self._steps += bool(changes)
        self._row.refuse(str(error) if error else "")
        if error is None and not changes:
            self._refresh()  # what was typed comes to what was there
        return error is None

    # --- what is shown ----------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Show the paragraphs as they are now; the same one stays in view."""
        edits = narrative.of_period(self._session.checklist, self._data.period)
        self._data = replace(self._data, edits=edits)
        rows = [self._row_of(one) for one in paragraphs(self._data, attached(self._data))]
        self._loading = True
        self.list.show_rows(rows, lambda was, now: was.place == now.place)  # type: ignore[attr-defined]
        self._loading = False
        self._take_up()

    def _row_of(self, one: Paragraph) -> Row:
        place = narrative.name_of(one.place)
        shown = one.shown.replace("\n", " ")
        lines = [(shown, 13, "text") if shown else (words.NOT_PRINTED_TEXT.format(place=place), 13, "text3")]
        lines += [(words.CHANGED, 12, "accent")] if one.edited else []
        icon, tint = ("pencil", "accent") if one.edited else ("file-text", "text3") if shown else ("minus", "text3")
        return Row(one, icon, tint, tuple(lines), words.SPOKEN.format(place=place, text=shown or words.NOT_PRINTED))

    def _turn(self) -> None:
        """Save the paragraph that is left, then show the one that was chosen; go back where that is refused."""
        if self._loading:
            return
        left, wanted = self._shown, self.list.key()
        if self.save():
            self._choose(wanted)
        else:
            self._choose(left)
            self.text.setFocus()

    def _choose(self, one: object) -> None:
        """Come to a paragraph that may have been told anew."""
        place = getattr(one, "place", "")
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(ROW_ROLE).key.place == place:
                self._loading = True
                self.list.setCurrentRow(row)
                self._loading = False
        if getattr(self._shown, "place", "") != place:
            self._take_up()

    def _take_up(self) -> None:
        found = self.list.key()
        if isinstance(found, Paragraph):
            self._show(found)

    def _show(self, one: Paragraph) -> None:
        self._shown = one
        self.text.show_template(one.template, known(self._data, one.place))
        self._row.rename(narrative.name_of(one.place))
        self._row.refuse("")
        note = words.NOTE_CHANGED.format(period=self._data.period.name) if one.edited else words.NOTE_AUTOMATIC
        self._row.tell(note if one.template or one.edited else words.NOTE_EMPTY)
        self._offer_restore()
        self.buttons["omit"].setEnabled(bool(one.template) and not self._locked)
        for name in ("insert", "phrases"):
            self.buttons[name].setEnabled(not self._locked)

    def _offer_restore(self) -> None:
        """What is not kept yet can be given up too, above all where it is refused."""
        changed = self._shown is not None and (self._shown.edited or self.text.document().isModified())
        self.buttons["restore"].setEnabled(changed and not self._locked)

    # --- what is put in ---------------------------------------------------------------------------------

    def _offer_figures(self) -> None:
        one = self._shown
        if one is None:
            return
        values = known(self._data, one.place)
        menu = QMenu(self)
        menu.addSection(words.INSERT)
        kind = one.place.partition(".")[0]
        own = {"part": told.OF_PART, "task": told.OF_TASK}.get(kind, {})
        groups = [(words.GROUP_OWN[kind], list(own.values()))] if own else []
        groups += [(head, [told.FIGURES[key] for key in keys]) for head, keys in words.GROUPS.items()]
        for head, names in groups:
            group = menu.addMenu(head)
            for name in (name for name in names if name in values):
                action = group.addAction(words.FIGURE.format(name=name, value=values[name]))
                action.triggered.connect(lambda _=False, wanted=name: self._insert(wanted))
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.buttons["insert"]
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _insert(self, name: str) -> None:
        self.text.insert(f"{{{name}}}")
        self.text.setFocus()

    def _offer_phrases(self) -> None:
        if self._shown is not None and not self._locked:
            use = _USES.get(self._shown.place.partition(".")[0], "any")
            self._book.offer(self.text, use, lambda: (None, self._data.period))

    # --- how it is made ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._session.changed.connect(self._refresh)
        self.list.currentItemChanged.connect(lambda *_: self._turn())
        self.text.undo_wanted.connect(self.undo)
        self.text.document().modificationChanged.connect(self._offer_restore)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.list, self.undo)
        phrases = QShortcut(QKeySequence("Alt+Down"), self.text, self._offer_phrases)
        save = QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        for shortcut in (undo, phrases, save):
            shortcut.setAutoRepeat(False)

    def _build(self) -> None:
        px = self._look.theme.px
        right, whole, acts = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        acts.setSpacing(px(4))
        for name, icon, text, tip, act in (
            ("insert", "plus", words.INSERT, words.INSERT_TIP, self._offer_figures),
            ("phrases", "list-checks", words.PHRASES, words.PHRASES_TIP, self._offer_phrases),
            ("restore", "rotate-ccw", words.RESTORE, words.RESTORE_TIP, self.restore),
            ("omit", "minus", words.OMIT, words.OMIT_TIP, self.omit),
        ):  # fmt: skip
            button = QPushButton(self._icons.icon(icon, 15), text)
            button.setProperty("kind", "flat")
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, do=act: do())
            acts.addWidget(button)
            self.buttons[name] = button
        acts.addStretch()
        right.addWidget(self._row, 1)
        right.addLayout(acts)
        whole.setSpacing(px(16))
        whole.addWidget(self.list, 1)
        whole.addLayout(right, 1)
        self.body.addLayout(whole, 1)
        self.resize(px(980), px(600))
