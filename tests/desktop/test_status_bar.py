"""The figures in the foot: each is a button, and leads to what it counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.counts import OF_TASKS
from desktop import words
from desktop.pages.task_panel import _FILTER_OF
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press


def shown(program):
    panel = program.desk.page.panel
    places = {task: panel.model.index_of(task) for task in program.desk.standing.tasks}
    return {task for task, place in places.items() if not panel.tree.isRowHidden(place.row(), place.parent())}


def test_every_figure_is_a_button_that_says_where_it_leads(filled):
    figures = filled.desk.foot.figures
    assert set(figures) == set(words.COUNTS) == set(words.COUNTS_TIPS)
    assert set(_FILTER_OF) == (OF_TASKS | {"coverage"}) & set(figures)
    assert all(words.COUNTS_TIPS[name] in figure.accessibleName() for name, figure in figures.items())


@pytest.mark.parametrize(
    ("figure", "counts"),
    [
        ("tasks", lambda tally: True),
        ("applicable", lambda tally: tally.applicable),
        ("undivided", lambda tally: tally.undivided),
        ("coverage", lambda tally: tally.unanswered),
    ],
)
def test_a_figure_of_tasks_shows_them_in_their_list(filled, figure, counts):
    panel = filled.desk.page.panel
    panel._set_filter(words.ONLY_UNDIVIDED if figure == "tasks" else words.ONLY_ALL)
    panel.tree.collapseAll()
    filled.desk.foot.figures[figure].click()
    assert shown(filled) == {task for task, tally in filled.desk.standing.tallies.items() if counts(tally)}
    assert all(panel.tree.isExpanded(panel.model.index(row, 0)) for row in range(panel.model.rowCount()))
    assert panel.tree.hasFocus()


@pytest.mark.parametrize("figure", ["actions", "finished", "done", "overdue", "soon"])
def test_a_figure_of_actions_opens_as_many_rows_of_the_ledger(filled, figure):
    filled.desk.foot.figures[figure].click()
    page = filled.desk.page
    assert filled.desk.pages.key == "ledger"
    assert page.model.number == getattr(filled.desk.standing.total, figure) > 0
    assert page.view.hasFocus()
    assert len([key for key in page.model.keys if isinstance(key, int)]) == page.model.number


def test_a_figure_brings_the_list_where_the_task_stands_alone(filled):
    filled.app.look.set(scale=2.0)
    filled.window.resize(1300, 700)
    settle()
    page = filled.desk.page
    assert not page.panel.isVisible()
    filled.desk.foot.figures["undivided"].click()
    assert page.panel.isVisible()
    assert page.panel.tree.hasFocus()


def test_figures_are_reached_and_pressed_by_keyboard_and_named(qtbot, filled):
    foot = filled.desk.foot
    foot.setFocus(Qt.FocusReason.TabFocusReason)
    assert foot.figures["tasks"].hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert foot.figures["applicable"].hasFocus()
    assert foot.figures["applicable"].accessibleName().startswith(foot.figures["applicable"].text())
    press(qtbot, Qt.Key.Key_Space)
    assert shown(filled) == {task for task, its in filled.desk.standing.tasks.items() if its.applicable}
    assert QApplication.focusWidget() is filled.desk.page.panel.tree


def test_what_is_not_there_is_not_shown(opened):
    figures = opened.desk.foot.figures
    assert not figures["overdue"].isVisible()
    assert figures["undivided"].text() == words.COUNTS["undivided"].format(n=28)
    assert figures["finished"].isVisible()
