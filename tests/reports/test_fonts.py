"""Faces: every character from the first face that has it, and one broken font file spoils nothing."""

import pytest
from reportlab.pdfbase import pdfmetrics

import resources
from reports import fonts
from reports.fonts import Faces


def test_a_rare_character_comes_from_the_next_face():
    faces = Faces(bundled_only=True)
    assert [faces.glyph("hei", character)[0] for character in "县㙟"] == ["GWHei", "GWSong"]
    assert faces.used() == "GWHei、GWSong"


def test_a_tab_is_a_blank():
    """No face draws one: it would leave the box of an unknown character."""
    assert Faces(bundled_only=True).clean("song", "和\t制") == "和 制"


def test_quotation_marks_fill_their_square_in_every_role():
    faces = Faces(bundled_only=True)
    for role in ("fang", "kai", "hei", "song", "xbs"):
        assert faces.widths(role, "“”，。（）") == [1.0] * 6, role


@pytest.mark.parametrize("role", ["fang", "kai", "hei", "song", "xbs"])
def test_every_role_prints_all_of_gb2312(role):
    """All 6763 characters and what stands in its first rows, but ・ which is Japanese and not the Chinese ·."""
    codes = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    text = "".join(code.decode("gb2312", "ignore") for code in codes).replace("・", "")
    assert len(text) > 7400
    faces = Faces(bundled_only=True)
    faces.clean(role, text)
    assert faces.missing == set()


@pytest.mark.parametrize("length", [0, 100, 4000, 100_000, -1000])
def test_a_broken_official_face_is_passed_over(tmp_path, monkeypatch, length):
    (tmp_path / "simsun.ttc").write_bytes(resources.path("fonts", "GWSong.ttf").read_bytes()[:length])
    monkeypatch.setattr(fonts, "_font_folders", lambda: [tmp_path])
    assert Faces().glyph("song", "县")[0] == "GWSong"


def test_an_official_face_comes_first_where_the_machine_has_it(tmp_path, monkeypatch):
    (tmp_path / "simhei.ttf").write_bytes(resources.path("fonts", "GWHei.ttf").read_bytes())
    monkeypatch.setattr(fonts, "_font_folders", lambda: [tmp_path])
    known = pdfmetrics._fonts
    monkeypatch.setattr(pdfmetrics, "_fonts", dict(known))  # what this test registers goes with it
    assert Faces().glyph("hei", "县")[0] == "simhei"
    assert Faces().glyph("hei", "㙟")[0] == "GWSong"
    assert Faces(bundled_only=True).glyph("hei", "县")[0] == "GWHei"
