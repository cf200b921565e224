"""落实情况报告 of the sample county: what it says, with which figures, and how its pages measure."""

import dataclasses
import re

import pypdfium2
import pytest
from reportlab.lib.units import mm

from db import counts, lifecycle, locking, narrative, periods, tasks
from db.letterhead import Letterhead
from db.progress import Entry
from db.words import narrative as names
from reports import narrative_figures
from reports.data import gather
from reports.fonts import Faces
from reports.narrative import paragraphs
from reports.options import Options, Scope
from reports.render import build
from tests.builders import TODAY, add
from tests.reports import golden
from tests.reports.advance import lines_of, text_of
from tests.reports.conftest import NOW
from tests.reports.paper import Paper

NEAR = 0.3 * mm
JUNE = periods.parse("2020-06")


def built(data):
    return build("narrative", data, Faces(bundled_only=True))[0]


@pytest.fixture(scope="module")
def content(county_data):
    return built(optioned(county_data, extras=("narrative", "breakdown")))


@pytest.fixture(scope="module")
def pages(content):
    """Every page as lines, the page number the last of them."""
    return [lines_of(page) for page in pypdfium2.PdfDocument(content)]


def said(data, place, attached=()):
    return next(one for one in paragraphs(data, attached) if one.place == place)


def optioned(data, **options):
    return dataclasses.replace(data, options=dataclasses.replace(data.options, **options))


def edited(data, **edits):
    return dataclasses.replace(data, edits={place.replace("__", "."): text for place, text in edits.items()})


# --- paper ------------------------------------------------------------------------------------------------


def test_every_page_reads_as_it_did(content):
    golden.hold("narrative", Paper(content))


def test_pages_keep_to_the_grid(pages):
    full = 0
    for page in pages:
        for line in page[:-1]:
            if line[0].size == 15.75:
                assert line[0].left > 28 * mm - NEAR
                blank = line[-1].size / 2 if line[-1].text in "。，；：、）”" else 0  # it has no ink there
                assert line[-1].right - blank < 184 * mm + NEAR
                row = (line[0].top - 37 * mm) / ((225 * mm - 15.75) / 21)
                assert row == pytest.approx(round(row), abs=0.01)
                full += abs(line[-1].right - 184 * mm) < NEAR
    assert full > 100
    middle = pages[1:-1]
    assert all(len(page) == 22 + 1 for page in middle[:-1])
    for page in middle[:-1]:
        assert page[21][0].bottom == pytest.approx(262 * mm, abs=NEAR)


def test_page_numbers_stand_seven_millimetres_under_the_body(pages):
    for number, page in enumerate(pages, 1):
        dash, *_ = page[-1]
        assert text_of(page[-1]) == f"—{number}—"
        assert {glyph.size for glyph in page[-1]} == {14}
        assert dash.top < 262 * mm + 7 * mm < dash.bottom
        if number % 2:
            assert page[-1][-1].right == pytest.approx(184 * mm - 14, abs=NEAR)
        else:
            assert page[-1][0].left == pytest.approx(28 * mm + 14, abs=NEAR)


def test_headings_are_told_by_their_faces(pages):
    lines = [line for page in pages for line in page]
    faces = {text_of(line): line[0].face for line in lines}
    assert [faces[f"{n}、{title}"] for n, title in zip("一二三四", CHAPTERS, strict=True)] == ["GWHei"] * 4
    assert faces["（一）提高农业转移人口市民化质量"] == "GWKai"
    assert faces["安岭县发展和改革局关于"] == "GWXBS"
    assert faces["安岭县人民政府："] == "GWFang"


CHAPTERS = ("总体情况", "主要做法和进展", "存在问题", "下一步工作")


def test_chapters_and_parts_are_bookmarked(content):
    marks = [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(content).get_toc()]
    assert [title for level, title in marks if level == 1] == [
        f"{n}、{title}" for n, title in zip("一二三四", CHAPTERS, strict=True)
    ]
    assert [title[:3] for level, title in marks if level == 2] == ["（一）", "（二）", "（三）", "（四）", "（五）"]


