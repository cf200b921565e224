"""Colours that can be read, lamps that can be told apart in grey, dates in the words people use."""

import pytest
from PySide6.QtGui import QImage

from db import status
from db.text import ordinal
from desktop import countdown, lamps, words
from desktop.lamps import _LAMPS
from desktop.style import sheet
from desktop.theme import COLOURS, MODES, SCALES, Theme
from tests.builders import action, yard

GROUNDS = ("base", "panel", "window", "hover", "select")
# text on ground: the least contrast of WCAG 2 the design promises (visual.md)
PAIRS = [
    *[(text, ground, 4.5) for text in ("text", "text2", "text3", "accent", "red", "amber", "green")
      for ground in GROUNDS],
    ("red", "red_soft", 4.5), ("amber", "amber_soft", 4.5), ("green", "green_soft", 4.5),
    ("text", "red_soft", 10), ("text", "amber_soft", 10), ("text", "green_soft", 10),
    ("on_accent", "accent", 4.5), ("on_accent", "accent_hover", 4.5), ("on_accent", "accent_down", 4.5),
    ("on_accent", "green_fill", 4.5), ("text", "text_select", 4.5), ("text3", "select_dim", 4.5),
    ("toast_text", "toast", 4.5), ("paper_text", "paper", 4.5), ("toast_action", "toast_ground", 4.5),
    ("amber_fill", "select", 3), ("green_fill", "select", 3), ("field_edge", "base", 3),
]  # fmt: skip


def luminance(color):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(theme, one, other):
    lighter, darker = sorted((luminance(theme.color(one)), luminance(theme.color(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_contrast(mode, text, ground, least):
    assert contrast(Theme(mode), text, ground) >= least


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", SCALES)
def test_the_style_sheet_is_whole(mode, scale):
    text = sheet(Theme(mode, scale))
    assert "%(" not in text
    assert text.count("{") == text.count("}") > 60
    assert all(Theme(mode).name(token) for token in COLOURS)


def silhouette(state):
    """A lamp in black and white."""
    picture = lamps.pixmap(state, 28, Theme()).toImage().convertToFormat(QImage.Format.Format_Alpha8)
    return tuple(picture.pixelColor(x, y).alpha() > 100 for y in range(28) for x in range(28))


def test_every_lamp_has_a_shape_of_its_own(qapp):
    shapes = {state: silhouette(state) for state in _LAMPS}
    assert all(any(shape) for shape in shapes.values())
    alike = {
        (a, b) for a in shapes for b in shapes
        if a < b and sum(x != y for x, y in zip(shapes[a], shapes[b], strict=True)) < 40
    }  # fmt: skip
    assert alike == set()
    assert set(words.LAMPS) <= set(_LAMPS)


@pytest.mark.parametrize(
    ("today", "due", "says"),
    [
        ("2020-06-18", "2020-06-30", "剩12天（7个工作日）"),  # 端午 takes two working days
        ("2020-06-18", "2020-06-19", "明天到期"),
        ("2020-06-18", "2020-06-18", "今天到期"),
        ("2020-06-18", "2020-06-15", "逾期3天（3个工作日）"),
        ("2020-06-28", "2020-06-26", "逾期2天"),
        ("2020-06-18", "", "未定"),
    ],
)
def test_countdown(today, due, says):
    assert says in countdown.phrase(status.timing(action(due_on=due or None), yard(today)))


def test_countdown_of_what_is_done():
    timing = status.timing(action("done", 100, "2020-06-10", "", "2020-06-10"), yard())
    assert countdown.phrase(timing) == "按期完成"
    late = countdown.phrase(status.timing(action("done", 100, "2020-06-10", "", "2020-06-12"), yard()))
    assert "2天" in late
    assert countdown.phrase(status.timing(action(due_words="长期坚持"), yard())) == "长期"


@pytest.mark.parametrize(("number", "written"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (28, "二十八")])
def test_ordinals(number, written):
    assert ordinal(number) == written
