"""Where the program keeps its own things: data, settings, log."""

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

_DATA = "数据"


def frozen_home() -> Path | None:
    """The folder of the frozen program, None when it runs from source."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None


def data_folder() -> Path:
    """数据/ beside the frozen program when it may be written (a stick, a folder), else the user's own place."""
    home = frozen_home()
    if home is not None:
        beside = home / _DATA
        try:
            beside.mkdir(exist_ok=True)
        except OSError:  # installed where this user may not write: the user's own place it is
            return _user_folder()
        if os.access(beside, os.W_OK):
            return beside
    return _user_folder()


def settings_file(folder: Path) -> Path:
    """The .ini with the machine's settings."""
    return folder / "settings.ini"


def log_file(folder: Path) -> Path:
    """The running log."""
    return folder / "luoshi.log"


def _user_folder() -> Path:
    folder = user_data_path("Luoshi", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
