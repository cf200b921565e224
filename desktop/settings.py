"""What this machine remembers between two starts; every key, its type and default stand here once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from db.login import login_name
from desktop.theme import SCALES

_RECENT = 8


class Settings:
    """An .ini file; a value that cannot be understood counts as not set."""

    def __init__(self, file: Path) -> None:
        self._ini = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def folder(self) -> Path:
        """Where the program keeps its own things."""
        return Path(self._ini.fileName()).parent

    @property
    def user(self) -> str:
        """当前使用人; the login name until it is changed."""
        return str(self._ini.value("user", "")) or login_name()

    @user.setter
    def user(self, name: str) -> None:
        self._ini.setValue("user", name)

    @property
    def mode(self) -> str:
        """light, dark or system."""
        found = str(self._ini.value("look/mode", "light"))
        return found if found in ("light", "dark", "system") else "light"

    @mode.setter
    def mode(self, mode: str) -> None:
        self._ini.setValue("look/mode", mode)

    @property
    def scale(self) -> float:
        """The scale of text, one of theme.SCALES."""
        try:
            found = float(str(self._ini.value("look/scale", 1.0)))
        except ValueError:
            return 1.0
        return found if found in SCALES else 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._ini.setValue("look/scale", scale)

    @property
    def recent(self) -> list[Path]:
        """The files opened last, newest first, those that are still there."""
        stored: Any = self._ini.value("files/recent", [])
        names = [stored] if isinstance(stored, str) else list(stored or [])
        return [path for path in map(Path, names) if path.is_file()]

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        path = path.absolute()
        others = [other for other in self.recent if other != path]
        self._ini.setValue("files/recent", [str(name) for name in [path, *others][:_RECENT]])

    @property
    def export_folder(self) -> Path | None:
        """Where the last PDF went."""
        found = str(self._ini.value("files/export", ""))
        return Path(found) if found and Path(found).is_dir() else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._ini.setValue("files/export", str(folder))

    @property
    def reminders(self) -> bool:
        """Whether a checklist that is opened tells what presses."""
        return str(self._ini.value("reminders/on", "yes")) != "no"

    @reminders.setter
    def reminders(self, on: bool) -> None:
        self._ini.setValue("reminders/on", "yes" if on else "no")

    def reminded(self, path: Path, day: str) -> bool:
        """Whether a file has been told of on a day."""
        return f"{day} {path.absolute()}" in self._told_of()

    def remind(self, path: Path, day: str) -> None:
        """Remember that a file has been told of; only its last day is kept."""
        told = f"{day} {path.absolute()}"
        others = [other for other in self._told_of() if other.partition(" ")[2] != str(path.absolute())]
        self._ini.setValue("reminders/told", [told, *others][:_RECENT])

    def _told_of(self) -> list[str]:
        stored: Any = self._ini.value("reminders/told", [])
        return [stored] if isinstance(stored, str) else list(stored or [])

    @property
    def page(self) -> str:
        """The key of the page shown last."""
        return str(self._ini.value("window/page", ""))

    @page.setter
    def page(self, key: str) -> None:
        self._ini.setValue("window/page", key)

    def report(self, kind: str) -> str:
        """How a kind of report was wanted last, in the report page's own text."""
        return str(self._ini.value(f"reports/{kind}", ""))

    def keep_report(self, kind: str, wanted: str) -> None:
        """Remember how a kind of report was wanted."""
        self._ini.setValue(f"reports/{kind}", wanted)

    def keep_page(self, key: str, state: Mapping[str, object]) -> None:
        """Remember what a page wants to find again."""
        for name, value in state.items():
            self._ini.setValue(f"pages/{key}/{name}", value)

    def pages(self) -> dict[str, dict[str, object]]:
        """What every page wanted to find again, by its key; whole numbers as numbers."""
        found: dict[str, dict[str, object]] = {}
        for place in self._ini.allKeys():
            group, _, rest = place.partition("/")
            key, _, name = rest.partition("/")
            if group == "pages" and name:
                value: Any = self._ini.value(place)
                number = isinstance(value, str) and value.isdecimal()
                found.setdefault(key, {})[name] = int(value) if number else value
        return found

    def bytes(self, key: str) -> QByteArray | None:
        """A remembered state of the window."""
        found = self._ini.value(f"window/{key}")
        return found if isinstance(found, QByteArray) and not found.isEmpty() else None

    def keep(self, key: str, value: object) -> None:
        """Remember a state of the window."""
        self._ini.setValue(f"window/{key}", value)
