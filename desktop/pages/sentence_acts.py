"""What is done to the sentences of a task: link actions, say whose business they are, add what answers them."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from db import answers, counts, levels
from db.actions import Action
from db.counts import Line
from db.tasks import Task
from desktop import wording
from desktop.icons import Icons
from desktop.models.standing import Standing
from desktop.pages.action_panel import ActionPanel
from desktop.pages.answer_menu import answer_menu
from desktop.session import Session
from desktop.widgets.sentence_row import Sentence
from desktop.widgets.sentences import SentenceColumn
from desktop.words import answers as words


class SentenceActs(QObject):
    """Carries out what the column of sentences asks for; lets it and the table of actions point at each other."""

    def __init__(
        self, session: Session, standing: Standing, icons: Icons, column: SentenceColumn, panel: ActionPanel
    ) -> None:
        super().__init__(column)
        self._session, self._standing, self._icons = session, standing, icons
        self._column, self._panel = column, panel
        self._task: Task | None = None
        self._lines: Sequence[Line] = ()
        column.add_wanted.connect(self.add)
        column.choose_wanted.connect(self.choose_actions)
        column.entered.connect(self._enter)
        column.menu_wanted.connect(self._offer)
        column.dropped.connect(self._link_dropped)
        column.hovered.connect(self._point)
        column.current_changed.connect(self._point)
        column.left.connect(self._leave)
        panel.table.chosen.connect(self.point_back)
        panel.aimed.connect(column.choose)
        panel.commands.answers_requested.connect(self._offer_to_chosen)

    def show_task(self, task: Task) -> None:
        """Show how a task's sentences are answered now."""
        self._task = task
        its = self._standing.actions[task.id]
        self._lines = counts.lines_of(task, its)
        self._column.show_sentences(sentences(task, self._lines, its), task.clause)
        self.point_back()

    def unanswered(self) -> int:
        """The first sentence no action answers, 0 for none."""
        return next((line.number for line in self._lines if line.tally.unanswered), 0)

    def superior(self) -> int:
        """The first sentence that is not the county's business, 0 for none."""
        return next((line.number for line in self._lines if line.tally.superior), 0)

    def point_back(self) -> None:
        """Show which sentences the chosen actions answer."""
        self._column.show_chosen({number for action in self._panel.table.selected() for number in action.answers})

    def add(self, number: int) -> None:
        """Start an action that answers a sentence."""
        self._column.choose(number)
        self._panel.start_adding(answers=number)

    def choose_actions(self, number: int) -> None:
        """Choose the actions that answer a sentence."""
        self._panel.table.choose_all(self._answering(number))
        self._panel.table.setFocus()

    def _answering(self, number: int) -> Sequence[int]:
        return self._lines[number - 1].actions if number and self._lines else ()

    def _enter(self, number: int) -> None:
        if self._answering(number):
            self.choose_actions(number)
        elif self._lines:
            self.add(number)

    def _leave(self) -> None:
        self._column.choose(0)
        self._panel.table.setFocus()

    def _point(self, number: int) -> None:
        """Show in the table which actions answer a sentence."""
        self._panel.table.show_pointed(self._answering(number or self._column.current))

    def _link_dropped(self, number: int, action_ids: Sequence[int]) -> None:
        mine = {action.id for action in self._standing.actions[self._task.id]} if self._task else set()
        if mine.issuperset(action_ids):
            self._session.run(answers.link, action_ids, [number])
            self._column.choose(number)

    def _offer_to_chosen(self) -> None:
        """The sentences to tick for what is chosen in the table, under its current row."""
        table = self._panel.table
        if self._task is not None:
            menu = answer_menu(self._session, self._task, table.selected(), table)
            menu.popup(table.viewport().mapToGlobal(table.visualRect(table.currentIndex()).bottomLeft()))

    def _offer(self, number: int, place: QPoint) -> None:
        menu = QMenu(self._column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, number)
        menu.popup(place)

    def _fill(self, menu: QMenu, number: int) -> None:
        icon, its = self._icons.icon, self._answering(number)
        open_now = bool(self._lines)
        add = menu.addAction(icon("plus", 16), words.ADD_HERE)
        add.triggered.connect(lambda: self.add(number))
        add.setEnabled(open_now)
        self._offer_link(menu, number, self._panel.table.selected())
        choose = menu.addAction(words.CHOOSE.format(n=len(its)))
        choose.triggered.connect(lambda: self.choose_actions(number))
        choose.setVisible(bool(its))
        menu.addSeparator()
        self._offer_levels(menu.addMenu(words.CHANGE_LEVEL), number, enabled=open_now)
        menu.addSeparator()
        menu.addAction(words.COPY, self._column.rows[number - 1].text.copy_sentence)

    def _offer_link(self, menu: QMenu, number: int, chosen: Sequence[Action]) -> None:
        """Link what is chosen in the table, or take it off where all of it is linked already."""
        linked = bool(chosen) and all(number in action.answers for action in chosen)
        ids = [action.id for action in chosen]
        verb = answers.unlink if linked else answers.link
        text = words.UNLINK if linked else words.LINK
        act = menu.addAction(self._icons.icon("link", 16), text.format(what=wording.named(chosen) if chosen else ""))
        act.triggered.connect(lambda: self._session.run(verb, ids, [number]))
        act.setEnabled(bool(chosen and self._lines))

    def _offer_levels(self, menu: QMenu, number: int, *, enabled: bool) -> None:
        task = self._task
        if task is None:
            return
        menu.setEnabled(enabled)
        group = QActionGroup(menu)
        proposed = levels.proposed(task.sentences[number - 1])
        for level, word in words.LEVELS.items():
            act = menu.addAction(words.LEVEL_PROPOSED.format(level=word) if level == proposed else word)
            act.setCheckable(True)
            act.setChecked(task.levels[number - 1] == level)
            group.addAction(act)
            wanted = None if level == proposed else level
            act.triggered.connect(partial(self._session.run, answers.set_level, task.id, number, wanted))


def sentences(task: Task, lines: Sequence[Line], its: Sequence[Action]) -> list[Sentence]:
    """A task's sentences as the column shows them; of a task that is 不适用 only the words."""
    if not lines:
        return [Sentence(n, text, spoken=text) for n, text in enumerate(task.sentences, start=1)]
    named = {action.id: f"{action.code} {action.title}" for action in its}
    return [_sentence(task.sentences[line.number - 1], line, named) for line in lines]


def _sentence(text: str, line: Line, named: Mapping[int, str]) -> Sentence:
    above = line.level in levels.SUPERIOR
    mark = "answered" if line.actions else "superior" if above else "unanswered"
    level = "" if line.level == "county" else words.LEVELS[line.level]
    state = words.ACTIONS_OF.format(n=len(line.actions)) if line.actions else level if above else words.UNANSWERED
    if level and state != level:
        state = words.SPOKEN_LEVEL.format(level=level, state=state)
    return Sentence(
        line.number, text, mark, level, len(line.actions), "\n".join(named[id] for id in line.actions),
        words.SPOKEN.format(number=line.number, state=state, text=text),
    )  # fmt: skip
