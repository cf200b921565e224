"""会议材料 against its parts made one by one; and the first page of every report against all of its pages."""

import tempfile
from pathlib import Path

from benchmarks.timing import in_turn, seconds, told
from db import sample
from reports.data import ReportData, gather
from reports.fonts import Faces
from reports.kinds import KINDS
from reports.render import build

PROMISE = 1.5  # of the sum of its parts
FIRST_PAGE = 0.4  # of the whole, for what has enough pages
_PAGES = 20
_FEW, _MANY = 280, 1000  # actions
_ROUNDS = 5


def county(number: int) -> ReportData:
    """The sample county with so many actions."""
    with tempfile.TemporaryDirectory() as folder:
        checklist = sample.make(Path(folder) / "sample.luoshi", number=number)
        found = gather(checklist, sample.TODAY, checklist.now())
        checklist.close()
    return found


def made(kind: str, data: ReportData, most: int = 0) -> int:
    """Build it as the program does, with faces read anew; how many pages."""
    return build(kind, data, Faces(bundled_only=True), most=most)[1]


def pack_kept(data: ReportData) -> bool:
    """Whether binding costs no more than is promised."""
    parts = [kind for kind in data.options.extras if kind in KINDS and not KINDS[kind].empty(data)]
    (ours,), (floor,) = in_turn(
        _ROUNDS,
        lambda: seconds(lambda: made("pack", data)),
        lambda: seconds(lambda: [made(kind, data) for kind in parts]),
    )
    print(f"pack: {made('pack', data)} pages / {', '.join(parts)} one by one")
    return told("pack", ours, floor, "s", PROMISE)


def first_page_kept(kind: str, data: ReportData) -> bool:
    """Whether the first page comes well before the last."""
    if KINDS[kind].empty(data) or (pages := made(kind, data)) < _PAGES:
        return True
    (ours,), (floor,) = in_turn(
        _ROUNDS, lambda: seconds(lambda: made(kind, data, most=1)), lambda: seconds(lambda: made(kind, data))
    )
    return told(f"first of {pages} pages of {kind}", ours, floor, "s", FIRST_PAGE)


def main() -> int:
    """0 when the promises are kept, else 1."""
    kept = [pack_kept(county(_FEW))]
    large = county(_MANY)
    kept += [first_page_kept(kind, large) for kind in KINDS]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
