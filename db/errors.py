"""What can go wrong with a checklist file, in the user's words; anything else is a bug."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db import words
from db.text import as_read

_TYPED = ("words", "value")  # facts that are somebody's own words, and told as they were typed


class ChecklistError(Exception):
    """A known failure: `code` names it, `facts` fill its sentence, `str()` is that sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = facts
        told = {name: fact if name in _TYPED else as_read(fact) for name, fact in facts.items()}
        super().__init__(words.ERRORS[code].format(**told))


class NotAChecklist(ChecklistError):
    """The file was not made by this program."""


class FileLocked(ChecklistError):
    """Another copy of the program has the file open."""


class FileTooNew(ChecklistError):
    """A newer version of the program made the file."""


class FileDamaged(ChecklistError):
    """SQLite cannot read the file, or its content breaks its own rules."""


class FileReadOnly(ChecklistError):
    """The file or its folder may not be written, or is not there."""


class DiskFull(ChecklistError):
    """The disk has no room for the change."""


class StaleEdit(ChecklistError):
    """A row is no longer as the step to be undone or redone left it."""


class NotANotice(ChecklistError):
    """The bytes or the text cannot be read as a government notice."""


class RuleBroken(ChecklistError):
    """A rule of the work forbids the change; `field` names the input it concerns."""

    def __init__(self, code: str, *, field: str | None = None, **facts: object) -> None:
        self.field = field
        super().__init__(code, **facts)


# SQLite's primary result codes that tell of the surroundings, not of a fault of ours.
_ENVIRONMENT: dict[int, tuple[type[ChecklistError], str]] = {
    sqlite3.SQLITE_BUSY: (FileLocked, "file_locked"),
    sqlite3.SQLITE_LOCKED: (FileLocked, "file_locked"),
    sqlite3.SQLITE_NOTADB: (NotAChecklist, "not_a_checklist"),
    sqlite3.SQLITE_CORRUPT: (FileDamaged, "file_damaged"),
    sqlite3.SQLITE_READONLY: (FileReadOnly, "file_read_only"),
    sqlite3.SQLITE_CANTOPEN: (FileReadOnly, "file_unreachable"),
    sqlite3.SQLITE_PERM: (FileReadOnly, "file_read_only"),
    sqlite3.SQLITE_FULL: (DiskFull, "disk_full"),
    sqlite3.SQLITE_IOERR: (FileDamaged, "disk_failed"),
}


_SYSTEM: dict[int, tuple[type[ChecklistError], str]] = {
    errno.ENOSPC: (DiskFull, "disk_full"),
    errno.EROFS: (FileReadOnly, "file_read_only"),
    errno.EACCES: (FileReadOnly, "file_read_only"),
    errno.EPERM: (FileReadOnly, "file_read_only"),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn a report about the surroundings of `path` into a known error; let bugs pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _ENVIRONMENT.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
        if known is None:
            raise
        kind, code = known
        raise kind(code, name=path.name) from error
    except OSError as error:
        kind, code = _SYSTEM.get(error.errno or 0, (FileReadOnly, "file_unreachable"))
        raise kind(code, name=path.name) from error
