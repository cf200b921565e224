"""Whose business a sentence of the notice is: the county's own, or that of the state or the province (事权)."""

import re
from collections.abc import Sequence
from functools import cache

LEVELS = ("county", "partly", "provincial", "national")
# Nothing a county could be asked to have an action for; it may have one that keeps watch all the same.
SUPERIOR = frozenset({"provincial", "national"})


@cache
def proposed(sentence: str) -> str:
    """The level the words of a sentence speak of; what speaks of none is the county's."""
    for level, patterns in _TOLD_BY:
        if any(pattern.search(sentence) for pattern in patterns):
            return level
    return "county"


def _told_by(*patterns: str) -> Sequence[re.Pattern[str]]:
    return tuple(map(re.compile, patterns))


_TOLD_BY = (
    ("national", _told_by(
        r"^出台(国家|.{0,16}(指导意见|管理办法))", r"^修改.{0,12}(法|条例)", r"^指导试验区",
        r"^(国家发展改革委|各有关部门)",
        r"全国性", r"国家.{0,8}(战略|规划纲要)", r"^加快实施.{0,40}战略", r"^启动新一轮.{0,20}试点", r"由国务院行使",
    )),
    ("provincial", _told_by(r"^省级", r"各省（区、市）", r"^支持重点都市圈", r"^推动建设用地资源")),
    ("partly", _told_by(r"省级", r"全国统筹", r"跨省", r"鼓励省级政府")),
)  # fmt: skip
