"""责任单位分表: for every unit what it leads, what it takes part in and what is in its way; to be filled in and signed.

Landscape, like the ledger it is a part of: on an upright sheet 进展情况 would be seven characters wide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.actions import Action
from db.counts import Tally
from db.words.problems import LEVELS, LEVELS_MEAN
from reports import columns, frame
from reports.data import ReportData
from reports.typesetting.cells import Cell
from reports.typesetting.form import Block, Form, Row, Slot
from reports.typesetting.paper import Paper
from reports.typesetting.table import Band, Group, Table
from reports.words import CONTINUED
from reports.words import unit_sheet as words

_WIDTHS = (12, 52, 33, 33, 19, 25, 44, 38, 24)  # in proportion
_PERSON, _PHONE = 4, 7  # its place, and more for a person with a telephone number
_PROBLEM_WIDTHS = (12, 58, 58, 46, 32, 24, 32)
_SIZE, _BAND_SIZE = 10.5, 12.0
_STEP = 10.5  # what a sub-action is moved in, pt
_SIGN_SIZE, _SIGN_HEIGHT, _GAP = 12.0, 52.0, 12.0


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the sheet of every unit, each from an odd page on, yielding (done, of) after each."""
    units = _units(data)
    for done, unit in enumerate(units, 1):
        _sheet(data, paper, unit)
        yield done, len(units)


def title(data: ReportData) -> str:
    """The document's title: of one unit, or of all of them."""
    return frame.title(data, words.NAME)


def empty(data: ReportData) -> str:
    """Why there is none: nobody has anything to do."""
    return "" if _units(data) else words.EMPTY


def _units(data: ReportData) -> tuple[str, ...]:
    """The unit that was asked for, else all that have something to do, in the order of the county's roster."""
    if data.options.scope.unit:
        return (data.options.scope.unit,)
    place = {name: number for number, name in enumerate(data.roster)}
    return tuple(sorted(data.counts.units, key=lambda name: (place.get(name, len(place)), name)))


def _sheet(data: ReportData, paper: Paper, unit: str) -> None:
    scope = replace(data.options.scope, unit=unit)
    named = replace(data, options=replace(data.options, scope=scope))
    paper.begin(frame.sheet(data), odd=True)
    paper.mark(unit)
    period = words.PERIOD.format(period=data.period.name)
    leaderless = "" if data.options.scope.unit else _leaderless(data)
    frame.head(data, paper, title(named), (frame.basis(data), period + leaderless))
    _draw_figures(data, paper, unit)
    paper.y -= _GAP

    def go_on() -> None:
        paper.turn()
        frame.continued(paper, unit)

    form = Form(paper, 0, _SIGN_SIZE, go_on)
    signed = _signers() if data.options.signatures else ()
    foot = frame.note_height(data, paper) + (form.height(signed) + _GAP if signed else 0.0)
    problems = list(_problems(data, unit))
    again = unit + CONTINUED
    table = Table(paper, _columns_of(data), _head(words.COLUMNS), again=again)
    _run(table, list(_rows(data, unit)), 0.0 if problems else foot)
    if problems:
        paper.y -= _GAP
        _run(Table(paper, _PROBLEM_WIDTHS, _head(words.PROBLEM_COLUMNS), again=again), problems, foot)
    if signed:
        paper.y -= _GAP
        form.draw(signed)
    frame.sign_off(data, paper)


def _leaderless(data: ReportData) -> str:
    """Why what all units lead does not sum to the county's figure; "" where it does."""
    count = data.counts.total.without_lead
    return words.LEADERLESS.format(n=count) if count else ""


def _run(table: Table, parts: Sequence[Band | Group], foot: float) -> None:
    for _ in table.draw(parts, foot):
        pass


def _head(names: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell(name, "hei", _SIZE, "center") for name in names)


def _columns_of(data: ReportData) -> tuple[int, ...]:
    widths = list(_WIDTHS)
    if data.options.phones:
        widths[_PERSON] += _PHONE
    return tuple(widths)


def _draw_figures(data: ReportData, paper: Paper, unit: str) -> None:
    """The unit's figures: what it leads, what it takes part in, and both; those of the window, never counted here."""
    whole, leads = data.counts.units.get(unit, Tally()), data.counts.leads.get(unit, Tally())
    lines: dict[str, list[int]] = {words.LEADS: [], words.JOINS: [], words.BOTH: []}
    for figure in words.FIGURES:
        both, led = getattr(whole, figure), getattr(leads, figure)
        for name, number in zip(lines, (led, both - led, both), strict=True):
            lines[name].append(number)
    table = Table(paper, (2, *(1,) * len(words.FIGURES)), _head((words.ROLE, *words.FIGURES.values())))
    rows = tuple(tuple(Cell(str(told), size=_SIZE, align="center") for told in (name, *numbers))
                 for name, numbers in lines.items())  # fmt: skip
    _run(table, [Group((), rows)], 0.0)


