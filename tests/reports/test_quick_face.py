"""A face opened quickly is the face ReportLab opens."""

import pytest
from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

import resources
from reports.typesetting.quick_face import QuickFace

FACES = ("GWFang", "GWFangFill", "GWKai", "GWHei", "GWSong", "GWXBS")
# What shaping asks for, where reading stopped, and a function.
LEFT_OUT = {"glyphToChar", "_pos", "_pdfScale"}


@pytest.mark.parametrize("name", FACES)
def test_it_is_the_face_reportlab_opens(name):
    path = str(resources.path("fonts", f"{name}.ttf"))
    theirs, ours = vars(TTFontFace(path)), vars(QuickFace(path))
    assert ours.keys() == theirs.keys()
    assert all(ours[key] == value for key, value in theirs.items() if key not in LEFT_OUT)


@pytest.mark.parametrize("table", [b"hmtx", b"loca"])
def test_a_table_cut_short_is_refused(tmp_path, table):
    data = bytearray(resources.path("fonts", "GWHei.ttf").read_bytes())
    entry = data.index(table)
    data[entry + 12 : entry + 16] = (100).to_bytes(4)
    (tmp_path / "x.ttf").write_bytes(data)
    with pytest.raises(TTFError):
        QuickFace(str(tmp_path / "x.ttf"))
