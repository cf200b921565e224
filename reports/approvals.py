"""What 延期审批表 and 销号审批表 share: which actions they are for, what each says of its action, where people sign."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.actions import Action
from reports import columns, frame
from reports.data import ReportData, TaskData
from reports.typesetting.cells import Cell
from reports.typesetting.form import Block, Form, Row, Slot
from reports.typesetting.paper import Paper
from reports.typesetting.sheets import portrait
from reports.words import approvals as words

SIZE = 12.0
LABEL_WIDTH = 74.0
_SIGN_HEIGHT = 54.0


@dataclass(frozen=True, slots=True)
class Subject:
    """An action on a form, and the task it comes from."""

    item: TaskData
    action: Action


def subjects(data: ReportData) -> Iterator[Subject]:
    """The leaf actions of applicable tasks in scope, in order; only the chosen ones where some are chosen."""
    chosen = data.options.actions
    for item in data.tasks:
        for action in item.actions if item.task.applicable else ():
            if action.leaf and (not chosen or action.code in chosen):
                yield Subject(item, action)


def draw_form(data: ReportData, paper: Paper, subject: Subject, name: str, line: str, blocks: list[Block]) -> None:
    """Draw one form from a page of its own on; the cells people write in share what the page has left."""

    def go_on() -> None:
        paper.turn()
        frame.continued(paper, name)

    paper.begin(portrait(duplex=data.options.duplex))
    paper.mark(subject.action.title)
    frame.head(data, paper, name, (words.LINE.format(line=line, period=data.period.name),))
    form = Form(paper, LABEL_WIDTH, SIZE, go_on)
    form.draw(blocks, frame.note_height(data, paper, counts=False), fill=True)
    frame.sign_off(data, paper, counts=False)


def about(data: ReportData, subject: Subject) -> list[Block]:
    """What is told of the action on either form: what it is, where it comes from, who has to do it."""
    task, action = subject.item.task, subject.action
    number = data.document.doc_number or words.TITLE.format(title=data.document.plan_title)
    source = words.TASK.format(notice=number, n=task.number, label=task.label, title=task.title)
    blocks = [
        said(words.ITEM, action.title),
        said(words.SOURCE, source),
        pair(words.LEAD, action.lead, words.OWNER, action.owner),
    ]
    phone = data.records.phones.get(action.owner, "") if data.options.phones else ""
    if phone or action.leader:
        blocks.append(pair(words.LEADER, action.leader, words.PHONE, phone))
    if action.responsible or action.supporting:
        blocks.append(said(words.OTHERS, columns.others(action)))
    return blocks


def said(label: str, text: str, least: float = 0.0) -> Block:
    """A label and what is said under it; `least` where it may have to be written by hand."""
    return Block(label, (Row((Slot(Cell(text, "fang", SIZE)),), least, grows=least > 0),))


def pair(label: str, text: str, other: str, other_text: str) -> Block:
    """Two labels with what is said, side by side."""
    beside = Slot(Cell(other, "hei", SIZE, "center"), LABEL_WIDTH)
    half = (Slot(Cell(text, "fang", SIZE), 147), beside, Slot(Cell(other_text, "fang", SIZE), 147))
    return Block(label, (Row(half),))


def signed(label: str, text: str, *lines: str) -> Block:
    """Where somebody says what he thinks and signs, with what is known of it already."""
    slot = Slot(Cell(text, "fang", SIZE), sign=(*lines, words.DATE))
    return Block(label, (Row((slot,), _SIGN_HEIGHT, grows=True),))


def due(day: str | None, told: str) -> str:
    """A due date, with the words it was given in where they say it otherwise."""
    if not day:
        return told
    written = frame.day(day)
    if not told or told.isdecimal() or written.endswith(told):
        return written
    return words.DUE.format(day=written, words=told)
