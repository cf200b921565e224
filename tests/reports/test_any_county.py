"""Whatever a county has put into its file, each report is made of it, on every paper, or says why there is nothing."""

import dataclasses

import pypdfium2
import pytest
from pypdfium2 import raw

from db import sample, tasks
from reports.fonts import Faces
from reports.kinds import KINDS
from reports.render import build
from tests.builders import add
from tests.reports.every_kind import data_of

EDGE = 14  # pt; nothing is printed nearer to the edge of the paper
LONG = 3000
PAPERS = [{"binding": "bound", "duplex": True, "rows": "actions"}, {"size": "A3", "signatures": False, "phones": True}]


def not_applicable(checklist):
    for task in tasks.all(checklist):
        tasks.mark_not_applicable(checklist, task.id, "本县不涉及。", "周建国")


def one_action(checklist):
    add(checklist, title="只此一项", lead="县人社局", due="长期坚持")


def long_reports(checklist):
    say = checklist.db.conn.execute
    say("DROP TRIGGER locked_progress_never_changes")
    few = "WHERE id IN (SELECT id FROM {} WHERE action % 50 = 1)"
    say(f"UPDATE progress SET done = ?, trouble = ?, next = ? {few}".format("progress"), ["喆" * LONG] * 3)
    say(f"UPDATE problem SET text = ?, cause = ? {few}".format("problem"), ["䶮" * LONG] * 2)


@pytest.fixture(scope="module")
def counties(sample_file, empty_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    large = sample.make(folder / "large.luoshi", number=1000)
    large.close()
    return {
        "everything not applicable": data_of(empty_file, folder / "none.luoshi", not_applicable),
        "one action": data_of(empty_file, folder / "one.luoshi", one_action),
        "a thousand actions": data_of(large.path, folder / "thousand.luoshi"),
        "reports of 3,000 characters": data_of(sample_file, folder / "long.luoshi", long_reports),
    }


def outside(content):
    """What is printed off the paper or too near to its edge."""
    document = pypdfium2.PdfDocument(content)
    found = []
    for number, page in enumerate(document, 1):
        left, bottom, right, top = page.get_mediabox()
        for run in page.get_objects([raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH]):
            box = run.get_bounds()
            if box[0] < left + EDGE or box[1] < bottom + EDGE or box[2] > right - EDGE or box[3] > top - EDGE:
                found.append((number, box))
    document.close()
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "county",
    ["everything not applicable", "one action", "a thousand actions", "reports of 3,000 characters"],
)
def test_it_is_printed_or_says_why_not(counties, county, kind):
    for options in PAPERS[: 1 if "thousand" in county else 2]:
        data = counties[county]
        data = dataclasses.replace(data, options=dataclasses.replace(data.options, **options))
        if why := KINDS[kind].empty(data):
            assert why.endswith("。")
        else:
            content, pages = build(kind, data, Faces(bundled_only=True))
            assert pages > 0
            assert outside(content) == []
