"""Characters nobody sees: pasted along with text, they belong neither on paper nor into what a file says of itself."""

import unicodedata

# Private-use and unassigned characters are not among them: a rare name never vanishes, it shows as 〓.
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text without control and zero-width characters; a tab becomes a blank, line breaks stay."""
    text = text.replace("\t", " ")  # no face draws a tab
    if text.isprintable():
        return text
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _INVISIBLE)
