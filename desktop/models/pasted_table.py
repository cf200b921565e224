"""The rows of a pasted table with what becomes of each, for the dialog that shows them before they come in."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPixmap

from db.pasting import GOOD, THERE, WRONG, Pasted, Row
from db.text import one_line
from desktop import lamps, wording
from desktop.look import Look
from desktop.words import pasting as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
STATE, LINE, TASK, BEFORE = range(4)  # then the columns as they were pasted
_ROW = 28
_LAMPS = {GOOD: "closed", THERE: "na", WRONG: "over"}
_TONES = {GOOD: "text", THERE: "text2", WRONG: "red"}


class PastedTable(QAbstractTableModel):
    """Shows all rows, or those of one state."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: Sequence[Row] = ()
        self.pasted = Pasted((), (), ())
        self._pictures: dict[str, QPixmap] = {}

    def show(self, pasted: Pasted, state: str) -> None:
        """Show what was read; only the rows of a state, "all" for every one."""
        self.beginResetModel()
        self.pasted = pasted
        self._rows = [row for row in pasted.rows if state in ("all", row.state)]
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else BEFORE + len(self.pasted.keys)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return (words.STATE, words.LINE, words.TASK)[section] if section < BEFORE else self.head(section - BEFORE)

    def head(self, column: int) -> str:
        """What stands over a pasted column, or which one it is."""
        heads = self.pasted.heads
        return one_line(heads[column]) or words.COLUMN.format(n=column + 1)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return self._text(row, index.column())
        if role == Role.SizeHintRole:
            return QSize(0, self._look.theme.px(_ROW))
        if role == Role.DecorationRole and index.column() == STATE:
            return self._picture(row.state)
        if role == Role.ForegroundRole:
            left_out = index.column() >= BEFORE and not self.pasted.keys[index.column() - BEFORE]
            tone = _TONES[row.state] if index.column() == STATE else "text3" if left_out else "text"
            return self._look.theme.color(tone)
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == STATE:
            return row.why or "；".join(row.notes) or words.CAN
        if column == LINE:
            return str(row.line)
        if column == TASK:
            return str(row.number or "")
        return one_line(row.cells[column - BEFORE])

    def _picture(self, state: str) -> QPixmap:
        if state not in self._pictures:
            theme = self._look.theme
            self._pictures[state] = lamps.pixmap(_LAMPS[state], theme.px(14), theme)
        return self._pictures[state]


def told(row: Row) -> str:
    """All that is to be said about a row, in one sentence."""
    if row.why:
        return words.ROW_TOLD.format(line=row.line, why=row.why)
    rest = words.ROW_LEAD.format(lead=row.new.lead) if row.new.lead else ""
    if row.due_on:
        rest += words.ROW_DUE.format(words=one_line(row.new.due), day=wording.long_date(row.due_on))
    rest += "".join(f"；{note}" for note in row.notes)
    return words.ROW_GOOD.format(line=row.line, number=row.number, title=row.new.title, rest=rest)
