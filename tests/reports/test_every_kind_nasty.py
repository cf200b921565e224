"""Every report there is, whatever a county typed: it builds, all text inside the body, no text over other text."""

import dataclasses
from itertools import combinations

import pytest

from db import sample, tasks
from reports.data import gather
from reports.fonts import Faces
from reports.kinds import KINDS
from reports.options import Options
from reports.render import build
from tests.builders import TODAY, add
from tests.reports.conftest import NOW
from tests.reports.paper import Paper, inside, overlap

# Together of other kinds: their pages are held where those are.
KINDS_ALONE = [kind for kind in KINDS if kind != "pack"]
DESCENT = 2.0  # what ink may hang under the last line of a grid, pt
LANDSCAPE = ("breakdown", "ledger", "overdue", "not-applicable", "comparison", "four-lists")


def paper_of(kind, data):
    """The report read back; None where it says that there is nothing to print."""
    if why := KINDS[kind].empty(data):
        assert why.endswith("。")
        return None
    content, pages = build(kind, data, Faces(bundled_only=True))
    paper = Paper(content)
    assert len(paper.pages) == pages > 0
    return paper


def assert_apart_and_inside(paper):
    for page in paper.pages:
        body = [word for word in page.words if word.text.strip() and "—" not in word.text]
        left, bottom, right, top = page.frame
        frame = (left, bottom - DESCENT, right, top)
        for word in body:
            assert inside(word.box, frame) or word.size == 14, word  # the page's number
        by_cell = {}
        for word in body:
            by_cell.setdefault(word.cell, []).append(word)
        for its in by_cell.values():
            for one, other in combinations(its, 2):
                assert not overlap(one.box, other.box), (one, other)


@pytest.fixture(params=KINDS_ALONE)
def kind(request):
    return request.param


def test_an_empty_county(kind, gathered):
    assert_apart_and_inside(paper_of(kind, gathered()) or Paper(build("breakdown", gathered(), Faces(True))[0]))


def test_one_action(kind, checklist, gathered):
    add(checklist, title="只此一项", lead="县人社局", owner="李明", due="2020-06-01")
    paper = paper_of(kind, gathered())
    if paper:
        assert_apart_and_inside(paper)


def test_everything_is_not_applicable(kind, checklist, gathered):
    for task in tasks.all(checklist):
        tasks.mark_not_applicable(checklist, task.id, "本县不涉及。", "周建国")
    paper = paper_of(kind, gathered())
    if paper:
        assert_apart_and_inside(paper)


@pytest.fixture(scope="module")
def thousand(tmp_path_factory):
    checklist = sample.make(tmp_path_factory.mktemp("large") / "大县.luoshi", number=1000)
    yield gather(checklist, TODAY, NOW)
    checklist.close()


def test_a_thousand_actions(kind, thousand):
    paper = paper_of(kind, thousand)
    assert paper is not None
    assert all(f"—{n}—" in page.text.replace(" ", "") for n, page in enumerate(paper.pages, 1) if page.words)


@pytest.mark.parametrize("table", LANDSCAPE)
def test_a_nasty_county(every_paper, table):
    assert_apart_and_inside(Paper(every_paper["nasty", table]))


@pytest.mark.parametrize("table", LANDSCAPE)
@pytest.mark.parametrize(
    "options", [Options(), Options(binding="bound", phones=True), Options(size="A3")], ids=["会议版", "装订版", "A3"]
)
def test_3000_characters_in_a_cell_of_a_table(county_data, table, options):
    records = county_data.records
    newest = {
        action: dataclasses.replace(entry, done="喆" * 3000, reason="堃" * 3000, next="鄌" * 3000)
        for action, entry in list(records.newest.items())[:2]
    }
    records = dataclasses.replace(records, newest=dict(records.newest) | newest)
    assert_apart_and_inside(paper_of(table, dataclasses.replace(county_data, records=records, options=options)))
