"""Before anything is printed the figures are held against the rows and each other; what differs is named."""

import dataclasses

import pytest

from db import counts, locking, periods
from db.periods import parse
from reports import render, tieout
from reports.data import gather
from reports.fonts import Faces
from reports.options import Options, Scope
from reports.tieout import DoesNotTieOut
from tests.builders import TODAY
from tests.reports.conftest import NOW


def texts(data):
    return [found.text for found in tieout.check(data).found]


def with_total(data, **figures):
    total = dataclasses.replace(data.counts.total, **figures)
    return dataclasses.replace(data, counts=dataclasses.replace(data.counts, total=total))


SCOPES = [Scope(), Scope(part=2), Scope(task=5), Scope(unit="县公安局"), Scope(part=2, unit="县人社局")]


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_the_sample_county_ties_out_in_every_scope(county, scope):
    result = tieout.check(gather(county, TODAY, NOW, Options(scope=scope)))
    assert result.found == ()
    assert result.checked > 100


def test_an_empty_checklist_ties_out(gathered):
    assert texts(gathered()) == []


def test_a_closed_period_ties_out(county):
    june = parse("2020-06")
    assert june not in periods.locked(county)
    locking.lock(county, june, today=TODAY)
    assert texts(gather(county, "2020-12-01", NOW, Options(period=june))) == []


@pytest.mark.parametrize("figure", [f for f in counts.FIGURES if f not in ("finished", "applicable")])
def test_no_figure_of_the_total_can_be_wrong_unnoticed(county_data, figure):
    wrong = with_total(county_data, **{figure: getattr(county_data.counts.total, figure) + 1})
    assert figure in {found.figure for found in tieout.check(wrong).found}


def test_a_row_that_is_not_what_its_figure_says_is_named_with_its_task(county_data, changed):
    data = changed(county_data, 1, action={"status": "not_started", "done_on": None, "due_on": "2020-12-31"})
    found = tieout.check(data).found
    assert found
    first = next(its.task for its in data.tasks if its.task.number == 1)
    assert {one.task for one in found} == {first.id}
    assert all(one.text.startswith("任务1的") for one in found)


def test_an_extension_nobody_granted_is_named(county_data):
    action = next(action for action in county_data.actions if action.extensions)
    records = dataclasses.replace(county_data.records, extensions={})
    (found, *_) = tieout.check(dataclasses.replace(county_data, records=records)).found
    assert found.actions == (action.id,)
    assert found.text == f"行动“{action.title}”的已批准的延期应是{action.extensions}，记录中是0。"


def test_what_came_and_went_since_the_last_period_has_to_add_up(county_data):
    groups = {**county_data.comparison.groups, "finished": ()}
    comparison = dataclasses.replace(county_data.comparison, groups=groups)
    assert any("上期加减变动" in text for text in texts(dataclasses.replace(county_data, comparison=comparison)))


def test_the_period_compared_is_the_one_the_other_reports_tell(county_data):
    found = texts(with_total(county_data, problems=county_data.counts.total.problems + 1))
    assert any("与上期相比的本期" in text for text in found)


def test_of_a_unit_no_task_is_undivided_in_any_report(county):
    for unit in ("县住建局", "县发改局", "县财政局"):
        data = gather(county, TODAY, NOW, Options(scope=Scope(unit=unit)))
        compared = data.comparison
        assert {side.counts.total.undivided for side in (compared.before, compared.after)} == {0}
        assert data.counts.total.undivided == 0


def test_nothing_is_printed_wrong(county_data, tmp_path):
    wrong = with_total(county_data, overdue=county_data.counts.total.overdue + 1)
    with pytest.raises(DoesNotTieOut) as refused:
        render.export("breakdown", wrong, tmp_path / "表.pdf", bundled_only=True)
    assert str(refused.value).startswith("数字核对不一致，没有生成报告：总计的逾期数是")
    assert refused.value.found == tieout.check(wrong).found
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(DoesNotTieOut):
        render.build("breakdown", wrong, Faces(bundled_only=True), most=1)
