"""How one list of rows becomes another: which neighbours come and go together."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

Key = TypeVar("Key")


def runs(keys: Sequence[Key], chosen: Collection[Key]) -> Iterator[tuple[int, int]]:
    """First and last place of every run of chosen keys, from the top."""
    first: int | None = None
    for place, key in enumerate(keys):
        if key in chosen:
            first = place if first is None else first
        elif first is not None:
            yield first, place - 1
            first = None
    if first is not None:
        yield first, len(keys) - 1
