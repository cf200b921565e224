"""`python -m tests.samples DIR` prints one of each report of the sample county, the same each time."""

import sys
import tempfile
from pathlib import Path

from db import sample
from reports.__main__ import main as report

DAY = ("--today", "2020-06-18", "--now", "2020-06-18T09:30:00", "--bundled-fonts")
# (file, what is asked for): narrow scopes, so that all of them together stay small.
SAMPLES = (
    ("narrative.pdf", ("narrative", "--no-attachments")),
    ("narrative.docx", ("narrative",)),
    ("breakdown.pdf", ("breakdown", "--task", "5")),
    ("ledger.pdf", ("ledger", "--task", "5")),
    ("overdue.pdf", ("overdue", "--part", "2")),
    ("timeline.pdf", ("timeline",)),
    ("not-applicable.pdf", ("not-applicable",)),
    ("unit-sheet.pdf", ("unit-sheet", "--unit", "县人社局")),
    ("task-card.pdf", ("task-card", "--task", "5")),
    ("extension-form.pdf", ("extension-form", "--task", "5")),
    ("closing-form.pdf", ("closing-form", "--task", "5")),
    ("comparison.pdf", ("comparison", "--task", "5")),
    ("four-lists.pdf", ("four-lists", "--task", "5")),
    ("pack.pdf", ("pack", "--task", "5", "--extras", "breakdown,ledger")),
    ("supervision.pdf", ("supervision",)),
    ("supervision-register.pdf", ("supervision-register",)),
)


def main(out: Path) -> int:
    """Write all samples into a folder; 0 when every one could be made."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        county = Path(folder) / "安岭县-2020.luoshi"
        sample.make(county).close()
        return max(report([kind, str(county), "-o", str(out / name), *more, *DAY]) for name, (kind, *more) in SAMPLES)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
