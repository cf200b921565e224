"""任务分解表 of 1,120 actions against the same lines drawn with nothing but ReportLab's drawString and rect."""

import io
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from benchmarks.timing import in_turn, seconds, told
from db import counts, sample
from reports import breakdown
from reports.data import ReportData, TaskData, gather
from reports.fonts import Faces
from reports.render import build
from reports.typesetting.ink import Ink
from reports.typesetting.lines import Line
from reports.typesetting.paper import Paper

PROMISE = 2.2
_TASKS, _ACTIONS = 28, 40
_ROUNDS = 9

Text = tuple[float, float, str, str, float]  # x, y, text, face, size
Rule = tuple[float, float, float, float]


def data() -> ReportData:
    """The sample county with 40 actions in every task, their texts those of the sample."""
    with tempfile.TemporaryDirectory() as folder:
        checklist = sample.make(Path(folder) / "sample.luoshi")
        found = gather(checklist, sample.TODAY, checklist.now())
        checklist.close()
    every = cycle([action for part in found.parts for its in part.tasks for action in its.actions])
    parts = [replace(part, tasks=tuple(_filled(its, every) for its in part.tasks)) for part in found.parts]
    tasks = [its for part in parts for its in part.tasks]
    actions = [action for its in tasks for action in its.actions]
    if (len(tasks), len(actions)) != (_TASKS, _TASKS * _ACTIONS):
        raise RuntimeError(f"{len(tasks)} tasks, {len(actions)} actions")
    figures = counts.of([its.task for its in tasks], actions, found.yard)
    return replace(found, parts=tuple(parts), counts=figures)


def _filled(its: TaskData, every: Any) -> TaskData:
    task = replace(its.task, applicable=True)
    actions = [replace(action, task=task.id) for action in islice(every, _ACTIONS)]
    return replace(its, task=task, actions=tuple(actions))


@dataclass
class Page:
    """What stands on one page."""

    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


class _Noted(Ink):
    """Notes every line it draws with the face of its first character."""

    def __init__(self, canvas: "_NotedCanvas", faces: Faces) -> None:
        super().__init__(canvas, faces)
        self._page = canvas.page

    def line(self, line: Line, x: float, y: float, role: str, size: float) -> None:
        if line.text:
            face = self.faces.glyph(role, line.text[0])[0]
            self._page().texts.append((x, y, line.text, face, size))
        super().line(line, x, y, role, size)


class _NotedCanvas(Canvas):
    """Notes every box and page."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self.pages = [Page()]

    def page(self) -> Page:
        """The page being drawn."""
        return self.pages[-1]

    def rect(self, x: float, y: float, width: float, height: float, *more: Any, **keywords: Any) -> None:
        self.page().rules.append((x, y, width, height))
        super().rect(x, y, width, height, *more, **keywords)

    def showPage(self) -> None:
        super().showPage()
        self.pages.append(Page())


def noted(report: ReportData) -> list[Page]:
    """The pages of our report, line by line and box by box."""
    faces = Faces(bundled_only=True)
    faces.glyph("song", "县")
    canvas = _NotedCanvas(io.BytesIO(), initialFontName="GWSong")
    paper = Paper(canvas, faces)
    paper.ink = _Noted(canvas, faces)
    for _ in breakdown.draw(report, paper):
        pass
    paper.end()
    return canvas.pages[: paper.number]


def bare(pages: Sequence[Page]) -> bytes:
    """The same pages from nothing but drawString and rect; no measuring, no breaking, no justifying."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4), invariant=1, pageCompression=1, initialFontName="GWSong")
    for page in pages:
        canvas.setLineWidth(0.4)
        for x, y, width, height in page.rules:
            canvas.rect(x, y, width, height)
        for x, y, text, face, size in page.texts:
            canvas.setFont(face, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def main() -> int:
    """0 when the promise is kept, else 1."""
    report = data()
    pages = noted(report)
    made, number = build("breakdown", report, Faces(bundled_only=True))
    if number != len(pages) or not made.startswith(b"%PDF-") or not bare(pages).startswith(b"%PDF-"):
        raise RuntimeError("not the same pages")
    lines, rules = (sum(len(its) for its in kind) for kind in zip(*((p.texts, p.rules) for p in pages), strict=True))
    (ours,), (floor,) = in_turn(
        _ROUNDS,
        lambda: seconds(lambda: build("breakdown", report, Faces(bundled_only=True))),
        lambda: seconds(lambda: bare(pages)),
    )
    print(f"breakdown: {_TASKS * _ACTIONS} actions, {number} pages, {lines} lines, {rules} boxes / bare drawString")
    return 0 if told("breakdown", ours, floor, "s", PROMISE) else 1


if __name__ == "__main__":
    raise SystemExit(main())
