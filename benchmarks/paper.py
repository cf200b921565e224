"""A ledger of 28 tasks × 40 rows × 7 columns set and drawn by our table, against bare drawString, typst and WeasyPrint.

The floor draws the very lines and boxes of ours with nothing but ReportLab's drawString and rect: no measuring, no
breaking, no justifying. The peers typeset the same rows in the same faces; against them each run, ours too, is in a
new process, the faces not yet opened, what it takes to start left out.
"""

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

import resources
from benchmarks import peers
from benchmarks.timing import in_turn, seconds, told
from db import sample
from reports import columns
from reports.data import gather
from reports.fonts import Faces
from reports.typesetting import sheets
from reports.typesetting.cells import Cell
from reports.typesetting.ink import Ink
from reports.typesetting.lines import Line
from reports.typesetting.paper import Paper
from reports.typesetting.table import Band, Group, Table

PROMISE = 2.0
PEERS = {"typst": 2.0, "weasyprint": 10.0}  # how many times faster we are at least
TASKS, ROWS = 28, 40
HEAD = ("序号", "具体行动", "牵头单位", "配合单位", "责任人", "完成时限", "进展情况")
WIDTHS = (12, 62, 31, 36, 17, 27, 72)  # mm
SIZE, HEAD_SIZE = 10.5, 12.0
ALIGN = ("center", "left", "center", "center", "center", "center", "left")
_ROUNDS, _PEER_ROUNDS = 9, 3

Parts = list[tuple[str, list[tuple[str, ...]]]]  # a task's name and the rows of its actions
Text = tuple[float, float, str, str, float]  # x, y, text, face, size
Rule = tuple[float, float, float, float]


def ledger() -> Parts:
    """The sample county's actions over and over, no two with the same words for what is done and how far it is."""
    with tempfile.TemporaryDirectory() as folder:
        checklist = sample.make(Path(folder) / "sample.luoshi")
        found = gather(checklist, sample.TODAY, checklist.now())
        checklist.close()
    tasks = [its for part in found.parts for its in part.tasks]
    numbers = count(1)
    rows = (
        (str(n), f"{action.title}（第{n}批）", action.lead, "、".join(action.supporting), action.owner,
         columns.due(action), f"{action.latest or '已列入年度计划，正在制定方案，明确责任人和完成时限。'}已核对{n}次。")
        for action, n in zip(cycle([a for its in tasks for a in its.actions]), numbers, strict=False)
    )  # fmt: skip
    return [(its.task.label + its.task.title, list(islice(rows, ROWS))) for its in tasks]


def draw(parts: Parts, paper: Paper) -> None:
    """Set and draw the ledger."""
    paper.begin(sheets.landscape())
    table = Table(paper, WIDTHS, [Cell(name, "hei", SIZE, "center") for name in HEAD])
    for _ in table.draw(list(_table(parts))):
        pass
    paper.end()


def _table(parts: Parts) -> Iterable[Band | Group]:
    for name, rows in parts:
        yield Band(Cell(name, "hei", HEAD_SIZE))
        yield Group(rows=tuple(
            tuple(Cell(text, "song", SIZE, align) for text, align in zip(row, ALIGN, strict=True)) for row in rows
        ))  # fmt: skip


def ours(parts: Parts) -> bytes:
    """The ledger as we print it."""
    buffer = io.BytesIO()
    canvas = _canvas(Canvas, buffer)
    draw(parts, Paper(canvas, Faces(bundled_only=True)))
    canvas.save()
    return buffer.getvalue()


@dataclass
class Page:
    """What stands on one page."""

    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


class _Noted(Ink):
    """Notes every line it draws with the face of its first character, and every box."""

    def __init__(self, canvas: "_NotedCanvas", faces: Faces) -> None:
        super().__init__(canvas, faces)
        self._page = canvas.page

    def line(self, line: Line, x: float, y: float, role: str, size: float) -> None:
        if line.text:
            face = self.faces.glyph(role, line.text[0])[0]
            self._page().texts.append((x + line.x, y, line.text, face, size))
        super().line(line, x, y, role, size)

    def box(self, x: float, y: float, width: float, height: float, rule: float, *, grey: float = 1.0) -> None:
        self._page().rules.append((x, y, width, height))
        super().box(x, y, width, height, rule, grey=grey)


