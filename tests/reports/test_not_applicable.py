"""不适用事项说明 of the sample county."""

import dataclasses

import pytest

from reports.errors import ReportError
from reports.fonts import Faces
from reports.options import Options
from reports.render import build
from tests.reports import golden
from tests.reports.paper import printed


@pytest.fixture(scope="module")
def paper_of_eight(county_data):
    return printed(county_data, "not-applicable")


def test_every_page_reads_as_it_did(paper_of_eight):
    golden.hold("not-applicable", paper_of_eight)


@pytest.mark.parametrize(
    "options", [Options(), Options(binding="bound"), Options(size="A3")], ids=["会议版", "装订版", "A3"]
)
def test_each_task_left_out_is_there_with_its_text_reason_and_confirmer(county_data, options):
    text = printed(dataclasses.replace(county_data, options=options), "not-applicable").text
    left_out = [item.task for item in county_data.tasks if not item.task.applicable]
    assert len(left_out) == 8
    for task in left_out:
        for told in (task.label + task.title, *task.sentences, task.na_reason, task.na_confirmer):
            assert told.replace(" ", "") in text
    assert text.count("周建国") == 8
    assert "28项重点任务中，不适用8项，不计入各项统计的基数。" in text


def test_where_everything_applies_it_says_so(gathered):
    with pytest.raises(ReportError) as error:
        build("not-applicable", gathered(), Faces(True))
    assert str(error.value) == "没有标为不适用的任务。"
