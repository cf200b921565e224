"""Where pages lie on the screen: side by side when they fit, else to the width, never outside."""

import pytest

from desktop.widgets.page_layout import FULL, LEAST, MOST, Room, places, scale_of

UPRIGHT, ACROSS = (595.28, 841.89), (841.89, 595.28)


def laid_out(mode, sizes, room):
    scale = scale_of(mode, sizes, room)
    return scale, *places(sizes, scale, room)


def test_two_upright_pages_stand_whole_side_by_side_when_they_fit():
    scale, found, wide, high = laid_out("auto", [UPRIGHT] * 5, Room(825, 619))
    assert [place.top() for place in found[:2]] == [found[0].top()] * 2
    assert found[0].right() < found[1].left()
    assert found[0].height() <= 619
    assert wide <= 825
    assert found[2].top() > found[0].bottom()
    assert 0.6 * FULL > scale > 0.45 * FULL
    assert high > 619


def test_one_page_stands_in_the_middle_of_the_room():
    _, found, _, high = laid_out("page", [UPRIGHT], Room(900, 700))
    assert high <= 700
    assert abs(found[0].center().x() - 450) <= 1
    assert abs(found[0].center().y() - 350) <= 1


def test_a_narrow_room_is_fitted_to_the_width():
    scale, found, wide, _ = laid_out("auto", [UPRIGHT] * 3, Room(400, 420))
    assert found[0].width() == 400 - 32
    assert wide == 400
    assert {place.left() for place in found} == {16}
    assert scale == pytest.approx((400 - 32) / 595.28)


def test_a_wide_table_is_not_halved_to_stand_beside_another():
    _, found, _, _ = laid_out("page", [ACROSS] * 2, Room(825, 619))
    assert found[1].top() > found[0].bottom()


@pytest.mark.parametrize("mode", ["auto", "page", "width", 0.01, 50.0])
@pytest.mark.parametrize("room", [Room(10, 10), Room(2000, 300), Room(300, 2000)])
def test_the_size_stays_between_a_quarter_and_four_times(mode, room):
    scale = scale_of(mode, [UPRIGHT, ACROSS], room)
    if isinstance(mode, str):
        assert LEAST <= scale <= MOST
    found, wide, high = places([UPRIGHT, ACROSS], scale, room)
    assert all(place.left() >= 0 and place.right() < max(wide, room.width) for place in found)
    assert all(place.top() >= 0 and place.bottom() < max(high, room.height) for place in found)


def test_upright_and_lying_pages_of_one_document_do_not_overlap():
    sizes = [UPRIGHT, UPRIGHT, ACROSS, UPRIGHT, ACROSS, ACROSS]
    _, found, _, _ = laid_out(0.5, sizes, Room(900, 600))
    assert not any(one.intersects(two) for n, one in enumerate(found) for two in found[n + 1 :])
    assert found[0].top() == found[1].top() < found[2].top()


def test_no_page_needs_no_room():
    assert places([], 1.0, Room(800, 600)) == ([], 32, 0)
    assert scale_of("auto", [], Room(800, 600)) == FULL
