"""How the commands tell what they found: lines, columns, JSON; and how they open a file and give it back."""

import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from db import connection
from db.connection import Checklist, Clock
from db.login import login_name


@contextmanager
def opened(path: Path, by: str = "", clock: Clock | None = None) -> Iterator[Checklist]:
    """The checklist at a path, closed again after the block."""
    checklist = connection.open(path, by=by or login_name(), clock=clock or datetime.now)
    try:
        yield checklist
    finally:
        checklist.close()


def say(text: str) -> None:
    """One line, or several, on the terminal."""
    sys.stdout.write(text + "\n")


def as_json(value: object) -> str:
    """A value as JSON that keeps its Chinese readable."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The rows as columns, the first to the left; a Chinese character is two columns wide on a terminal."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        first = row[0] + " " * (widths[0] - _width(row[0]))
        rest = (" " * (width - _width(text)) + text for text, width in zip(row[1:], widths[1:], strict=True))
        lines.append("  ".join((first, *rest)))
    return "\n".join(lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
