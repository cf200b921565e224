"""The readings of a unit's names and of a person's, on the 单位 page."""

import pytest
from PySide6.QtCore import Qt

from db import people, readings
from desktop.dialogs.ask_fields import AskFields
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press
from tests.desktop.test_units_page import Office

Key = Qt.Key


@pytest.fixture
def office(filled):
    return Office(filled)


def dialog(office):
    return next(one for one in office.program.window.findChildren(AskFields) if one.isVisible())


def test_a_units_names_are_read_as_they_are_proposed_until_somebody_writes_it_down(qtbot, office):
    office.page.card.unit_wanted.emit("reading", office.unit("县发改局").id)
    settle()
    fields = dialog(office).fields
    assert list(fields) == ["县发改局", "安岭县发展和改革局"]
    assert fields["县发改局"].text() == "xian fa gai ju"
    fields["县发改局"].setText("xuan fa gai")
    press(qtbot, Key.Key_Return, on=fields["县发改局"])
    assert dialog(office).isVisible(), "a syllable is missing"
    assert readings.of(office.checklist, "县发改局") == "xian fa gai ju"
    fields["县发改局"].setText("xuan fa gai ju")
    press(qtbot, Key.Key_Return, on=fields["县发改局"])
    assert readings.of(office.checklist, "县发改局") == "xuan fa gai ju"
    office.program.desk.undo()
    assert readings.of(office.checklist, "县发改局") == "xian fa gai ju"


def test_a_person_is_read_as_a_surname_is(qtbot, office):
    session = office.program.desk.session
    person = session.run(people.add, "单晓").inserted("person")
    office.page.card.person_wanted.emit("reading", person)
    settle()
    assert dialog(office).fields["单晓"].text() == "shan xiao"
    dialog(office).reject()
