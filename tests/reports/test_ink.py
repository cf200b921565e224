"""Lines on paper, read back from a PDF: full ones span the measure, marks do not touch, text copies out in order."""

import io
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Faces
from reports.typesetting.ink import Ink

LEFT, MEASURE = 28 * mm, 156 * mm
SIZE, PITCH, LEADING = 15.75, MEASURE / 28, 20.0
ROLES = ("fang", "kai", "hei", "song", "xbs")
NARROW = "。，、；：！？）》”〕（《“〔"


class Sheet:
    """One high page to set text on, and what is read back from it."""

    def __init__(self):
        self._bytes = io.BytesIO()
        faces = Faces(bundled_only=True)
        faces.glyph("song", "县")
        self._canvas = Canvas(self._bytes, pagesize=(210 * mm, 4000), initialFontName="GWSong", invariant=1)
        self.ink = Ink(self._canvas, faces)
        self.lines = []
        self._y = 4000 - LEADING

    def put(self, text, role="fang", size=SIZE, measure=MEASURE, **more):
        self.draw(self.ink.set(text, role, size, measure, **more), role, size)

    def draw(self, lines, role, size):
        for line in lines:
            self.ink.line(line, LEFT, self._y, role, size)
            self.lines.append(line)
            self._y -= LEADING

    def read(self):
        """Each line as it stands on paper: [(character, left and right of its ink, left and right of its advance)]."""
        self._canvas.showPage()
        self._canvas.save()
        document = pypdfium2.PdfDocument(self._bytes.getvalue())
        page = document[0].get_textpage()
        rows = {}
        for place in range(page.count_chars()):
            character = page.get_text_range(place, 1)
            if character.strip():
                ink, advance = page.get_charbox(place), page.get_charbox(place, loose=True)
                row = round((4000 - advance[1]) / LEADING)
                rows.setdefault(row, []).append((character, ink[0], ink[2], advance[0], advance[2]))
        self.text = page.get_text_range()
        document.close()
        return [rows[row] for row in sorted(rows)]


def sentences(notice):
    return [sentence for task in notice.tasks for sentence in task.sentences]


@pytest.mark.parametrize("role", ROLES)
def test_full_lines_of_the_notice_span_the_measure(notice, role):
    """From 28.0 to 184.0 mm, measured on advance boxes; a mark at the end may leave its blank half outside."""
    sheet = Sheet()
    for sentence in sentences(notice)[:40]:
        sheet.put(sentence, role, indent=2 * PITCH, pitch=PITCH)
    rows = sheet.read()
    assert len(rows) == len(sheet.lines) > 80
    full = 0
    for line, row in zip(sheet.lines, rows, strict=True):
        assert "".join(character for character, *_ in row) == line.text.replace(" ", "")
        character, _, ink_right, _, right = row[-1]
        assert row[0][3] == pytest.approx(LEFT + line.x, abs=0.3 * mm)
        if abs(line.width - (MEASURE - line.x)) < 0.02:
            full += 1
            end = LEFT + MEASURE
            assert right == pytest.approx(end, abs=0.3 * mm) or (character in NARROW and end < right <= end + SIZE / 2)
            assert ink_right <= end + 0.3
    assert full > 40


def test_28_characters_fill_a_line_of_the_grid():
    sheet = Sheet()
    sheet.put("县" * 56, pitch=PITCH)
    rows = sheet.read()
    assert [len(row) for row in rows] == [28, 28]
    for row in rows:
        for place, (_, _, _, left, _) in enumerate(row):
            assert left == pytest.approx(LEFT + place * PITCH, abs=0.05)


@pytest.mark.parametrize("role", ROLES)
@settings(max_examples=25)
@given(text=st.text([*NARROW, *"县办理"], min_size=8, max_size=60), em=st.integers(4, 12))
def test_marks_never_touch(role, text, em):
    """However far a line is tightened."""
    sheet = Sheet()
    sheet.put(text, role, 10.0, em * 10.0)
    for row in sheet.read():
        for (one, _, right, *_), (other, left, *_) in pairwise(row):
            assert right <= left + 0.3, one + other


def test_what_is_drawn_copies_out_in_order(notice):
    sheet = Sheet()
    nasty = "经费12,000万元，占28.1%；《规划（2014—2020年）》（发改规划〔2020〕532号）——𬒗堃䶮办……"
    texts = [*sentences(notice)[:12], nasty]
    for text in texts:
        sheet.put(text, indent=2 * PITCH, pitch=PITCH)
    sheet.read()
    assert sheet.text.replace("\r\n", "") == "".join(texts)


def test_what_one_face_draws_is_one_run():
    """Set apart, squeezed, or with digits that are not set apart."""
    sheet = Sheet()
    sheet.put("（2020）〔县〕县“县”，县县县2020县县", "song", 10.0, 95.0)
    (line, _) = sheet.lines
    assert line.moves
    sheet.read()
    document = pypdfium2.PdfDocument(sheet._bytes.getvalue())
    assert len(list(document[0].get_objects())) == 2
    document.close()
