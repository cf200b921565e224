"""Rows of another table as new actions: read and judged row by row, then put in as one undoable step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from db import pasted_cells
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.new_actions import put
from db.pasted_cells import Cells
from db.pasted_columns import Layout, layout, with_keys
from db.pasted_rows import GOOD, THERE, WRONG, Reader, Row
from db.words import pasting as words

__all__ = ["GOOD", "THERE", "WRONG", "Pasted", "Row", "accept", "read", "rejects"]

Tell = Callable[[int, int], bool]
_EVERY = 50  # rows after which is told how far it has got


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a table says: its columns (db.pasted_columns.KEYS), their heads, its rows, what was read into them.

    `merged` are the columns whose empty cells mean the one above, `new_units` the units that would be added.
    """

    keys: tuple[str, ...]
    heads: Cells
    rows: tuple[Row, ...]
    merged: tuple[str, ...] = ()
    new_units: tuple[str, ...] = ()

    @property
    def good(self) -> tuple[Row, ...]:
        """Those that can be taken."""
        return tuple(row for row in self.rows if row.state == GOOD)

    @property
    def there(self) -> tuple[Row, ...]:
        """Those that are in the checklist already, or stood further up."""
        return tuple(row for row in self.rows if row.state == THERE)

    @property
    def wrong(self) -> tuple[Row, ...]:
        """Those that cannot be taken, each with the reason."""
        return tuple(row for row in self.rows if row.state == WRONG)


def read(
    checklist: Checklist,
    text: str,
    *,
    today: str,
    task: int | None = None,
    keys: Sequence[str] | None = None,
    fill: bool = True,
) -> Pasted:
    """Read what was copied from a spreadsheet; nothing is changed.

    `task` is the id of the one a row belongs to that names none, `keys` say what the columns are where they were
    recognised wrongly, `fill` takes the empty cells of merged units, persons and dates for the one above.
    Raises RuleBroken where there is nothing to read, or more than anybody pastes.
    """
    table = pasted_cells.table(text)
    if not any(map(any, table)):
        raise RuleBroken("pasted_empty", field="text")
    reader = Reader(checklist, today, task)
    found: Layout = layout(table, reader.known)
    if keys is not None:
        found = with_keys(found, keys)
    merged, rows = reader.rows(table, found, fill=fill)
    return Pasted(found.keys, found.heads, tuple(rows), tuple(merged), tuple(reader.new_units(rows)))


def accept(
    checklist: Checklist, pasted: Pasted, *, today: str, again: bool = False, tell: Tell | None = None
) -> ChangeSet:
    """Make actions of the rows that can be taken, as one step; with `again` of those that are there already, too.

    `tell` hears how far it has got (done, of) and stops it by answering False; then nothing has changed.
    """
    there = Reader(checklist, today, None).there
    chosen = [row for row in pasted.good if again or row.key not in there]
    if again:
        chosen = sorted((*chosen, *pasted.there), key=lambda row: row.line)
    if not chosen:
        raise RuleBroken("pasted_nothing")
    made: dict[int, int] = {}
    lines = {row.line: row for row in pasted.rows}
    with edit(checklist, "paste", n=len(chosen)) as e:
        for done, row in enumerate(chosen):
            if tell and done % _EVERY == 0 and not tell(done, len(chosen)):
                raise RuleBroken("pasted_kept")
            new = replace(row.new, parent=_parent(row, lines, made, there))
            made[row.line] = put(e, checklist, row.task or 0, new, today=today)
        if tell and not tell(len(chosen), len(chosen)):
            raise RuleBroken("pasted_kept")
    return e.changes


def _parent(
    row: Row, lines: Mapping[int, Row], made: Mapping[int, int], there: Mapping[tuple[int | None, str], tuple[int, str]]
) -> int | None:
    """The action a row stands under: made of the row above it or of the one that row repeats, or there already."""
    above = lines.get(row.under) if row.under else None
    if above is None:
        return None
    found = made.get(above.line) or made.get(above.first or 0)
    return found or there.get(above.key, (None, ""))[0]


def rejects(pasted: Pasted) -> list[Cells]:
    """The rows that cannot be taken under their head, with the reason in a last column, to be put right elsewhere."""
    heads = pasted.heads if any(pasted.heads) else tuple(words.COLUMNS[key] for key in pasted.keys)
    return [(*heads, words.WHY), *((*row.cells, row.why) for row in pasted.wrong)]