def _rows(data: ReportData, unit: str) -> Iterator[Band | Group]:
    """What the unit leads, then what else it takes part in; numbered are those that are counted."""
    whole, leads = data.counts.units.get(unit, Tally()).actions, data.counts.leads.get(unit, Tally()).actions
    counted = set(data.counts.behind("actions", unit=unit))
    mine = [
        (action, item.task.label + item.task.title)
        for item in data.tasks if item.task.applicable
        for action in item.actions if unit in (action.lead, *action.responsible, *action.supporting)
    ]  # fmt: skip
    for heading, count, led in ((words.LED, leads, True), (words.JOINED, whole - leads, False)):
        yield Band(Cell(heading.format(n=count), "hei", _BAND_SIZE))
        place = 0
        for action, task in mine:
            if (action.lead == unit) == led:
                place += action.id in counted
                number = str(place) if action.id in counted else words.UNCOUNTED
                yield Group((), (_action(data, action, unit, task, number),))


def _action(data: ReportData, action: Action, unit: str, task: str, number: str) -> tuple[Cell, ...]:
    newest = data.records.newest.get(action.id)
    plans = [words.TROUBLE.format(text=newest.trouble)] if newest and newest.trouble else []
    plans += [words.NEXT.format(text=newest.next)] if newest and newest.next else []
    state = columns.state(action, data.yard)
    if 0 < action.percent < 100:
        state += "\n" + words.PERCENT.format(n=action.percent)
    return (
        Cell(number, size=_SIZE, align="center"),
        Cell(action.title, size=_SIZE, note=action.code, indent=_STEP * (action.depth - 1)),
        Cell(task, size=_SIZE),
        Cell(_parties(action, unit), size=_SIZE, mark=words.SEPARATOR),
        Cell(_person(data, action.owner), size=_SIZE, align="center"),
        Cell(columns.due(action), size=_SIZE, align="center"),
        Cell(newest.done if newest else "", size=_SIZE),
        Cell("\n".join(plans), size=_SIZE),
        Cell(state, size=_SIZE, align="center"),
    )


def _parties(action: Action, unit: str) -> str:
    """Who else is in it; of what the unit leads it is not told again."""
    leads = (action.lead,) if action.lead != unit else ()
    roles = ((words.LEAD, leads), (words.RESPONSIBLE, action.responsible),
             (words.SUPPORTING, action.supporting))  # fmt: skip
    return "\n".join(line.format(names=words.SEPARATOR.join(names)) for line, names in roles if any(names))


def _person(data: ReportData, name: str) -> str:
    phone = data.records.phones.get(name, "") if data.options.phones else ""
    return f"{name}\n{phone}" if phone else name


def _problems(data: ReportData, unit: str) -> Iterator[Band | Group]:
    """The open problems of the unit's actions, as many as its figures say."""
    number = data.counts.units.get(unit, Tally()).problems
    if not number:
        return
    yield Band(Cell(words.PROBLEMS.format(n=number), "hei", _BAND_SIZE))
    counted = set(data.counts.behind("problems", unit=unit))
    place = 0
    for action in data.actions:
        for problem in data.records.problems.get(action.id, ()) if action.id in counted else ():
            if problem.solved_on is None:
                place += 1
                entry = problem.entry
                level = words.LEVEL.format(level=LEVELS[entry.level], meaning=LEVELS_MEAN[entry.level])
                raised = words.RAISED.format(day=frame.day(entry.raised_on), days=problem.age(data.yard).days)
                told = (str(place), action.title, entry.text, entry.cause, level, entry.unit, raised)
                centred = {0, 4, 5, 6}
                yield Group((), (tuple(
                    Cell(text, size=_SIZE, align="center" if at in centred else "left", note=action.code * (at == 1))
                    for at, text in enumerate(told)
                ),))  # fmt: skip


def _signers() -> tuple[Block, ...]:
    """Where who filled it in, who checked it and the head of the unit sign, and its seal goes."""
    slots: list[Slot] = []
    *others, chief = words.SIGNERS
    for name in others:
        slots += [Slot(Cell(name, "hei", _SIGN_SIZE, "center"), 1), Slot(Cell("", "fang", _SIGN_SIZE), 1.6)]
    slots += [Slot(Cell(chief, "hei", _SIGN_SIZE, "center"), 1.3)]
    slots += [Slot(Cell("", "fang", _SIGN_SIZE), 3, sign=words.STAMP)]
    return (Block("", (Row(tuple(slots), _SIGN_HEIGHT),)),)
