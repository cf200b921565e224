"""Faces: every character from the first face that has it, and what none has is a blot."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pypdfium2
import pytest
from reportlab.pdfbase.ttfonts import TTFont

import resources
from reports.fonts import Faces
from reports.official_faces import opened
from tests.reports.characters import set_in, standard_characters


def test_a_rare_character_comes_from_the_next_face():
    faces = Faces(bundled_only=True)
    assert [faces.glyph("hei", character)[0] for character in "县㙟"] == ["GWHei", "GWSong"]
    assert faces.used() == "黑体：黑体（随程序）"


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


def read_back(content):
    """All the text of a PDF, as a reader copies it, without blanks; and the pages, to search in."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage() for page in document]
    return "".join("".join(page.get_text_bounded().split()) for page in pages), pages


@pytest.mark.parametrize("role", ["fang", "kai", "hei", "song", "xbs"])
def test_all_standard_characters_are_printed_copied_and_found(role):
    """通用规范汉字表: every character a name in China may be written with, 196 of them beyond the BMP."""
    text = standard_characters()
    assert len(text) == len(set(text)) == 8105
    assert sum(ord(c) > 0xFFFF for c in text) == 196
    faces = Faces(bundled_only=True)
    copied, pages = read_back(set_in(faces, role, text))
    assert faces.missing == set()
    assert copied == text
    for character in text[::40]:
        if ord(character) <= 0xFFFF:  # PDFium finds nothing beyond the BMP on Linux, though it copies it right
            found = [page.search(character).get_next() for page in pages]
            assert sum(place is not None for place in found) == 1, character


def test_what_no_face_draws_is_a_blot_and_remembered_with_where_it_stood():
    faces = Faces(bundled_only=True)
    assert faces.clean("fang", "请王😀同志\n牵头😀办") == "请王〓同志\n牵头〓办"
    assert faces.clean("hei", "𠮷") == "〓"
    faces.clean("fang", "又见😀")
    assert faces.missing == {"😀", "𠮷"}
    assert faces.places == {"😀": "请王〓同志 牵头〓办", "𠮷": "〓"}


def test_a_character_looked_up_before_it_was_cleaned_is_still_a_blot():
    faces = Faces(bundled_only=True)
    faces.widths("fang", "😀")
    assert faces.clean("fang", "😀") == "〓"


def test_characters_nobody_sees_are_left_out():
    faces = Faces(bundled_only=True)
    assert faces.clean("song", "控\x00\u200b制\u2028符\ufeff") == "控制符"
    assert faces.missing == set()


def test_two_threads_open_the_same_face_once():
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: opened(str(resources.path("fonts", "GWKai.ttf")), "Twice"), range(8)))
    assert len({id(face) for face in made}) == 1


def test_two_documents_saved_at_once_do_not_disturb_each_other(monkeypatch):
    """The preview and an export share the faces, and ReportLab keeps one place in a face's file."""
    text = standard_characters()[:300]
    alone = set_in(Faces(bundled_only=True), "kai", text)
    inside, most = [], []
    real = TTFont.addObjects

    def watched(face, doc):
        inside.append(face)
        most.append(len(inside))
        sleep(0.002)
        real(face, doc)
        inside.pop()

    monkeypatch.setattr(TTFont, "addObjects", watched)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: set_in(Faces(bundled_only=True), "kai", text), range(8)))
    assert set(made) == {alone}
    assert max(most) == 1
