"""四张清单 on paper hold what the window's lists hold."""

import dataclasses

import pytest

from db import connection, lists
from db.words.lists import NAMES
from reports.data import gather
from reports.errors import ReportError
from reports.fonts import Faces
from reports.options import Options, Scope
from reports.render import build
from tests.builders import TODAY
from tests.reports import golden
from tests.reports.conftest import NOW
from tests.reports.paper import printed

SAID = {
    "tasks": "（行动235项，未分解任务3项）。",
    "duties": "，涉及行动235项；一项涉及多个单位的，分单位合计大于总数。",
}


@pytest.fixture(scope="module")
def county_file(sample_file):
    checklist = connection.open(sample_file, by="李明")
    yield checklist
    checklist.close()


def only(data, *kinds, **chosen):
    return dataclasses.replace(data, options=Options(lists=kinds, **chosen))


def test_every_page_reads_as_it_did(county_file):
    data = gather(county_file, TODAY, NOW, Options(scope=Scope(part=5)))
    golden.hold("four-lists", printed(data, "four-lists"))


@pytest.mark.parametrize("kind", lists.KINDS)
def test_one_list_holds_every_line_of_the_windows(county_data, county_file, kind):
    groups = lists.read(county_file, kind, TODAY)
    paper = printed(only(county_data, kind), "four-lists")
    assert f"共{sum(len(group.lines) for group in groups)}条{SAID.get(kind, '。')}" in paper.text
    at = 0
    for group in groups:
        at = paper.text.index(f"{group.title}（{len(group.lines)}条）".replace(" ", ""), at)
    for group in groups:
        for line in group.lines:
            for cell in line.cells:
                assert cell.replace(" ", "").replace("\n", "") in paper.text
    assert paper.about["Title"].endswith(NAMES[kind])


@pytest.mark.parametrize("options", [{}, {"binding": "bound"}, {"size": "A3"}], ids=["会议版", "装订版", "A3"])
def test_each_list_begins_a_page_under_its_own_name(county_data, options):
    paper = printed(only(county_data, *lists.KINDS, **options), "four-lists")
    begun = [n for n, page in enumerate(paper.pages) if "依据：" in page.text]
    assert len(begun) == 4
    for n, name in zip(begun, NAMES.values(), strict=True):
        assert name in "".join(paper.pages[n].text.split("依据：")[0].split())


def test_a_units_lists_hold_its_own_lines(county_file):
    data = gather(county_file, TODAY, NOW, Options(scope=Scope(unit="县公安局"), lists=("duties",)))
    wanted = lists.read(county_file, "duties", TODAY, lists.Wanted(unit="县公安局"))
    assert [group.title for group in wanted] == ["县公安局"]
    assert f"县公安局（{len(wanted[0].lines)}条）" in printed(data, "four-lists").text


def test_an_empty_list_among_others_says_so(gathered):
    paper = printed(gathered(), "four-lists")  # 28 tasks, none divided: only 任务清单 has anything
    assert paper.text.count("（无）") == 3


def test_nothing_at_all_is_not_printed(gathered):
    with pytest.raises(ReportError) as error:
        build("four-lists", only(gathered(), "problems", "measures"), Faces(True))
    assert str(error.value) == "清单里没有内容。"
