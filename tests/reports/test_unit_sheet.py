"""责任单位分表 of the sample county: whose they are, what they count, what they list."""

import dataclasses
import re

import pytest

from reports.typesetting.sheets import landscape
from tests.reports.conftest import recounted
from tests.reports.golden import hold
from tests.reports.sheet import assert_sound, cell_of, read

SHEET = landscape()


@pytest.fixture(scope="module")
def all_of_them(county_data):
    return read("unit-sheet", county_data)


def test_a_unit_reads_as_it_did(county_data):
    paper = read("unit-sheet", county_data, unit="县人社局")
    assert_sound(paper, SHEET)
    hold("unit-sheet", paper)


def test_each_unit_begins_on_an_odd_page_and_is_bookmarked(all_of_them, county_data):
    names, pages = zip(*all_of_them.marks, strict=True)
    assert set(names) == set(county_data.counts.units)
    assert len(names) == len(set(names))
    assert all(page % 2 for page in pages)
    order = {name: at for at, name in enumerate(county_data.roster)}
    assert list(names) == sorted(names, key=order.__getitem__)
    assert_sound(all_of_them, SHEET)


def pages_of(paper, unit):
    begun = [page for _, page in paper.marks] + [len(paper.pages) + 1]
    first = dict(paper.marks)[unit]
    return paper.pages[first - 1 : begun[begun.index(first) + 1] - 1]


def numbers(pages):
    """What stands in the first column of the rows, as numbers; that of an uncounted row is a dash."""
    return [
        word.text.strip()
        for page in pages
        for word in page.words
        if (cell := cell_of(page, word)) and cell[0] < SHEET.left + 2 and re.fullmatch(r"\d+|－", word.text.strip())
    ]


def test_the_last_numbers_of_the_rows_are_the_figures_above_them(all_of_them, county_data):
    for unit, tally in county_data.counts.units.items():
        pages = pages_of(all_of_them, unit)
        text = "".join(page.text for page in pages)
        leads = county_data.counts.leads[unit].actions if unit in county_data.counts.leads else 0
        assert f"一、牵头的行动（{leads}项）" in text
        assert f"二、责任和配合的行动（{tally.actions - leads}项）" in text
        wanted = [*range(1, leads + 1), *range(1, tally.actions - leads + 1), *range(1, tally.problems + 1)]
        assert [int(number) for number in numbers(pages) if number != "－"] == wanted, unit
        assert text.count("天\n") + text.count("天") >= tally.problems


def test_what_nobody_leads_is_told_on_every_sheet(all_of_them, county_data):
    assert county_data.counts.total.without_lead == 1
    for _, page in all_of_them.marks:
        assert "另有1项行动没有牵头单位" in all_of_them.pages[page - 1].text


def test_every_page_bears_its_unit_and_none_the_signatures_alone(all_of_them, county_data):
    for unit in county_data.counts.units:
        for page in pages_of(all_of_them, unit)[1:]:
            if page.words:
                assert f"{unit}（续）" in page.text
                assert "具体行动" in page.text


def test_the_figures_of_a_unit_are_those_of_the_window(county_data):
    page = read("unit-sheet", county_data, unit="县公安局").pages[0]
    whole, leads = county_data.counts.units["县公安局"], county_data.counts.leads["县公安局"]
    rows = re.search(r"牵头((?: \d+){10})\n责任和配合((?: \d+){10})\n合计((?: \d+){10})", page.text)
    led, joined, both = ([int(number) for number in row.split()] for row in rows.groups())
    assert both[:4] == [whole.actions, whole.finished, whole.closed, whole.in_progress]
    assert led[:4] == [leads.actions, leads.finished, leads.closed, leads.in_progress]
    assert [a + b for a, b in zip(led, joined, strict=True)] == both
    assert both[5] == whole.overdue
    assert both[9] == whole.problems


def test_one_unit_reads_as_in_all_of_them(all_of_them, county_data):
    alone = read("unit-sheet", county_data, unit="县教育局").pages
    among = pages_of(all_of_them, "县教育局")[: len(alone)]

    def told(page):
        told = "".join(word.text for word in page.words if word.size != 14).replace(" ", "")
        return re.sub("　?另有1项行动没有牵头单位，不在各单位牵头数内。", "", told)

    assert [told(page) for page in alone] == [told(page) for page in among]


def test_numbers_of_telephones_only_where_they_are_wanted(county_data):
    phones = dict.fromkeys((action.owner for action in county_data.actions), "0398-1234567")
    records = dataclasses.replace(county_data.records, phones=phones)
    data = dataclasses.replace(county_data, records=records)
    assert "0398" not in read("unit-sheet", data, unit="县教育局").text
    paper = read("unit-sheet", data, unit="县教育局", phones=True)
    assert "0398-1234567" in paper.text
    assert_sound(paper, SHEET)


def test_where_nobody_signs(county_data):
    assert "主要负责人" in read("unit-sheet", county_data, unit="县教育局").text
    assert "主要负责人" not in read("unit-sheet", county_data, unit="县教育局", signatures=False).text


def test_bound_and_on_a3(county_data):
    bound = read("unit-sheet", county_data, unit="县教育局", binding="bound")
    large = read("unit-sheet", county_data, unit="县教育局", size="A3")
    assert "主要负责人" in bound.text
    assert_sound(large, landscape(size="A3"))


def test_a_unit_with_300_actions_and_a_name_of_200_characters(county_data):
    name = "喆" * 200
    leaf = next(action for action in county_data.actions if action.leaf and not action.open_problems)
    item = next(item for item in county_data.tasks if item.task.id == leaf.task)
    its = tuple(
        dataclasses.replace(leaf, id=-n, code=f"532-01-{n}", lead=name, parent=None, depth=1) for n in range(1, 301)
    )
    part = dataclasses.replace(county_data.parts[0], tasks=(dataclasses.replace(item, actions=its),))
    paper = read("unit-sheet", recounted(dataclasses.replace(county_data, parts=(part,))), unit=name)
    assert_sound(paper, SHEET)
    assert numbers(paper.pages) == [str(number) for number in range(1, 301)]


def test_3000_characters_of_progress_go_over_the_pages(county_data):
    action = next(a for a in county_data.actions if a.lead == "县教育局" and a.id in county_data.records.newest)
    newest = dict(county_data.records.newest)
    newest[action.id] = dataclasses.replace(newest[action.id], done="龘" * 3000)
    data = dataclasses.replace(county_data, records=dataclasses.replace(county_data.records, newest=newest))
    paper = read("unit-sheet", data, unit="县教育局")
    assert_sound(paper, SHEET)
    assert paper.text.count("龘") == 3000
