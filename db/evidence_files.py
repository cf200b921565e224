"""The files of evidence beside a checklist: each kept once under the SHA-256 of its content, with its own ending."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from db.errors import RuleBroken, translated

FOLDER = ".佐证"
LIMIT = 200 * 1024 * 1024
NAME_LIMIT = 255
Tell = Callable[[int, int], bool]  # done, of: whether to go on

_CHUNK = 1024 * 1024
_ENDING = re.compile(r"\.[0-9A-Za-z]{1,12}")
_KEPT = re.compile(r"[0-9a-f]{64}(\.[0-9a-z]{1,12})?")
_PART = ".part"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies in the folder; `was` there before, absent, or altered and is now as it should be."""

    name: str
    sha256: str
    size: int
    path: Path
    was: Literal["there", "absent", "altered"]


def folder_of(checklist: Path) -> Path:
    """The folder of a checklist file's evidence: its name and .佐证, beside it."""
    return checklist.with_name(checklist.name + FOLDER)


def place(folder: Path, sha256: str, name: str) -> Path:
    """Where the file of a content lies that was called `name`."""
    ending = Path(name).suffix
    return folder / (sha256 + (ending.lower() if _ENDING.fullmatch(ending) else ""))


def store(checklist: Path, sources: Sequence[Path], tell: Tell = lambda done, of: True) -> list[Stored]:
    """Copy files into the folder of a checklist, all or none of them.

    Raises RuleBroken for what is no evidence, with the file's name; known errors of the disk as everywhere.
    """
    if not sources:
        raise RuleBroken("evidence_none", field="file")
    total = sum(_require_usable(source, checklist) for source in sources)
    folder, stored, done = folder_of(checklist), list[Stored](), 0
    with translated(folder):
        folder.mkdir(exist_ok=True)
        for left in folder.glob(f"*{_PART}"):  # by a program that was cut off
            left.unlink(missing_ok=True)
        try:
            for source in sources:
                stored.append(_store(source, folder, done, total, tell))
                done += stored[-1].size
        except BaseException:
            discard(stored)
            with suppress(OSError):  # the usual case: other evidence lies in it
                folder.rmdir()
            raise
    return stored


def discard(stored: Iterable[Stored]) -> None:
    """Take the files away again that a `store` has added."""
    for one in stored:
        if one.was == "absent":
            one.path.unlink(missing_ok=True)
    for folder in {one.path.parent for one in stored}:
        with suppress(OSError):  # the usual case: other evidence lies in it
            folder.rmdir()


def carry(source: Path, target: Path, tell: Tell = lambda done, of: True) -> list[Stored]:
    """Copy all evidence from one folder to another, all or none; what lies there already stays."""
    files, carried, done = list(kept(source)), list[Stored](), 0
    total = sum(path.stat().st_size for path in files)
    with translated(target):
        if files:
            target.mkdir(exist_ok=True)
        try:
            for path in files:
                carried.append(_store(path, target, done, total, tell, same_name=True))
                done += carried[-1].size
        except BaseException:
            discard(carried)
            with suppress(OSError):  # not there, or something lies in it
                target.rmdir()
            raise
    return carried


def kept(folder: Path) -> Iterator[Path]:
    """The files of evidence that lie in a folder, in order of name; none where it is not there."""
    if folder.is_dir():
        yield from (path for path in sorted(folder.iterdir()) if _KEPT.fullmatch(path.name) and path.is_file())


def digest(path: Path) -> str:
    """The SHA-256 of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def shown_name(source: Path) -> str:
    """A file's name as it is kept; RuleBroken for one that cannot be shown."""
    name = "".join(c for c in source.name if unicodedata.category(c) != "Cf")
    if not name.strip() or len(name) > NAME_LIMIT or any(unicodedata.category(c) in ("Cc", "Cs") for c in name):
        told = "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else "□" for c in name)
        raise RuleBroken("evidence_name", field="file", name=told[:60])
    return name


def _require_usable(source: Path, checklist: Path) -> int:
    """The size of a file that can be evidence."""
    name = shown_name(source)

    def refuse(code: str, **facts: object) -> RuleBroken:
        return RuleBroken(code, field="file", name=name, **facts)

    try:
        if not source.exists():
            raise refuse("evidence_gone")
        if source.is_dir():
            raise refuse("evidence_folder")
        if not source.is_file():
            raise refuse("evidence_special")
        if checklist.exists() and source.samefile(checklist):
            raise refuse("evidence_itself")
        size = source.stat().st_size
    except OSError as error:
        raise refuse("evidence_unreadable") from error
    if not size:
        raise refuse("evidence_empty")
    if size > LIMIT:
        raise refuse("evidence_big", limit=LIMIT // 1024**2)
    return size


def _store(source: Path, folder: Path, done: int, total: int, tell: Tell, *, same_name: bool = False) -> Stored:
    """Copy one file to a name of its own beside its place, then give it that place."""
    part = folder / (hashlib.sha256(os.fsencode(source)).hexdigest()[:16] + _PART)
    try:
        with part.open("wb") as out:
            sha256, size = _copied(source, out, done, total, tell)
            out.flush()
            os.fsync(out.fileno())
        path = folder / source.name if same_name else place(folder, sha256, source.name)
        if not path.exists():
            was: Literal["there", "absent", "altered"] = "absent"
        else:
            was = "there" if path.is_file() and digest(path) == sha256 else "altered"
        if was != "there":
            part.replace(path)
            _settle(folder)
        return Stored(shown_name(source), sha256, size, path, was)
    finally:
        part.unlink(missing_ok=True)


def _copied(source: Path, out: BinaryIO, done: int, total: int, tell: Tell) -> tuple[str, int]:
    sha256, size = hashlib.sha256(), 0
    for chunk in _chunks(source):
        out.write(chunk)
        sha256.update(chunk)
        size += len(chunk)
        if size > LIMIT:  # it has grown while it was being read
            raise RuleBroken("evidence_big", field="file", name=source.name, limit=LIMIT // 1024**2)
        if not tell(done + size, max(total, done + size)):
            raise RuleBroken("evidence_cancelled", field="file")
    return sha256.hexdigest(), size


def _chunks(source: Path) -> Iterator[bytes]:
    """What a file holds, piece by piece; an error in reading it is told apart from one in writing the copy."""
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise RuleBroken("evidence_unreadable", field="file", name=source.name) from error


def _settle(folder: Path) -> None:
    """Have the new name on disk before a row relies on it; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
