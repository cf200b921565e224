"""Text to Simplified: Chinese as the mainland prints it, with full-width punctuation."""

import re

_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_CJK = f"[{_HAN}\u3000-\u303f\uff00-\uffef“”‘’—…]"
_WIDE = str.maketrans(",():;!?", "，（）：；！？")
# A run, because the second mark of “):” touches Chinese text only through the first.
_TOUCHING = re.compile(f"(?<={_CJK})[,():;!?]+|[,():;!?]+(?={_CJK})")
# OpenCC leaves 著 as it is; in running text it is 着, but not in these words.
_WRITTEN = re.compile("(?<![显卓专论原编名昭遗合译拙土巨新])著(?![作名称录者书述])")


def to_simplified(text: str) -> str:
    """Convert Traditional or mixed text; text that is Simplified already comes back with the same words."""
    # Late: the tables of OpenCC are only wanted when a notice is read, never at the start.
    from opencc import OpenCC

    return full_width(_WRITTEN.sub("着", OpenCC("t2s").convert(text)))


def full_width(text: str) -> str:
    """Widen ASCII punctuation that touches Chinese text; numbers, addresses and Latin keep theirs."""
    return _TOUCHING.sub(lambda found: found[0].translate(_WIDE), text)
