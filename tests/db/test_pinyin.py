"""How names are read, and what is typed for them."""

import pytest

from db import pinyin


def matched(word, name, reading=""):
    """The characters of the name that the word spells."""
    span = pinyin.matched(word, pinyin.letters(name, reading))
    return name[span[0] : span[1]] if span else None


@pytest.mark.parametrize(
    ("word", "name", "spelt"),
    [
        ("xfgj", "县发改局", "县发改局"), ("xianfagaiju", "县发改局", "县发改局"), ("xianfa", "县发改局", "县发"),
        ("xianfag", "县发改局", "县发改"), ("fgj", "县发改局", "发改局"), ("县fgj", "县发改局", "县发改局"),
        ("xfg局", "县发改局", "县发改局"), ("xianfgj", "县发改局", "县发改局"), ("xfagj", "县发改局", "县发改局"),
        ("xfgk", "县发改局", None), ("iangaju", "县发改局", None), ("xfgjx", "县发改局", None),
        ("cn", "长宁镇", "长宁"), ("zhangning", "长宁镇", "长宁"), ("sxy", "单晓雨", "单晓雨"),
        ("danx", "单晓雨", "单晓"),

        ("chanxy", "单晓雨", "单晓雨"), ("zengl", "曾亮", "曾亮"), ("cengl", "曾亮", "曾亮"), ("xiem", "解明", "解明"),
        ("jiem", "解明", "解明"), ("qinyong", "覃勇", "覃勇"), ("tany", "覃勇", "覃勇"), ("zhongq", "重庆", "重庆"),
        ("chongq", "重庆", "重庆"), ("hang", "银行", "行"), ("xing", "银行", "行"), ("lvl", "吕良", "吕良"),
        ("lul", "吕良", "吕良"), ("lül", "吕良", "吕良"), ("xi'an", "西安", "西安"), ("xian", "西安", "西安"),
        ("a座", "县A座办", "A座"), ("xaz", "县A座办", "县A座"), ("yzx", "於忠祥", "於忠祥"),
        ("xrsj", "縣人社局", "縣人社局"),
        ("a", "", None),
    ],
)  # fmt: skip
def test_a_name_is_spelt_in_full_by_initials_or_by_both(word, name, spelt):
    assert matched(word, name) == spelt


def test_a_reading_that_is_written_down_is_one_more():
    assert matched("xie", "乜一") is None
    assert matched("xie", "乜一", "xie yi") == "乜"
    assert matched("nie", "乜一", "xie yi") == "乜"


@pytest.mark.parametrize(
    ("name", "person", "reading"),
    [
        ("县发改局", False, "xian fa gai ju"), ("重庆路", False, "chong qing lu"), ("单位办", False, "dan wei ban"),
        ("单晓雨", True, "shan xiao yu"), ("曾亮", True, "zeng liang"),
        ("县A座（东）", False, "xian zuo dong"),
        ("", True, ""), ("ABC", True, ""), ("吕良", True, "lv liang"),
    ],
)  # fmt: skip
def test_a_reading_is_proposed(name, person, reading):
    assert pinyin.proposed(name, person=person) == reading


def test_a_long_name_is_no_explosion():
    letters = pinyin.letters("长重单行" * 15)
    assert pinyin.matched("zczcdhxzcdshxzzzz" * 4, letters) is None
    assert pinyin.matched("czdx" * 15, letters) == (0, 60)
