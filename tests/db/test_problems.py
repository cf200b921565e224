"""What stands in the way: registered, escalated, solved, counted; and what is refused with its field."""

import pytest

from db import action_edits, actions, check, counts, lifecycle, names, problems, steps, tasks
from db.edit import edit
from db.errors import RuleBroken
from db.problems import Entry
from tests.builders import TODAY, add, rows, yard

ENTRY = Entry("缺实训场地", "老校区拆迁", "land", 2, "县教育局", "2020-05-20")


def register(checklist, action, entry=ENTRY):
    return problems.register(checklist, action, entry, today=TODAY).inserted("problem")


@pytest.fixture
def one(checklist):
    """A problem of the action with id 1."""
    return register(checklist, add(checklist, lead="县人社局"))


def refused(field, code, verb, *args, **more):
    with pytest.raises(RuleBroken) as error:
        verb(*args, **more)
    assert (error.value.code, error.value.field) == (code, field)
    assert str(error.value).endswith("。")


def test_a_problem_reads_back_as_it_was_written_down(checklist, one):
    (found,) = problems.of_action(checklist, 1)
    assert found == problems.get(checklist, one)
    assert (found.entry, found.raised_by, found.solved_on, found.solution) == (ENTRY, "李明", None, "")
    assert actions.get(checklist, 1).open_problems == 1
    assert check.findings(checklist, TODAY) == []


def test_what_is_left_out_is_filled_in(checklist):
    row = register(checklist, add(checklist), Entry("  缺\n人手 "))
    assert problems.get(checklist, row).entry == Entry("缺 人手", raised_on=TODAY)


def test_no_unit_is_made_of_what_people_write_for_none(checklist):
    had = names.units(checklist)
    row = register(checklist, add(checklist), Entry("缺人手", unit="无"))
    assert problems.get(checklist, row).entry.unit == ""
    assert names.units(checklist) == had


def test_the_age_counts_days_and_working_days(checklist, one):
    found = problems.get(checklist, one)
    assert (found.age(yard()).days, found.age(yard()).workdays) == (29, 21)
    problems.solve(checklist, one, "2020-05-25", "借用党校场地", today=TODAY)
    assert problems.get(checklist, one).age(yard()).days == 5


def test_the_highest_level_and_the_oldest_come_first(checklist):
    action = add(checklist)
    for text, level, day in (("新", 1, TODAY), ("旧", 1, "2020-05-01"), ("高", 3, TODAY)):
        register(checklist, action, Entry(text, level=level, raised_on=day))
    assert [p.entry.text for p in problems.all(checklist)] == ["高", "旧", "新"]


def test_escalation_is_a_step_that_says_so(checklist, one):
    assert problems.escalate(checklist, one, 4).label == "“制定年度计划”的问题升为四级"
    assert problems.escalate(checklist, one, 1).label == "“制定年度计划”的问题降为一级"
    assert not problems.escalate(checklist, one, 1), "nothing changed, so there is no step"


def test_solving_and_opening_again(checklist, one):
    before = rows(checklist)
    problems.solve(checklist, one, "2020-06-01", " 借用党校场地 ", today=TODAY)
    found = problems.get(checklist, one)
    assert (found.solved_on, found.solution) == ("2020-06-01", "借用党校场地")
    assert problems.open_ones(checklist) == []
    problems.solve(checklist, one, "2020-06-02", "借用党校场地，已开课", today=TODAY)
    assert problems.get(checklist, one).solved_on == "2020-06-02", "what was said can be put right"
    problems.unsolve(checklist, one)
    assert rows(checklist) == before


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"text": " \n"}, "text", "problem_empty"),
        ({"text": "长" * 501}, "text", "problem_long"),
        ({"cause": "长" * 501}, "cause", "problem_long"),
        ({"category": "天气"}, "category", "category_unknown"),
        ({"level": 0}, "level", "level_unknown"),
        ({"level": 5}, "level", "level_unknown"),
        ({"raised_on": "2020-06-19"}, "raised_on", "raised_after_today"),
        ({"raised_on": "昨天"}, "raised_on", "date_invalid"),
        ({"unit": "局" * 61}, "unit", "name_long"),
        ({"unit": "县旧局"}, "unit", "unit_gone"),
        ({"unit": "县新局"}, "unit", "unit_not_yet"),
    ],
)
def test_what_cannot_stand_is_told_at_its_field(checklist, one, change, field, code):
    with edit(checklist, "settings") as e:
        e.update("unit", names.known(e, "unit", "县旧局", on=TODAY), valid_to="2020-03-31")
        e.update("unit", names.known(e, "unit", "县新局", on=TODAY), valid_from="2020-06-01")
    before = rows(checklist)
    entry = Entry(**{name: getattr(ENTRY, name) for name in Entry.__slots__} | change)
    refused(field, code, problems.register, checklist, 1, entry, today=TODAY)
    refused(field, code, problems.correct, checklist, one, entry, today=TODAY)
    assert rows(checklist) == before


