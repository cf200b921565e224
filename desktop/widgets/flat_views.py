"""What the flat views share: rows that scroll by the pixel, no frame of a tree, a head that is not dragged."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView


def set_up_list(view: QTreeView) -> None:
    """Make a tree a list of single rows under columns of a fixed width."""
    _set_up(view)
    view.setProperty("kind", "flat")
    view.setRootIsDecorated(False)
    view.setIndentation(0)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    head = view.header()
    head.setStretchLastSection(False)
    head.setSectionsMovable(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def set_up_table(view: QTableView, row: int) -> None:
    """Make a table one of whole rows, any number of them chosen, `row` pixels high unless a text needs more."""
    _set_up(view)
    view.setShowGrid(False)
    view.setCornerButtonEnabled(False)
    view.setWordWrap(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(row)
    rows.setDefaultSectionSize(row)


def _set_up(view: QAbstractItemView) -> None:
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
