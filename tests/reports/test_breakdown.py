"""任务分解表 of the sample county, read back word for word."""

import dataclasses
import re

import pytest

from db import counts
from reports import words
from reports.data import gather
from tests.builders import TODAY
from tests.reports import golden
from tests.reports.conftest import NOW, recounted
from tests.reports.paper import printed


def test_every_page_reads_as_it_did(paper):
    golden.hold("breakdown", paper)


def tasks_of(data):
    return [item for part in data.parts for item in part.tasks]


def codes_on(page):
    return [word.text.strip() for word in page.words if re.fullmatch(r"532-[\d.-]+", word.text.strip())]


def test_every_action_of_an_applicable_task_is_printed_once_in_order(paper, county_data):
    on_paper = [code for page in paper.pages for code in codes_on(page)]
    assert on_paper == [a.code for item in tasks_of(county_data) if item.task.applicable for a in item.actions]


def assert_marked(paper, data):
    """Every page names the tasks whose actions it has; with （续） those begun on an earlier page, and only those."""
    names = {item.task.label + item.task.title: item.task.number for item in tasks_of(data)}
    name = re.compile(f"({'|'.join(map(re.escape, names))})({words.CONTINUED})?")
    begun = set()
    for page in paper.pages:
        column = page.column(1).removeprefix("重点任务")
        found = list(name.finditer(column))
        assert "".join(match[0] for match in found) == column
        shown = [names[match[1]] for match in found]
        assert {int(code.split("-")[1]) for code in codes_on(page)} <= set(shown)
        for number, match in zip(shown, found, strict=True):
            assert bool(match[2]) == (number in begun)
        begun.update(shown)
    assert begun == {item.task.number for item in tasks_of(data)}


def test_a_task_that_goes_on_is_named_again_with_a_mark(paper, county_data):
    assert words.CONTINUED in paper.text
    assert_marked(paper, county_data)


@pytest.mark.parametrize("count", range(5, 16))
def test_a_task_that_goes_over_whole_is_not_marked(county_data, count):
    part = county_data.parts[0]
    fifth, sixth = (dataclasses.replace(item, actions=item.actions[:1]) for item in part.tasks[4:6])
    its = tuple(dataclasses.replace(fifth.actions[0], id=-n, parent=None, depth=1, leaf=True) for n in range(count))
    fifth = dataclasses.replace(fifth, actions=its)
    data = recounted(dataclasses.replace(county_data, parts=(dataclasses.replace(part, tasks=(fifth, sixth)),)))
    assert_marked(printed(data), data)


@pytest.mark.parametrize("today", [TODAY, "2020-12-31"])
def test_the_totals_row_tells_the_figures_of_the_window(county, today):
    total = counts.read(county, today).total
    text = printed(gather(county, today, NOW)).text
    row = re.search(
        r"合计　任务(\d+)项，涉及(\d+)项，不适用(\d+)项，未分解(\d+)项；行动(\d+)项：已完成(\d+)项"
        r"（其中已销号(\d+)项），正在推进(\d+)项，未启动(\d+)项；其中逾期(\d+)项，临期(\d+)项。",
        text,
    )
    assert tuple(map(int, row.groups())) == (
        total.tasks, total.applicable, total.not_applicable, total.undivided, total.actions, total.finished,
        total.closed, total.in_progress, total.not_started, total.overdue, total.soon,
    )  # fmt: skip
    assert total.overdue > 0
    assert text.count("■逾期") == total.overdue
    assert text.count("▲临期") == total.soon


def test_what_the_notice_and_the_county_say_can_be_copied(paper):
    for sentence in (
        "安岭县2020年新型城镇化建设和城乡融合发展重点任务分解表",
        "依据：《2020年新型城镇化建设和城乡融合发展重点任务》（发改规划〔2020〕532号）",
        "28项重点任务中，涉及我县20项（不适用8项）。",
        "数据截止日期：2020年6月18日",
        "生成时间：2020年6月18日09:30",
        "二、提高农业转移人口市民化质量",
        "不适用：本县不在都市圈范围内（周建国确认）",
        "制表人：审核人：分管领导：",
    ):
        assert sentence in paper.text
    assert paper.missing == set()


def test_the_file_says_what_it_is(paper):
    assert paper.about["Title"] == "安岭县2020年新型城镇化建设和城乡融合发展重点任务分解表"
    assert paper.about["Author"] == "安岭县发展和改革局"
    assert paper.about["Keywords"] == "；".join(
        f"{role}：{role}（随程序）" for role in ("小标宋", "仿宋", "楷体", "黑体", "宋体")
    )
