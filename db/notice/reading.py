"""Bytes to text: which kind of file and which encoding a saved notice is in, and what in it was never text."""

import codecs
import re

from db.errors import NotANotice
from db.notice import pages, word

MOST_BYTES = 20 * 1024 * 1024
MOST_CHARACTERS = 300_000

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What a file begins with when it is a document of another kind, whatever its name says.
_KINDS = (
    (b"\xd0\xcf\x11\xe0", "notice_is_word"),
    (b"{\\rtf", "notice_is_word"),
    (b"%PDF", "notice_is_pdf"),
)
_ZIP = b"PK\x03\x04"
_ENCODINGS = ("utf-8", "gb18030")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]")
# Characters that no page of Chinese does without; in the wrong encoding they are rare.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用生到作地出就分对成会可主发年动同工也能下过产面而方多定行学法所民得经三"
    "之进等部度家力如水化高自二理加量体制机使点从业本性开合由其前外政四日社事平全与关各重新内数正明利或第向建月公立通"
    "并提程展五文总品式活设及管特件长求基资路级统组期农区强保治规导市场务目责任县局委办省施实落推镇城"
    "，。、：；（）"
)
_TRADITIONAL = frozenset(
    "為國會於關發動來對時產種學說這們過還後實點數業應開機當體經進與務設計農規劃環標準將級強辦縣區號單處權責總長城鎮"
)


def to_text(data: bytes, encoding: str | None = None) -> str:
    """The text of a saved page, a Word file or a text in UTF-8, UTF-16, GB18030 or the encoding the user names.

    Line ends become \\n, invisible characters go. Raises NotANotice for what is no text, or too much.
    """
    if len(data) > MOST_BYTES:
        raise NotANotice("notice_too_big")
    if data.startswith(_ZIP):
        text = word.to_text(data)
    else:
        text = _decoded(data, encoding)
        text = pages.to_text(text) if pages.is_page(text) else text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    text = _INVISIBLE.sub("", text)
    if not text.strip():
        raise NotANotice("notice_empty")
    return checked_length(text)


def checked_length(text: str) -> str:
    """The text, unless it is longer than any notice."""
    if len(text) > MOST_CHARACTERS:
        raise NotANotice("notice_too_long")
    return text


def _decoded(data: bytes, encoding: str | None) -> str:
    for start, code in _KINDS:
        if data.startswith(start):
            raise NotANotice(code)
    try:
        if encoding:
            return data.decode(encoding)
        for mark, marked in _BOMS:
            if data.startswith(mark):
                return data.decode(marked)
    except (UnicodeError, LookupError) as error:
        raise NotANotice("notice_encoding") from error
    if b"\0" in data:
        return _utf16(data)
    for candidate in _ENCODINGS:
        text = _tried(data, candidate)
        if text is not None:
            if candidate != "utf-8":
                _refuse_big5(data, text)
            return text
    _refuse_big5(data, "")
    raise NotANotice("notice_encoding")


def _tried(data: bytes, encoding: str) -> str | None:
    """The text, or None; a file cut in the middle of its last character loses only that."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(data) - 4 or error.start == 0:
            return None
        return data[: error.start].decode(encoding)


def _utf16(data: bytes) -> str:
    """UTF-16 without its mark, when that gives Chinese; else it is no text."""
    for candidate in ("utf-16-le", "utf-16-be"):
        text = _tried(data, candidate)
        if text and _chinese(text) > 0.2:
            return text
    raise NotANotice("notice_binary")


def _refuse_big5(data: bytes, text: str) -> None:
    """Big5 bytes often decode as GB18030 without an error: the one that gives Chinese is the right one."""
    other = _tried(data, "cp950")
    if other and _chinese(other) > 0.2 and _chinese(other) > 1.3 * _chinese(text):
        raise NotANotice("notice_big5")


def _chinese(text: str) -> float:
    """How much of a text's beginning is everyday Chinese, between 0 and 1."""
    beyond = [one for one in text[:20_000] if one > "\x7f"]
    known = sum(one in _COMMON or one in _TRADITIONAL for one in beyond)
    return known / len(beyond) if beyond else 0.0
