"""Who is responsible: （公安部、发展改革委等负责）, 牵头单位：… and their relatives, taken apart.

A clause is cut into phrases; each phrase says in its last or first words which role its names have.
What names nobody stays part of the text; nothing is invented.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from db.notice import bodies

LONGEST = 600

# A label before the names, and the role it gives them.
LABELS = (
    ("lead", r"(?:牵头|主办|主责|总牵头|第一责任)(?:单位|部门|处室|机构|人)?"),
    ("support", r"(?:配合|协办|参与|参加|协助|协同|支持|会办)(?:责任)?(?:单位|部门|处室|机构)?"),
    ("responsible",
     r"(?:责任|负责|落实|承办|实施|完成|执行|分工|具体负责|任务)(?:单位|部门|主体|处室|机构|科室|分工|落实单位)"),
    ("due", r"(?:完成|办结|落实|整改)?(?:时限|期限|时间|时间节点|时间要求|进度安排|进度要求)(?:要求)?"),
    ("none",
     r"(?:适用范围|责任领导|牵头领导|分管领导|分管市领导|责任人|联系人|备注|责任人员|实施范围|工作目标|成果形式)"),
)  # fmt: skip
_LABEL = re.compile("|".join(f"(?P<{role}>{words})" for role, words in LABELS))
_LABELLED = re.compile(f"(?:^|(?<=[，；。、\\s]))(?:{_LABEL.pattern})：")

# How an unlabelled phrase ends, and the role of its names.
_LAID = r"(?:落实|实施|组织实施|推进|抓好落实|完成|执行)?"
_SHARED = (
    r"(?:按照?(?:各自)?(?:职责|职能|分工|职责分工|任务分工|职能分工)+"
    r"|分别|共同|具体|统一|分工|依职责|各负其责地?)*"
)
_VERBS = (
    ("support", re.compile(rf"{_SHARED}(?:积极)?(?:配合|参与|参加|协助|协同|协办|支持)(?:负责)?{_LAID}")),
    ("lead", re.compile(rf"{_SHARED}(?:总)?(?:牵头|主办)(?:负责)?{_LAID}")),
    ("responsible", re.compile(rf"{_SHARED}(?:负责|落实|承办|承担|办理|起草|组织起草|组织实施){_LAID}")),
)
_VERB_AT_END = tuple((role, re.compile(rf"(?P<names>.*?)(?:{verb.pattern})$")) for role, verb in _VERBS)

# “等” and what may follow it when the list is left open.
_OPEN = re.compile(
    r"等(?:\d+|[一二三四五六七八九十]+)?个?(?:国务院|省级?|市级?|县级?|区级?|中央)?(?:各|有关|相关|其他)*"
    r"(?:部门|单位)?(?:和单位|和部门)?(?:按?职责分工)?(?=和|及|，|、|$)"
)
_WITH_OTHERS = re.compile(r"(?:并)?会同(?:各|其他)?(?:有关|相关)(?:省级|部门|单位|方面|地方|地区)*(?:和单位)?")
_WITH = re.compile(r"会同|会商|联合|指导")

# Phrases of a clause that tell when, or how to read the list, not who.
_WHEN = re.compile(
    r"(?:[^，；]*(?:\d|[一二三四五六七八九十])[年月日][^，；]*|[^，；]*(?:持续|长期|全年|常年|季度)[^，；]*|适时|立即)"
    r"(?:完成|推进|坚持|实施|启动|落实|出台|见效)?"
)
_FIRST_LEADS = re.compile(
    r"(?:列|排|位列|排列|位于|排名|排序)(?:在)?(?:第一|首位|最前)(?:位|名|个)?(?:的|者)?"
    r"(?:单位|部门|责任单位|责任部门)?(?:为|是|系|即为|作为)?(?:总)?牵头"
    r"|首位(?:的)?(?:单位|部门)?(?:为|是)牵头|第一(?:个)?(?:单位|部门|责任单位)(?:为|是)牵头"
)
_NOTE = re.compile(r"(?:下同|以下同|.*第一位.*|.*首位.*|.*第一(?:个)?(?:单位|部门).*|以上.*|同上)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One responsible clause: as printed, its bodies by role, whether the list is open, and by when."""

    text: str
    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    open_list: bool = False
    due: str = ""
    printed: tuple[str, ...] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
        """All bodies, in the order printed."""
        return self.printed or tuple(dict.fromkeys(self.lead + self.responsible + self.support))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a clause: the role of its names, and the names as one text."""

    role: str
    words: str


@lru_cache(maxsize=32_768)  # the same bracket is asked for its level, its section and its task
def read(inside: str) -> Clause | None:
    """The clause in a bracket or on a line of its own, or None when it names nobody."""
    if len(inside) > LONGEST:
        return None
    words = re.sub(r"\s+", "", inside).rstrip("。；，")
    phrases = list(_labelled(words)) if _LABELLED.search(words) else list(_worded(words))
    named = [name for phrase in phrases if phrase.role not in ("due", "none") for name in _bodies(phrase.words)]
    if not any(map(bodies.known, named)) or all(phrase.role in ("due", "none") for phrase in phrases):
        due = "，".join(phrase.words for phrase in phrases if phrase.role == "due")
        labelled = _LABELLED.match(words)
        return Clause(f"（{words}）", due=due) if due and labelled and not named else None
    return _clause(words, phrases)


def declares_first_leads(text: str) -> bool:
    """Whether the text rules that the first name of each list leads."""
    return bool(_FIRST_LEADS.search(text))


def first_leading(clause: Clause) -> Clause:
    """The clause under that rule."""
    if clause.lead or not clause.responsible:
        return clause
    return replace(clause, lead=clause.responsible[:1], responsible=clause.responsible[1:])


def is_label_line(text: str) -> bool:
    """Whether a line begins with a label such as 牵头单位：."""
    return bool(_LABELLED.match(text.lstrip("（〔【[")))


def inline_label(paragraph: str) -> int:
    """Where in a paragraph, after a sentence, 责任单位：… begins; -1 when nowhere."""
    depth = read_to = 0
    for found in _LABELLED.finditer(paragraph):
        between = paragraph[read_to : found.start()]
        depth, read_to = depth + sum(map(between.count, "（〔【")) - sum(map(between.count, "）〕】")), found.start()
        behind = paragraph[found.start() - 1 : found.start()]
        if not depth and behind in ("。", "；") and found.lastgroup in ("lead", "responsible"):
            return found.start()
    return -1


def doubtful(inside: str) -> bool:
    """Whether a bracket speaks of who answers though no rule could read it."""
    said = re.search(r"(?:牵头|负责|配合|落实)$|(?:责任|牵头)(?:单位|部门)", inside.rstrip("。"))
    return len(inside) <= 120 and said is not None


def union(clauses: Iterable[Clause], role: str = "bodies") -> tuple[str, ...]:
    """The names of one role over several clauses, first mention first."""
    return tuple(dict.fromkeys(name for clause in clauses for name in getattr(clause, role)))


def _labelled(words: str) -> Iterator[Phrase]:
    """责任单位：甲、乙；配合单位：丙"""
    found = list(_LABELLED.finditer(words))
    # 甲牵头，责任单位：乙 begins without a label.
    yield from _worded(words[: found[0].start()].strip("，；。、"))
    ends = [match.start() for match in found[1:]] + [len(words)]
    for match, end in zip(found, ends, strict=True):
        said = words[match.end() : end].strip("；，。、")
        role = match.lastgroup or "none"
        if role in ("due", "none"):
            yield Phrase(role, said)
            continue
        for piece in re.split("[；。]", said):
            yield from [Phrase("none" if _NOTE.fullmatch(piece) else role, piece)] if piece else ()


def _worded(words: str) -> Iterator[Phrase]:
    """甲、乙牵头，丙按职责分工负责，6月底前完成"""
    waiting: list[str] = []
    for piece in _outside_brackets(words):
        if _NOTE.fullmatch(piece):
            continue
        role, named = _role(piece)
        if not role and _WHEN.fullmatch(piece) and not bodies.known(piece.split("、")[0]):
            yield Phrase("due", piece)
        elif not role:
            waiting.append(piece)
        else:
            yield Phrase(role, "、".join([*waiting, named] if named else waiting))
            waiting = []
    if waiting:
        pieces = [name for piece in waiting for name in _bodies(piece)]
        told = sum(map(bodies.known, pieces))
        most = told == len(pieces) or (told > 1 and told * 3 >= len(pieces) * 2)
        sure = most and any(map(bodies.is_office, pieces))
        yield Phrase("responsible" if sure else "none", "、".join(waiting))


def _outside_brackets(words: str) -> Iterator[str]:
    held, depth = "", 0
    for character in words:
        depth += (character in "（〔") - (character in "）〕" and depth > 0)
        if character in "，；。" and not depth:
            yield from [held] if held else ()
            held = ""
        else:
            held += character
    if held:
        yield held


def _role(piece: str) -> tuple[str, str]:
    for role, pattern in _VERB_AT_END:
        found = pattern.fullmatch(piece)
        if found:
            return role, found["names"]
    return "", ""


def _clause(words: str, phrases: list[Phrase]) -> Clause:
    by_role: dict[str, list[str]] = {"lead": [], "responsible": [], "support": []}
    due, open_list = [], False
    printed: list[str] = []
    for phrase in phrases:
        if phrase.role == "due":
            due.append(phrase.words)
        elif phrase.role != "none":
            printed += _bodies(phrase.words)
            marked = bodies.named_lead(phrase.words)
            by_role["lead"] += [marked] if marked else []
            by_role[phrase.role] += [name for name in _bodies(phrase.words) if name != marked]
            open_list = open_list or _is_open(phrase.words)
    if by_role["support"] and not by_role["lead"]:
        by_role["lead"], by_role["responsible"] = by_role["responsible"], []
    told = {role: tuple(dict.fromkeys(found)) for role, found in by_role.items()}
    return Clause(f"（{words}）", **told, open_list=open_list, due="，".join(due),
                  printed=tuple(dict.fromkeys(printed)))  # fmt: skip


def _bodies(text: str) -> list[str]:
    closed = _OPEN.sub("、", _WITH_OTHERS.sub("、", bodies.without_notes(text)))
    closed = re.sub(r"、(?:和|及)", "、", _WITH.sub("、", closed))
    return bodies.names(re.sub(rf"{_SHARED}$", "", closed))


def _is_open(text: str) -> bool:
    return bool(_OPEN.search(text) or _WITH_OTHERS.search(text))
