"""Typed and pasted text as it is kept: one line, nothing invisible."""

import unicodedata

# Control, format and surrogate characters. Private-use and unassigned ones stay: rare names need them.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


def one_line(text: str) -> str:
    """The text without invisible characters, any run of blanks and line breaks one blank, none at the ends."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE).split())
