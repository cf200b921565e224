"""Whose trade a phrase speaks of."""

import re

import pytest

from db import counterparts, tasks
from db.topics import _trades, spoken_of

BODIES = ("发展改革委", "公安部", "教育部", "财政部", "住房城乡建设部", "农业农村部", "医保局", "民政部", "商务部")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("健全随迁子女入学政策", ["教育部"]),
        ("完善基本医疗保险直接结算制度", ["医保局"]),
        ("改造一批老旧小区", ["住房城乡建设部"]),
        ("加强农业转移人口服务", []),
        ("推动城市政府转型", []),
        ("引导发展社区便民服务", ["民政部", "商务部"]),
        ("健全社区菜市场", ["商务部"]),
        ("给予财政补贴，加强户籍管理", ["财政部", "公安部"]),
        ("", []),
    ],
)
def test_the_words_of_a_trade_name_its_body(phrase, expected):
    assert spoken_of(phrase, BODIES) == expected


def test_only_those_asked_about_are_named():
    assert spoken_of("健全随迁子女入学政策", ["公安部"]) == []
    assert spoken_of("改造一批老旧小区", ["住建厅", "住房和城乡建设局"]) == ["住房和城乡建设局"]


def test_every_body_of_the_notice_but_those_without_a_county_office_has_words(checklist):
    named = {body for task in tasks.all(checklist) for body in task.bodies if not counterparts.is_placeholder(body)}
    stems = {stem for its in _trades().values() for stem in its if stem}
    wordless = {body for body in named if not any(re.search(stem, body) for stem in stems)}
    assert wordless == {"国铁集团", "开发银行", "银保监会"}
