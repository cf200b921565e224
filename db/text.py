"""Typed and pasted text as it is kept: one line, nothing invisible; and numbers as Chinese print writes them."""

import unicodedata

# Control, format and surrogate characters. Private-use and unassigned ones stay: rare names need them.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_DIGITS = "〇一二三四五六七八九"


def one_line(text: str) -> str:
    """The text without invisible characters, any run of blanks and line breaks one blank, none at the ends."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE).split())


def ordinal(number: int) -> str:
    """1…99 as a part is numbered: 一, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    head = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "")
    return head + (_DIGITS[ones] if ones or not tens else "")
