"""督办通知单, its 回执 and 督办登记簿 on paper: what was sent, to the letter, void ones too."""

from dataclasses import replace

import pypdfium2
import pytest

from db import connection, supervising, supervision, supervision_drafts
from reports import supervision as letters
from reports.data import gather
from reports.errors import ReportError
from reports.fonts import Faces
from reports.options import Options, Scope
from reports.render import build
from tests.builders import TODAY, copied
from tests.reports.conftest import NOW
from tests.reports.golden import hold
from tests.reports.paper import Paper


@pytest.fixture
def county(sample_file, tmp_path):
    opened = connection.open(copied(sample_file, tmp_path), by="李明")
    yield opened
    opened.close()


def printed(data, kind="supervision"):
    faces = Faces(bundled_only=True)
    content, _ = build(kind, data, faces)
    paper = Paper(content, faces.missing)
    document = pypdfium2.PdfDocument(content)
    paper.marks = [(mark.get_title(), mark.get_dest().get_index(), mark.level) for mark in document.get_toc()]
    document.close()
    return paper


def words(page):
    return "".join(page.text.split())


def with_items(notice, number, **changed):
    """The notice with so many actions on it."""
    item = replace(notice.items[0], **changed)
    return replace(notice, items=tuple(replace(item, action=n, code=f"532-01-{n:02}") for n in range(1, number + 1)))


def preview(data, *notices):
    """The data with these notices in place of those sent."""
    return replace(data, notices=notices)


def test_the_letter_reads_as_on_record(county_data):
    paper = printed(county_data)
    assert len(paper.pages) == 2
    hold("supervision", paper)


def test_the_register_reads_as_on_record(county_data):
    hold("supervision-register", printed(county_data, "supervision-register"))


def test_what_waits_for_a_reply_is_printed_unless_others_are_named(county_data):
    first, void, late = county_data.notices
    assert letters.chosen(county_data) == [late]
    named = replace(county_data, options=Options(notices=(first.id, void.id)))
    paper = printed(named)
    assert [title for title, _, level in paper.marks if level == 0] == [
        "督办2020-001 安岭县公安局", "督办2020-002 安岭县公安局",
    ]  # fmt: skip
    assert "编号：督办2020-002（作废）" in paper.text
    stamped = [any(word.text == "作废" and word.size > 100 for word in page.words) for page in paper.pages]
    assert stamped == [False, False, True, True]  # its letter and its 回执
    assert "编号：督办2020-001（作废）" not in paper.text


def test_each_begins_on_an_odd_page_with_its_slip_behind_it(county_data):
    notice = county_data.notices[0]
    long = with_items(replace(notice, id=0), 7)
    paper = printed(preview(county_data, replace(notice, id=0), long, replace(notice, id=0)))
    first = [page + 1 for _, page, level in paper.marks if level == 0]
    assert first == [1, 3, 7]
    assert [(title, page + 1) for title, page, level in paper.marks if level == 1][:2] == [
        ("督办事项办理情况回执", 2), ("督办事项办理情况回执", 5),
    ]  # fmt: skip
    assert words(paper.pages[5]) == ""


def test_three_actions_find_room_on_one_sheet(county_data):
    one = replace(county_data.notices[0], id=0)
    paper = printed(preview(county_data, with_items(one, 3, supporting="")))
    assert len(paper.pages) == 2
    assert "抄送：" in words(paper.pages[0])


def test_a_signature_never_stands_alone(county_data):
    one = replace(county_data.notices[0], id=0)
    for number in range(3, 12):
        letter, *_ = printed(preview(county_data, with_items(one, number))).pages[1:]
        assert "回执" in letter.text or "反馈时限" in letter.text, number


def test_a_notice_of_many_actions_flows_on(county_data):
    one = replace(county_data.notices[0], id=0)
    paper = printed(preview(county_data, with_items(one, 60, title="长" * 500)))
    for n in range(1, 61):
        assert paper.text.count(f"532-01-{n:02}") == 2, n
    assert "盖章" in words(paper.pages[-1])


def test_before_it_has_a_number_it_says_so(county, county_data):
    sources = supervision_drafts.read(county, TODAY)
    notice = supervising.drawn(sources, supervision_drafts.proposals(sources)[0].draft)
    paper = printed(preview(county_data, notice))
    assert "编号：（待编）" in paper.text
    assert "督办通知单编号：（待编）" in paper.text
    assert paper.marks[0][0] == notice.addressee


def test_an_urge_is_called_so_and_names_the_first(county):
    sources = supervision_drafts.read(county, TODAY)
    draft = supervision_drafts.urging(sources, supervision.numbered(county, "督办2020-003"))
    supervising.issue(county, [draft], today=TODAY)
    data = gather(county, TODAY, NOW)
    paper = printed(data)
    assert "安岭县发展和改革局催办通知单" in paper.text
    assert "印发的督办通知单（编号：督办2020-003）" in paper.text
    assert "编号：督办2020-004" in paper.text
    register = printed(data, "supervision-register").text
    assert "催办督办2020-003" in register
    assert "已由督办2020-004催办" in register


def test_a_reprint_is_the_same_to_the_byte(county, county_data):
    before, _ = build("supervision", county_data, Faces(bundled_only=True))
    county.db.conn.execute("UPDATE action SET title = '改了名称'")
    county.db.conn.execute("UPDATE unit SET name = name || '新'")
    after, _ = build("supervision", gather(county, TODAY, NOW), Faces(bundled_only=True))
    assert after == before


def test_the_register_tells_of_a_day_gone_by_what_was_known_then(county):
    paper = printed(gather(county, "2020-06-09", NOW), "supervision-register")
    assert "督办2020-001" in paper.text
    assert "督办2020-002" not in paper.text
    assert "待反馈1份" in paper.text
    on = gather(county, "2020-06-15", NOW).notices
    assert [notice.state("2020-06-15") for notice in on] == ["replied", "waiting", "waiting"]


def test_the_register_of_one_unit(county):
    options = Options(scope=Scope(unit="河口镇政府"))
    paper = printed(gather(county, TODAY, NOW, options), "supervision-register")
    assert "督办2020-003" in paper.text
    assert "督办2020-001" not in paper.text
    assert "合计发出1份" in paper.text.replace("　", "")


def test_where_nothing_was_sent_nothing_is_printed(gathered):
    data = gathered()
    for kind, told in (("supervision", "没有要印的督办单"), ("supervision-register", "还没有发出过督办单")):
        with pytest.raises(ReportError, match=told):
            build(kind, data, Faces(bundled_only=True))


def test_nothing_is_drawn_in_colour(county_data):
    content, _ = build("supervision", county_data, Faces(bundled_only=True))
    document = pypdfium2.PdfDocument(content)
    for page in document:
        image = page.render(scale=1).to_pil().convert("RGB")
        assert all(r == g == b for _, (r, g, b) in image.getcolors(1 << 24))
    document.close()
