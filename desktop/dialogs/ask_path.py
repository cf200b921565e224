"""Ask where a file is, or where it shall go: the system's own dialog, in Chinese."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Take = Callable[[Path], object]


def ask_existing(parent: QWidget, title: str, start: Path, kind: str, take: Take) -> None:
    """Let the user choose a file to read; `kind` is the filter's words."""
    dialog = QFileDialog(parent, title, str(start), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, take)


def ask_several(
    parent: QWidget, title: str, start: Path, kind: str, take: Callable[[list[Path]], object]
) -> None:
    """Let the user choose any number of files to read."""
    dialog = QFileDialog(parent, title, str(start), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: take([Path(name) for name in names]))
    dialog.open()


def ask_new(parent: QWidget, title: str, start: Path, kind: str, take: Take) -> None:
    """Let the user choose a file to write; the suffix of `start` is added where it is left out."""
    dialog = QFileDialog(parent, title, str(start), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(start.suffix.lstrip("."))
    _open(dialog, take)


def _open(dialog: QFileDialog, take: Take) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()
