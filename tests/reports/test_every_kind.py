"""What holds for every report there is, whatever it shows: how it is called, numbered, set and read back."""

import ctypes
import re

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.reports.every_kind import NASTY

NUMBER = re.compile(r"— +(\d+) +—")


@pytest.fixture(scope="module")
def documents(every_paper):
    opened = {paper: pypdfium2.PdfDocument(content) for paper, content in every_paper.items()}
    yield opened
    for document in opened.values():
        document.close()


@pytest.fixture(scope="module")
def texts(documents):
    """The text of every page as a reader copies it."""
    return {
        paper: [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
        for paper, document in documents.items()
    }


def base_name(font):
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, name, length)
    return name.value.decode()


def faces(document):
    """The faces text is set in, each with whether the file holds it."""
    found = set()
    for page in document:
        for run in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(run)
            found.add((base_name(font), bool(raw.FPDFFont_GetIsEmbedded(font))))
    return found


def test_each_says_what_it_is_and_of_whom(documents):
    for paper, document in documents.items():
        about = document.get_metadata_dict()
        assert about["Creator"] == "落实", paper
        assert about["CreationDate"] == "D:20200618093000+08'00'", paper
        for key in ("Title", "Author", "Subject", "Keywords", "Producer"):
            assert about[key].strip() == about[key] != "", (paper, key)
            assert about[key].isprintable(), (paper, key)


def test_each_speaks_chinese_and_shows_its_title_in_the_windows_bar(every_paper):
    for paper, content in every_paper.items():
        assert b"/Lang (zh-CN)" in content, paper
        assert b"/DisplayDocTitle true" in content, paper


def test_each_holds_its_faces(documents, every_paper):
    for paper, document in documents.items():
        used = faces(document)
        assert used, paper
        assert {name for name, embedded in used if not embedded} == set(), paper
        assert all(name.startswith("GW") for name, _ in used), (paper, used)
        assert b"Helvetica" not in every_paper[paper], paper


def runs(page):
    """What is drawn, run by run: on a page turned to be bound PDFium may read a cell inside the number."""
    textpage = page.get_textpage()
    return "".join(run.extract() for run in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], textpage=textpage))


def test_pages_are_numbered_without_a_gap(documents, texts):
    """A cover and its contents may stand before the first number."""
    for paper, pages in texts.items():
        told = [runs(page) if page.get_rotation() else text for page, text in zip(documents[paper], pages, strict=True)]
        numbers = [found[-1] if (found := NUMBER.findall(text)) else None for text in told]
        while numbers and numbers[0] is None:
            del numbers[0]
        pages = pages[len(pages) - len(numbers) :]
        wanted = [str(n) if page.strip() else None for n, page in enumerate(pages, 1)]
        assert numbers == wanted != [], paper


def test_what_is_copied_is_what_was_written(texts):
    for paper, pages in texts.items():
        assert pages[0], paper  # the back of a cover may be blank
        odd = {c for page in pages for c in page if not c.isprintable() and c not in "\n\u3000"}
        assert odd == set(), paper


def test_the_page_number_is_read_last(documents, texts):
    """On a page turned to be bound PDFium takes what lies beside the number for one line with it."""
    for paper, pages in texts.items():
        for page, text in zip(documents[paper], pages, strict=True):
            if NUMBER.search(text) and not page.get_rotation():
                assert NUMBER.search(text.strip().splitlines()[-1]), paper


def test_the_nasty_county_is_printed_to_the_letter(texts):
    """Nothing is read as markup, nothing rare is lost; what no face has is a blot."""
    shown = "".join(c for c in NASTY if c not in "\x07\u200b").replace("😀", "〓")
    for (county, kind), pages in texts.items():
        if county == "nasty":
            assert shown in re.sub(r"\s", "", "".join(pages)), kind


def test_bookmarks_lead_forward_to_what_they_name(documents, texts):
    for paper, document in documents.items():
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
        assert marks, paper
        assert [page for _, page in marks] == sorted(page for _, page in marks), paper
        for title, page in marks:
            assert re.sub(r"\s", "", title) in re.sub(r"\s", "", texts[paper][page]), (paper, title)
