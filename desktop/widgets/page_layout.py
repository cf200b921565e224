"""Where the pages of a document lie when they are read on the screen: pure figures, in px."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

Size = tuple[float, float]  # pt
FULL = 96 / 72  # px a pt at 100 %
LEAST, MOST = 0.25 * FULL, 4 * FULL
_WIDEST = 1.5 * FULL  # fitting the width goes no further
_SIDE_BY_SIDE = 0.72  # of the height they could have, two pages are still worth having side by side
_READABLE = 0.38 * FULL  # whole pages that would be smaller are fitted to the width at first
MODES = ("auto", "page", "width")


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to lay pages out in: width, height, the margin around and the gap between."""

    width: int
    height: int
    margin: int = 16
    gap: int = 12


def scale_of(mode: str | float, sizes: Sequence[Size], room: Room) -> float:
    """Px a pt: of a mode, or a figure that was asked for."""
    if not isinstance(mode, str) or not sizes:
        return mode if not isinstance(mode, str) else FULL
    widest, highest = max(size[0] for size in sizes), max(size[1] for size in sizes)
    across = (room.width - 2 * room.margin) / widest
    down = (room.height - 2 * room.margin) / highest
    whole = _side_by_side(sizes, room, down) or min(across, down)
    if mode == "width" or (mode == "auto" and whole < _READABLE):
        return _bounded(min(across, _WIDEST))
    return _bounded(min(whole, _WIDEST))


def _side_by_side(sizes: Sequence[Size], room: Room, down: float) -> float:
    """The scale at which two upright pages fit whole beside each other; 0 where it would be much smaller than one."""
    if len(sizes) < 2 or any(width > height for width, height in sizes):
        return 0.0
    two = (room.width - 2 * room.margin - room.gap) / (2 * max(size[0] for size in sizes))
    one = min((room.width - 2 * room.margin) / max(size[0] for size in sizes), down)
    return min(two, down) if two >= _SIDE_BY_SIDE * one else 0.0


def _bounded(scale: float) -> float:
    return max(LEAST, min(scale, MOST))


def places(sizes: Sequence[Size], scale: float, room: Room) -> tuple[list[QRect], int, int]:
    """Where each page lies, how wide and how high all of it is; centred, two in a row where two fit."""
    rows = list(_rows(sizes, scale, room))
    wide = max((_width(row, room) for row in rows), default=0) + 2 * room.margin
    found, top, left_over = [], room.margin, max(wide, room.width)
    for row in rows:
        left = (left_over - _width(row, room)) // 2
        high = max(height for _, height in row)
        for width, height in row:
            found.append(QRect(left, top, width, height))
            left += width + room.gap
        top += high + room.gap
    height = top - room.gap + room.margin if rows else 0
    if height < room.height:  # a document that is all in view stands in the middle
        for place in found:
            place.translate(0, (room.height - height) // 2)
    return found, wide, height


def _rows(sizes: Sequence[Size], scale: float, room: Room) -> Iterator[list[tuple[int, int]]]:
    row: list[tuple[int, int]] = []
    for width, height in sizes:
        page = (round(width * scale), round(height * scale))
        if row and (len(row) == 2 or _width([*row, page], room) + 2 * room.margin > room.width):
            yield row
            row = []
        row.append(page)
    if row:
        yield row


def _width(row: Sequence[tuple[int, int]], room: Room) -> int:
    return sum(width for width, _ in row) + room.gap * (len(row) - 1)
