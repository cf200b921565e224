"""Create, open, copy and close one checklist file."""

import os
import sqlite3
import struct
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlite_utils import Database

try:
    import fcntl
except ImportError:  # Windows, where SQLite's lock belongs to its handle
    fcntl = None  # type: ignore[assignment]

from db import search_index
from db.errors import ChecklistError, FileDamaged, FileLocked, FileReadOnly, FileTooNew, NotAChecklist, translated
from db.migrations import NAMES, migrations

SUFFIX = ".luoshi"
APPLICATION_ID = 0x4C534849  # "LSHI", in bytes 68–71 of the SQLite header
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Checklist:
    """One open checklist file, and the hand and clock its edits are recorded under."""

    db: Database
    path: Path
    by: str
    clock: Clock
    schema: int  # migrations the file has been through; undo never crosses one
    guard: BinaryIO | None = None  # see _guard

    def now(self) -> str:
        """The moment of an edit, local time, as YYYY-MM-DDTHH:MM:SS."""
        return self.clock().isoformat(timespec="seconds")

    def under(self, by: str) -> "Checklist":
        """The same open file, edited from now on by somebody else."""
        return replace(self, by=by)

    def close(self) -> None:
        """Give the file back; it is complete on disk at any time anyway."""
        self.db.close()
        if self.guard:
            self.guard.close()


# What Windows forbids in a file's name stands there in its full-width form.
_NOT_IN_NAMES = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")


def file_name(county: str, plan_year: int) -> str:
    """The name a county's file bears unless the user chooses another: 县名-计划年度.luoshi."""
    return f"{county.translate(_NOT_IN_NAMES)}-{plan_year}{SUFFIX}"


def open(path: Path, *, by: str, clock: Clock = datetime.now) -> Checklist:
    """Open an existing checklist for this program alone; any known failure leaves it untouched."""
    guard = _guard(path)
    try:
        _require_ours(path)
        with translated(path):
            db = _connect(path)
            try:
                schema = _upgrade(db, path)
            except BaseException:
                db.close()
                raise
    except BaseException:
        if guard:
            guard.close()
        raise
    return Checklist(db, path, by, clock, schema, guard)


def _guard(path: Path) -> BinaryIO | None:
    """Keep every other copy of this program away for as long as the handle is open; None where Windows does it.

    SQLite's own lock is not enough: POSIX takes it away as soon as anything in the process, a file dialog that looks
    for icons say, opens and closes the same file. This one belongs to its handle.
    """
    with translated(path):
        if fcntl is None:
            return None
        handle = path.open("rb")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            handle.close()
            raise FileLocked("file_locked", name=path.name) from error
        except OSError:
            return handle  # a file system without such locks: SQLite's has to do
    return handle


@contextmanager
def creating(path: Path, *, by: str, clock: Clock = datetime.now) -> Iterator[Checklist]:
    """A new, empty checklist that appears at `path` only when the block has filled it without error."""
    with arriving(path) as part:
        if path.exists():
            raise ChecklistError("file_exists", name=path.name)
        db = _connect(part)
        try:
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            yield Checklist(db, path, by, clock, schema=_upgrade(db, path))
        finally:
            db.close()


@contextmanager
def copied(path: Path, *, by: str) -> Iterator[Checklist]:
    """A copy of another checklist to read from, brought to the newest schema; the file itself stays as it is.

    Raises what `open` does where it applies, and "borrow_unfinished" for a file that was not closed as it should be.
    """
    _require_header(path)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder, path.name)
        guard = _guard(path)  # a moment's look whether somebody has it open
        try:
            if path.with_name(path.name + "-journal").exists():  # to read it would be to repair it
                raise ChecklistError("borrow_unfinished", name=path.name)
            with (
                translated(path), closing(sqlite3.connect(path, timeout=0)) as source,
                closing(sqlite3.connect(copy)) as target,
            ):  # fmt: skip
                source.backup(target)
        finally:
            if guard:
                guard.close()
        checklist = open(copy, by=by)
        try:
            yield checklist
        finally:
            checklist.close()


def save_copy(checklist: Checklist, path: Path) -> None:
    """Write a checked copy of the open checklist to `path`, replacing what is there only when complete."""
    with arriving(path) as part:
        if path.exists() and checklist.path.exists() and path.samefile(checklist.path):
            raise ChecklistError("file_exists", name=path.name)
        copy = sqlite3.connect(part)
        try:
            checklist.db.conn.backup(copy)
            _require_sound(copy, path)
        finally:
            copy.close()


def _connect(path: Path) -> Database:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise ChecklistError("sqlite_too_old", version=sqlite3.sqlite_version)
    db = Database(sqlite3.connect(path, timeout=0), execute_plugins=False)
    try:
        # EXCLUSIVE alone takes the lock at the first write only: two programs could both open the file.
        db.conn.executescript(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
            "PRAGMA foreign_keys = OFF; BEGIN EXCLUSIVE; COMMIT;"
        )
    except BaseException:
        db.close()
        raise
    return db


def _upgrade(db: Database, path: Path) -> int:
    """Bring the file to the newest schema and return that schema's number."""
    if {migration.name for migration in migrations.applied(db)} - NAMES:
        raise FileTooNew("file_too_new", name=path.name)
    _require_sound(db.conn, path)
    if migrations.pending(db):
        with db.atomic():  # all of them, or the file stays as it came
            migrations.apply(db)
            if search_index.missing(db):
                search_index.fill(db)
            if db.conn.execute("PRAGMA foreign_key_check").fetchone():
                raise FileDamaged("file_damaged", name=path.name)
    elif search_index.missing(db):
        with db.atomic():
            search_index.fill(db)
    db.conn.execute("PRAGMA foreign_keys = ON")
    return len(NAMES)


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise FileDamaged("file_damaged", name=path.name)


def _require_ours(path: Path) -> None:
    _require_header(path)
    # The folder too: the rollback journal is made beside the file.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise FileReadOnly("file_read_only", name=path.name)


def _require_header(path: Path) -> None:
    with translated(path), path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(b"SQLite format 3\0") or header[68:72] != struct.pack(">I", APPLICATION_ID):
        raise NotAChecklist("not_a_checklist", name=path.name)


@contextmanager
def arriving(path: Path) -> Iterator[Path]:
    """A sibling file that takes the name `path` when the block succeeds, and vanishes when it fails."""
    part = path.with_name(path.name + ".part")
    with translated(path):
        try:
            part.unlink(missing_ok=True)
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
