"""The official faces of each role, as Founder, Microsoft and CESI name them, and which of them can be used here."""

import functools
import struct
from threading import Lock
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from reports.font_files import FontFace, folded
from reports.typesetting.pdfa import Face

# role: what we call a face, and its family, full and PostScript names; the first that can be used is taken.
OFFICIAL = {
    "xbs": (
        ("方正小标宋_GBK", ("方正小标宋_GBK", "FZXiaoBiaoSong-B05")),
        ("方正小标宋简体", ("方正小标宋简体", "方正小标宋_GB18030", "FZXiaoBiaoSong-B05S")),
        ("CESI小标宋", ("CESI小标宋-GB18030", "CESI_XBS_GB18030", "CESI小标宋-GB13000", "CESI_XBS_GB13000",
                     "CESI小标宋-GB2312", "CESI_XBS_GB2312")),
        ("华文中宋", ("华文中宋", "STZhongsong")),
    ),
    "fang": (
        ("方正仿宋_GBK", ("方正仿宋_GBK", "FZFangSong-Z02")),
        ("仿宋", ("仿宋", "FangSong")),
        ("仿宋_GB2312", ("仿宋_GB2312", "FangSong_GB2312")),
        ("CESI仿宋", ("CESI仿宋-GB18030", "CESI_FS_GB18030", "CESI仿宋-GB13000", "CESI_FS_GB13000",
                    "CESI仿宋-GB2312", "CESI_FS_GB2312")),
        ("方正仿宋简体", ("方正仿宋简体", "FZFangSong-Z02S")),
        ("华文仿宋", ("华文仿宋", "STFangsong")),
    ),
    "kai": (
        ("方正楷体_GBK", ("方正楷体_GBK", "FZKai-Z03")),
        ("楷体", ("楷体", "KaiTi")),
        ("楷体_GB2312", ("楷体_GB2312", "KaiTi_GB2312")),
        ("CESI楷体", ("CESI楷体-GB18030", "CESI_KT_GB18030", "CESI楷体-GB13000", "CESI_KT_GB13000",
                    "CESI楷体-GB2312", "CESI_KT_GB2312")),
        ("方正楷体简体", ("方正楷体简体", "FZKai-Z03S")),
        ("华文楷体", ("华文楷体", "STKaiti")),
    ),
    "hei": (
        ("方正黑体_GBK", ("方正黑体_GBK", "FZHei-B01")),
        ("黑体", ("黑体", "SimHei")),
        ("CESI黑体", ("CESI黑体-GB18030", "CESI_HT_GB18030", "CESI黑体-GB13000", "CESI_HT_GB13000",
                    "CESI黑体-GB2312", "CESI_HT_GB2312")),
        ("方正黑体简体", ("方正黑体简体", "FZHei-B01S")),
    ),
    "song": (
        ("宋体", ("宋体", "SimSun")),
        ("方正书宋_GBK", ("方正书宋_GBK", "FZShuSong-Z01")),
        ("CESI宋体", ("CESI宋体-GB18030", "CESI_SS_GB18030", "CESI宋体-GB13000", "CESI_SS_GB13000",
                    "CESI宋体-GB2312", "CESI_SS_GB2312")),
        ("方正书宋简体", ("方正书宋简体", "FZShuSong-Z01S")),
        ("华文宋体", ("华文宋体", "STSong")),
    ),
}  # fmt: skip
# The characters of everyday, GB 2312: a face that lacks more than one in a hundred of them is of no use.
EVERYDAY = frozenset(
    bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)
    if (high, low) < (0xD7, 0xFA) or high > 0xD7
)  # fmt: skip
_LACKING = len(EVERYDAY) // 100
# What ReportLab says of a broken file, and (AttributeError) of one without a name in English.
_UNUSABLE = (TTFError, OSError, struct.error, LookupError, ValueError, AttributeError)
_LICENCE, _RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x000E, 0x0002, 0x0100, 0x0200
_ONE_AT_A_TIME = Lock()  # the preview and an export may open the same face in two threads


def official(role: str, there: list[FontFace]) -> tuple[str, Face] | None:
    """The first official face of a role among those of this machine that can be used, with what we call it."""
    for title, names in OFFICIAL[role]:
        for name in map(folded, names):
            for file in there:
                if name in file.names:
                    known = f"{file.path}#{file.index}#{file.changed}"
                    if face := opened(file.path, known, file.index, file.changed):
                        return title, face
    return None


def opened(path: str, name: str, index: int = 0, changed: int = 0, *, everyday: bool = True) -> Face | None:
    """A face of a file, under its name in ReportLab; None where it may not or cannot be embedded.

    With `everyday` one that lacks characters of everyday is refused as well.
    """
    with _ONE_AT_A_TIME:
        return _opened(path, name, index, changed, everyday)


def has(face: Face, character: str) -> bool:
    """Whether the face draws this character."""
    return bool(face.face.charToGlyph.get(ord(character)))  # 0 is the box of an unknown character


@functools.lru_cache(maxsize=256)
def _opened(path: str, name: str, index: int, _changed: int, everyday: bool) -> Face | None:
    try:
        face = Face(name, path, subfontIndex=index)
    except _UNUSABLE:
        return None
    if not _may_be_embedded(face):
        return None
    if everyday and sum(not has(face, character) for character in EVERYDAY) > _LACKING:
        return None
    pdfmetrics.registerFont(face)
    return cast("Face", pdfmetrics.getFont(name))  # the one that goes by this name: another file may hold the same face


def _may_be_embedded(face: Face) -> bool:
    """Whether its maker lets parts of it be embedded (fsType of OS/2); ReportLab looks but lets every face pass."""
    table: bytes = face.face.get_table("OS/2")  # type: ignore[no-untyped-call]
    rights = int.from_bytes(table[8:10])
    return rights & _LICENCE != _RESTRICTED and not rights & (_WHOLE_ONLY | _BITMAPS_ONLY)
