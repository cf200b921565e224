"""The first page of any report comes before the rest is laid out, and is the one the whole begins with."""

import pytest

from reports.fonts import Faces
from reports.kinds import KINDS
from reports.render import build
from reports.typesetting.ink import Ink
from tests.reports.paper import Paper

MANY = 20  # pages; in shorter ones there is little to save


@pytest.fixture
def set_texts(monkeypatch):
    """How many characters have been broken into lines so far."""
    told = []
    real = Ink.set

    def counting(self, text, *arguments, **keywords):
        told.append(len(text))
        return real(self, text, *arguments, **keywords)

    monkeypatch.setattr(Ink, "set", counting)
    return lambda: sum(told)


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_page_comes_first(county_data, set_texts, kind):
    if KINDS[kind].empty(county_data):
        pytest.skip(KINDS[kind].empty(county_data))
    whole, pages = build(kind, county_data, Faces(bundled_only=True))
    for_all = set_texts()
    first, one = build(kind, county_data, Faces(bundled_only=True), most=1)
    assert one == 1
    assert Paper(first).pages[0].text == Paper(whole).pages[0].text
    if pages >= MANY:
        assert set_texts() - for_all < 0.4 * for_all
