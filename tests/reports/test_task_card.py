"""任务卡 of the sample county: one page where it can be, everything on it."""

import dataclasses
import re

import pytest
from reportlab.lib.units import mm

from db import status
from reports.typesetting.sheets import portrait
from tests.reports.conftest import recounted
from tests.reports.golden import hold
from tests.reports.sheet import assert_sound, beside, read

SHEET = portrait()


@pytest.fixture(scope="module")
def cards(county_data):
    return read("task-card", county_data)


@pytest.mark.parametrize("number", [1, 2, 5], ids=["goes on", "not applicable", "one page"])
def test_a_card_reads_as_it_did(county_data, number):
    paper = read("task-card", county_data, task=number)
    assert_sound(paper, SHEET)
    hold(f"task-card-{number}", paper)


def test_every_task_has_a_card_and_a_bookmark(cards, county_data):
    assert [title for title, _ in cards.marks] == [item.task.label + item.task.title for item in county_data.tasks]
    assert_sound(cards, SHEET)
    assert all(page.size == pytest.approx((210 * mm, 297 * mm), abs=0.1) for page in cards.pages)


def pages_of(paper, number):
    begun = [page for _, page in paper.marks] + [len(paper.pages) + 1]
    return paper.pages[begun[number - 1] - 1 : begun[number] - 1]


def test_the_notice_is_on_the_card_word_for_word(cards, county_data):
    for item in county_data.tasks:
        task, text = item.task, "".join(page.text for page in pages_of(cards, item.task.number))
        wanted = f"{task.label}{task.title}。{task.body}{task.clause}"
        assert re.sub(r"\s", "", wanted) in re.sub(r"\s", "", text)


def test_every_action_is_on_the_card_once(cards, county_data):
    for item in county_data.tasks:
        words = [word for page in pages_of(cards, item.task.number) for word in page.words]
        first = [word.text.strip() for word in words if word.box[0] < SHEET.left + 10]
        found = [text for text in first if re.fullmatch(r"532-[\d.-]+", text)]
        assert found == [action.code for action in item.actions], item.task.number


def test_what_the_bar_says_is_what_the_window_says(county_data):
    item = next(item for item in county_data.tasks if item.task.number == 5)
    page = read("task-card", county_data, task=5).pages[0]
    pace = item.tally.pace(county_data.yard.pace_points)
    said = beside(page, "完成进度")
    assert f"行动{item.tally.actions}项：已完成{item.tally.finished}项" in said
    assert f"{item.tally.percent}%序时{pace.expected}%" in said
    assert "滞后" in said
    [bar] = [box for box in page.cells if 140 < box[2] - box[0] < 160 and box[3] - box[1] < 10]
    tick = min((box for box in page.cells if box[2] - box[0] < 4), key=lambda box: box[2] - box[0])
    share = ((tick[0] + tick[2]) / 2 - bar[0]) / (bar[2] - bar[0])
    assert 100 * share == pytest.approx(pace.expected, abs=1.5)


def test_the_records_are_told_in_full(cards, county_data):
    text = re.sub(r"\s", "", "".join(page.text for page in cards.pages))
    kept = county_data.records
    for one in (one for its in kept.evidence.values() for one in its):
        assert one.name in text
    for one in (one for its in kept.problems.values() for one in its):
        assert one.entry.text in text
    for one in (one for its in kept.extensions.values() for one in its):
        assert one.reason in text
    closings = [one for its in kept.closings.values() for one in its]
    assert text.count("核实人") == sum(one.result == "approved" for one in closings) > 20
    for one in closings:
        assert one.reason.rstrip("。") in text


def test_the_type_shrinks_to_keep_a_card_on_one_page_but_not_below_9pt(county_data):
    item = next(item for item in county_data.tasks if item.task.number == 5)
    leaf = next(a for a in item.actions if a.leaf and status.counted(a.status))

    def sizes(count):
        its = tuple(dataclasses.replace(leaf, id=-n, parent=None, depth=1) for n in range(count))
        parts = (dataclasses.replace(county_data.parts[0], tasks=(dataclasses.replace(item, actions=its),)),)
        paper = read("task-card", recounted(dataclasses.replace(county_data, parts=parts)))
        assert_sound(paper, SHEET)
        said = next(word for word in paper.pages[0].words if word.text.startswith("人力资源"))
        return len(paper.pages), said.size

    found = [sizes(count) for count in range(4, 24)]
    assert found[0] == (1, 10.5)
    assert {size for pages, size in found if pages == 1} == {10.5, 10, 9.5, 9}
    assert {size for pages, size in found if pages > 1} == {10.5}  # what does not fit is not made small for nothing


def test_a_card_that_goes_on_says_so(county_data):
    first, *others = read("task-card", county_data, task=1).pages
    assert "（续）" not in first.text.splitlines()[0]
    assert others
    assert all(page.text.startswith("安岭县重点任务卡（第1项）（续）") for page in others)


@pytest.mark.parametrize("field", ["title", "body", "clause"])
def test_a_task_of_3000_characters(county_data, changed, field):
    paper = read("task-card", changed(county_data, 5, **{field: "龘" * 3000}), task=5)
    assert_sound(paper, SHEET)
    assert paper.text.count("龘") in (3000, 6000)


def test_3000_characters_of_progress_and_units_of_200(county_data, changed):
    action = next(a for item in county_data.tasks if item.task.number == 5 for a in item.actions)
    newest = dict(county_data.records.newest)
    entry = next(iter(newest.values()))
    newest[action.id] = dataclasses.replace(entry, done="龘" * 3000)
    data = dataclasses.replace(county_data, records=dataclasses.replace(county_data.records, newest=newest))
    paper = read("task-card", changed(data, 5, action={"lead": "喆" * 200, "owner": "堃" * 200}), task=5)
    assert_sound(paper, SHEET)
    assert [paper.text.count(c) for c in "龘喆堃"] == [3000, 200, 200]


def test_numbers_of_telephones_only_where_they_are_wanted(county_data):
    leader = next(item.task.leader for item in county_data.tasks if item.task.number == 5)
    records = dataclasses.replace(county_data.records, phones={leader: "0398-1234567"})
    data = dataclasses.replace(county_data, records=records)
    assert "0398" not in read("task-card", data, task=5).text
    assert f"{leader}（0398-1234567）" in read("task-card", data, task=5, phones=True).text
