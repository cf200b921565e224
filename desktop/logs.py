"""The log: what went wrong, for whoever has to find out later."""

import faulthandler
import io
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip
_LARGEST = 500_000  # bytes


def start(file: Path) -> None:
    """Write warnings and errors of the program and of Qt to a file; a large one makes way at the next start."""
    if sys.stderr is None:  # a windowed bundle has no streams, and print would raise
        sys.stdout = sys.stderr = io.StringIO()
    if file.exists() and file.stat().st_size > _LARGEST:
        file.replace(file.with_suffix(".old"))
    handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    qInstallMessageHandler(_from_qt)
    crashes = file.with_suffix(".crash").open("a", encoding="utf-8")
    faulthandler.enable(crashes)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "%s", text)
