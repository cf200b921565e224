"""我的筛选: the filters everybody asks for and those that were kept by name, one click each."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from db import saved_filters
from db.errors import ChecklistError, RuleBroken
from db.ledger import Filter
from db.saved_filters import Saved
from desktop import words as common
from desktop.late import late
from desktop.pages.ledger_conditions import Conditions
from desktop.pages.page import Context
from desktop.words import finding as words
from desktop.words.ledger import FIGURES, GAPS

USUAL: Mapping[str, Filter] = {
    words.OVERDUE: Filter(timing=frozenset({"overdue"})),
    **{FIGURES[figure]: Filter(figure=figure) for figure in ("due_today", "due_week")},
    words.SLOW: Filter(figure="slow"),
    **{text: Filter(gap=gap) for gap, text in GAPS.items()},
    words.PROBLEMS: Filter(figure="problems"), words.EXTENDED: Filter(figure="extended"),
}  # fmt: skip


class SavedFilters(QObject):
    """Makes the menu and carries out what is chosen in it; `wanted` carries a filter to be asked."""

    wanted = Signal(Filter)

    def __init__(self, context: Context, conditions: Conditions, now: Callable[[], Filter], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._conditions, self._now, self._over = context, conditions, now, parent

    def menu(self) -> QMenu:
        """The usual filters, the kept ones, and what can be done with them; the one in force has a tick."""
        menu = QMenu(self._over)
        menu.setAccessibleName(words.MINE)
        saved = saved_filters.all(self._context.session.checklist)
        for text, asked in USUAL.items():
            self._tick(menu, text, asked == self._now()).triggered.connect(partial(self._ask, asked))
        menu.addSeparator()
        for one in saved:
            self._tick(menu, one.name, self._meant(one) == self._now()).triggered.connect(partial(self._apply, one))
        menu.addSeparator()
        some = bool(self._now().active)
        keep = menu.addAction(words.SAVE if some else f"{words.SAVE}　{words.SAVE_TIP}")
        keep.setEnabled(some)
        keep.triggered.connect(lambda: self.save())
        for text, act in ((words.CHANGE, self._change), (words.RENAME, self.rename), (words.REMOVE, self._remove)):
            deeds = menu.addMenu(text)
            deeds.setEnabled(bool(saved) and (some or act != self._change))
            for one in saved:
                deeds.addAction(one.name).triggered.connect(partial(self._do, act, one))
        return menu

    def save(self) -> None:
        """Ask for a name, what is asked proposed for it, and keep the filter in force."""
        asked, told = self._now(), self._told(self._now())
        proposed = told if len(told) <= saved_filters.LIMIT else ""
        words_of = {"title": words.SAVE_TITLE, "explain": words.SAVE_EXPLAIN.format(conditions=told)}
        self._name(proposed, words_of, lambda name: self._run(words.SAVED, name, saved_filters.save, name, asked))

    def rename(self, saved: Saved) -> None:
        """Ask for another name."""
        meant = self._meant(saved)
        told = self._told(meant) if meant else saved.name
        words_of = {"title": words.RENAME_TITLE, "explain": words.RENAME_EXPLAIN.format(conditions=told)}
        self._name(
            saved.name, words_of, lambda name: self._run(words.RENAMED, name, saved_filters.rename, saved.id, name)
        )

    def _name(self, proposed: str, told: Mapping[str, str], save: Callable[[str], ChecklistError | None]) -> None:
        look = self._context.look
        late("ask words")(
            look, QLineEdit(proposed), save, self._over, label=words.SAVE_LABEL, deed=words.SAVE_DO, **told
        ).open()

    def _change(self, saved: Saved) -> None:
        self._run(words.CHANGED, saved.name, saved_filters.change, saved.id, self._now())

    def _remove(self, saved: Saved) -> None:
        self._run(words.REMOVED, saved.name, saved_filters.remove, saved.id)

    def _run(self, told: str, name: str, verb: Callable[..., Any], *args: Any) -> ChecklistError | None:
        session = self._context.session
        changes, error = session.attempt(verb, *args)
        if changes:
            self._context.say(told.format(name=name.strip()), f"{common.UNDO} Ctrl+Z", session.undo)
        return error

    def _ask(self, asked: Filter, _: bool = False) -> None:
        self.wanted.emit(asked)

    def _apply(self, saved: Saved, _: bool = False) -> None:
        try:
            self.wanted.emit(saved_filters.wanted(self._context.session.checklist, saved))
        except RuleBroken as error:
            self._context.say(str(error))

    @staticmethod
    def _do(act: Callable[[Saved], None], saved: Saved, _: bool = False) -> None:
        act(saved)

    def _meant(self, saved: Saved) -> Filter | None:
        try:
            return saved_filters.wanted(self._context.session.checklist, saved)
        except RuleBroken:
            return None

    def _told(self, asked: Filter) -> str:
        return "、".join(self._conditions.told(asked).values())

    @staticmethod
    def _tick(menu: QMenu, text: str, held: bool) -> Any:
        act = menu.addAction(text)
        act.setCheckable(True)
        act.setChecked(held)
        return act
