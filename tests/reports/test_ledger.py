"""工作台账 of the sample county, read back word for word; on every paper it may be printed on."""

import dataclasses
import re

import pytest

from reports import words
from reports.options import Options
from tests.reports import golden
from tests.reports.paper import printed

PAPERS = {
    "会议版": Options(),
    "装订版": Options(binding="bound", phones=True),
    "A3": Options(size="A3"),
}


@pytest.fixture(scope="module")
def ledger(county_data):
    return printed(county_data, "ledger")


def test_every_page_reads_as_it_did(ledger):
    golden.hold("ledger", ledger)


@pytest.mark.parametrize("kind", ["breakdown", "ledger"])
@pytest.mark.parametrize("options", PAPERS.values(), ids=PAPERS)
def test_all_actions_are_there_on_every_paper(county_data, kind, options):
    data = dataclasses.replace(county_data, options=options)
    codes = re.findall(r"532-\d\d-[\d.]+", "\n".join(page.text for page in printed(data, kind).pages))
    assert codes == [a.code for item in data.tasks if item.task.applicable for a in item.actions]


def test_what_was_reported_stands_beside_its_action(ledger, county_data):
    for action in county_data.actions:
        entry = county_data.records.newest.get(action.id)
        if entry and entry.done:
            assert entry.done in ledger.text
    assert "问题：受降雨影响，进度稍缓下步：增加施工班组，抢抓工期" in ledger.text
    assert "已终止：上级调整了工作安排，不再单独实施（周建国确认）" in ledger.text
    assert ledger.missing == set()


def test_open_problems_stand_there_and_solved_ones_do_not(county_data):
    paper = printed(county_data, "ledger").text
    for problems in county_data.records.problems.values():
        for problem in problems:
            told = words.IN_THE_WAY.format(text=problem.entry.text)
            assert problem.solved_on or told in paper


def test_phones_are_printed_only_where_they_are_wanted(county_data):
    wanted = dataclasses.replace(county_data, options=Options(phones=True))
    phones = {county_data.records.phones.get(action.owner, "") for action in county_data.actions} - {""}
    plain, with_phones = (printed(data, "ledger").text for data in (county_data, wanted))
    assert len(phones) > 5
    assert all(phone not in plain for phone in phones)
    assert sum(phone in with_phones for phone in phones) > 5


def test_a_report_of_3000_characters_goes_over_the_pages(county_data):
    action = next(a for a in county_data.actions if a.id in county_data.records.newest)
    newest = dict(county_data.records.newest)
    newest[action.id] = dataclasses.replace(newest[action.id], done="喆" * 3000, trouble="堃" * 3000)
    data = dataclasses.replace(county_data, records=dataclasses.replace(county_data.records, newest=newest))
    text = printed(data, "ledger").text
    assert (text.count("喆"), text.count("堃")) == (3000, 3000)
