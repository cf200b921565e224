"""From data to a PDF: the same data gives the same bytes, and a file appears whole or not at all."""

import errno
import io
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from reports import words
from reports.data import ReportData
from reports.errors import Cancelled, ReportError
from reports.fonts import Faces
from reports.kinds import KINDS
from reports.typesetting.ink import Ink
from reports.typesetting.page import LANDSCAPE, Pages
from reports.typesetting.pdfa import About, archive

# Told (done, of); False calls the work off.
Tell = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Printed:
    """A report that has been written: where, how many pages, and the characters no face could draw."""

    path: Path
    pages: int
    missing: tuple[str, ...]


def build(kind: str, data: ReportData, faces: Faces, tell: Tell = lambda done, total: True) -> tuple[bytes, int]:
    """The PDF's bytes and its number of pages. Raises ReportError for an unknown kind, Cancelled."""
    if kind not in KINDS:
        raise ReportError("kind_unknown", kind=kind)
    buffer = io.BytesIO()
    faces.glyph("song", "县")  # registers the face every page begins with
    canvas = Canvas(
        buffer, pagesize=LANDSCAPE, invariant=1, pageCompression=1,
        initialFontName="GWSong", lang="zh-CN",  # type: ignore[arg-type]
    )  # fmt: skip
    ink = Ink(canvas, faces)
    pages = Pages(ink)
    for done, total in KINDS[kind].draw(data, ink, pages):
        if not tell(done, total):
            raise Cancelled
    pages.end()
    title, author = KINDS[kind].title(data), data.settings.lead_unit
    archive(canvas, About(title, author, KINDS[kind].name, faces.used(), data.now, words.PROGRAM))
    canvas.save()
    return buffer.getvalue(), pages.number


def export(
    kind: str, data: ReportData, path: Path, *, bundled_only: bool = False, tell: Tell = lambda done, total: True
) -> Printed:
    """Build a report and put it at `path`; on any error what stood there stays. Raises ReportError, Cancelled."""
    if path.resolve() == data.source.resolve():
        raise ReportError("onto_itself", name=path.name)
    faces = Faces(bundled_only)
    content, pages = build(kind, data, faces, tell)
    _replace(path, content)
    return Printed(path, pages, tuple(sorted(faces.missing)))


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
        code = "disk_full" if error.errno == errno.ENOSPC else "read_only"
        raise ReportError(code, name=path.name or path) from error
