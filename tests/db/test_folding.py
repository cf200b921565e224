"""One spelling for what is typed and what is looked through."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from db import folding


@pytest.mark.parametrize(
    ("text", "plain"),
    [("５３２－０５", "532-05"), ("ＡＢc", "abc"),
     ("農民工", "农民工"), ("乾旱", "干旱"), ("縣發改局", "县发改局"), ("", "")],
)  # fmt: skip
def test_width_case_and_script_make_no_difference(text, plain):
    assert folding.fold(text) == folding.fold(plain)


def test_words_are_parted_by_any_blank_and_counted_once():
    assert folding.words(" 落户　Ａ级\n落戶 ") == ("落户", "a级")


@pytest.mark.parametrize(
    ("text", "wanted", "spans"),
    [
        ("新生代農民工培训", ["农民工"], ((3, 6),)), ("农民工与农民", ["农民"], ((0, 2), (4, 6))),
        ("技能提升", ["技能", "能提"], ((0, 3),)),
        ("㈠级", ["一)级"], ((0, 2),)), ("培训", ["规划"], ()), ("培训", [""], ()),
        ("ＡＢ级", ["b级"], ((1, 3),)),
    ],
)  # fmt: skip
def test_what_was_found_is_marked_in_the_text_as_it_is_shown(text, wanted, spans):
    assert folding.marks(text, wanted) == spans


word = st.text(alphabet="落户农民5 -a", min_size=1, max_size=8)


@given(word, word)
def test_a_text_that_holds_a_word_has_all_its_pairs(text, part):
    whole = f"{text}{part}{text}"
    for one in part.split():
        assert set(folding.pairs(one)) <= folding.grams(whole)
    found = "".join(whole[first:end] for first, end in folding.marks(whole, part.split()))
    assert found.strip() or not part.strip()
