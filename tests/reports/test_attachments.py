"""What is attached, in which order, under which number."""

from dataclasses import replace

from reports import attachments
from reports.kinds import Kind
from reports.options import Options


def kind(name, why=""):
    def title(data):
        return data.settings.county + name

    return Kind(name, "", title, lambda data, paper: iter(()), empty=lambda data: why)


KINDS = {"pack": kind("材料"), "narrative": kind("报告"), "a": kind("甲"), "b": kind("乙", "没有。"), "c": kind("丙")}


def of(data, *extras):
    told = attachments.of(replace(data, options=Options(extras=extras)), KINDS)
    return [(one.number, one.kind, one.title) for one in told]


def test_the_report_itself_is_none_and_what_is_empty_is_left_out(county_data):
    assert of(county_data, "narrative", "b", "c", "a") == [(1, "c", "安岭县丙"), (2, "a", "安岭县甲")]


def test_none_comes_twice(county_data):
    assert of(county_data, "a", "a", "c") == [(1, "a", "安岭县甲"), (2, "c", "安岭县丙")]


def test_neither_the_whole_nor_what_another_version_knows_is_attached(county_data):
    assert of(county_data, "a", "pack", "x") == [(1, "a", "安岭县甲")]
