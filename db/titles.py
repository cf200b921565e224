"""What a county would call what a sentence of the notice asks of it: verb phrases without what stands around them."""

import re
from collections.abc import Iterator

from db.levels import SUPERIOR, of_clause
from db.sentences import asking, clauses

LIMIT = 42
_SHORT_ITEM = 6  # an item of a list that could not stand as a title of its own
_BEFORE = re.compile(
    r"^(?:并|到?(?:20\d\d年)?(?:\d{1,2}月(?:底|末)?|年底|年内|[上下]半年|[一二三四]季度)前?(?=\w{4})|以.+?为(?:重点|核心|抓手|主线|导向|牵引)|在[^，]{2,12}?(?:地区|区域|领域)(?=\w{6})"
    r"|(?:运用|利用|通过|依托)[^，]{2,10}?(?:手段|技术|方式)|在.+?前提下|(?:大幅|进一步|切实)(?=\w{6})"
    r"|(?:市县级?|县级|各级|各地|各城市|地方|城市)(?:人民)?政府要|鼓励(?:各|地方|城市|有条件的)*(?:城市|地方|县|市)?政府"
    r"|鼓励(?=盘活|发展|探索|开展|建立|建设|采取))"
)
_AGENT_ALONE = re.compile(r"^((?:鼓励|支持|引导|推动)[^，]+?)(?:按照|根据|结合).+(?:原则|定位|要求)$")
_WIDE = (
    re.compile(r"(?:特别是|尤其是|包括).+?(?=开展|实施|建设|推进|参与|加强)"),
    re.compile(r"以[^，]+?为[^，]+的(?=[^的]+$)"),
    re.compile(r"（[^）]*）"),
)
_FIRST_TRIES = re.compile(r"^(?:推动|支持)[^，]{2,6}在(.+?)等?(?:方面|领域)先行先试$")
_PRONOUN = re.compile(r"^(\w{2})其(?=\w{4})")
_VERB = re.compile(
    r"^(?:加快|全面|深入|积极|大力|有序|抓紧|继续)*(?:推进实施|推进|推动|实施|完善|健全|建设|发展|开展|改善|加强|强化)"
)
_AND_SO_ON = re.compile(r"等[^等、]{2,14}$")
# How one goes on about what others issue: 国家基本公共服务标准 + 出台.
_ISSUED = re.compile(
    r"^(?:加快|抓紧|全面|分步|强化正面引导，)*(?P<verb>出台|印发|制定|修改|修订|编制|启动|开展)(?P<what>[^，]{4,30})$"
)
_NOUN = {"开展": "部署", "启动": "部署"}


def of_sentence(sentence: str) -> list[str]:
    """The titles of what the county itself can do; all that is asked where that leaves nothing."""
    asked = list(_whole(asking(sentence)))
    own = [clause for clause in asked if of_clause(clause) not in SUPERIOR] or asked
    return list(dict.fromkeys(title for clause in own for title in _titles(clause)))


def watched(sentence: str, room: int) -> str:
    """What a sentence says that others will issue or begin, in at most `room` characters; "" where it says nothing."""
    for clause in clauses(sentence):
        issued = _ISSUED.match(clause)
        if issued:
            what, verb = re.sub("并.+", "", issued["what"]), issued["verb"]
            if len(what) + len(verb) <= room:
                return what + _NOUN.get(verb, verb)
    return ""


def _whole(asked: list[str]) -> Iterator[str]:
    """Clauses with the agent that another clause names."""
    agent = ""
    for clause in asked:
        alone = _AGENT_ALONE.match(clause)
        if alone and clause != asked[-1]:
            agent = alone[1]
        else:
            yield agent + clause
            agent = ""


def _titles(clause: str) -> Iterator[str]:
    title = _BEFORE.sub("", clause)
    title = _FIRST_TRIES.sub(r"\1", _PRONOUN.sub(r"\1", title))
    for part in _WIDE:
        if len(title) > LIMIT:
            title = part.sub("", title)
    items = _items(title)
    for one in items or [title]:
        yield clipped(one)


def _items(title: str) -> list[str]:
    """The title once for each item of its list, where the items can stand alone and one line has no room for them."""
    verb = _VERB.match(title)
    items = list(clauses(title[verb.end() :], "、")) if verb else []
    if verb is None or len(items) < 2 or min(map(len, items)) < _SHORT_ITEM:
        return []
    if len(title) <= LIMIT and len({item[-2:] for item in items}) > 1:
        return []
    items[-1] = _AND_SO_ON.sub("", items[-1])
    return [verb[0] + item for item in items]


def clipped(title: str, room: int = LIMIT) -> str:
    """As many of its parts as a line has room for; nothing is cut inside brackets or quotes."""
    if len(title) <= room:
        return title
    kept = ""
    for part in clauses(title, "，；、"):
        end = title.index(part, len(kept)) + len(part)
        if end > room:
            break
        kept = title[:end]
    return kept if len(kept) >= _SHORT_ITEM else title[: room - 1] + "…"
