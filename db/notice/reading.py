"""Bytes to text: which encoding a saved notice is in, and what in it was never text."""

import codecs
import re

from db.errors import NotANotice

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What a file begins with when it is a document of another kind, whatever its name says.
_KINDS = (
    (b"PK\x03\x04", "notice_is_word"),
    (b"\xd0\xcf\x11\xe0", "notice_is_word"),
    (b"%PDF", "notice_is_pdf"),
)
_ENCODINGS = ("utf-8", "gb18030")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]")


def to_text(data: bytes, encoding: str | None = None) -> str:
    """Decode a saved page: UTF-8, UTF-16 with its mark, GB18030, or the encoding the user names.

    Line ends become \\n, invisible characters go. Raises NotANotice for what is no text.
    """
    text = _decoded(data, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    text = _INVISIBLE.sub("", text)
    if not text.strip():
        raise NotANotice("notice_empty")
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
        raise NotANotice("notice_binary")
    for candidate in _ENCODINGS:
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    raise NotANotice("notice_encoding")
