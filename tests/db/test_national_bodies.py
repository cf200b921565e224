"""What bureau a national body ends in, by the kind of county: a 县, a city, a district of a city, a banner."""

import pytest

from db.county_names import sign
from db.national_bodies import known, offices

COUNTIES = ("安岭县", "安岭市", "安岭区", "安岭旗", "安岭彝族自治县", "范县", "神农架林区", "六枝特区")
# body: in a 县, a 市, a 区, a 旗
TABLE = {
    "发展改革委": ("县发改局", "市发改局", "区发改局", "旗发改委"),
    "住房城乡建设部": ("县住建局", "市住建局", "区住建局", "旗住建局"),
    "自然资源部": ("县自然资源局", "市自然资源局", "区自然资源局", "旗自然资源局"),
    "公安部": ("县公安局", "市公安局", "市公安局安岭分局", "旗公安局"),
    "财政部": ("县财政局", "市财政局", "区财政局", "旗财政局"),
    "卫生健康委": ("县卫健局", "市卫健局", "区卫健局", "旗卫健委"),
    "工业和信息化部": ("县工信局", "市工信局", "区工信局", "旗工信局"),
    "人民银行": ("人行安岭县支行", "人行安岭市支行", "", "人行安岭旗支行"),
    "人力资源社会保障部": ("县人社局", "市人社局", "区人社局", "旗人社局"),
    "生态环境部": (
        "市生态环境局安岭县分局", "市生态环境局安岭市分局", "市生态环境局安岭分局", "市生态环境局安岭旗分局",
    ),
    "体育总局": ("县教体局", "市教体局", "区教体局", "旗教体局"),
    "国铁集团": ("", "", "", ""),
    "林草局": ("县林业局", "市林业局", "区林业局", "旗林草局"),
    "农业发展银行": ("农发行安岭县支行", "农发行安岭市支行", "农发行安岭区支行", "农发行安岭旗支行"),
    "中央统战部": ("县委统战部", "市委统战部", "区委统战部", "旗委统战部"),
    "共青团中央": ("团县委", "团市委", "团区委", "团旗委"),
}  # fmt: skip


def shown(county, body):
    office = known(county)[body].terms[0].office
    return office.shown if office else ""


@pytest.mark.parametrize("body", TABLE)
def test_a_body_ends_in_the_bureau_of_this_kind_of_county(body):
    assert tuple(shown(county, body) for county in COUNTIES[:4]) == TABLE[body]


@pytest.mark.parametrize(("county", "told"), [
    ("安岭县", "县"), ("安岭彝族自治县", "县"), ("安岭自治旗", "旗"), ("安岭市", "市"), ("神农架林区", "区"),
    ("安岭", "县"), ("", "县"),
])  # fmt: skip
def test_the_sign_of_a_county_is_told_from_its_name(county, told):
    assert sign(county) == told


@pytest.mark.parametrize("county", COUNTIES)
def test_no_pattern_is_left_in_a_name(county):
    its_sign = sign(county)
    for name in offices(county):
        assert "×" not in name
        assert 2 < len(name) <= 40
        assert not name.startswith(tuple({"县", "市", "区", "旗"} - {its_sign, "市"})), name


@pytest.mark.parametrize(("county", "branch"), [
    ("范县", "市生态环境局范县分局"), ("安岭彝族自治县", "市生态环境局安岭彝族自治县分局"),
])  # fmt: skip
def test_a_branch_bears_the_name_of_the_county(county, branch):
    assert shown(county, "生态环境部") == branch


def test_an_office_is_known_with_the_county_before_it():
    office = offices("安岭县")["县人社局"]
    assert office.names[0] == "县人力资源和社会保障局"
    assert {"安岭县人力资源和社会保障局", "安岭县人社局", "县人力资源社会保障局"} <= set(office.names)
    assert offices("安岭县")["安岭县人社局"] == office


def test_the_long_names_of_bodies_are_known():
    bodies = known("安岭县")
    for long, short in (
        ("国家发展和改革委员会", "发展改革委"), ("中国人民银行", "人民银行"),
        ("人力资源和社会保障部", "人力资源社会保障部"),
        ("中国国家铁路集团有限公司", "国铁集团"),
    ):  # fmt: skip
        assert bodies[long] is bodies[short]


@pytest.mark.parametrize("county", COUNTIES)
def test_the_times_of_a_body_follow_each_other(county):
    for body in known(county).values():
        for before, after in zip(body.terms, body.terms[1:], strict=False):
            assert before.valid_to < after.valid_from
        assert body.terms[0].valid_from is None
        assert body.terms[-1].valid_to is None
        assert not body.like or body.like in known(county)


def test_a_name_of_two_offices_is_that_of_one():
    for county in COUNTIES:
        for name, office in offices(county).items():
            assert name in office.names
    assert offices("安岭县")["县财政局"].shown == "县财政局"
