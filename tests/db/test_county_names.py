"""A text or a unit of another county speaks of ours: where its name and its sign mean the county, and only there."""

import pytest

from db.county_names import text_of, unit_of
from db.unit_matching import Matcher


@pytest.mark.parametrize(
    ("theirs", "said", "here"),
    [
        ("青川市", "健全市场准入制度", "健全市场准入制度"),
        ("青川市", "推进完全市场化，规范资本市场", "推进完全市场化，规范资本市场"),
        ("青川市", "发动全市民众，完成全市任务", "发动全市民众，完成全县任务"),
        ("青川市", "青川市的经验在我市推广，本市户籍从宽", "安岭县的经验在我县推广，本县户籍从宽"),
        ("东湖区", "划定安全区域、全区域覆盖", "划定安全区域、全区域覆盖"),
        ("东湖区", "修订本区规划", "修订本县规划"),
        ("达来旗", "打造全旗舰店，惠及全旗", "打造全旗舰店，惠及全县"),
        ("城区", "改造老城区，城区人口落户，全区推广", "改造老城区，城区人口落户，全县推广"),
    ],
)
def test_a_text_speaks_of_ours_where_it_means_the_county(theirs, said, here):
    assert text_of(said, theirs, "安岭县") == here


@pytest.mark.parametrize(
    ("theirs", "named", "here"),
    [
        ("青川市", "市政公用局", "市政公用局"),
        ("青川市", "市容环卫局", "市容环卫局"),
        ("青川市", "市场监管局", "市场监管局"),
        ("青川市", "市民政局", "县民政局"),
        ("青川市", "市政务服务局", "县政务服务局"),
        ("青川市", "市政府办", "县政府办"),
        ("青川市", "市市政公用局", "县市政公用局"),
        ("东湖区", "区划办", "区划办"),
        ("东湖区", "区教育局", "县教育局"),
        ("东湖区", "东湖区教育局", "安岭县教育局"),
        ("青川市", "国家税务总局青川市税务局", "国家税务总局安岭县税务局"),
        ("城区", "城区教育局", "安岭县教育局"),
        ("城区", "老城区改造办", "老城区改造办"),
    ],
)
def test_a_unit_bears_our_sign_only_in_the_place_of_theirs(theirs, named, here):
    assert unit_of(named, theirs, "安岭县") == here


def test_a_unit_whose_name_begins_like_the_sign_is_found_by_its_own_name_only():
    city = Matcher("青川市", "青川市", {"市市政公用局": "市市政公用局", "市政公用局": "市政公用局"})
    assert city.name("市政公用局") == "市政公用局"
    assert Matcher("青川市", "青川市", {"市市政公用局": "市市政公用局"}).name("市政公用局") == "市市政公用局"
    assert Matcher("安岭县", "青川市", {}).name("市政公用局") == "市政公用局"
