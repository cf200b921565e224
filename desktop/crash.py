"""When the program itself is at fault: log it, say so once, keep the window."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

_log = logging.getLogger("luoshi")


def watch(tell: Callable[[str], None]) -> None:
    """Send every unexpected exception to the log and its text to `tell`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("unexpected: %s", text)
        tell(text)

    sys.excepthook = hook
