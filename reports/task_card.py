"""任务卡: one task on one page, what the notice says of it and all the county has done about it; for those who ask.

The type shrinks so that a card is one page; where even the smallest is too big it goes on, in the biggest again.
"""

from collections.abc import Iterator

from db.actions import Action
from db.text import ordinal
from reports import columns, frame, task_records
from reports.data import PartData, ReportData, TaskData
from reports.figures import bars
from reports.typesetting.cells import Cell
from reports.typesetting.form import Block, Form, Row, Slot
from reports.typesetting.ink import Ink
from reports.typesetting.paper import Paper
from reports.typesetting.sheets import portrait
from reports.words import task_card as words

_SIZES = (10.5, 10.0, 9.5, 9.0)
_LABEL_WIDTH = 58.0
_ACTION_WIDTHS = (65, 118, 55, 40, 55, 39, 70)
_CODE = 0.85  # of the size: a code stays on one line
_STEP = 9.0  # what a sub-action is moved in, pt
_BAR_WIDTH = 150.0


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the card of every task in scope, yielding (done, of) after each."""
    cards = [(part, item) for part in data.parts for item in part.tasks]
    for done, (part, item) in enumerate(cards, 1):
        _card(data, paper, part, item)
        yield done, len(cards)


def title(data: ReportData) -> str:
    """The document's title."""
    return frame.title(data, words.NAME)


def empty(data: ReportData) -> str:
    """Why there is none."""
    return "" if data.parts else words.EMPTY


def _card(data: ReportData, paper: Paper, part: PartData, item: TaskData) -> None:
    name = words.HEAD.format(county=data.settings.county, n=item.task.number)

    def go_on() -> None:
        paper.turn()
        frame.continued(paper, name)

    paper.begin(portrait(duplex=data.options.duplex))
    paper.mark(words.MARK.format(label=item.task.label, title=item.task.title))
    frame.head(data, paper, name, (words.PERIOD.format(period=data.period.name),))
    foot = frame.note_height(data, paper)
    size, blocks = _SIZES[0], _blocks(data, part, item, _SIZES[0])
    for smaller in _SIZES:
        tried = _blocks(data, part, item, smaller)
        if Form(paper, _LABEL_WIDTH, smaller, go_on).height(tried) + foot <= paper.room:
            size, blocks = smaller, tried
            break
    Form(paper, _LABEL_WIDTH, size, go_on).draw(blocks, foot)
    frame.sign_off(data, paper)


def _blocks(data: ReportData, part: PartData, item: TaskData, size: float) -> list[Block]:
    task = item.task

    def said(label: str, text: str, role: str = "fang") -> Block:
        return Block(label, (Row((Slot(Cell(text or words.NONE, role, size)),)),))

    blocks = [said(words.TASK, words.MARK.format(label=task.label, title=task.title), "hei")]
    if part.part:
        name = words.PART.format(label=ordinal(part.part.number), title=part.part.title)
        blocks.append(said(words.OF_PART, name))
    text = words.TEXT.format(label=task.label, title=task.title, body=task.body, clause=task.clause)
    blocks += [said(words.ORIGINAL, text), said(words.BODIES, _bodies(item)), said(words.PEOPLE, _people(data, item))]
    blocks += [said(words.APPLIES, _applies(item)), _progress(data, item, size)]
    if item.actions:
        blocks.append(_actions(data, item, size))
    blocks += [said(label, text) for label, text in task_records.of_task(data, item)]
    return blocks


def _bodies(item: TaskData) -> str:
    """The bodies the notice names, each with the county's unit that answers to it."""
    unit_of = dict(item.bodies)
    return words.BODIES_SEP.join(
        (words.BODY if unit_of.get(body) else words.BODY_ONLY).format(body=body, unit=unit_of.get(body))
        for body in item.task.bodies
    )


def _people(data: ReportData, item: TaskData) -> str:
    told = []
    for role, line in words.ROLES.items():
        name = getattr(item.task, role)
        phone = data.records.phones.get(name, "") if data.options.phones else ""
        if name:
            told.append(line.format(name=words.PHONED.format(name=name, phone=phone) if phone else name))
    return words.ROLES_SEP.join(told)


def _applies(item: TaskData) -> str:
    task = item.task
    if task.applicable:
        return words.APPLICABLE
    return words.NOT_APPLICABLE.format(reason=task.na_reason.rstrip("。"), confirmer=task.na_confirmer)


def _progress(data: ReportData, item: TaskData, size: float) -> Block:
    """The percent as a bar with a mark at the time elapsed, and how many actions stand where."""
    tally = item.tally
    if not tally.actions:
        return Block(words.PROGRESS, (Row((Slot(Cell(words.STATES[tally.state], "fang", size)),)),))
    figures = {name: getattr(tally, name) for name in (
        "actions", "finished", "closed", "in_progress", "not_started", "overdue", "soon", "slow",
    )}  # fmt: skip
    pace = tally.pace(data.yard.pace_points)

    def bar(ink: Ink, x: float, top: float, width: float, height: float) -> None:
        bars.paced(ink, tally.percent, pace, x, top - height * 0.7, min(_BAR_WIDTH, width / 2), "fang", size)

    stands = Slot(Cell(words.STANDS.format(**figures), "fang", size), drawing=bar, tall=size * 1.6)
    return Block(words.PROGRESS, (Row((stands,)),))


def _actions(data: ReportData, item: TaskData, size: float) -> Block:
    head = Row(tuple(
        Slot(Cell(name, "hei", size, "center"), width)
        for name, width in zip(words.COLUMNS, _ACTION_WIDTHS, strict=True)
    ))  # fmt: skip
    return Block("", tuple(_action(data, action, size) for action in item.actions), head)


def _action(data: ReportData, action: Action, size: float) -> Row:
    cells = (
        Cell(action.code, "song", size * _CODE),
        Cell(action.title, "song", size, indent=_STEP * (action.depth - 1)),
        Cell(action.lead, "song", size, "center"),
        Cell(action.owner, "song", size, "center"),
        Cell(columns.due(action).split("\n")[0], "song", size, "center"),
        Cell(words.PERCENT.format(n=action.percent), "song", size, "center"),
        Cell(columns.state(action, data.yard), "song", size, "center"),
    )
    return Row(tuple(Slot(cell, width) for cell, width in zip(cells, _ACTION_WIDTHS, strict=True)))
