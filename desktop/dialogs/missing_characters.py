"""The characters that no face can draw, with the rows they stand in, before they go out as 〓."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.delegates.row_delegate import Row
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.row_list import RowList
from desktop.words import reports as words
from reports.missing import Place


class MissingCharacters(DialogFrame):
    """Opening a row leaves the dialog and leads there; `deed` goes on in spite of it, without it one only reads."""

    scrolls = False

    def __init__(
        self, look: Look, icons: Icons, places: Sequence[Place], lead: Callable[[Place], object], deed: str,
        parent: QWidget,
    ) -> None:  # fmt: skip
        number = len({place.character for place in places})
        explain = words.MISSING_EXPLAIN.format(n=number)
        super().__init__(look, parent, title=words.MISSING_TITLE, explain=explain, deed=deed, foot=words.MISSING_LINE)
        self._lead = lead
        self.list = RowList(look, icons, words.MISSING_TITLE, self._open)
        self.list.itemClicked.connect(lambda _: self._open())
        self.list.setMinimumSize(look.theme.px(460), look.theme.px(220))
        told = [(place, words.MISSING_AT.format(character=place.character, where=place.where)) for place in places]
        rows = [Row(place, "triangle-alert", "amber_fill", ((text, 14, "text"),), text) for place, text in told]
        self.list.show_rows(rows, lambda was, now: was == now)
        self.body.addWidget(self.list, 1)

    def _open(self) -> None:
        place = self.list.key()
        if isinstance(place, Place) and (place.task or place.action):
            self.reject()
            self._lead(place)
