"""四张清单: every counted action stands where it must, and what is listed is as many as is counted."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import actions, counts, ledger, lifecycle, lists, names, periods, problems, progress, tasks, units
from db.lists import Sources, Wanted
from db.problems import Entry, Problem
from db.search_actions import matching
from db.status import FINISHED, counted
from db.words import lists as words
from tests.builders import TODAY, action, add, yard
from tests.db.test_figures import counties

JUNE = periods.parse("2020-06")


def problem_of(action, number, solved=None):
    entry = Entry(f"问题{number}", level=1 + number % 4, unit="县发改局", raised_on="2020-06-01")
    return Problem(100 * action.id + number, action.id, entry, "李明", solved, "已解决" if solved else "")


@st.composite
def sources(draw, every, yardstick):
    """Problems, as many open ones as the actions say, some solved ones, and what was reported last."""
    found = [problem_of(one, n) for one in every for n in range(one.open_problems)]
    solved = [problem_of(one, 50, "2020-06-10") for one in every if draw(st.booleans())]
    entries = {
        one.id: progress.Entry(one.id, one.id, JUNE, 50, next=draw(st.sampled_from(("", "继续推进"))))
        for one in every if draw(st.booleans())
    }  # fmt: skip
    return Sources(yardstick, lists.by_action([*found, *solved]), entries)


@st.composite
def listed(draw):
    its_tasks, every, yardstick = draw(counties())
    rows = ledger.rows(its_tasks, every, yardstick, parents=True)
    held = draw(sources(every, yardstick))

    def groups(kind, wanted=None):
        wanted = wanted or Wanted(solved=True)
        lines = [
            line for task in its_tasks
            for line in lists.of_task(kind, task, [row for row in rows if row.task.id == task.id], held)
        ]  # fmt: skip
        return lists.grouped(kind, filter(wanted.admits, lines))

    return groups, counts.of(its_tasks, every, yardstick), every, held, {task.id: task for task in its_tasks}


def of_actions(groups):
    return Counter(line.row.action.id for group in groups for line in group.lines if line.row)


@given(county=listed())
def test_every_counted_action_is_once_in_the_list_of_tasks(county):
    groups, figures, *_ = county
    found = groups("tasks")
    assert of_actions(found) == Counter(figures.behind("actions"))
    for group in found:
        assert {line.task.id for line in group.lines} == {group.key}
        tally = figures.tasks[group.key]
        assert (group.tally.actions, group.tally.overdue) == (tally.actions, tally.overdue)
    applicable = [key for key, tally in figures.tasks.items() if not tally.not_applicable]
    assert [group.key for group in found] == applicable  # also those nobody has broken down


@given(county=listed())
def test_every_counted_action_is_with_every_unit_that_has_a_part_in_it(county):
    groups, figures, every, *_ = county
    by_name = {group.key: group for group in groups("duties")}
    led = {unit for unit, tally in figures.leads.items() if tally.actions}
    assert set(by_name) - {""} == {unit for unit, tally in figures.units.items() if tally.actions}
    assert ("" in by_name) == ("" in led)
    for unit, group in by_name.items():
        tally = figures.units[unit] if unit else figures.leads[""]
        assert (group.tally.actions, group.tally.overdue) == (tally.actions, tally.overdue)
        inside = Counter(figures.behind("actions", unit=unit)) if unit else of_actions([group])
        assert of_actions([group]) == inside
        assert group.roles.get("lead" if unit else "none", 0) == figures.leads.get(unit, counts.Tally()).actions
    roles = {line.key[1:]: line.role for group in by_name.values() for line in group.lines}
    for one in every:
        for role, its in (("lead", (one.lead,)), ("responsible", one.responsible), ("supporting", one.supporting)):
            for unit in filter(None, its):
                assert roles.get((unit, one.id), role) == role


@given(county=listed())
def test_open_problems_are_as_many_as_are_counted_and_solved_ones_are_asked_for(county):
    groups, figures, every, held, its_tasks = county
    open_ones = [line for group in groups("problems", Wanted()) for line in group.lines]
    assert len(open_ones) == figures.total.problems
    assert not any(line.solved for line in open_ones)
    whole = [line for group in groups("problems") for line in group.lines]
    its_action = {one.id: one for one in every}
    told = [
        problem.id for its in held.problems.values() for problem in its
        if its_tasks[its_action[problem.action].task].applicable and counted(its_action[problem.action].status)
    ]  # fmt: skip
    assert Counter(line.problem for line in whole) == Counter(told)
    levels = [group.key for group in groups("problems")]
    assert levels == sorted(levels, reverse=True)


@given(county=listed())
def test_measures_are_what_comes_next_and_how_problems_were_solved(county):
    groups, figures, every, held, _ = county
    lines = [line for group in groups("measures") for line in group.lines]
    counted_ones = set(figures.behind("actions"))
    ahead = {line.row.action.id for line in lines if line.key[0] == "next"}
    assert ahead == {
        one.id for one in every
        if one.id in counted_ones and one.status not in FINISHED and one.id in held.entries
        and held.entries[one.id].next
    }  # fmt: skip
    solved = Counter(line.problem for line in lines if line.key[0] == "solved")
    assert solved == Counter(
        line.problem for group in groups("problems") for line in group.lines if line.solved
    )


@given(county=listed(), kind=st.sampled_from(lists.KINDS))
def test_lines_have_a_cell_for_every_column_and_a_key_of_their_own(county, kind):
    groups, *_ = county
    lines = [line for group in groups(kind) for line in group.lines]
    assert all(len(line.cells) == len(lists.COLUMNS[kind]) for line in lines)
    assert len({line.key for line in lines}) == len(lines)
    assert {len(row) for row in lists.flat(kind, groups(kind))} == {len(lists.COLUMNS[kind]) + 1}


@given(county=listed(), kind=st.sampled_from(lists.KINDS), part=st.sampled_from((1, 2)))
def test_conditions_leave_what_meets_them(county, kind, part):
    groups, *_ = county
    whole = [line for group in groups(kind) for line in group.lines]

    def left(**conditions):
        return {line.key for group in groups(kind, Wanted(solved=True, **conditions)) for line in group.lines}

    assert left(part=part) == {line.key for line in whole if line.task.part == part}
    assert left(unit="县人社局") == {line.key for line in whole if "县人社局" in line.units}
    assert left(text="任务1") == {line.key for line in whole if line.task.number == 1}
    assert left(text="查无此事") == set()


@pytest.mark.parametrize(
    "text", ["rsj", "renshe", "劳动局", "县劳动人事局", "人社局 摸底", "RSJ 摸底", "縣人社局", "05-01"]
)
@pytest.mark.parametrize("kind", ["tasks", "duties"])
def test_a_text_finds_what_a_search_finds(checklist, text, kind):
    units.add(checklist, "县劳动人事局", aliases=["劳动局"])
    units.rename(checklist, names.find_unit(checklist.db, "劳动局"), "县人社局", "", since="2020-01-01")
    one = add(checklist, "摸底", lead="县人社局")
    add(checklist, "另一件", lead="县教育局")
    found = [line for group in lists.read(checklist, kind, TODAY, Wanted(text=text)) for line in group.lines]
    assert {line.row.action.id for line in found} == {one} == matching(checklist, text)


def test_a_text_finds_a_problem_by_its_own_words_beside_those_of_its_action(checklist):
    one = add(checklist, "摸底", lead="县人社局")
    problems.register(checklist, one, Entry("缺人手", raised_on=TODAY), today=TODAY)
    assert lists.read(checklist, "problems", TODAY, Wanted(text="人手 rsj"))
    assert not lists.read(checklist, "problems", TODAY, Wanted(text="场地 rsj"))


def test_the_lists_of_the_sample_county_say_what_is_in_it(county):
    figures = counts.read(county, TODAY)
    of_tasks = lists.read(county, "tasks", TODAY)
    assert sum(len(group.lines) for group in of_tasks) == figures.total.actions + figures.total.undivided
    undivided = [line for group in of_tasks for line in group.lines if line.row is None]
    assert {line.cells[1] for line in undivided} == {"未分解"}
    found = {group.title: group for group in lists.read(county, "duties", TODAY)}
    assert sum(group.roles.get("lead", 0) for group in found.values()) + 1 == figures.total.actions
    assert [line.cells[2] for line in found[words.NO_LEAD].lines] == ["缺牵头"]
    assert lists.read(county, "problems", TODAY)[0].title == "四级 县委县政府"
    assert lists.read(county, "problems", TODAY, Wanted(unit="县住建局"))
    assert lists.flat("measures", lists.read(county, "measures", TODAY))[0][0] == "重点任务"


def test_a_measure_is_that_of_the_newest_report(checklist):
    one = add(checklist, due="6月底前", lead="县人社局")
    may = periods.parse("2020-05")
    progress.report(checklist, one, JUNE, percent=40, next="六月的打算", today=TODAY)
    progress.report(checklist, one, may, percent=20, next="五月的打算", reason="补报", today=TODAY)
    line = lists.read(checklist, "measures", TODAY)[0].lines[0]
    assert line.cells[3:5] == ("六月的打算", "2020年6月下一步打算")
    assert progress.newest(checklist)[one].next == "六月的打算"
    lifecycle.tick(checklist, [one], today=TODAY)
    assert lists.read(checklist, "measures", TODAY) == []


def test_a_problem_tells_since_when_and_how_it_was_solved(checklist):
    one = add(checklist, lead="县人社局")
    problems.register(checklist, one, Entry("缺场地", level=3, raised_on="2020-06-08"), today=TODAY)
    problems.register(checklist, one, Entry("缺人手", level=3), today=TODAY)
    lines = lists.read(checklist, "problems", TODAY)[0].lines
    assert [line.cells[-3:] for line in lines] == [("6月8日", "10天", "未解决"), ("6月18日", "今天提出", "未解决")]
    problems.solve(checklist, lines[0].problem, TODAY, "借用县委党校场地", today=TODAY)
    assert [line.cells[0] for line in lists.read(checklist, "problems", TODAY)[0].lines] == ["缺人手"]
    solved = lists.read(checklist, "problems", TODAY, Wanted(solved=True))[0].lines[-1]
    assert solved.cells[-2:] == ("用了10天", "6月18日解决：借用县委党校场地")
    assert lists.read(checklist, "measures", TODAY)[0].lines[0].cells[3] == "借用县委党校场地"


def test_a_task_whose_actions_all_ended_says_so(checklist):
    one = add(checklist, lead="县人社局")
    lifecycle.stop(checklist, [one], "cancelled", reason="并入别的行动", confirmer="王芳", today=TODAY)
    found = {group.key: group for group in lists.read(checklist, "tasks", TODAY)}
    assert found[tasks.numbered(checklist, 5).id].lines[0].cells[1] == "无有效行动"
    assert found[tasks.numbered(checklist, 6).id].lines[0].cells[1] == "未分解"
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 6).id, "与本县无关", "王芳")
    assert tasks.numbered(checklist, 6).id not in {group.key for group in lists.read(checklist, "tasks", TODAY)}


def test_a_leader_of_the_task_answers_for_actions_that_name_none(checklist):
    one = add(checklist, lead="县人社局")
    tasks.set_person(checklist, actions.get(checklist, one).task, "leader", "陈副县长")
    assert lists.read(checklist, "duties", TODAY)[0].lines[0].cells[3] == "陈副县长"


def test_a_percent_is_told_of_what_is_under_way():
    task = tasks.Task(1, 1, 1, "", "任务", "", "", (), (), True, "", "", "")
    held = Sources(yard(), {}, {})

    def told(**more):
        row = ledger.of_task(task, [replace(action(), task=1, **more)], held.yard)
        return lists.of_task("tasks", task, row, held)[0].cells[-1]

    assert told(status="in_progress", percent=40) == "正在推进 40%"
    assert told(status="not_started") == "未启动"
    assert told(status="closed", percent=100, done_on=TODAY) == "已销号"
