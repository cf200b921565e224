"""Whose business each of the 71 sentences of the notice is, and why a careful official says so."""

import pytest

from db import levels, tasks
from db.levels import LEVELS, SUPERIOR, of_clause, proposed

# (task, sentence): level and reason. All others are the county's own business.
EXPECTED = {
    (2, 1): ("provincial", "超大特大城市和Ⅰ型大城市的落户政策，县里没有"),
    (2, 2): ("provincial", "只对Ⅰ型大城市"),
    (2, 3): ("provincial", "只对Ⅰ型大城市和超大特大城市"),
    (3, 2): ("provincial", "积分落户只在超大特大城市和Ⅰ型大城市"),
    (4, 1): ("national", "国家标准由国家出台"),
    (4, 3): ("partly", "养老保险全国统筹在国家，转移接续和异地就医结算在县里办"),
    (6, 1): ("partly", "用地计划指标由省里分，奖励资金县里争取和使用"),
    (6, 3): ("partly", "统计机制由上级建立，县里报数"),
    (7, 1): ("national", "京津冀、长三角等国家战略"),
    (7, 2): ("national", "城市群规划由国家和省编制实施"),
    (8, 1): ("national", "跨省协作"),
    (9, 1): ("provincial", "都市圈规划由省里牵头"),
    (9, 2): ("partly", "城际铁路在省里，断头路在县里"),
    (9, 3): ("provincial", "都市圈轨道交通规划"),
    (10, 1): ("provincial", "中心城市是直辖市、省会城市等"),
    (10, 2): ("national", "市辖区规模由国务院审批"),
    (11, 1): ("partly", "指导意见由国家印发，补短板在县里"),
    (12, 2): ("partly", "专项资金和指标在省里，培育小镇在县里"),
    (12, 3): ("national", "导则和全国典型由国家发布"),
    (15, 1): ("national", "设市、改区由国务院审批"),
    (15, 2): ("partly", "设镇标准由省里定，撤并由县里报"),
    (16, 1): ("partly", "城市群联防联控不在县里，其余都是"),
    (19, 5): ("provincial", "试点由上级确定"),
    (20, 1): ("national", "用地计划在国家和省里分配"),
    (20, 3): ("national", "修改国家条例，下放国务院审批权"),
    (20, 4): ("national", "全国性的交易机制"),
    (21, 1): ("partly", "投融资工具由金融管理部门定，县里用"),
    (23, 1): ("national", "国家指导试验区"),
    (24, 1): ("national", "国家出台指导意见"),
    (24, 3): ("national", "新一轮试点由国家启动"),
    (25, 1): ("provincial", "试点由上级确定"),
    (25, 2): ("partly", "中央预算内投资由国家安排，县里申报"),
    (25, 3): ("partly", "试点由上级确定，项目县里培育"),
    (27, 1): ("national", "说的是国家发展改革委"),
    (27, 2): ("national", "说的是国务院各部门"),
    (28, 1): ("provincial", "说的是省发展改革委"),
}


def test_each_of_the_71_sentences_has_the_level_a_careful_official_gives_it(checklist):
    found = {
        (task.number, number): level
        for task in tasks.all(checklist)
        for number, level in enumerate(task.levels, start=1)
    }
    assert len(found) == 71
    assert found == dict.fromkeys(found, "county") | {place: level for place, (level, _) in EXPECTED.items()}


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("抓紧出台国家数据分类标准，推动各地落实。", "partly"),
        ("修改城乡规划法。", "national"),
        ("研究制定省内支持政策，由省级政府负责。", "partly"),
        ("国务院有关部门要加强指导，推动各地整治环境。", "national"),
        ("省级财政部门要加大投入，支持县城建设。", "provincial"),
        ("推动特大城市疏解功能，建设郊区新城。", "provincial"),
        ("启动第二批试点，整治农村人居环境。", "partly"),
        ("开展零碳园区建设试点。", "provincial"),
        ("争取中央预算内投资，改造供水管网。", "partly"),
        ("改造农村厕所（含全国性示范村），建设公厕。", "partly"),
        ("", "county"),
    ],
)
def test_the_rules_hold_for_other_notices(sentence, level):
    assert proposed(sentence) == level


def test_a_sentence_is_superior_only_where_nothing_is_left_for_the_county():
    assert of_clause("开展零碳园区建设试点") in SUPERIOR
    assert proposed("开展零碳园区建设试点，整治河道。") == "partly"
    assert proposed("开展零碳园区建设试点，提高发展质量。") in SUPERIOR, "what comes of it asks for nothing"
    assert set(levels.SUPERIOR) < set(LEVELS)
