"""The log: what went wrong, for whoever has to find out later."""

import faulthandler
import io
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip


def start(file: Path) -> None:
    """Write warnings and errors of the program and of Qt to a rotating file; crashes too."""
    if sys.stderr is None:  # a windowed bundle has no streams, and print would raise
        sys.stdout = sys.stderr = io.StringIO()
    handler = RotatingFileHandler(file, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    qInstallMessageHandler(_from_qt)
    crashes = file.with_suffix(".crash").open("a", encoding="utf-8")
    faulthandler.enable(crashes)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "%s", text)