def test_a_letter_names_whom_to_ring_up_and_who_else_gets_it(county_data):
    letter = Letterhead("市发展改革委", "安岭县人民政府", "李明", "0000-1234567", "县委办公室")
    data = dataclasses.replace(county_data, letterhead=letter)
    *_, last = [[text_of(line) for line in lines_of(page)] for page in pypdfium2.PdfDocument(built(data))]
    place = last.index("（联系人：李明电话：0000-1234567）")
    assert last[place - 2 : place] == ["安岭县人民政府", "2020年6月18日"]
    assert last[-2:] == ["抄送：县委办公室。", last[-1]]
    assert said(data, "title").text.startswith("安岭县人民政府关于")


def test_it_can_be_signed_without_a_seal(county_data):
    *_, last = [lines_of(page) for page in pypdfium2.PdfDocument(built(optioned(county_data, stamped=False)))]
    name = next(line for line in last if text_of(line) == "安岭县发展和改革局")
    assert name[-1].right == pytest.approx(184 * mm - 2 * 156 * mm / 28, abs=NEAR)


# --- figures ----------------------------------------------------------------------------------------------


def test_there_is_one_table_of_figures(county_data):
    known = narrative_figures.known(county_data, "general.tasks")
    assert list(known) == list(names.FIGURES.values())
    assert all(known.values()) or [name for name, value in known.items() if not value] == ["四舍五入说明"]
    of_part = narrative_figures.known(county_data, "part.figures.2")
    assert set(of_part) - set(known) == set(names.OF_PART.values())
    of_task = narrative_figures.known(county_data, "task.3")
    assert set(of_task) - set(known) == set(names.OF_TASK.values())


def test_the_figures_are_those_of_the_window(county_data):
    total = county_data.counts.total
    text = said(county_data, "general.tasks").text
    assert text == (
        f"28项重点任务中，涉及我县20项（不适用8项）。已将17项任务分解为{total.actions}项具体行动，其余3项正在分解。"
        f"{total.actions}项行动中，已完成{total.finished}项，占28.1%（其中已销号{total.closed}项）；"
        f"正在推进{total.in_progress}项，占47.2%；未启动{total.not_started}项，占24.7%。"
    )
    part = next(part for part in county_data.parts if part.part.number == 3)
    tally = county_data.counts.parts[part.part.id]
    assert f"行动{tally.actions}项，已完成{tally.finished}项" in said(county_data, "part.figures.3").text


@pytest.mark.parametrize(
    ("states", "shares", "note"),
    [
        ((18, 39, 7), ("28.1%", "60.9%", "10.9%"), True),  # 99.9
        ((1, 1, 1), ("33.3%", "33.3%", "33.3%"), True),
        ((1, 1, 2), ("25.0%", "25.0%", "50.0%"), False),
        ((1, 7, 8), ("6.3%", "43.8%", "50.0%"), True),  # half up: 6.25 and 43.75
        ((0, 0, 5), ("0.0%", "0.0%", "100.0%"), False),
    ],
)
def test_each_share_is_rounded_by_itself_and_a_note_says_so(county_data, states, shares, note):
    finished, under_way, waiting = states
    total = dataclasses.replace(
        county_data.counts.total, actions=sum(states), done=0, closed=finished, in_progress=under_way,
        not_started=waiting,
    )  # fmt: skip
    data = dataclasses.replace(county_data, counts=dataclasses.replace(county_data.counts, total=total))
    text = said(data, "general.tasks").text
    assert tuple(re.findall(r"占([\d.]+%)", text)) == shares
    assert ("因四舍五入，分项合计可能不等于100%" in text) == note


def test_the_period_before_is_compared_unless_it_is_not_wanted(county_data):
    groups = county_data.comparison.groups
    text = said(county_data, "general.compared").text
    assert text.startswith("与上期（2020年5月，截至2020年6月5日）相比，")
    assert f"新增完成{len(groups['finished'])}项" in text
    assert f"新增逾期{len(groups['overdue'])}项" in text
    assert not said(optioned(county_data, compare=False), "general.compared").text
    alone = dataclasses.replace(county_data, comparison=None)
    assert not said(alone, "general.compared").text
    assert "上期—，截至—" in said(edited(alone, opening="上期{上期}，截至{上期截止日期}"), "opening").text


