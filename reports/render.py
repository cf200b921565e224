"""From data to a PDF: the same data gives the same bytes, and a file appears whole or not at all."""

import errno
import io
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reports import tieout, words
from reports.data import ReportData
from reports.errors import Cancelled, ReportError
from reports.fonts import Faces
from reports.kinds import KINDS
from reports.typesetting.paper import EnoughPages, Paper
from reports.typesetting.pdfa import About, archive

# Told (done, of); False calls the work off.
WORD = ".docx"
Tell = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Printed:
    """A report that has been written: where, how many pages, the characters no face could draw and where they stand.

    0 pages of what is for Word, which counts them itself.
    """

    path: Path
    pages: int
    missing: tuple[str, ...]
    places: tuple[str, ...] = ()


def build(
    kind: str, data: ReportData, faces: Faces, tell: Tell = lambda done, total: True, *, most: int = 0
) -> tuple[bytes, int]:
    """The PDF's bytes and its number of pages; with `most` only that many pages, for a first look.

    Raises ReportError for an unknown kind and where there is nothing to print, DoesNotTieOut, Cancelled.
    """
    if kind not in KINDS:
        raise ReportError("kind_unknown", kind=kind)
    its = KINDS[kind]
    if why := its.empty(data):
        raise ReportError("nothing", why=why)
    tieout.require(data)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=A4, invariant=1, pageCompression=1,
        initialFontName=faces.glyph("song", "县")[0], lang="zh-CN",  # type: ignore[arg-type]
    )  # fmt: skip
    paper = Paper(canvas, faces, most)
    with suppress(EnoughPages):
        for done, total in its.draw(data, paper):
            if not tell(done, total):
                raise Cancelled
    paper.end()
    about = About(its.title(data), data.letterhead.signer, its.name, faces.used(), data.now, words.PROGRAM)
    archive(canvas, about)
    canvas.save()
    return buffer.getvalue(), paper.pages


def export(
    kind: str, data: ReportData, path: Path, *, bundled_only: bool = False, tell: Tell = lambda done, total: True
) -> Printed:
    """Build a report, for Word where `path` ends in .docx, and put it there; on any error what stood there stays.

    Raises ReportError, Cancelled.
    """
    if path.resolve() == data.source.resolve():
        raise ReportError("onto_itself", name=path.name)
    if path.suffix.lower() == WORD:
        _replace(path, _word(kind, data))
        return Printed(path, 0, ())
    faces = Faces(bundled_only)
    content, pages = build(kind, data, faces, tell)
    _replace(path, content)
    missing = tuple(sorted(faces.missing))
    return Printed(path, pages, missing, tuple(faces.places[character] for character in missing))


def _word(kind: str, data: ReportData) -> bytes:
    its = KINDS.get(kind)
    if its is None:
        raise ReportError("kind_unknown", kind=kind)
    if its.word is None:
        raise ReportError("no_word", name=its.name)
    if why := its.empty(data):
        raise ReportError("nothing", why=why)
    tieout.require(data)
    return its.word(data)


_CODES = {errno.ENOSPC: "disk_full", errno.ENOENT: "folder_gone", errno.ENOTDIR: "folder_gone"}


def _replace(path: Path, content: bytes) -> None:
    part = path.parent / f"{path.name}.part"
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):  # nothing more can be done about a folder that refuses even this
            part.unlink(missing_ok=True)
        code = _CODES.get(error.errno or 0, "read_only")
        raise ReportError(code, name=path.name or path) from error
