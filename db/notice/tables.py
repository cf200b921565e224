"""Tables of tasks: 序号, 重点任务, 牵头单位, 责任单位, 完成时限 as rows parted by tabs."""

from collections.abc import Sequence

from db.notice import bodies, layout
from db.notice.clauses import Clause
from db.notice.lines import Line
from db.notice.model import NoticePart, NoticeTask
from db.notice.paragraphs import sentences, title_and_body

Cells = list[str]


def begins(lines: Sequence[Line]) -> int | None:
    """Where a table of tasks begins, told by its head."""
    heads = (n for n, line in enumerate(lines) if "\t" in line.text and layout.is_table_head(line.text.split("\t")))
    return next(heads, None)


def read(lines: Sequence[Line]) -> tuple[list[NoticePart], list[NoticeTask]]:
    """The parts and tasks of the table whose head is the first line."""
    kinds = [layout.column(cell) for cell in lines[0].text.split("\t")]
    parts: list[NoticePart] = []
    tasks: list[NoticeTask] = []
    for line in lines[1:]:
        cells = [cell.strip() for cell in line.text.split("\t")]
        filled = [cell for cell in cells if cell]
        if "\t" in line.text and layout.is_table_head(cells):
            continue
        if len(set(filled)) == 1 and len(filled[0]) <= 60 and layout.label(filled[0]):
            label = layout.label(filled[0])
            parts.append(NoticePart(len(parts) + 1, label.rest if label else filled[0], "", line.number))
        elif len(filled) > 1:
            row = _row(kinds, cells)
            if row.get("task"):
                tasks.append(_task(line, row, len(tasks) + 1, len(parts) or None))
    return parts, tasks


def _row(kinds: Sequence[str], cells: Cells) -> dict[str, list[str]]:
    row: dict[str, list[str]] = {}
    for kind, cell in zip(kinds, cells, strict=False):
        if kind and cell and cell not in row.get(kind, ()):
            row.setdefault(kind, []).append(cell)
    return row


def _task(line: Line, row: dict[str, list[str]], number: int, part: int | None) -> NoticeTask:
    named = {role: tuple(bodies.names("、".join(_plain(cell) for cell in row.get(role, ())))) for role in
             ("lead", "responsible", "support")}  # fmt: skip
    clause = Clause("", named["lead"], named["responsible"], named["support"])
    title, body = title_and_body(row["task"])
    label = layout.label(title)
    if label and "label" not in row:
        title = label.rest
    return NoticeTask(
        number=number, label=row.get("label", [label.printed if label else str(number)])[0], part=part, title=title,
        body=body, sentences=tuple(sentences(body)), departments=clause.bodies,
        groups=(clause.bodies,) if clause.bodies else (), lead=clause.lead, support=clause.support,
        open_list=any(_open(cell) for role in named for cell in row.get(role, ())),
        due_words=row.get("due", [""])[0], line=line.number, heading="".join(row.get("group", [])[:1]),
    )  # fmt: skip


def _plain(cell: str) -> str:
    return cell.replace(" ", "、").removesuffix("等有关部门").removesuffix("等部门").removesuffix("等")


def _open(cell: str) -> bool:
    return cell.endswith(("等", "等部门", "等有关部门", "等单位"))
