"""The pages of notices before they have their numbers."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from db.supervision import Notice
from desktop.dialogs.frame import DialogFrame
from desktop.pages.page import Context
from desktop.proofs import Proof, Proofs
from desktop.widgets.pages_view import PagesView
from desktop.words import supervision as words
from reports.options import Options

_SIZE = 760, 640


class SupervisionPreview(DialogFrame):
    """Reads only; the pages come as they are set."""

    scrolls = False

    def __init__(self, context: Context, parent: QWidget, notices: Sequence[Notice]) -> None:
        look, paper = context.look, context.paper()
        super().__init__(look, parent, title=words.PREVIEW_TITLE, explain="", deed="")
        self.view = PagesView(look, paper.pictures)
        self.view.setAccessibleName(words.PREVIEW_TITLE)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.view)
        self.resize(*map(look.theme.px, _SIZE))
        self._proofs = Proofs(paper.press, self)
        self._proofs.first.connect(self._show)
        self._proofs.whole.connect(self._show)
        self.finished.connect(lambda _: self._proofs.stop())
        data = paper.gathered(context.session, Options())
        self._proofs.ask("supervision", replace(data, notices=tuple(notices)))
        self.view.setFocus()

    def _show(self, proof: Proof) -> None:
        self.view.show_content(proof.content)
