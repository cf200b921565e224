"""A closed period is told the same for good, whatever is put right, renamed, merged or answered afterwards."""

from dataclasses import replace

import pytest

from db import counterparts, letterhead, locking, people, problems, supervision, tasks, units
from db.counterpart_edits import choose
from db.periods import parse
from reports.data import gather
from reports.errors import ReportError
from reports.options import Options, Scope
from tests.builders import TODAY
from tests.reports.conftest import NOW

JUNE, LATER = parse("2020-06"), "2020-12-01"


def named(checklist, name):
    return units.named(checklist, name)


def correct_a_name(checklist):
    units.correct(checklist, replace(named(checklist, "县公安局"), name="安岭县公安与安全局", short="县安全局"))


def rename_from_before(checklist):
    units.rename(checklist, named(checklist, "县人社局").id, "安岭县人力局", "县人力局", since="2020-06-01")


def merge(checklist):
    units.merge(checklist, named(checklist, "县住建局").id, named(checklist, "县自然资源局").id)


def another_bureau(checklist):
    body = next(task.bodies[0] for task in tasks.all(checklist) if task.number == 5)
    assert body in {one.body for one in counterparts.all(checklist, TODAY)}
    choose(checklist, body, "县教育局", on=TODAY)


def reply_dated_back(checklist):
    open_ = next(one for one in supervision.all(checklist) if not one.void_on and not one.replied_on)
    supervision.answer(checklist, open_.id, "2020-06-16", "已经办结。", today=LATER)


def solve_a_problem(checklist):
    problems.solve(checklist, problems.open_ones(checklist)[0].id, "2020-06-17", "已协调解决。", today=LATER)


def other_letters(checklist):
    letterhead.change(checklist, replace(letterhead.read(checklist), signer="安岭县人民政府办公室", contact="王五"))


def another_phone(checklist):
    person = next(one for one in people.all(checklist) if one.phone)
    people.correct(checklist, replace(person, phone="0000-9999999"))


@pytest.mark.parametrize(
    "change",
    [correct_a_name, rename_from_before, merge, another_bureau, reply_dated_back, solve_a_problem, other_letters,
     another_phone],
    ids=lambda change: change.__name__,
)  # fmt: skip
def test_what_is_put_right_later_does_not_reach_a_closed_period(county, change):
    locking.lock(county, JUNE, today=TODAY)
    before = gather(county, TODAY, NOW, Options(period=JUNE))
    today = gather(county, TODAY, NOW)
    change(county)
    assert gather(county, LATER, NOW, Options(period=JUNE)) == before
    assert gather(county, TODAY, NOW) != today  # which it would, were it read from the file


def test_a_month_closed_with_its_quarter_is_told_by_the_quarter(county):
    quarter = parse("2020-Q2")
    locking.lock(county, quarter, today=TODAY)
    with pytest.raises(ReportError) as refused:
        gather(county, TODAY, NOW, Options(period=JUNE))
    assert str(refused.value).startswith("2020年6月已随2020年二季度封账")
    assert gather(county, TODAY, NOW, Options(period=quarter, scope=Scope(part=2))).locked
