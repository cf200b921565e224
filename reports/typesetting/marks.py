"""What Chinese marks and words ask of a line: where none may end, what is never pulled apart, which blanks can go."""

import re

NO_START = frozenset("、。，．：；！？）〕】》〉」』〗｝］”’…—·％‰℃,.:;!?)]}%°／～")
NO_END = frozenset("（〔【《〈「『〖｛［“‘([{＄￥$#№")

# Full-width marks whose ink stands in the left or the right half of their square; ？ and ！ stand in its middle.
_LEFT, _RIGHT = "、。，．：；）〕】》〉」』〗｝］”’", "（〔【《〈「『〖｛［“‘"
BLANK_AFTER = frozenset(_LEFT)
HALF_BLANK = re.compile(f"[{_LEFT}{_RIGHT}]")
# The first of two marks between which one blank half is enough.
SHARING = re.compile(rf"[{_LEFT}](?=[{_LEFT}{_RIGHT}？！])|[{_RIGHT}](?=[{_RIGHT}])")

_LETTER = r"0-9A-Za-z\u00c0-\u052f"
_WORD = rf"[{_LETTER}._%+\-/@#&']+"
# Never stretched and, if the line is long enough, never cut: words, 12,000, 09:30, —— and ……
RIGID = re.compile(rf"{_WORD}(?:(?<=\d)[,:](?=\d){_WORD})*|—{{2,}}|…{{2,}}")
# Not cut, but stretched like other characters: 〔2020〕532号, ２０２０, 2014—2020, 5～8
TIED = re.compile(
    r"〔[^〔〕\s]{1,6}〕第?\d+号?|〔\d+〕"
    r"|[０-９][０-９．，：％]*[０-９％]"
    r"|\d[\d.,%]*[—–～~]\d[\d.,%]*"
)


def places(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    """Between which characters the finds of a pattern would be pulled apart: p stands before the character at p."""
    finds = pattern.finditer(text)
    return frozenset(place for find in finds for place in range(find.start() + 1, find.end()))