@pytest.mark.parametrize(
    ("day", "how", "field", "code"),
    [
        ("2020-06-01", " ", "solution", "solution_empty"),
        ("2020-06-01", "长" * 501, "solution", "problem_long"),
        ("2020-05-19", "办了", "solved_on", "solved_before_raised"),
        ("2020-06-19", "办了", "solved_on", "solved_after_today"),
        ("六月", "办了", "solved_on", "date_invalid"),
    ],
)
def test_no_problem_is_solved_without_how_and_when(checklist, one, day, how, field, code):
    refused(field, code, problems.solve, checklist, one, day, how, today=TODAY)
    assert problems.get(checklist, one).solved_on is None


def test_a_solved_problem_cannot_have_been_raised_later(checklist, one):
    problems.solve(checklist, one, "2020-05-25", "办了", today=TODAY)
    later = Entry("缺实训场地", raised_on="2020-05-26")
    refused("raised_on", "solved_before_raised", problems.correct, checklist, one, later, today=TODAY)


def test_a_unit_renamed_later_stays_the_one_it_was(checklist, one):
    with edit(checklist, "settings") as e:
        old = names.known(e, "unit", "县教育局", on=TODAY)
        new = e.insert("unit", name="县教育体育局", valid_from="2020-06-10")
        e.update("unit", old, valid_to="2020-06-09", successor=new)
    shown = problems.get(checklist, one, TODAY).entry
    assert (shown.unit, problems.get(checklist, one, "2020-06-01").entry.unit) == ("县教育体育局", "县教育局")
    changed = Entry("缺场地", unit=shown.unit, raised_on=shown.raised_on)
    problems.correct(checklist, one, changed, today=TODAY)
    assert problems.get(checklist, one, "2020-06-01").entry.unit == "县教育局"


def test_nothing_is_registered_where_the_task_is_not_applicable(checklist, one):
    task = tasks.numbered(checklist, 5)
    tasks.mark_not_applicable(checklist, task.id, "无关", "王芳")
    for verb, args in (
        (problems.register, (1, ENTRY)), (problems.correct, (one, ENTRY)),
        (problems.solve, (one, TODAY, "办了")),
    ):  # fmt: skip
        with pytest.raises(RuleBroken, match="已标为不适用"):
            verb(checklist, *args, today=TODAY)
    for verb, args in ((problems.escalate, (one, 3)), (problems.remove, (one,)), (problems.unsolve, (one,))):
        with pytest.raises(RuleBroken, match="已标为不适用"):
            verb(checklist, *args)
    assert problems.open_ones(checklist) == []
    assert counts.read(checklist, TODAY).total.problems == 0


def test_nothing_is_registered_for_an_action_that_was_called_off(checklist):
    action = add(checklist)
    lifecycle.stop(checklist, [action], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    refused("action", "stopped_first_resume", problems.register, checklist, action, ENTRY, today=TODAY)


def test_what_is_gone_is_told(checklist, one):
    problems.remove(checklist, one)
    for verb, args in ((problems.get, ()), (problems.escalate, (2,)), (problems.remove, ())):
        with pytest.raises(RuleBroken, match="已经不在"):
            verb(checklist, one, *args)
    steps.undo(checklist)
    with pytest.raises(RuleBroken, match="还没有解决"):
        problems.unsolve(checklist, one)


def test_every_act_can_be_taken_back(checklist, one):
    before = rows(checklist)
    for verb, args, more in (
        (problems.register, (1, Entry("又一个", unit="县新设局")), {"today": TODAY}),
        (problems.correct, (one, Entry("改了", category="funds")), {"today": TODAY}),
        (problems.escalate, (one, 3), {}),
        (problems.solve, (one, TODAY, "办了"), {"today": TODAY}),
        (problems.remove, (one,), {}),
    ):
        assert verb(checklist, *args, **more)
        steps.undo(checklist)
        assert rows(checklist) == before


def test_the_figures_count_the_same_open_problems(checklist):
    """Those of parents too, whose own state is derived; not those of what is out of the count."""
    parent = add(checklist, "甲", lead="县人社局")
    child = add(checklist, "乙", parent=parent)
    stopped, done = add(checklist, "丙", task=6), add(checklist, "丁", task=6)
    solved = register(checklist, child)
    for action in (parent, child, stopped, done):
        register(checklist, action)
    problems.solve(checklist, solved, TODAY, "办了", today=TODAY)
    lifecycle.stop(checklist, [stopped], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    lifecycle.tick(checklist, [done], today=TODAY)
    figures = counts.read(checklist, TODAY)
    assert figures.total.problems == len(problems.open_ones(checklist, TODAY)) == 3
    assert figures.behind("problems") == (parent, child, done)
    assert (figures.total.actions, figures.total.uncounted) == (2, 1), "a problem makes no action of a parent"
    assert sum(tally.problems for tally in figures.leads.values()) == 3


def test_an_action_takes_its_problems_with_it(checklist, one):
    action_edits.delete(checklist, [1])
    assert problems.all(checklist) == []
    steps.undo(checklist)
    assert [p.id for p in problems.all(checklist)] == [one]
