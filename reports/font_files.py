"""The font files of this machine, and how each face in them is called: only the table of names is read."""

import functools
import os
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_SUFFIXES = (".ttf", ".ttc", ".otf")
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")  # CFF outlines ("OTTO") cannot be embedded by ReportLab
_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _TYPOGRAPHIC = 1, 2, 4, 6, 16
_WHOLE = frozenset((_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC))
_ENCODINGS = {0: "utf-16-be", 1: "gb18030", 3: "utf-16-be"}  # by platform; a Macintosh name is Chinese or ASCII
_OTHER_STYLES = ("bold", "italic", "oblique", "粗体", "斜体")
_PROGRAMS = (("ProgramFiles", r"C:\Program Files"), ("ProgramFiles(x86)", r"C:\Program Files (x86)"))
_MOST = 64  # faces in a collection, tables of a face: more is a broken file
_LONGEST = 1 << 17  # bytes of a table of names


@dataclass(frozen=True, slots=True)
class FontFace:
    """An upright face of ordinary weight in a file; `names` are folded. `changed` tells one file from its successor."""

    path: str
    index: int
    changed: int
    names: frozenset[str]


def folded(name: str) -> str:
    """One spelling of a face's name: CESI仿宋-GB18030, CESI仿宋_GB18030 and cesi 仿宋 GB18030 are one."""
    return "".join(c for c in name.casefold() if c.isalnum())


def installed() -> list[FontFace]:
    """Every face in the font folders of this machine, in the folders' order; a file nobody can read is passed over."""
    found: list[FontFace] = []
    for folder in folders():
        for path, changed in _files(folder):
            found += _faces(path, changed)
    return found


def folders() -> list[Path]:
    """Where Windows, WPS, Kylin and UOS keep fonts; not all need exist."""
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local"))
        programs = [Path(os.environ.get(name, usual)) for name, usual in _PROGRAMS]
        kingsoft = [root / "Kingsoft/WPS Office" for root in (local, *programs)]
        own = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local / "Microsoft/Windows/Fonts"]
        return own + [fonts for root in kingsoft for fonts in sorted(root.glob("*/office6/fonts"))]
    shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    home = [Path.home() / ".local/share/fonts", Path.home() / ".fonts"]
    packed = sorted(Path("/opt/apps").glob("*wps*/files/kingsoft/wps-office/office6/fonts"))
    return [*shared, *home, Path("/opt/kingsoft/wps-office/office6/fonts"), *packed]


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    for place, below, names in os.walk(folder):
        below.sort()
        for name in sorted(names):
            if name.lower().endswith(_SUFFIXES):
                path = Path(place, name)
                try:
                    yield str(path), path.stat().st_mtime_ns
                except OSError:
                    continue  # gone, or a link that leads nowhere


@functools.lru_cache(maxsize=4096)
def _faces(path: str, changed: int) -> tuple[FontFace, ...]:
    try:
        with Path(path).open("rb") as file:
            each = [(index, _names(file, place)) for index, place in enumerate(_places(file))]
    except (OSError, struct.error):
        return ()
    return tuple(FontFace(path, index, changed, names) for index, names in each if names)


def _places(file: BinaryIO) -> tuple[int, ...]:
    """Where each face of a file begins."""
    head = file.read(12)
    if head[:4] != b"ttcf":
        return (0,)
    count = min(struct.unpack(">I", head[8:12])[0], _MOST)
    return struct.unpack(f">{count}I", file.read(4 * count))


def _names(file: BinaryIO, place: int) -> frozenset[str]:
    """What a face is called in any language; nothing where it is bold, slanted or of outlines that are of no use."""
    file.seek(place)
    head = file.read(12)
    if head[:4] not in _TRUETYPE:
        return frozenset()
    count = min(struct.unpack(">H", head[4:6])[0], _MOST)
    tables = file.read(16 * count)
    for at in range(0, len(tables) - 15, 16):
        if tables[at : at + 4] == b"name":
            offset, length = struct.unpack(">II", tables[at + 8 : at + 16])
            file.seek(offset)
            return _read(file.read(min(length, _LONGEST)))
    return frozenset()


def _read(table: bytes) -> frozenset[str]:
    _, count, start = struct.unpack(">HHH", table[:6])
    names = set()
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, kind, length, offset = struct.unpack(">6H", table[at : at + 12])
        if kind not in _WHOLE and kind != _STYLE:
            continue
        text = table[start + offset : start + offset + length].decode(_ENCODINGS.get(platform, "ascii"), "ignore")
        if kind != _STYLE:
            names.add(folded(text))
        elif any(style in text.casefold() for style in _OTHER_STYLES):
            return frozenset()
    return frozenset(names - {""})
