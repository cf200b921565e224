"""The sheets a page can be set on: paper, margins, and where its number stands (GB/T 9704-2012, §5, §7.5, §8)."""

from dataclasses import dataclass

from reportlab.lib.units import mm

_A4, _A3 = (210 * mm, 297 * mm), (297 * mm, 420 * mm)
_HEAD, _BINDING, _OUTER, _FOOT = 37 * mm, 28 * mm, 26 * mm, 35 * mm  # 天头, 订口, 切口, 地脚
NUMBER_SIZE = 14.0  # 4号
_NUMBER_DROP = 7 * mm  # from the body to the dash


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of page. `size` is the paper as it lies in the printer; `left`, `bottom`, `width`, `height` the body.

    Everything is measured in pt on the page as it is read. A `turned` one is read sideways on an upright sheet: its
    head lies at the sheet's left edge, odd or even. The body of even pages moves by `swap` where both sides are
    printed.
    `number` is where the number's outer end stands, from the left and from the right edge, and its baseline.
    """

    size: tuple[float, float]
    left: float
    bottom: float
    width: float
    height: float
    number: tuple[float, float, float]
    swap: float = 0.0
    turned: bool = False

    @property
    def top(self) -> float:
        """The upper edge of the body."""
        return self.bottom + self.height

    @property
    def right(self) -> float:
        """The right edge of the body."""
        return self.left + self.width


# The dash stands about a third of the size above the baseline.
_NUMBER_Y = _FOOT - _NUMBER_DROP - NUMBER_SIZE * 0.36
_PORTRAIT_NUMBER = (_BINDING + NUMBER_SIZE, _OUTER + NUMBER_SIZE, _NUMBER_Y)
_LANDSCAPE_NUMBER = (20 * mm + NUMBER_SIZE, 20 * mm + NUMBER_SIZE, 12 * mm)


def portrait(*, duplex: bool = False) -> Sheet:
    """A letter: a body of 156 × 225 mm, 22 lines of 28 characters."""
    swap = _OUTER - _BINDING if duplex else 0.0
    return Sheet(_A4, _BINDING, _FOOT, 156 * mm, 225 * mm, _PORTRAIT_NUMBER, swap)


def landscape(binding: str = "meeting", size: str = "A4", *, duplex: bool = False) -> Sheet:
    """A table: 会议版 lies with its head up, 装订版 is turned on an upright sheet; on A3 it is always the former."""
    if size == "A3":
        return Sheet((_A3[1], _A3[0]), 28 * mm, 24 * mm, 372 * mm, 251 * mm, _LANDSCAPE_NUMBER)
    if binding == "meeting":
        return Sheet((_A4[1], _A4[0]), 20 * mm, 24 * mm, 257 * mm, 164 * mm, _LANDSCAPE_NUMBER)
    swap = _OUTER - _BINDING if duplex else 0.0
    return Sheet(_A4, 0.0, 0.0, 225 * mm, 156 * mm, _PORTRAIT_NUMBER, swap, turned=True)


# How an upright body lies on its sheet, for what is turned: where its corner is.
TURNED_AT = (_BINDING, _FOOT)
