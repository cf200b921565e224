"""The grammar of a sentence in a notice: its clauses, and which of them ask for something to be done."""

import re
from collections.abc import Iterator

_OPEN, _CLOSE = "（〔【《“‘", "）〕】》”’"
# A clause that only says how, by what or for whom.
_CIRCUMSTANCE = re.compile(
    r"^(?:以.+为(?:主|目标|路径|导向|重点|主要\w+|\w*出发点)|(?:在|按照?|根据|围绕|结合|顺应|针对|着眼于).+"
    r"(?:前提下|基础上|过程中|原则|要求|职能定位|传承|实际|规定)|(?:通过|依托).+(?:等?方式|制度|平台)"
    r"|督促.+贯彻.*《.+》|到?(?:20\d\d年)?\d{0,2}月?[年底末内]*前?|.+后)$"
)
# A clause that only says what comes of it.
_RESULT = re.compile(
    r"^(?:确保|使其?|以便|方便|支撑|从而|进而|不得|用于|防止|避免|适应|满足|形成|解决.+问题$|明确.+任务$"
    r"|为.+(?:提供|奠定)|(?:进一步|大幅|不断|持续|显著|有效)*(?:提高|提升|增强).+(?:性|水平|质量|能力|满意度)$"
    r"|(?:进一步|有效)(?:促进|推动|激发|释放)|将.+(?:改造|转化|转变|打造)[为成])"
)
_SLOGAN = re.compile(r"^(?:强化|突出|坚持|加强)\w{2}(?:约束|激励|引导|导向|协同)$")


def clauses(sentence: str, marks: str = "，；") -> Iterator[str]:
    """The parts between commas and semicolons; those inside brackets, quotes and titles part nothing."""
    depth = begin = 0
    for at, character in enumerate(sentence):
        depth += (character in _OPEN) - (character in _CLOSE)
        if character in marks and depth <= 0:
            yield sentence[begin:at]
            begin = at + 1
    yield sentence[begin:].rstrip("。！；")


def circumstance(clause: str) -> bool:
    """Whether a clause only says how, by what, or after what something is done."""
    return bool(_CIRCUMSTANCE.match(clause))


def result(clause: str) -> bool:
    """Whether a clause that is not the first only says what comes of it."""
    return bool(_RESULT.match(clause))


def slogan(clause: str) -> bool:
    """Whether a clause is but the heading of what follows."""
    return bool(_SLOGAN.match(clause))


def asking(sentence: str) -> list[str]:
    """The clauses that ask for something to be done; all of it where none seems to."""
    every = [clause for clause in clauses(sentence) if clause]
    wanted = [
        clause
        for place, clause in enumerate(every)
        if not circumstance(clause) and not slogan(clause) and not (place and result(clause))
    ]
    return wanted or ["，".join(every)]
