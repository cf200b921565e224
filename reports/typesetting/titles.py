"""Break a title by its sense into a ladder or a diamond: lines that grow, shrink, or grow and then shrink."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from db import topics
from reports.typesetting.marks import NO_END, NO_START, RIGID, TIED, places

# Words of titles that are not in the list of topics.
_WORDS = """
    新型城镇化建设 新型城镇化 城镇化 城乡融合发展 城乡融合 融合发展 高质量发展 重点任务 重点工作 任务分解表
    分解表 工作台账 责任清单 问题清单 工作方案 实施方案 行动计划 工作要点 实施意见 指导意见 落实情况
    进展情况 完成情况 有关情况 整改情况 督查报告 情况报告 报告 通知 通报 意见 方案 清单 一览表 汇总表
    对比表 审批表 进度图 任务卡 通知单 督办 督查 会议材料 专题会议 领导小组 办公室 工作专班 委员会
    发展和改革局 发展和改革委员会 发展改革委 人力资源和社会保障局 住房和城乡建设局 住房城乡建设
    自然资源和规划局 农业农村局 工业和信息化局 工信和商务局 文化和旅游局 卫生健康局 卫生健康委员会
    市场监督管理局 交通运输局 生态环境局 应急管理局 退役军人事务局 医疗保障局 行政审批局 人民政府 政府办公室
    党委 县委 县政府 乡镇 街道 全县 我县 建设 城乡 发展 改革 推进 推动 加强 贯彻 落实 开展 实施
    加快 促进 进一步 做好 关于 印发 第一季度 第二季度 第三季度 第四季度 上半年 下半年 年度 国家 工作
    情况 任务 项目 行动 计划 规划 经济社会 人口 市民化 中心城市 城市群 都市圈 县城
"""
_TOGETHER = re.compile(
    r"〔[^〔〕]{1,8}〕|（[^（）]{1,20}）"
    r"|20\d\d年(?:第?[一二三四]季度|\d{1,2}月|[上下]半年)?|\d+[年月日个项]"
)
_NAMED = re.compile(r"《[^《》]*》")
# How bad it is to end a line: at best, beside a word, between two unknown characters, in a name, a word, a bracket.
_AT_BEST, _BESIDE, _UNKNOWN, _ODD, _NAME, _WORD, _BRACKET = 0.0, 0.5, 1.0, 1.6, 1.2, 5.0, 9.0
_ALONE = 3  # a line has at least so many characters
_RECTANGLE = 0.3  # lines of one length are no ladder
_UNLIKE = 4.0  # what the square of a line's difference from the mean counts, of the mean
_MORE_LINES = 1.0  # what another line than the fewest counts
_FEW, _MOST_MORE = 4, 3  # lines: a title of more than a few is so long that sense has to be found in the fewest


def balanced(text: str, widths: Sequence[float], measure: float, size: float) -> list[tuple[int, int]]:
    """Where the lines of a title begin and end; none where it can't be broken so that every line finds room."""
    ends = [0.0, *accumulate(widths)]
    if ends[-1] <= measure:
        return [(0, len(text))]
    costs = _costs(text)
    fewest = int(ends[-1] / measure) + 1
    found: list[tuple[float, tuple[int, ...]]] = []
    for more in range(_MOST_MORE):
        if not found or fewest <= _FEW:
            ways = _shapes(costs, ends, measure, size, fewest + more)
            found += [(cost + _MORE_LINES * more, stops) for cost, stops in ways]
    return list(pairwise(min(found)[1])) if found else []


def _shapes(
    costs: dict[int, float], ends: Sequence[float], measure: float, size: float, count: int
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """The best way to break into `count` lines, if there is one: its cost, and where the lines end."""
    length = len(ends) - 1
    mean = ends[-1] / count

    @cache
    def best(at: int, left: int, before: float, falling: bool) -> tuple[float, tuple[int, ...]] | None:
        ways = []
        for stop in costs if left > 1 else (length,):
            width = ends[stop] - ends[at] if stop - at >= _ALONE else measure + 1
            if width > measure or width < mean / 3 or (falling and width > before):
                continue
            cost = costs.get(stop, 0.0) + _UNLIKE * (width / mean - 1) ** 2
            if before and abs(width - before) < size:
                cost += _RECTANGLE
            rest = best(stop, left - 1, width, falling or width < before) if left > 1 else (0.0, ())
            if rest:
                ways.append((cost + rest[0], (stop, *rest[1])))
        return min(ways) if ways else None

    if found := best(0, count, 0.0, False):
        yield found[0], (0, *found[1])


def _costs(text: str) -> dict[int, float]:
    """What it costs to end a line before the character at a place; places where none may end are left out."""
    words: set[int] = set()
    edges = {0, len(text)}
    for find in _words().finditer(text):
        words.update(range(find.start() + 1, find.end()))
        edges |= {find.start(), find.end()}
    whole, named, brackets = places(RIGID, text) | places(TIED, text), places(_NAMED, text), places(_TOGETHER, text)
    costs, edge = {}, 0
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        edge = at if at in edges or before in "的和与及、" else edge
        if at in whole or after in NO_START or before in NO_END or after == " ":
            continue
        if at in brackets:
            cost = _BRACKET
        elif at in words:
            cost = _WORD
        elif before in "、的》）〕 " or text.startswith("关于", at) or text[:at].endswith(("关于", "印发")):
            cost = _AT_BEST
        elif before in "和与及" or after == "《":
            cost = _AT_BEST + 0.1
        elif after in "的和与及":
            cost = _ODD
        elif at in edges:
            cost = _BESIDE
        else:
            cost = _ODD if (at - edge) % 2 else _UNKNOWN
        costs[at] = cost + (_NAME if at in named else 0.0)
    return costs


@cache
def _words() -> re.Pattern[str]:
    known = sorted({*_WORDS.split(), *topics.words()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)))
