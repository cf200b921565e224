"""What somebody typed as a figure is told apart from what the ledger fills in."""

import dataclasses

import pytest

from reports import handwritten
from reports.options import Options, Scope

TYPED = {
    "general.tasks": "{任务总数}项任务，全县已完成999项，逾期0项，占12.5%。",
    "task.5": "按532号文件办理，共{本任务行动}项。",
}


def test_figures_typed_by_hand_are_named(county_data):
    assert handwritten.figures(county_data) == ()
    edited = dataclasses.replace(county_data, edits=TYPED)
    assert handwritten.figures(edited) == ("县已完成999项", "逾期0项", "占12.5%")


@pytest.mark.parametrize("text", ["{已完成}项", "2020年6月30日前报送", "发改规划〔2020〕532号"])
def test_live_figures_dates_and_numbers_of_documents_are_none(county_data, text):
    assert handwritten.figures(dataclasses.replace(county_data, edits={"task.5": text})) == ()


def test_a_report_of_a_part_takes_no_edits(county_data):
    data = dataclasses.replace(county_data, edits=TYPED, options=Options(scope=Scope(part=2)))
    assert handwritten.figures(data) == ()