class _NotedCanvas(Canvas):
    """Notes every page."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self.pages = [Page()]

    def page(self) -> Page:
        """The page being drawn."""
        return self.pages[-1]

    def showPage(self) -> None:
        super().showPage()
        self.pages.append(Page())


def noted(parts: Parts) -> list[Page]:
    """The pages of ours, line by line and box by box."""
    canvas = _canvas(_NotedCanvas, io.BytesIO())
    faces = Faces(bundled_only=True)
    paper = Paper(canvas, faces)
    paper.ink = _Noted(canvas, faces)
    draw(parts, paper)
    return canvas.pages[: paper.number]


def bare(pages: Sequence[Page]) -> bytes:
    """The same pages from nothing but drawString and rect."""
    buffer = io.BytesIO()
    canvas = _canvas(Canvas, buffer)
    for page in pages:
        canvas.setPageSize(landscape(A4))
        canvas.setLineWidth(0.4)
        for x, y, width, height in page.rules:
            canvas.rect(x, y, width, height)
        for x, y, text, face, size in page.texts:
            canvas.setFont(face, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _canvas(kind: Any, buffer: io.BytesIO) -> Any:
    Faces(bundled_only=True).glyph("song", "县")  # registers the face every page begins with
    return kind(buffer, pagesize=landscape(A4), invariant=1, pageCompression=1, initialFontName="GWSong")


def against_peers(parts: Parts) -> bool:
    """Whether we are as much faster than each peer that is there as is promised."""
    names, kept = peers.there(), True
    if not names:
        return True
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.json"
        told_rows = {"head": HEAD, "widths": WIDTHS, "align": ALIGN, "parts": parts}
        rows.write_text(json.dumps(told_rows, ensure_ascii=False), encoding="utf-8")
        fonts = resources.path("fonts")
        theirs = [lambda name=name: peers.seconds(name, rows, fonts) for name in names]
        taken = in_turn(_PEER_ROUNDS, lambda: _once(rows), *theirs, warm=0)
    (mine,), *others = taken
    for name, (other,) in zip(names, others, strict=True):
        faster = other / mine
        kept &= faster >= PEERS[name]
        verdict = "kept" if faster >= PEERS[name] else "BROKEN"
        print(f"{name}: {other:.2f} s / ours {mine:.2f} s = {faster:.1f} (promised >= {PEERS[name]}: {verdict})")
    return kept


def _once(rows: Path) -> list[float]:
    child = [sys.executable, "-m", "benchmarks.paper", str(rows)]
    return [float(subprocess.run(child, capture_output=True, text=True, check=True).stdout)]


def main() -> int:
    """0 when the promises are kept, else 1."""
    parts = ledger()
    pages = noted(parts)
    if not ours(parts).startswith(b"%PDF-") or not bare(pages).startswith(b"%PDF-"):
        raise RuntimeError("no PDF")
    lines, rules = (sum(len(its) for its in kind) for kind in zip(*((p.texts, p.rules) for p in pages), strict=True))
    print(f"paper: {TASKS * ROWS} rows of {len(HEAD)} columns, {len(pages)} pages, {lines} lines, {rules} boxes")
    (mine,), (floor,) = in_turn(
        _ROUNDS, lambda: seconds(lambda: ours(parts)), lambda: seconds(lambda: bare(pages))
    )
    kept = told("paper / bare drawString", mine, floor, "s", PROMISE)
    return 0 if against_peers(parts) and kept else 1


if __name__ == "__main__":
    rl_config.useA85 = 0  # neither ours nor the floor pays for it
    if len(sys.argv) > 1:
        rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["parts"]
        print(*seconds(lambda: ours(rows)))
        raise SystemExit
    raise SystemExit(main())
