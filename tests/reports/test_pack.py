"""会议材料: what it binds, in which order, and that contents, bookmarks, links and numbers lead where they say."""

import dataclasses
import re
from collections import Counter

import pypdfium2
import pytest
from pypdfium2 import raw

from reports import attachments
from reports.errors import ReportError
from reports.fonts import Faces
from reports.kinds import KINDS
from reports.options import Scope
from reports.render import build
from tests.reports import golden
from tests.reports.paper import Paper

NUMBER = re.compile(r"— (\d+) —")
EXTRAS = ("timeline", "breakdown")


def with_options(data, **options):
    return dataclasses.replace(data, options=dataclasses.replace(data.options, **{"extras": EXTRAS} | options))


@pytest.fixture(scope="module")
def made(county_data):
    """The PDF of the sample county's, by its options."""
    known = {}

    def make(**options):
        key = tuple(sorted(options.items()))
        if key not in known:
            known[key], _ = build("pack", with_options(county_data, **options), Faces(bundled_only=True))
        return known[key]

    return make


@pytest.fixture
def opened(made):
    documents = []

    def open_it(**options):
        documents.append(pypdfium2.PdfDocument(made(**options)))
        return documents[-1]

    yield open_it
    for document in documents:
        document.close()


def texts(document):
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def numbers(document):
    """The number each page bears, None where it bears none."""
    return [int(found[-1]) if (found := NUMBER.findall(text)) else None for text in texts(document)]


def test_cover_and_contents_read_as_they_did(made):
    paper = Paper(made())
    paper.pages = paper.pages[:2]
    golden.hold("pack", paper)


def test_what_is_bound_comes_in_order_with_its_number_on_its_first_page(opened):
    document = opened()
    pages = texts(document)
    assert "会\n议\n材\n料" in pages[0] or "会议材料" in pages[0].replace(" ", "").replace("\n", "")
    assert pages[1].startswith("目　录")
    firsts = [page for page in pages[2:] if page.startswith("附件")]
    assert [page.split("\n")[0] for page in firsts] == ["附件1", "附件2"]
    assert "进度图" in firsts[0].split("\n")[1]
    assert "任务分解表" in firsts[1].split("\n")[1]


def test_the_contents_tell_the_page_each_begins_on(opened):
    document = opened()
    pages = texts(document)
    begins = {page.split("\n")[0]: int(NUMBER.findall(page)[-1]) for page in pages if page.startswith("附件")}
    told = re.findall(r"(附件\d)　.*?(\d+)\s*(?=附件|$)", pages[1].replace("\n", ""))
    assert {name: int(number[-len(str(begins[name])) :]) for name, number in told} == begins


@pytest.mark.parametrize("options", [{}, {"duplex": True}, {"binding": "bound", "duplex": True}, {"size": "A3"}])
def test_pages_are_numbered_on_from_behind_the_contents(opened, options):
    document = opened(**options)
    on_paper = numbers(document)
    front = 4 if options.get("duplex") else 2
    bare = {n for n, text in enumerate(texts(document)) if not text.strip()}
    assert bare if options.get("duplex") else not bare
    wanted = list(range(1, len(document) - front + 1))
    assert on_paper == [None] * front + [None if n + front - 1 in bare else n for n in wanted]
    labels = [document.get_page_label(n) for n in range(len(document))]
    assert labels == ["i", "ii", "iii", "iv"][:front] + [str(n) for n in wanted]


@pytest.mark.parametrize("options", [{}, {"duplex": True}])
def test_bookmarks_lead_to_what_they_name(opened, options):
    document = opened(**options)
    pages = texts(document)
    found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert [title for level, title, _ in found if level == 0][:2] == ["会议材料", "目录"]
    assert pages[found[1][2]].startswith("目　录")
    for level, title, page in found[2:]:
        if level == 0:
            label, name = title.split(maxsplit=1)
            assert pages[page].startswith(f"{label}\n")
            assert name in pages[page].replace("\n", "")
        else:
            assert title in pages[page].replace("\n", "")
    assert Counter(level for level, _, _ in found)[0] == 4


@pytest.mark.parametrize("options", [{}, {"duplex": True}])
def test_the_entries_of_the_contents_lead_where_they_say(opened, options):
    document = opened(**options)
    pages = texts(document)
    contents = next(n for n, text in enumerate(pages) if text.startswith("目　录"))
    page, width, height = document[contents], *document[contents].get_size()
    led = []
    for y in range(int(height), 0, -3):
        link = raw.FPDFLink_GetLinkAtPoint(page, width / 2, y)
        if link:
            led.append(raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link)))
    assert [pages[n].split("\n")[0] for n in dict.fromkeys(led)] == ["附件1", "附件2"]


def test_on_both_sides_of_the_sheet_each_begins_on_a_front(opened):
    document = opened(duplex=True)
    firsts = [n for n, text in enumerate(texts(document)) if text.startswith(("附件", "目　录"))]
    assert len(firsts) == 3
    assert all(n % 2 == 0 for n in firsts)


def test_what_is_empty_is_left_out_and_not_spoken_of(gathered):
    content, _ = build("pack", with_options(gathered()), Faces(bundled_only=True))
    text = Paper(content).text
    assert "进度图" not in text
    assert "附件1" in text
    assert "附件2" not in text


def test_nothing_to_bind(gathered):
    with pytest.raises(ReportError) as caught:
        build("pack", with_options(gathered(), extras=("timeline",)), Faces(bundled_only=True))
    assert caught.value.code == "nothing"


def test_the_report_names_the_same_attachments(county_data):
    data = with_options(county_data, extras=("narrative", *EXTRAS))
    told = [one.title for one in attachments.of(data, KINDS)]
    content, _ = build("pack", data, Faces(bundled_only=True))
    contents = Paper(content).pages[1].text.replace("\n", "")
    assert [contents.index(title) for title in told] == sorted(contents.index(title) for title in told)


def test_long_names_go_on_and_long_contents_too(county_data):
    settings = dataclasses.replace(county_data.settings, county="喆堃" * 100 + "县")
    data = dataclasses.replace(with_options(county_data), settings=settings)
    content, pages = build("pack", data, Faces(bundled_only=True))
    document = pypdfium2.PdfDocument(content)
    on_paper = numbers(document)
    begins = [n for n, text in enumerate(texts(document)) if text.startswith("附件1\n")]
    marks = {mark.get_title()[:3]: mark.get_dest().get_index() for mark in document.get_toc() if mark.level == 0}
    document.close()
    assert on_paper.index(1) == marks["附件1"] == begins[0]
    assert len(on_paper) == pages


def test_a_scope_is_named_on_the_cover_once(county_data):
    scoped = with_options(county_data, scope=Scope(unit="县公安局"))
    content, _ = build("pack", scoped, Faces(bundled_only=True))
    cover = "".join(Paper(content).pages[0].text.split())
    assert cover.count("会议材料") == 1
    assert cover.count("（县公安局2020年6月）") == 1


def test_a_first_look_is_the_cover(county_data):
    content, pages = build("pack", with_options(county_data), Faces(bundled_only=True), most=1)
    assert pages == 1
    assert "会议材料" in Paper(content).text
