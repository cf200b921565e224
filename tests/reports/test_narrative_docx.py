"""落实情况报告 for Word, opened again: the words of the paper, and the page and styles of GB/T 9704."""

import dataclasses
import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from db.letterhead import Letterhead
from reports import words
from reports.__main__ import main
from reports.errors import ReportError
from reports.kinds import attached
from reports.narrative import paragraphs
from reports.narrative_docx import build
from reports.render import export
from reports.words import word as styles
from tests.reports.every_kind import NASTY, data_of, spoil


@pytest.fixture(scope="module")
def document(county_data):
    return opened(county_data)


def opened(data):
    return docx.Document(io.BytesIO(build(data, attached(data))))


def optioned(data, **options):
    return dataclasses.replace(data, options=dataclasses.replace(data.options, **options))


def of_style(document, name):
    return [paragraph for paragraph in document.paragraphs if paragraph.style.name == name]


def faces(style):
    fonts = style.element.rPr.find(qn("w:rFonts"))
    return fonts.get(qn("w:eastAsia")), style.font.size


def chars(indent, side):
    return float(indent.get(qn(f"w:{side}"))) / 20 / (156 * 72 / 25.4 / 28)


def test_it_says_what_the_paper_says(document, county_data):
    told = [one for one in paragraphs(county_data, attached(county_data)) if one.text]
    shown = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert shown[0].replace("\n", "") == told[0].text
    assert shown[1] == "安岭县人民政府："
    body = [one.shown for one in told[1:] if one.kind != "attachments"]
    assert shown[2 : 2 + len(body)] == body
    after = shown[2 + len(body) :]
    assert after[0].startswith("附件：1.安岭县")
    assert after[1].startswith("2.安岭县")
    assert "2020年6月18日" in after
    assert any(text.startswith("注：1.不适用8项任务不计入基数。") for text in after)


def test_a_title_ends_its_lines_as_on_paper(document):
    (title,) = of_style(document, styles.TITLE)
    assert title.text.split("\n") == [
        "安岭县发展和改革局关于", "2020年新型城镇化建设和城乡融合发展", "重点任务落实情况的报告",
    ]  # fmt: skip


def test_the_page_is_that_of_the_standard(document):
    section = document.sections[0]
    assert (section.page_width, section.page_height) == pytest.approx((Mm(210), Mm(297)), abs=Mm(0.1))
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert margins == pytest.approx((Mm(37), Mm(35), Mm(28), Mm(26)), abs=Mm(0.1))
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    line = int(grid.get(qn("w:linePitch"))) / 20
    assert 22 * line <= 225 * 72 / 25.4 < 23 * line
    pitch = 16 + int(grid.get(qn("w:charSpace"))) / 4096
    assert 28 * pitch == pytest.approx(156 * 72 / 25.4, abs=0.05)


def test_each_level_has_its_face_by_name(document):
    wanted = {
        styles.TITLE: ("方正小标宋简体", Pt(22)), styles.FLUSH: ("仿宋_GB2312", Pt(16)),
        styles.BODY: ("仿宋_GB2312", Pt(16)), styles.FIRST: ("黑体", Pt(16)), styles.SECOND: ("楷体_GB2312", Pt(16)),
    }  # fmt: skip
    assert {name: faces(document.styles[name]) for name in wanted} == wanted
    assert [paragraph.text for paragraph in of_style(document, styles.FIRST)] == [
        "一、总体情况", "二、主要做法和进展", "三、存在问题", "四、下一步工作",
    ]  # fmt: skip
    assert len(of_style(document, styles.SECOND)) == 5


def test_body_lines_are_exact_and_begin_two_characters_in(document):
    for name in (styles.BODY, styles.FIRST, styles.SECOND):
        properties = document.styles[name].element.pPr
        spacing, indent = properties.find(qn("w:spacing")), properties.find(qn("w:ind"))
        assert spacing.get(qn("w:lineRule")) == "exact"
        assert int(spacing.get(qn("w:line"))) == 579
        assert indent.get(qn("w:firstLineChars")) == "200"
        assert chars(indent, "firstLine") == pytest.approx(2, abs=0.01)
        order = [child.tag.split("}")[1] for child in properties]
        wanted = ["keepNext", "widowControl", "pBdr", "spacing", "ind", "jc", "outlineLvl"]
        assert order == [tag for tag in wanted if tag in order], "Word wants them in this order"


