"""Figures always add up, and every figure is as large as the number of rows it opens."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from db import counts, ledger
from db.ledger import Filter
from db.tasks import Task
from tests.builders import action, yard

UNITS = ("县人社局", "县教育局", "城关镇")
FIGURES = ledger.ACTION_FIGURES
DAYS = (None, "2020-06-01", "2020-06-17", "2020-06-18", "2020-06-19", "2020-06-29", "2020-12-31")
LAMPS = ("plain", "red_amber_green", "blue_amber_red")


@st.composite
def one_action(draw, number, task):
    status = draw(st.sampled_from(ledger.STATUSES))
    percent = {"not_started": 0, "done": 100, "closed": 100}.get(status) or draw(st.integers(0, 100))
    lead, *others = draw(st.permutations(UNITS))
    responsible = draw(st.integers(0, 2))
    return replace(
        action(
            "in_progress", percent if status != "not_started" else 0, draw(st.sampled_from(DAYS)),
            due_words=draw(st.sampled_from(("", "长期坚持"))),
            done_on=draw(st.sampled_from(DAYS[1:4])) if status in ("done", "closed") else None,
        ),
        id=number, task=task, status=status, lead=lead if draw(st.booleans()) else "",
        responsible=tuple(others[:responsible]), supporting=tuple(others[responsible : draw(st.integers(0, 2))]),
        extensions=draw(st.integers(0, 2)), late_request=draw(st.booleans()), open_problems=draw(st.integers(0, 2)),
        issued_on=draw(st.sampled_from((None, "2020-05-01"))), weight=draw(st.integers(1, 5)),
        leaf=draw(st.integers(0, 5)) > 0,
    )  # fmt: skip


@st.composite
def counties(draw):
    """Tasks of two parts and one of none, some of them 不适用, with actions in any state."""
    tasks = [
        Task(number, draw(st.sampled_from((None, 1, 2))), number, "", f"任务{number}", "", "", (), (), applicable,
             "" if applicable else "理由", "", "")
        for number, applicable in enumerate(draw(st.lists(st.booleans(), min_size=1, max_size=4)), 1)
    ]  # fmt: skip
    homes = draw(st.lists(st.sampled_from(tasks), max_size=12))
    actions = [draw(one_action(number, task.id)) for number, task in enumerate(homes, 1)]
    return tasks, actions, yard(lamps=draw(st.sampled_from(LAMPS)), pace=draw(st.sampled_from(("span", "year"))))


def scopes(figures):
    """Every tally there is, with the condition under which its rows are shown and how `behind` is asked."""
    yield figures.total, {}, {}
    for part, tally in figures.parts.items():
        if part is not None:  # the tasks of no part are nobody's scope
            yield tally, {"part": part}, {"part": part}
    for task, tally in figures.tasks.items():
        yield tally, {"task": task}, {"task": task}
    for unit, tally in figures.units.items():
        yield tally, {"unit": unit}, {"unit": unit}
    for unit, tally in figures.leads.items():
        lead = {"unit": unit, "role": "lead"} if unit else {"gap": "lead"}
        yield tally, lead, None


@given(county=counties())
def test_statuses_and_parts_and_leads_add_up(county):
    tasks, actions, yardstick = county
    figures = counts.of(tasks, actions, yardstick)
    for tally, *_ in scopes(figures):
        assert tally.not_started + tally.in_progress + tally.done + tally.closed == tally.actions
        assert tally.finished == tally.done + tally.closed
        assert tally.overdue + tally.soon <= tally.not_started + tally.in_progress
        assert tally.finished_late <= tally.finished
        assert 0 <= tally.percent <= 100
    for whole in (figures.parts, figures.tasks):
        assert counts.together(whole.values()) == figures.total
    for figure in FIGURES:
        assert sum(getattr(tally, figure) for tally in figures.leads.values()) == getattr(figures.total, figure)


@given(county=counties())
def test_a_figure_is_as_large_as_the_number_of_rows_it_opens(county):
    tasks, actions, yardstick = county
    figures = counts.of(tasks, actions, yardstick)
    rows = ledger.rows(tasks, actions, yardstick, parents=True)  # a parent may have a problem of its own
    problems = {one.id: one.open_problems for one in actions}
    for tally, conditions, scope in scopes(figures):
        inside = [row for row in rows if Filter(**conditions).admits(row)]
        for figure in FIGURES:
            behind = tuple(row.action.id for row in inside if Filter(figure=figure).admits(row))
            opened = [row.action.id for row in rows if Filter(figure=figure, **conditions).admits(row)]
            assert tuple(opened) == behind
            number = sum(problems[one] for one in behind) if figure == "problems" else len(behind)
            assert number == getattr(tally, figure), figure
            if scope is not None:
                assert sorted(figures.behind(figure, **scope)) == sorted(behind), figure


@given(county=counties())
def test_filters_by_state_agree_with_the_figures(county):
    tasks, actions, yardstick = county
    total = counts.of(tasks, actions, yardstick).total
    rows = ledger.rows(tasks, actions, yardstick, parents=True)

    def number(**conditions):
        return sum(Filter(**conditions).admits(row) for row in rows if row.action.leaf)

    of_timing = {"overdue": "overdue", "soon": "soon", "late": "finished_late", "unset": "without_due"}
    for timing, figure in of_timing.items():
        assert number(timing=frozenset({timing})) == getattr(total, figure)
    for pace, figure in (("behind", "slow"), ("ahead", "ahead")):
        assert number(pace=pace) == getattr(total, figure)
    for status in ("not_started", "in_progress", "done", "closed"):
        assert number(status=frozenset({status}), figure="actions") == getattr(total, status)
    assert number(gap="lead", figure="actions") == total.without_lead
