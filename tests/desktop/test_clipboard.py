"""Rows on the clipboard come back as rows, from the text as from the table."""

import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from db import pasted_cells
from desktop.clipboard import put_rows

cells = st.text(st.sampled_from('落实6月30日 <>&"\'\n，;=1'), max_size=12)
tables = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(cells, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


class Table(HTMLParser):
    """The rows of the one table in a page."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.rows = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_data(self, data):
        self.rows[-1][-1] += data


@given(rows=tables)
def test_rows_come_back_from_the_text_and_from_the_table(qapp, rows):
    put_rows(rows)
    mime = QGuiApplication.clipboard().mimeData()
    read = list(csv.reader(io.StringIO(mime.text(), newline=""), dialect="excel-tab"))
    plain = [["'" + cell if cell.startswith("=") else cell for cell in row] for row in rows]
    assert [row or [""] for row in read] == plain or rows[-1] == [""]  # an empty last line is no row of TSV
    assert Table(mime.html()).rows == rows


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-5", "@SUM(A1)", "＝1"])
def test_nothing_is_worked_out_as_a_formula(qapp, cell):
    put_rows([["行动"], [cell]])
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == f"行动\n'{cell}"
    assert pasted_cells.table(mime.text()) == [("行动",), (cell,)], "and comes back as it was"
    assert Table(mime.html()).rows == [["行动"], [cell]]
    assert "mso-number-format:'\\@'" in mime.html(), "a cell of text"


def test_a_tab_inside_a_cell_parts_no_cells(qapp):
    put_rows([["行动", "措施"], ["甲\t乙", "丙"]])
    assert QGuiApplication.clipboard().text() == '行动\t措施\n"甲\t乙"\t丙'