def test_page_numbers_stand_at_the_outer_edge(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert [field.get(qn("w:instr")) for field in paragraph._p.findall(qn("w:fldSimple"))] == ["PAGE"]
        assert "".join(text.text for text in paragraph._p.iter(qn("w:t"))) == "— 1 —"
        assert paragraph.style.font.size == Pt(14)


@pytest.mark.parametrize(("stamped", "of_name", "of_day"), [(True, 2.75, 4.0), (False, 2.0, 2.5)])
def test_the_signature_stands_where_it_does_on_paper(county_data, stamped, of_name, of_day):
    letter = dataclasses.replace(county_data.letterhead, signer="安岭县发展和改革局")
    document = opened(optioned(dataclasses.replace(county_data, letterhead=letter), stamped=stamped))
    name, day = (paragraph._p.pPr.find(qn("w:ind")) for paragraph in of_style(document, styles.SIGNED))
    assert chars(name, "right") == pytest.approx(of_name, abs=0.02)
    assert chars(day, "right") == pytest.approx(of_day, abs=0.02)


def test_who_to_ring_up_and_who_else_gets_it(county_data):
    letter = Letterhead("市发展改革委：", "安岭县人民政府", "李明", "0000-1234567", "县委办公室。")
    texts = [paragraph.text for paragraph in opened(dataclasses.replace(county_data, letterhead=letter)).paragraphs]
    assert "市发展改革委：" in texts
    assert "（联系人：李明　电话：0000-1234567）" in texts
    assert texts[-1] == "抄送：县委办公室。"


def test_a_single_attachment_has_no_number(county_data):
    document = opened(optioned(county_data, extras=("narrative", "breakdown")))
    (one,) = of_style(document, styles.ATTACHED)
    assert re.match("附件：安岭县.*任务分解表", one.text)
    assert of_style(opened(optioned(county_data, attachments=False)), styles.ATTACHED) == []


def test_it_says_what_it_is(document):
    about = document.core_properties
    assert about.title.endswith("重点任务落实情况的报告")
    assert (about.author, about.last_modified_by) == ("安岭县发展和改革局", words.PROGRAM)
    assert about.created.isoformat()[:16] == "2020-06-18T09:30"


def test_the_same_data_give_the_same_bytes(county_data):
    assert build(county_data, ()) == build(county_data, ())


def test_a_nasty_county_is_written_to_the_letter(sample_file, tmp_path):
    data = data_of(sample_file, tmp_path / "nasty.luoshi", spoil)
    text = "".join(paragraph.text for paragraph in opened(data).paragraphs)
    assert "".join(c for c in NASTY if c not in "\x07\u200b") in text.replace("\n", "")


def test_it_is_exported_by_its_suffix_and_replaces_whole(county_data, tmp_path):
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    told = export("narrative", county_data, path)
    assert (told.path, told.pages, told.missing) == (path, 0, ())
    assert docx.Document(path).paragraphs
    assert [one.name for one in tmp_path.iterdir()] == ["报告.docx"]


def test_what_there_is_no_word_for_is_refused(county_data, tmp_path):
    path = tmp_path / "表.DOCX"
    with pytest.raises(ReportError) as error:
        export("breakdown", county_data, path)
    assert str(error.value) == "任务分解表只能生成PDF，请把扩展名改为 .pdf。"
    with pytest.raises(ReportError) as error:
        export("nothing", county_data, path)
    assert error.value.code == "kind_unknown"
    assert not path.exists()


def test_from_the_command_line_it_is_written_as_its_suffix_says(sample_file, tmp_path, capsys):
    path = tmp_path / "报告.docx"
    day = ("--today", "2020-06-18", "--now", "2020-06-18T09:30:00")
    assert main(["narrative", str(sample_file), "-o", str(path), "--no-left-out", "--no-attachments", *day]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    texts = [paragraph.text for paragraph in docx.Document(path).paragraphs]
    assert not any("不涉及我县的" in text or text.startswith("附件") for text in texts)
