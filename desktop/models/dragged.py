"""Actions in the hand: what a drag of rows carries from the table to where they are let go of."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

MIME = "application/x-luoshi-actions"


def packed(action_ids: Iterable[int]) -> QMimeData:
    """The ids of actions, as a drag carries them."""
    data = QMimeData()
    data.setData(MIME, " ".join(map(str, action_ids)).encode())
    return data


def ids(data: QMimeData) -> list[int]:
    """The ids of the actions a drag carries; none where it carries something else."""
    return [int(word) for word in bytes(data.data(MIME).data()).split()]
