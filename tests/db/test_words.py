"""Every subject's words come together without one hiding another's."""

from importlib import import_module
from pathlib import Path

import pytest

from db import words


@pytest.mark.parametrize("table", ["ERRORS", "STEPS", "COUNTER_ACTS", "CHECKS"])
def test_no_code_is_given_twice(table):
    subjects = [path.stem for path in Path(words.__file__).parent.glob("*.py") if path.stem != "__init__"]
    own = {subject: getattr(import_module(f"db.words.{subject}"), table, {}) for subject in subjects}
    codes = [code for codes in own.values() for code in codes]
    assert len(codes) == len(set(codes)), sorted(code for code in codes if codes.count(code) > 1)
    assert set(codes) <= set(getattr(words, table))


def test_every_barrier_names_what_to_do_instead():
    assert set(words.COUNTER_ACTS) <= set(words.STEPS)
    assert all(sentence.endswith("。") for sentence in words.COUNTER_ACTS.values())
