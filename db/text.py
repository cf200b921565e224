"""Typed and pasted text as it is kept: one line, nothing invisible; and numbers as Chinese print writes them."""

import re
import unicodedata
from datetime import date

# Control, format and surrogate characters. Private-use and unassigned ones stay: rare names need them.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_DIGITS = "〇一二三四五六七八九"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What people write where there is nobody and nothing.
_NOTHING = frozenset(("无", "没有", "暂无", "暂缺", "空缺", "待定", "未定", "待明确", "无对应单位"))
_STROKES = re.compile(r"[-\u2010-\u2015\u2500－_＿/／\\＼*＊.．…\s]+")
DAY = "{year}年{month}月{day}日"
DAY_OF_YEAR = "{month}月{day}日"


def one_line(text: str) -> str:
    """The text without invisible characters, any run of blanks and line breaks one blank, none at the ends."""
    if text.isprintable() and "  " not in text:  # nearly always, and told at once
        return text.strip(" ")
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE).split())


def says_nothing(text: str) -> bool:
    """Whether a text is empty, or what people put where there is nothing: 无, 待定, a dash, a stroke."""
    return not text or text.strip() in _NOTHING or bool(_STROKES.fullmatch(text))


def paragraphs(text: str) -> str:
    """The text line by line as `one_line` makes them, empty lines left out."""
    return "\n".join(filter(None, map(one_line, text.splitlines())))


def plain(text: str) -> str:
    """A text as it is compared: neither width nor blanks nor marks make a difference."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


def ordinal(number: int) -> str:
    """1…99 as a part is numbered: 一, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    head = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "")
    return head + (_DIGITS[ones] if ones or not tens else "")


def figures(printed: str) -> str:
    """A Chinese number in Arabic figures: one by one as 二〇二〇 is printed, or with 十 and 百 as 一百二十 is."""
    ones = {c: n for n, c in enumerate(_DIGITS)} | {"零": 0, "两": 2}
    if not set(printed) & {"十", "百"}:
        return "".join(str(ones[c]) for c in printed)
    total = figure = 0
    for c in printed:
        if c in ones:
            figure = ones[c]
        else:
            total += (figure or 1) * (10 if c == "十" else 100)
            figure = 0
    return str(total + figure)


def as_read(fact: object) -> object:
    """A day as people read it, 2020年6月30日, where the fact is one (YYYY-MM-DD); anything else as it is."""
    if not (isinstance(fact, str) and _DAY.fullmatch(fact)):
        return fact
    try:
        when = date.fromisoformat(fact)
    except ValueError:  # no such day: told as it was typed
        return fact
    return DAY.format(year=when.year, month=when.month, day=when.day)


def short_day(day: str, year: int) -> str:
    """6月30日, with its year when that is another one; nothing for no day (YYYY-MM-DD)."""
    if not day:
        return ""
    when = date.fromisoformat(day)
    return (DAY_OF_YEAR if when.year == year else DAY).format(year=when.year, month=when.month, day=when.day)