def test_what_does_not_concern_the_county_is_named_unless_it_is_not_wanted(county_data):
    text = said(county_data, "general.not_applicable").text
    assert text.startswith("不涉及我县的8项任务是：推动城区常住人口300万以上城市")
    assert text.count("（第") == 8
    assert not said(optioned(county_data, not_applicable=False), "general.not_applicable").text


def test_what_is_attached_stands_in_its_order(county_data):
    assert said(county_data, "attachments", ["甲表", "乙表"]).text == "甲表\n乙表"
    text = Paper(built(optioned(county_data, extras=("narrative", "breakdown")))).text
    assert re.search("附件：安岭县2020年.*任务分解表", text)
    without = optioned(county_data, attachments=False, extras=("breakdown",))
    assert "附件：" not in Paper(built(without)).text


# --- what it says -----------------------------------------------------------------------------------------


def test_a_task_tells_what_was_reported_last(checklist, gathered):
    add(checklist, title="培训农民工1200人次", lead="县人社局", owner="李明", due="6月底前")
    data = gathered()
    action = next(iter(data.actions))
    assert said(data, f"task.{task_of(data)}").text == "", "nothing to tell is not told"
    entry = Entry(
        1, action.id, JUNE, 50, done="已开班12期,培训(含实训)960人次;；\n结业700人。。", trouble="暂无问题", next="无"
    )
    records = dataclasses.replace(data.records, newest={action.id: entry})
    data = dataclasses.replace(data, records=records)
    text = said(data, f"task.{task_of(data)}").text
    assert text.endswith("培训农民工1200人次已开班12期，培训（含实训）960人次；结业700人。")
    assert said(data, "trouble.none").text
    assert not said(data, "trouble.reported").text
    assert not said(data, "next.plans").text


def task_of(data):
    return next(its.task.number for its in data.tasks if its.actions)


def test_a_long_report_is_kept_whole(county_data, changed):
    action = next(iter(county_data.actions))
    entry = Entry(1, action.id, JUNE, 90, done="已" + "喆" * 3000)
    records = dataclasses.replace(county_data.records, newest={action.id: entry})
    assert Paper(built(dataclasses.replace(county_data, records=records))).text.count("喆") == 3000


def test_nothing_is_said_twice_and_no_mark_stands_by_another(county_data):
    for one in paragraphs(county_data):
        assert not re.search("[。；，、：][。；，、：]", one.text), one.text
        if one.kind in ("body", "item") and one.text:
            assert one.text.endswith(("。", "。）")), one.text
        assert "{" not in one.text
    shown = [one.text for one in paragraphs(county_data) if one.text]
    assert len(set(shown)) == len(shown)


def test_what_is_registered_stands_under_its_level(county_data):
    text = said(county_data, "trouble.level.4").text
    assert "两宗地块尚未完成土地预审（涉及永久基本农田调整），由县发改局牵头协调" in text
    assert "一是" in said(county_data, "trouble.level.2").text
    assert not said(county_data, "trouble.level.3").text, "solved on 10 June"
    assert said(county_data, "trouble.overdue").text.startswith("逾期未完成6项：河口镇派出所执行情况现场核查")


def test_the_longest_overdue_are_named_where_there_are_many(county):
    text = said(gather(county, "2020-12-31", "2020-12-31T09:00:00"), "trouble.overdue").text
    assert "其中逾期时间较长的有：" in text
    assert text.count("逾期") == 1 + 1 + 10


def test_what_falls_due_till_the_end_of_the_next_period_is_named(county_data):
    days = re.findall(r"(\d+)月(\d+)日前完成", said(county_data, "next.due").text)
    days = [(int(month), int(day)) for month, day in days]
    assert days == sorted(days)
    assert days[0] >= (6, 18)
    assert days[-1] <= (7, 31)


