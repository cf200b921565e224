"""Text to Simplified: Chinese as the mainland prints it, with full-width punctuation."""

import re

_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_CJK = re.compile(f"[{_HAN}\u3000-\u303f\uff00-\uffef“”‘’—…]")
_HALF_LABEL = re.compile(r"\(\s{0,3}([一二三四五六七八九十百]{1,4})\s{0,3}\)")
_WIDE = str.maketrans(",():;!?", "，（）：；！？")
# Whole runs: the second mark of “):” touches Chinese text only through the first.
_MARKS = re.compile("[,():;!?]+")
# OpenCC leaves 著 as it is; in running text it is 着, but not in these words.
_WRITTEN = re.compile("(?<![显卓专论原编名昭遗合译拙土巨新])著(?![作名称录者书述])")
# Words of Taiwan that no conversion of script may touch: to change them would be to rewrite the text.
_TAIWAN = re.compile(
    "最佳化|程式|资讯|网际网路|数位|软体|硬体|专案|透过|伺服器|行动电话|资料库|入口网站|计画|智慧型手机|云端"
)


def to_simplified(text: str) -> str:
    """Convert Traditional or mixed text; text that is Simplified already comes back with the same words."""
    # Late: the tables of OpenCC are only wanted when a notice is read, never at the start.
    from opencc import OpenCC

    return full_width(_WRITTEN.sub("着", OpenCC("t2s").convert(text)))


def full_width(text: str) -> str:
    """Widen ASCII punctuation that touches Chinese text; numbers, addresses and Latin keep theirs."""

    def widened(found: re.Match[str]) -> str:
        before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
        return found[0].translate(_WIDE) if _CJK.match(before) or _CJK.match(after) else found[0]

    return _MARKS.sub(widened, _HALF_LABEL.sub(r"（\1）", text))


def foreign_words(original: str, simplified: str) -> list[tuple[int, str]]:
    """The Taiwan vocabulary of a text that came in Traditional script: line and word, each word once."""
    if _changed(original, simplified) * 20 < len(original):
        return []
    told: dict[str, int] = {}
    for number, line in enumerate(simplified.split("\n"), 1):
        for found in _TAIWAN.finditer(line):
            told.setdefault(found[0], number)
    return [(line, word) for word, line in told.items()]


def _changed(original: str, simplified: str) -> int:
    return sum(a != b and bool(_CJK.match(a)) for a, b in zip(original, simplified, strict=False))
