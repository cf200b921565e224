"""The county's own name in what is written: its sign (县, 市, 区, 旗), 全县 and 我县, what stands before a unit."""

import re

SIGNS = "县市区旗"
# Words that begin like a sign: 市政公用局 is not the 政公用局 of a 市, but 市民政局 is its 民政局.
_WORD = re.compile(
    r"市(?:政(?!府|务|法|协|数|研|工)|容|场|民(?!政|宗|族|委|办|兵|盟|生|营)|郊|域)|区(?:划|域|块|间|位|别)|旗(?:舰|帜|袍)|县域"
)
_ALL = r"(?:(?<![健安完齐周])全|(?<!自)我|(?<![基根资日版文样])本)"
_WITHIN = r"(?![场政民容郊域间划块位别舰帜])"
_COMMON = ("城区", "郊区", "矿区")  # counties are called so, and so is a part of any other


def sign(county: str) -> str:
    """The sign of a county's name: 县 (of 自治县 too), 市, 区 or 旗; 县 where it has none."""
    return county[-1:] if county and county[-1] in SIGNS else SIGNS[0]


def signed(name: str, county: str) -> bool:
    """Whether a unit's name begins with the sign of the county instead of its name: 县教育局 of 安岭县."""
    return name.startswith(sign(county)) and not name.startswith(county) and _WORD.match(name) is None


def unit_of(name: str, theirs: str, ours: str) -> str:
    """The name a unit of the county `theirs` has in `ours`; one that names no county stays as it is."""
    if signed(name, theirs) and theirs not in name:
        return sign(ours) + name[1:]
    if theirs in _COMMON:
        return ours + name.removeprefix(theirs) if name.startswith(theirs) else name
    return name.replace(theirs, ours) if theirs else name


def text_of(text: str, theirs: str, ours: str) -> str:
    """A text that speaks of the county `theirs`, speaking of `ours`; where a word only looks like it, it stays."""
    if theirs and theirs not in _COMMON:
        text = text.replace(theirs, ours)
    return re.sub(f"({_ALL}){sign(theirs)}{_WITHIN}", rf"\g<1>{sign(ours)}", text)
