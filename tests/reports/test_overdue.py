"""逾期和临期清单 of the sample county: every row the figures count, the worst first, and whose they are."""

import dataclasses
import re

import pytest

from db import status
from reports import columns
from reports.errors import ReportError
from reports.fonts import Faces
from reports.options import Options
from reports.overdue import _original
from reports.render import build
from tests.reports import golden
from tests.reports.paper import printed

FIGURES = ("overdue", "soon", "slow")


@pytest.fixture(scope="module")
def overdue(county_data):
    return printed(county_data, "overdue")


def sections(paper):
    """The codes under each caption, in order."""
    text = "\n".join(page.text for page in paper.pages)
    pieces = re.split(r"[一二三四]、(?:逾期|临期|滞后|分牵头单位)", text)[1:]
    return [re.findall(r"532-\d\d-[\d.]+", piece) for piece in pieces]


def test_every_page_reads_as_it_did(overdue):
    golden.hold("overdue", overdue)


def test_each_table_holds_the_rows_its_figure_counts(overdue, county_data):
    *tables, ranking = sections(overdue)
    assert ranking == []
    for figure, codes in zip(FIGURES, tables, strict=True):
        assert sorted(codes) == sorted(action.code for action in county_data.behind(figure))
        assert f"（{getattr(county_data.counts.total, figure)}项）" in overdue.text


def test_the_worst_comes_first(overdue, county_data):
    by_code = {action.code: action for action in county_data.actions}
    late, due, behind = ([by_code[code] for code in codes] for codes in sections(overdue)[:3])
    days = [status.timing(action, county_data.yard).days for action in late]
    assert days == sorted(days, reverse=True)
    left = [status.timing(action, county_data.yard).days for action in due]
    assert left == sorted(left)
    points = [status.pace(action, county_data.yard).points for action in behind]
    assert points == sorted(points)


def test_the_head_says_it_in_one_sentence(overdue):
    assert "截至2020年6月18日，逾期6项、临期（5个工作日内）20项、滞后76项，涉及28个单位。" in overdue.text


def test_days_are_told_with_working_days_and_an_extension_with_its_number(overdue):
    assert "5月上旬5月上旬39（29）" in overdue.text
    assert "上半年2020.6.22第1次延期4（2）" in overdue.text


def test_before_it_is_issued_the_original_deadline_is_the_one_there_is(county_data):
    action = next(action for action in county_data.behind("overdue") if not action.extensions)
    fresh = dataclasses.replace(action, issued_on=None, original_due_on=None, original_due_words="")
    assert _original(fresh) == columns.worded(action)
    assert _original(fresh) != ""


def test_the_notices_that_stand_are_named(overdue, county_data):
    late = {action.id for figure in FIGURES for action in county_data.behind(figure)}
    standing = {n.number for n in county_data.notices if not n.void_on and late & {item.action for item in n.items}}
    void = {n.number for n in county_data.notices if n.void_on} - standing
    assert standing
    assert all(number in overdue.text for number in standing)
    assert not any(number in overdue.text for number in void)


def test_the_units_add_up_to_the_figures(overdue, county_data):
    total = county_data.counts.total
    rows = []
    for page in overdue.pages:
        numbers = [word for word in page.words if word.cell and word.text.strip().isdecimal()]
        for figure in ("县卫健局", "县人社局"):
            rows += [
                (figure, [int(n.text) for n in numbers if n.cell[3] == name.cell[3]][1:])
                for name in page.words if name.text.strip() == figure and name.size == 10.5
            ]  # fmt: skip
    leads = county_data.counts.leads
    assert rows == [(name, [leads[name].overdue, leads[name].soon, leads[name].slow]) for name, _ in rows] != []
    assert sum(tally.slow for tally in leads.values()) == total.slow
    assert f"合计{total.overdue}{total.soon}{total.slow}" in overdue.text


@pytest.mark.parametrize("options", [Options(binding="bound", phones=True), Options(size="A3")], ids=["装订版", "A3"])
def test_on_every_paper(county_data, options):
    data = dataclasses.replace(county_data, options=options)
    tables = sections(printed(data, "overdue"))
    assert [len(codes) for codes in tables] == [6, 20, 76, 0]


def test_where_nothing_is_late_it_says_so(gathered):
    with pytest.raises(ReportError) as error:
        build("overdue", gathered(), Faces(True))
    assert str(error.value) == "没有逾期、临期和滞后的行动。"
