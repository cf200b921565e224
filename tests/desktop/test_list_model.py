"""The model of the four lists follows every change line by line, and is at any time what a fresh one would be."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import action_edits, connection, moves, periods, problems, progress, tasks, units
from db.lists import KINDS, Wanted
from db.problems import Entry
from desktop.models.list_table import LINE_ROLE, Head, ListModel
from desktop.models.standing import Standing
from desktop.session import Session
from tests.builders import TODAY, add
from tests.test_laws import NO_VERB, copy_of, sequences, verb

asked = st.builds(
    Wanted, st.sampled_from((None, 2)), st.sampled_from(("", "局1")), st.sampled_from(("", "行动")), st.booleans()
)


def lines(model):
    return [
        (index.data(LINE_ROLE), *(index.siblingAtColumn(column).data() for column in range(model.columnCount())))
        for index in (model.index(row, 0) for row in range(model.rowCount()))
    ]


def opened(checklist):
    session = Session(checklist, lambda: TODAY)
    standing = Standing(session)
    model = ListModel(session, standing)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.kept = session, standing
    return session, standing, model


@given(sequence=sequences, kind=st.sampled_from(KINDS), wanted=asked)
def test_a_live_list_equals_a_fresh_one(qapp, empty_file, sequence, kind, wanted):
    folder, path = copy_of(empty_file)
    with folder:
        session, standing, live = opened(connection.open(path, by="李明"))
        live.ask(kind, wanted)
        resets = []
        live.modelAboutToBeReset.connect(lambda: resets.append(1))
        for name, number in sequence:
            if name == "undo":
                session.undo()
            elif name == "redo":
                session.redo()
            elif name not in NO_VERB and (found := verb(session.checklist, name, number)):
                function, arguments, keywords = found
                session.run(function, *arguments, **keywords)
        fresh = ListModel(session, standing)
        fresh.ask(kind, wanted)
        assert lines(live) == lines(fresh)
        assert live.numbers == fresh.numbers
        assert resets == []
        session.close()


def test_problems_and_reports_are_followed(qapp, checklist):
    one = add(checklist, lead="县人社局", due="6月底前")
    session, _, model = opened(checklist)
    model.ask("problems", Wanted())
    session.run(problems.register, one, Entry("缺场地", level=2, unit="县发改局"), today=TODAY)
    assert [head.group.title for head in model.heads()] == ["二级 分管县领导协调"]
    found = problems.all(checklist)[0]
    session.run(problems.escalate, found.id, 4)
    assert [head.group.title for head in model.heads()] == ["四级 县委县政府"]
    session.run(problems.solve, found.id, TODAY, "借用场地", today=TODAY)
    assert (model.rowCount(), model.numbers["problems"], model.numbers["measures"]) == (0, 0, 1)
    model.ask("measures", Wanted())
    session.run(progress.report, one, periods.parse("2020-06"), percent=40, next="抓紧招标", today=TODAY)
    assert sorted(line.cells[3] for line in model.heads()[0].group.lines) == ["借用场地", "抓紧招标"]
    session.undo()
    assert [line.cells[3] for line in model.heads()[0].group.lines] == ["借用场地"]


def test_a_measure_goes_with_its_action_to_another_task(qapp, checklist):
    one, stays = add(checklist, "要移的"), add(checklist, "留下的")
    for action in (one, stays):
        progress.report(checklist, action, periods.parse("2020-06"), percent=10, next="继续", today=TODAY)
    session, _, model = opened(checklist)
    model.ask("measures", Wanted())
    session.run(moves.move, [one], task=tasks.numbered(checklist, 6).id, parent=None)
    assert [[line.row.action.id for line in head.group.lines] for head in model.heads()] == [[stays], [one]]


def test_a_unit_that_only_sorts_a_problem_out_bears_its_new_name(qapp, checklist):
    one = add(checklist, lead="县人社局")
    problems.register(checklist, one, Entry("缺场地", unit="县计委"), today=TODAY)
    session, _, model = opened(checklist)
    model.ask("problems", Wanted())
    session.run(units.rename, units.named(checklist, "县计委").id, "县经信局", "", since="2020-06-01")
    assert model.units() == {"县人社局", "县经信局"}


def test_folded_groups_stay_folded_and_keep_their_numbers(qapp, county):
    session, _, model = opened(county)
    rows, heads = model.rowCount(), model.heads()
    model.fold(heads[0].key)
    assert model.rowCount() == rows - len(heads[0].group.lines)
    assert model.heads()[0].numbers == heads[0].numbers
    action = heads[0].group.lines[0].row.action
    kept = QPersistentModelIndex(model.index(1, 0))
    session.run(action_edits.rename, action.id, "另一个名称")
    assert model.heads()[0].folded
    assert (kept.row(), model.at(1).key) == (1, heads[1].key)
    model.fold_all(())
    assert model.rowCount() == rows
    model.fold_all([head.key for head in heads])
    assert model.rowCount() == len(heads)


def test_a_list_out_of_view_catches_up_when_it_is_shown(qapp, checklist):
    session, _, model = opened(checklist)
    model.live = False
    session.run(action_edits.add, 5, "新的行动", today=TODAY, lead="县人社局")
    assert model.numbers["tasks"] == 0
    model.catch_up()
    assert model.numbers["tasks"] == 1


def test_heads_and_cells_are_told_to_a_screen_reader(qapp, county):
    _, _, model = opened(county)
    model.ask("duties", Wanted(unit="县公安局"))
    head = model.index(0, 0)
    assert isinstance(head.data(LINE_ROLE), Head)
    said = head.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("县公安局，牵头")
    assert said.endswith("已展开")
    line = model.index(1, 2)
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "承担：牵头"
    assert "牵头单位" not in line.data(Qt.ItemDataRole.ToolTipRole)
    assert f"编号：{model.index(1, 0).data()}" in line.data(Qt.ItemDataRole.ToolTipRole)
