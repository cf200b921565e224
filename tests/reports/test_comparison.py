"""期间对比表 of the sample county against the month it closed last."""

import dataclasses
import re

import pytest

from db.words.periods import GROUPS
from reports.errors import ReportError
from reports.fonts import Faces
from reports.options import Options
from reports.render import build
from tests.reports import golden
from tests.reports.paper import printed


@pytest.fixture(scope="module")
def compared(county_data):
    return printed(county_data, "comparison")


def test_every_page_reads_as_it_did(compared):
    golden.hold("comparison", compared)


def test_the_figures_then_and_now_and_those_of_the_parts_add_up(compared, county_data):
    before, after = county_data.comparison.before.counts, county_data.comparison.after.counts
    for figure, name in (("actions", "行动"), ("finished", "已完成"), ("overdue", "逾期"), ("problems", "未解决问题")):
        row = re.search(rf"(?m)^{name} ([-+\d ]+)$", compared.pages[0].text)[1].split()
        numbers = list(map(int, row))
        then, now, change = (numbers[place::3] for place in range(3))
        assert (then[0], now[0]) == (getattr(before.total, figure), getattr(after.total, figure))
        assert [sum(then[1:]), sum(now[1:]), sum(change[1:])] == [then[0], now[0], change[0]]
        assert all(n - t == c for t, n, c in zip(then, now, change, strict=True))


def test_what_came_and_went_is_the_difference(compared):
    rows = re.findall(r"(?m)^(行动|已完成|逾期) (\d+) (\d+) (\d+) (\d+)$", "\n".join(p.text for p in compared.pages))
    assert [row[0] for row in rows] == ["行动", "已完成", "逾期"]
    for _, then, came, left, now in rows:
        assert int(then) + int(came) - int(left) == int(now)


@pytest.mark.parametrize(
    "options", [Options(), Options(binding="bound"), Options(size="A3")], ids=["会议版", "装订版", "A3"]
)
def test_every_group_names_its_actions(county_data, options):
    data = dataclasses.replace(county_data, options=options)
    text = "\n".join(page.text for page in printed(data, "comparison").pages)
    groups = {name: changes for name, changes in data.comparison.groups.items() if changes}
    pieces = re.split(r"[一二三四五六七八九十]、(?:" + "|".join(GROUPS.values()) + r")（\d+项）", text)[1:]
    assert len(pieces) == len(groups) > 5
    for piece, changes in zip(pieces, groups.values(), strict=True):
        assert re.findall(r"532-\d\d-[\d.]+", piece) == [change.action.code for change in changes]


def test_of_many_parts_some_stand_under_the_others(county_data):
    """Six side by side; each with its whole name, or as much of it as four lines hold."""
    part = county_data.parts[0]
    named = dataclasses.replace(part.part, title="喆" * 3000)
    parts = (*county_data.parts, *(dataclasses.replace(part, part=named) for _ in range(9)))
    paper = printed(dataclasses.replace(county_data, parts=parts), "comparison")
    assert paper.text.count("喆…") == 9


def test_where_nothing_was_closed_it_says_so(gathered):
    with pytest.raises(ReportError) as error:
        build("comparison", gathered(), Faces(True))
    assert str(error.value) == "还没有封过账，没有可以比较的上一期。"
