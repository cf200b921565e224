"""延期审批表 and 销号审批表: for whom there is one, what it knows already, where people sign."""

import dataclasses

import pytest

from reports.errors import ReportError
from reports.typesetting.sheets import portrait
from tests.builders import add
from tests.reports.golden import hold
from tests.reports.paper import SLACK
from tests.reports.sheet import assert_sound, beside, cell_of, read

SHEET = portrait()
SIGNED = {
    "extension-form": ("单位意见", "督查室意见", "领导批示"),
    "closing-form": ("责任单位", "牵头单位", "督查室", "分管领导"),
}


@pytest.mark.parametrize("kind", SIGNED)
def test_what_waits_reads_as_it_did(county_data, kind):
    paper = read(kind, county_data, part=2)
    assert_sound(paper, SHEET)
    hold(kind, paper)


def test_there_is_a_form_for_each_pending_extension(county_data):
    paper = read("extension-form", county_data)
    pending = [
        action.title
        for action in county_data.actions
        for one in county_data.records.extensions.get(action.id, ())
        if one.decision == "pending"
    ]
    assert [title for title, _ in paper.marks] == pending != []
    assert [page for _, page in paper.marks] == list(range(1, len(pending) + 1))
    assert_sound(paper, SHEET)


def test_without_a_pending_one_the_decided_ones_are_printed(county_data):
    decided = {
        action: tuple(one for one in its if one.decision != "pending")
        for action, its in county_data.records.extensions.items()
    }
    data = dataclasses.replace(county_data, records=dataclasses.replace(county_data.records, extensions=decided))
    paper = read("extension-form", data)
    assert len(paper.pages) == 3
    assert "同意延期至2020年7月31日。（陶然，2020年6月8日）" in beside(paper.pages[0], "领导批示")
    assert "不同意延期。（陶然，2020年6月10日）" in paper.text
    assert "提前8天" in paper.text


def test_without_any_it_says_so(gathered, checklist):
    add(checklist, title="调研", lead="县人社局")
    for kind in SIGNED:
        with pytest.raises(ReportError) as raised:
            read(kind, gathered())
        assert raised.value.code == "nothing"


def test_a_chosen_action_without_any_has_an_empty_form(county_data):
    [page] = read("extension-form", county_data, actions=("532-01-05",)).pages
    assert beside(page, "事项") == "租赁房屋人员社区集体户落户"
    assert beside(page, "目前进展") == "完成率40%。资金已下达，项目已开工"
    assert beside(page, "延期理由") == ""
    assert "2020年9月30日（三季度）" in beside(page, "原时限")


def test_what_is_asked_for_is_on_the_form(county_data):
    [page] = read("extension-form", county_data, actions=("532-05-03",)).pages
    assert beside(page, "申请延至").startswith("2020年7月15日")
    assert "30天（21个工作日）" in beside(page, "申请延至")
    assert "2020年6月17日（逾期后申请）" in beside(page, "申请单位")
    assert beside(page, "延期理由") == "缺考评员，第二批考核延后"


def test_there_is_a_form_for_each_action_that_waits(county_data):
    paper = read("closing-form", county_data)
    assert [title for title, _ in paper.marks] == [action.title for action in county_data.behind("done")]
    assert_sound(paper, SHEET)


def test_what_is_closed_says_who_looked_and_how(county_data):
    [page] = read("closing-form", county_data, actions=("532-01-04",)).pages
    assert "核实人：尹杰" in page.text
    assert "同意销号。（周建国，2020年6月10日）" in page.text
    assert beside(page, "销号日期") == "2020年6月10日"
    tick = next(word for word in page.words if word.text.strip() == "√")
    ticked = next(word for word in page.words if word.text.strip() == "查阅资料")
    boxes = [box for box in page.cells if 8 < box[2] - box[0] < 13 and 8 < box[3] - box[1] < 13]
    assert len(boxes) == 3
    first = min(boxes, key=lambda box: box[0])
    assert first[0] - SLACK < tick.box[0] < tick.box[2] < first[2] + 2 < ticked.box[0]


def with_evidence(parts, action, number):
    def counted(one):
        return dataclasses.replace(one, evidence=number) if one.id == action else one

    return tuple(
        dataclasses.replace(part, tasks=tuple(
            dataclasses.replace(item, actions=tuple(map(counted, item.actions))) for item in part.tasks
        )) for part in parts
    )  # fmt: skip


def test_what_waits_has_boxes_to_tick_and_lists_its_evidence(county_data):
    [waiting, *_] = county_data.behind("done")
    kept = county_data.records
    one = next(one for its in kept.evidence.values() for one in its)
    evidence = {**kept.evidence, waiting.id: (dataclasses.replace(one, name="验收报告.pdf", note="共12页"), one)}
    data = dataclasses.replace(county_data, records=dataclasses.replace(kept, evidence=evidence), locked=True)
    data = dataclasses.replace(data, parts=with_evidence(data.parts, waiting.id, 2))
    page = read("closing-form", data).pages[0]
    assert beside(page, "佐证材料") == "1.验收报告.pdf（共12页）2." + one.name
    assert "√" not in page.text
    for method in ("查阅资料", "电话核查", "现场核实"):
        assert method in page.text


@pytest.mark.parametrize("kind", SIGNED)
def test_everybody_has_room_to_sign(county_data, kind):
    for page in read(kind, county_data).pages:
        for label in SIGNED[kind]:
            its = [cell_of(page, word) for word in page.words if word.text.strip() == label]
            assert max(cell[3] - cell[1] for cell in its if cell) > 50
        assert page.text.count("签字") == len(SIGNED[kind])


@pytest.mark.parametrize("kind", SIGNED)
def test_long_words_go_on_over_pages(county_data, changed, kind):
    code = {"extension-form": "532-05-03", "closing-form": "532-05-01.1"}[kind]
    action = next(a for a in county_data.actions if a.code == code)
    kept = county_data.records
    entry = dataclasses.replace(next(iter(kept.newest.values())), done="龘" * 3000)
    data = dataclasses.replace(
        county_data, records=dataclasses.replace(kept, newest={**kept.newest, action.id: entry})
    )
    paper = read(kind, data, actions=(code,))
    assert_sound(paper, SHEET)
    assert paper.text.count("龘") == 3000
    assert "（续）" in paper.pages[1].text
    assert paper.pages[-1].text.count("生成时间") == 1
