"""Whose business a sentence of the notice is: the county's own, or that of the state or the province (事权)."""

import re
from collections.abc import Sequence
from functools import cache

from db.sentences import asking

LEVELS = ("county", "partly", "provincial", "national")
# Nothing a county could be asked to have an action for; it may have one that keeps watch all the same.
SUPERIOR = frozenset({"provincial", "national"})


@cache
def proposed(sentence: str) -> str:
    """The level a sentence speaks of, told from its clauses: superior only where nothing is left for the county."""
    for level, spoken_to in _SPOKEN_TO:
        if spoken_to.search(sentence):
            return level
    found = {of_clause(clause) for clause in asking(sentence)}
    if found <= SUPERIOR:
        return max(found, key=LEVELS.index)
    return "county" if found == {"county"} else "partly"


@cache
def of_clause(clause: str) -> str:
    """The level the words of one clause speak of; what speaks of none is the county's."""
    for level, patterns in _ASKED:
        if any(pattern.search(clause) for pattern in patterns):
            return level
    return "county"


def _told_by(*patterns: str) -> Sequence[re.Pattern[str]]:
    return tuple(map(re.compile, patterns))


# Who is to act, or which cities: it holds for all that follows in the sentence.
_SPOKEN_TO = (
    ("national", re.compile(r"^(?:国家发展改革委|国务院|中央|各有关部门)|[重天北上][庆津京海]市、..省|..省、..[省市]")),
    ("provincial", re.compile(r"^省级|^各省|^[^，]*(?:超大|特大城市|Ⅰ型大城市|直辖市|省会城市)")),
)
_SOON = r"(?:加快|抓紧|尽快|研究|适时|全面|修订)*"
# What a clause asks for.
_ASKED = (
    ("national", _told_by(
        # papers and standards of the state, laws
        rf"^{_SOON}出台", rf"^{_SOON}(?:印发|制定).{{0,20}}(?:指导意见|管理办法|导则)", r"^修改.{0,12}(?:法|条例)",
        r"由国务院行使", r"由省级政府负责", r"授权省级政府",
        # what is one for the whole country
        r"全国(?:性|统筹)", r"第[一二三四五]轮全国", r"^指导(?:国家)?试验区", r"^启动新一轮.{0,20}试点",
        # regions the state has a strategy for, plans that join several provinces
        r"京津冀|长三角|粤港澳|长江经济带|黄河流域|城市群",
        # 行政区划: only 国务院 makes a city or a district
        r"设市|改市”|改区”|(?:完善|调减|调整)[^，]*(?:市辖区|县（市）)",
    )),
    ("provincial", _told_by(
        r"省级政府", r"各省（区、市）", r"计划指标", r"都市圈|中心城市|收缩型城市", r"城际铁路",
        # a county takes part in a pilot when it has been chosen
        r"(?:开展|启动).{0,20}试点$",
    )),
    # money is shared out above and applied for here; systems that join counties; what banks and statistics lay down
    ("partly", _told_by(r"中央预算内|国家[^，]{0,12}基金|奖励资金", r"跨省", r"投融资工具", r"统计(?:机制|制度)")),
)  # fmt: skip