def test_an_empty_county_reads_sensibly(gathered):
    texts = {one.place: one.text for one in paragraphs(gathered()) if one.text}
    assert texts["general.tasks"] == "28项重点任务全部涉及我县。目前正在逐项分解，尚未形成具体行动。"
    assert texts["work.none"] == "各项任务正在部署，尚无进展情况。"
    assert texts["trouble.none"] == "目前没有需要提请协调解决的问题。"
    assert texts["next.divide"] == "抓紧分解28项任务，落实到具体行动、责任单位和完成时限。"
    assert set(texts) == {
        "title", "opening", "general", "general.tasks", "work", "work.none", "trouble", "trouble.none", "next",
        "next.divide",
    }  # fmt: skip


def test_a_county_nothing_concerns_reads_sensibly(checklist, gathered):
    for task in tasks.all(checklist):
        tasks.mark_not_applicable(checklist, task.id, "本县不涉及。", "周建国")
    texts = {one.place: one.text for one in paragraphs(gathered()) if one.text}
    assert texts["general.tasks"] == "28项重点任务均不涉及我县（不适用28项）。"
    assert texts["work.none"] == "重点任务均不涉及我县，没有需要推进的行动。"
    assert texts["next.none"].startswith("密切关注上级部署")
    assert built(gathered())


def test_of_one_unit_it_speaks_of_that_unit(county):
    data = gather(county, TODAY, NOW, Options(scope=Scope(unit="县公安局")))
    assert said(data, "title").text.endswith("落实情况的报告（县公安局）")
    assert "县公安局有关任务的落实情况" in said(data, "opening").text
    assert "正在分解" not in said(data, "general.tasks").text


# --- edits ------------------------------------------------------------------------------------------------


def test_an_edit_keeps_its_figures_alive(county):
    narrative.write(county, JUNE, "opening", "截至{截止日期}完成{已完成}项。")
    for day in (TODAY, "2020-12-31"):
        data = gather(county, day, f"{day}T09:00:00", Options(period=JUNE))
        one = said(data, "opening")
        assert one.edited
        assert one.text.endswith(f"完成{counts.read(county, day).total.finished}项。")
        assert one.automatic.startswith("按照《")


def test_an_edit_that_says_the_same_is_none(county_data):
    automatic = said(county_data, "opening").automatic
    assert not said(edited(county_data, opening=automatic), "opening").edited


def test_what_is_taken_out_is_not_printed_and_the_numbers_close_up(county_data):
    data = edited(county_data, general="", task__3="")
    found = {one.place: one.shown for one in paragraphs(data)}
    assert found["general"] == ""
    assert found["work"] == "一、主要做法和进展"
    assert found["task.1"].startswith("1.")
    assert found["task.4"].startswith("2.")
    assert "便捷落户" not in Paper(built(data)).text.split("存在问题")[0].split("主要做法")[1]


def test_an_edit_of_several_paragraphs_is_set_as_such(county_data):
    data = edited(county_data, opening="甲段。\n乙段。")
    first = lines_of(pypdfium2.PdfDocument(built(data))[0])
    one, other = (line for line in first if text_of(line) in ("甲段。", "乙段。"))
    assert one[0].left == other[0].left == pytest.approx(28 * mm + 2 * 156 * mm / 28, abs=NEAR)


def test_of_a_part_alone_edits_of_the_whole_are_not_told(county):
    narrative.write(county, JUNE, "opening", "全县情况。")
    assert said(gather(county, TODAY, NOW), "opening").edited
    assert not said(gather(county, TODAY, NOW, Options(scope=Scope(part=2))), "opening").edited


def test_a_closed_period_says_what_it_said(county):
    narrative.write(county, JUNE, "opening", "六月完成{已完成}项。")
    locking.lock(county, JUNE, today="2020-06-30")
    options = Options(period=JUNE)
    before = [one.shown for one in paragraphs(gather(county, "2020-06-30", NOW, options))]
    open_one = next(action for action in gather(county, TODAY, NOW).actions if action.leaf and not action.done_on)
    lifecycle.tick(county, [open_one.id], today="2020-07-01")
    later = gather(county, "2020-09-01", "2020-09-01T08:00:00", options)
    assert [one.shown for one in paragraphs(later)] == before
    assert "2020年6月30日" in Paper(built(later)).text
