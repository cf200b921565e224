"""Any report built and read back, and the laws every ruled sheet keeps."""

import dataclasses

import pypdfium2

from db import counts
from reports.fonts import Faces
from reports.options import Options, Scope
from reports.render import build
from reports.typesetting.sheets import NUMBER_SIZE
from tests.reports.paper import SLACK, Paper, inside, overlap

RULES = 2.0  # what is read back of two boxes side by side has the rule between them twice, pt


def narrowed(data, **scope):
    """The data of a part or a task (by number), as it is gathered with that scope."""
    part, task = scope.get("part"), scope.get("task")
    parts = [
        dataclasses.replace(its, tasks=tuple(one for one in its.tasks if task in (None, one.task.number)))
        for its in data.parts
        if part in (None, its.part.number)
    ]
    parts = tuple(its for its in parts if its.tasks)
    data = dataclasses.replace(data, parts=parts, options=dataclasses.replace(data.options, scope=Scope(**scope)))
    figures = counts.of([its.task for its in data.tasks], list(data.actions), data.yard)
    return dataclasses.replace(data, counts=figures, comparison=None)


def read(kind, data, **options):
    """The pages of a report; `part`, `task` and `unit` are its scope."""
    scope = {name: options.pop(name) for name in ("part", "task", "unit") if name in options}
    data = dataclasses.replace(data, options=Options(**options))
    data = narrowed(data, **scope) if scope else data
    faces = Faces(bundled_only=True)
    content, pages = build(kind, data, faces)
    paper = Paper(content, faces.missing)
    assert pages == len(paper.pages)
    document = pypdfium2.PdfDocument(content)
    paper.marks = [(mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]
    document.close()
    return paper


def cells(page):
    """The ruled cells of a page: not the bars and boxes drawn in them."""
    return [box for box in page.cells if box[2] - box[0] > 20 and box[3] - box[1] > 12]


def cell_of(page, word):
    """The cell a run of text lies in; None beside all of them."""
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return next((box for box in cells(page) if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)


def assert_sound(paper, sheet):
    """All of it stands in the body of the sheet and in its cells, and nothing over anything else."""
    frame = (sheet.left, sheet.bottom, sheet.right, sheet.top)
    for number, page in enumerate(paper.pages, 1):
        body = [word for word in page.words if word.size != NUMBER_SIZE]
        assert page.text.rstrip().endswith(f"— {number} —") or not page.words
        ruled = cells(page)
        for at, one in enumerate(ruled):
            assert inside(one, frame)
            assert not any(overlap(one, other) for other in ruled[at + 1 :])
        for word in body:
            if word.text.strip():
                cell = cell_of(page, word)
                assert inside(word.box, cell or frame), (number, word)
                assert cell or not any(overlap(word.box, other) for other in ruled), (number, word)
                assert word.box[1] > sheet.bottom - SLACK


def beside(page, label):
    """All that stands in the cells to the right of the label, without blanks."""
    its = next(cell_of(page, word) for word in page.words if word.text.strip() == label and cell_of(page, word))
    return "".join(
        word.text
        for word in page.words
        if (cell := cell_of(page, word)) and cell[0] >= its[2] - RULES and cell[1] >= its[1] - RULES
        and cell[3] <= its[3] + RULES
    ).replace(" ", "")  # fmt: skip
