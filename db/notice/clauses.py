"""Who is responsible: the bracket at the end of a task, （公安部、发展改革委等负责）, taken apart.

Each rule is one way such clauses are worded. A rule gives every body with its role; nothing is invented:
a bracket no rule knows stays part of the text.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_BRACKET = re.compile(r"（([^（）]*)）[。；]?$")
_SEPARATORS = re.compile(r"[、，；/]+|\s+")
_TAIL = re.compile(r"(等(有关)?(部门|单位)?(和单位)?|会同有关(部门|单位))?(按职责分工)?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """One responsible clause: the bracket as printed, its bodies by role, and whether the list is open."""

    text: str
    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    open_list: bool = False

    @property
    def bodies(self) -> tuple[str, ...]:
        """All bodies, in the order printed."""
        return self.lead + self.responsible + self.support


def split(paragraph: str) -> tuple[str, Clause | None]:
    """Cut a paragraph into its text and the responsible clause at its end, if there is one."""
    bracket = _BRACKET.search(paragraph)
    clause = read(bracket[1]) if bracket else None
    if bracket is None or clause is None:
        return paragraph, None
    return paragraph[: bracket.start()], clause


def read(inside: str) -> Clause | None:
    """The clause inside a bracket, or None when it names nobody."""
    words = re.sub(r"\s+", "", inside)
    for pattern, rule in _RULES:
        found = pattern.fullmatch(words)
        if found:
            roles, open_list = rule(found)
            return Clause(f"（{words}）", **roles, open_list=open_list)
    return None


Roles = tuple[dict[str, tuple[str, ...]], bool]


def _plain(found: re.Match[str]) -> Roles:
    return {"responsible": _names(found["all"])}, _is_open(found["all"])


def _led(found: re.Match[str]) -> Roles:
    lead, support = found["lead"], found["support"] or ""
    return {"lead": _names(lead), "support": _names(support)}, _is_open(lead) or _is_open(support)


def _labelled(found: re.Match[str]) -> Roles:
    named, support = found["named"], found["support"]
    role = "lead" if support or found["kind"] == "牵头" else "responsible"
    return {role: _names(named), "support": _names(support or "")}, _is_open(named)


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Roles]], ...] = (
    # 县统计局牵头，县公安局配合
    (re.compile(r"(?P<lead>.+?)牵头(?:负责)?(?:[，；](?P<support>.+?)(?:配合|参与)(?:负责)?)?"), _led),
    # 责任单位：县住房城乡建设局；配合单位：县财政局
    (re.compile(r"(?P<kind>责任|牵头|负责)(?:单位|部门)：(?P<named>[^：；]+)(?:；配合(?:单位|部门)：(?P<support>[^：]+))?"),
     _labelled),
    # 公安部、发展改革委、省级有关部门等负责
    (re.compile(r"(?P<all>[^。：]*(?:部|委|局|办|署|院|行|社|会|公司|集团|部门|政府|厅|处|中心|办公室|单位|镇|乡|街道"
                r"|分局|工商联)(?:等|会同有关部门|等有关部门(?:和单位)?)?(?:按职责分工)?)负责"), _plain),
)  # fmt: skip


def _names(text: str) -> tuple[str, ...]:
    """The bodies of a list; 和 is left alone, for it stands inside names (文化和旅游部)."""
    bare = _TAIL.sub("", text)
    return tuple(dict.fromkeys(name for name in _SEPARATORS.split(bare) if name))


def _is_open(text: str) -> bool:
    return bool(re.search(r"等|会同有关", _TAIL.search(text)[0])) if text else False  # type: ignore[index]


def union(clauses: Iterable[Clause], role: str = "bodies") -> tuple[str, ...]:
    """The names of one role over several clauses, first mention first."""
    return tuple(dict.fromkeys(name for clause in clauses for name in getattr(clause, role)))
