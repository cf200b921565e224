"""Every report is PDF/A-1b: Apache PDFBox Preflight says so, and would say otherwise of the paper we must not make."""

import dataclasses
import io
import re

import pytest
from reportlab.pdfgen.canvas import Canvas

from reports import font_files, words
from reports.fonts import Faces
from reports.typesetting.pdfa import About, archive
from tests.reports.characters import set_in, standard_characters
from tests.reports.font_maker import collection, font
from tests.reports.preflight import faults, lacking

ABOUT = About("标题", "安岭县发展和改革局", "任务分解表", "宋体", "2020-06-18T09:30:00", words.PROGRAM)


def sheet(about=ABOUT, *, font="GWSong", text="落实", spoil=lambda canvas: None, archival=True):
    """One page with a line of text, saved."""
    Faces(bundled_only=True).glyph("song", "县")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, initialFontName="GWSong")
    canvas.setFont(font, 16)
    canvas.drawString(100, 700, text)
    spoil(canvas)
    canvas.showPage()
    if archival:
        archive(canvas, about)
    canvas.save()
    return buffer.getvalue()


def translucent(canvas):
    canvas.setFillAlpha(0.5)
    canvas.rect(100, 100, 50, 50, fill=1)


def cmyk(canvas):
    canvas.setFillColorCMYK(1, 0, 0, 0)
    canvas.rect(100, 100, 50, 50, fill=1)


CANARIES = {
    "a face that is not embedded": lambda: sheet(font="Helvetica", text="Luoshi"),
    "a glyph the face does not have": lambda: sheet(text="😀"),
    "something translucent": lambda: sheet(spoil=translucent),
    "a colour of another space": lambda: sheet(spoil=cmyk),
    "nothing archival at all": lambda: sheet(archival=False),
    "information other than XMP": lambda: sheet().replace(b"<dc:title><rdf:Alt>", b"<dc:titl_><rdf:Alt>").replace(
        b"</dc:title>", b"</dc:titl_>"
    ),
    "no colour profile": lambda: sheet().replace(b"/DestOutputProfile", b"/DestOutputProfil_"),
}  # fmt: skip
SOUND = {
    "plain": sheet,
    "nothing told": lambda: sheet(About("", "", "", "", ABOUT.moment, words.PROGRAM)),
    "marks of XML, and characters it does not take": lambda: sheet(
        dataclasses.replace(ABOUT, title="<b>县&\x07局</b>]]>", author="\ufffe\u200b" + "局" * 200, subject="一\n二")
    ),
    "characters beyond the BMP": lambda: sheet(dataclasses.replace(ABOUT, title="䶮㙟鄌埗𬒗"), text="䶮㙟鄌埗𬒗"),
    "all standard characters": lambda: set_in(Faces(bundled_only=True), "xbs", standard_characters()),
    "ASCII alone": lambda: sheet(dataclasses.replace(ABOUT, title="A(B)\\C", author="Li Ming")),
    "a bookmark": lambda: sheet(
        spoil=lambda canvas: (canvas.bookmarkPage("一"), canvas.addOutlineEntry("一、人口", "一"))
    ),
}


@pytest.fixture(scope="module")
def installed_sheet(tmp_path_factory):
    """A page set in a face of the machine, out of a collection."""
    folder = tmp_path_factory.mktemp("fonts")
    two = font("GWHei", family="Other", postscript="Other-4"), font("GWSong", family="SimSun", postscript="SimSun-4")
    (folder / "simsun.ttc").write_bytes(collection(*two))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(font_files, "folders", lambda: [folder])
        name, _ = Faces().glyph("song", "县")
    assert name.startswith(str(folder))
    return sheet(font=name, text="安岭县“落实”𬒗")


@pytest.fixture(scope="module")
def judged(every_paper, installed_sheet, tmp_path_factory):
    """What Preflight has to say of all the papers of this module."""
    papers = {("canary", name): made() for name, made in CANARIES.items()}
    papers |= {("sound", name): made() for name, made in SOUND.items()}
    papers["sound", "a face of the machine"] = installed_sheet
    return faults(every_paper | papers, tmp_path_factory.mktemp("preflight") / "papers")


needs_preflight = pytest.mark.skipif(bool(lacking()), reason=lacking())


@needs_preflight
def test_every_report_of_every_county_is_archival(judged, every_paper):
    assert {paper: judged[paper] for paper in every_paper if judged[paper]} == {}
    assert {county for county, _ in every_paper} == {"sample", "bound", "nasty", "empty"}


@needs_preflight
@pytest.mark.parametrize("name", CANARIES)
def test_it_would_be_noticed(judged, name):
    assert judged["canary", name] != []


@needs_preflight
@pytest.mark.parametrize("name", [*SOUND, "a face of the machine"])
def test_whatever_a_document_says_of_itself(judged, name):
    assert judged["sound", name] == []


def test_what_stands_in_the_information_stands_in_xmp():
    content = sheet(dataclasses.replace(ABOUT, title="<县>&\x07局"))
    assert b"\xe5\x8e\xbf" in content  # the packet is plain UTF-8
    packet = re.search(rb"<\?xpacket begin.*<\?xpacket end='r'\?>", content, re.DOTALL)[0].decode()
    for words_of in ("&lt;县&gt;&amp;局", "安岭县发展和改革局", "任务分解表", "宋体", words.PROGRAM, "zh-CN"):
        assert f">{words_of}</" in packet
    assert packet.count("2020-06-18T09:30:00+08:00") == 2
    assert content.count(b"(D:20200618093000+08'00')") == 2


def test_the_same_words_give_the_same_bytes():
    assert sheet() == sheet()
    assert sheet() != sheet(dataclasses.replace(ABOUT, keywords="仿宋"))


def test_nothing_of_reportlab_is_changed_for_others():
    before = sheet(archival=False)
    sheet()
    assert sheet(archival=False) == before
