"""Pages of a report held against what they read before.

`LUOSHI_GOLDEN=1` writes them anew; look at the difference before keeping it.
"""

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


def hold(name, paper):
    """Each page of a paper reads as tests/golden/NAME/page-NN.txt says."""
    folder = GOLDEN / name
    pages = {f"page-{n:02d}.txt": page.text + "\n" for n, page in enumerate(paper.pages, 1)}
    if os.environ.get("LUOSHI_GOLDEN") == "1":
        folder.mkdir(exist_ok=True)
        for old in folder.glob("page-*.txt"):
            old.unlink()
        for page, text in pages.items():
            (folder / page).write_text(text, encoding="utf-8")
        pytest.skip("golden pages rewritten")
    assert sorted(path.name for path in folder.glob("page-*.txt")) == sorted(pages)
    for page, text in pages.items():
        assert text == (folder / page).read_text(encoding="utf-8"), page
