"""What the 落实情况报告 says by itself: its paragraphs as templates that editing goes on from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db import status
from db.actions import Action
from db.narrative import filled
from db.problems import Problem, is_open
from db.text import short_day
from reports import frame
from reports.data import PartData, ReportData, TaskData
from reports.narrative_sentences import about, counted, grouped, name, names, quoted, said, tidy
from reports.words import narrative as words

_TITLES, _LATE, _REPORTED, _OF_REPORTED, _LEFT_OUT, _OF_DAY, _UNDIVIDED = 6, 10, 5, 3, 12, 4, 6


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph as a template; `kind` title, body, chapter 一、, section （一）, item 1., or attachments."""

    place: str
    kind: str
    template: str


def of(data: ReportData, attached: Sequence[str]) -> Iterator[Said]:
    """Every paragraph in order; those that have nothing to say are empty, and can be written by hand."""
    yield Said("title", "title", _title(data))
    yield Said("opening", "body", _opening(data))
    yield from _general(data)
    yield from _work(data)
    yield from _trouble(data)
    yield from _next(data)
    yield Said("attachments", "attachments", "\n".join(attached))


def _title(data: ReportData) -> str:
    title = words.TITLE.format(signer=data.letterhead.signer, plan=data.document.plan_title)
    scope = frame.scope_name(data)
    return words.NOTE.format(text=scope).join((title, "")) if scope else title


def _opening(data: ReportData) -> str:
    notice = data.document
    title = notice.title.translate(str.maketrans(*words.INNER)) if notice.title else notice.plan_title
    number = words.DOC_NUMBER.format(number=notice.doc_number) if notice.doc_number else ""
    scope, unit = frame.scope_name(data), data.options.scope.unit
    if scope:
        about_it = words.SCOPE_UNIT.format(unit=unit) if unit else words.SCOPE_REST.format(name=scope)
        return filled(words.OPENING_SCOPE, {"title": title, "number": number, "scope": about_it})
    template = words.OPENING if data.counts.total.actions else words.OPENING_UNDIVIDED
    return filled(template, {"title": title, "number": number})


# --- 一、总体情况 -------------------------------------------------------------------------------------------


def _general(data: ReportData) -> Iterator[Said]:
    total = data.counts.total
    yield Said("general", "chapter", words.GENERAL)
    yield Said("general.tasks", "body", _tasks(data))
    yield Said("general.timing", "body", _timing(data) if total.actions else "")
    yield Said("general.compared", "body", _compared(data))
    wanted = data.options.not_applicable and 0 < total.not_applicable <= _LEFT_OUT
    yield Said("general.not_applicable", "body", _left_out(data) if wanted else "")


def _tasks(data: ReportData) -> str:
    total = data.counts.total
    if not total.applicable:
        return words.NONE_CONCERNED
    concerned = words.CONCERNED if total.not_applicable else words.ALL_CONCERNED
    if not total.actions:
        return concerned + words.NONE_DIVIDED
    return concerned + (words.DIVIDED if total.undivided else words.ALL_DIVIDED) + words.STATES


def _timing(data: ReportData) -> str:
    total = data.counts.total
    if not (total.overdue or total.soon or total.slow or total.extended):
        return words.ALL_IN_TIME
    in_time = [words.OVERDUE if total.overdue else words.NO_OVERDUE]
    in_time += [words.SOON] if total.soon else []
    in_time += [words.EXTENDED] if total.extended else []
    pace = words.SLOW if total.slow else words.NOT_SLOW
    return filled(words.TIMING, {"parts": words.PAUSE.join(in_time) + words.SEPARATOR + pace})


def _compared(data: ReportData) -> str:
    if not (data.options.compare and data.comparison):
        return ""
    groups = data.comparison.groups
    parts = [told for group, told in words.CHANGES if groups[group]] or [words.NO_CHANGES]
    return filled(words.COMPARED, {"parts": words.PAUSE.join(parts)})


def _left_out(data: ReportData) -> str:
    titles = [
        words.LEFT_OUT_TITLE.format(title=name(its.task.title), n=its.task.number)
        for its in data.tasks if not its.task.applicable
    ]  # fmt: skip
    return filled(words.LEFT_OUT, {"titles": words.LIST.join(titles)})


# --- 二、主要做法和进展 ----------------------------------------------------------------------------------------


def _work(data: ReportData) -> Iterator[Said]:
    yield Said("work", "chapter", words.WORK)
    parts = [list(_part(part, data)) for part in data.parts]
    nothing = words.WORK_NONE if data.counts.total.applicable else words.WORK_NONE_CONCERNED
    told = any(one.template for part in parts for one in part)
    yield Said("work.none", "body", "" if told else nothing)
    for part in parts:
        yield from part


def _part(part: PartData, data: ReportData) -> Iterator[Said]:
    its = [Said(f"task.{task.task.number}", "item", _task(task, data)) for task in part.tasks if task.task.applicable]
    if part.part is not None:
        tally, number = data.counts.parts[part.part.id], part.part.number
        told = tally.actions > 0
        yield Said(f"part.{number}", "section", part.part.title if told else "")
        figures = words.PART if told else ""
        yield Said(f"part.figures.{number}", "body", figures)
    yield from its


def _task(its: TaskData, data: ReportData) -> str:
    sentences = _finished(its, data) + _progress(its, data)
    if not sentences:
        return ""
    return words.END.join([name(its.task.title), *sentences, ""])


def _finished(its: TaskData, data: ReportData) -> list[str]:
    """What has been done and not told otherwise, a parent standing for all below it."""
    titles, below = [], 0
    for action in its.actions:
        if below and action.depth > below:
            continue
        below = 0
        if action.status in status.FINISHED:
            below = action.depth
            if not _last_said(action, data):
                titles.append(action.title)
    return [words.FINISHED.format(titles=names(titles, _TITLES))] if titles else []


def _last_said(action: Action, data: ReportData) -> str:
    """What was reported last of what is done, if it was reported when it was."""
    entry = data.records.newest.get(action.id)
    return said(entry.done) if action.leaf and entry and entry.percent == 100 else ""


def _progress(its: TaskData, data: ReportData) -> list[str]:
    """What was reported last of every action, like things said once."""
    told = []
    for action in its.actions:
        text = _newest(action, data, "done") if _under_way(action) else ""
        if action.status in status.FINISHED:
            text = _last_said(action, data)
        told.append((name(action.title), text))
    return [about(names(titles, _OF_REPORTED), text) for text, titles in grouped(told).items()]


def _under_way(action: Action) -> bool:
    return action.leaf and status.counted(action.status) and action.status not in status.FINISHED


def _newest(action: Action, data: ReportData, field: str) -> str:
    entry = data.records.newest.get(action.id)
    return said(getattr(entry, field)) if entry else ""


# --- 三、存在问题 --------------------------------------------------------------------------------------------


def _trouble(data: ReportData) -> Iterator[Said]:
    total = data.counts.total
    its = [
        Said("trouble.overdue", "body", _overdue(data)),
        Said("trouble.slow", "body", words.TROUBLE_SLOW if total.slow else ""),
        *(Said(f"trouble.level.{level}", "body", _level(level, data)) for level in words.LEVELS),
        Said("trouble.reported", "body", _reported(data, "trouble", words.REPORTED)),
    ]
    yield Said("trouble", "chapter", words.TROUBLE)
    yield Said("trouble.none", "body", "" if any(one.template for one in its) else words.TROUBLE_NONE)
    yield from its


def _overdue(data: ReportData) -> str:
    late = data.behind("overdue")
    if not late:
        return ""
    late.sort(key=lambda action: action.due_on or "")
    titles = words.LIST.join(_late(action, data) for action in late[:_LATE])
    template = words.TROUBLE_OVERDUE_MOST if late[_LATE:] else words.TROUBLE_OVERDUE
    return filled(template, {"titles": titles})


def _late(action: Action, data: ReportData) -> str:
    lead = words.LATE_LEAD.format(lead=action.lead) if action.lead else ""
    days = status.timing(action, data.yard).days
    return words.LATE.format(title=name(action.title), lead=lead, days=days)


def _open(data: ReportData) -> Iterator[tuple[Action, Problem]]:
    for its in data.tasks:
        for action in its.actions:
            for problem in data.records.problems.get(action.id, ()):
                if is_open(problem, action, its.task):
                    yield action, problem


def _level(level: int, data: ReportData) -> str:
    items = [_problem(action, problem) for action, problem in _open(data) if problem.entry.level == level]
    return filled(words.LEVELS[level], {"items": counted(items)}) if items else ""


def _problem(action: Action, problem: Problem) -> str:
    entry = problem.entry
    return words.PROBLEM.format(
        title=name(action.title),
        text=tidy(entry.text),
        cause=words.CAUSE.format(cause=tidy(entry.cause)) if entry.cause else "",
        unit=words.COORDINATED.format(unit=entry.unit) if entry.unit else "",
    )


def _reported(data: ReportData, field: str, template: str) -> str:
    """What several say in their reports, that which most say first; of problems what is not registered already."""
    registered = {action.id for action, _ in _open(data)} if field == "trouble" else set()
    told = (
        (name(action.title), _newest(action, data, field))
        for its in data.tasks if its.task.applicable
        for action in its.actions if _under_way(action) and action.id not in registered
    )  # fmt: skip
    found = sorted(grouped(told).items(), key=lambda one: -len(one[1]))
    items = [
        words.REPORTED_OF.format(text=text, titles=names(titles, _OF_REPORTED)) for text, titles in found[:_REPORTED]
    ]
    return filled(template, {"items": counted(items)}) if items else ""


# --- 四、下一步工作 -------------------------------------------------------------------------------------------


def _next(data: ReportData) -> Iterator[Said]:
    total = data.counts.total
    its = [
        Said("next.due", "body", _due(data)),
        Said("next.overdue", "body", words.NEXT_OVERDUE if total.overdue else ""),
        Said("next.trouble", "body", words.NEXT_TROUBLE if total.problems else ""),
        Said("next.plans", "body", _reported(data, "next", words.NEXT_PLANS)),
        Said("next.divide", "body", _divide(data) if total.undivided else ""),
        Said("next.closing", "body", words.NEXT_CLOSING if total.done else ""),
    ]
    nothing = words.NEXT_NONE if total.applicable else words.NEXT_NONE_CONCERNED
    yield Said("next", "chapter", words.NEXT)
    yield from its
    yield Said("next.none", "body", "" if any(one.template for one in its) else nothing)


def _due(data: ReportData) -> str:
    """What falls due from now to the end of the next period, day by day."""
    until, days = data.period.after.last, {}  # type: str, dict[str, list[str]]
    counted_ones = data.behind("actions")
    for action in sorted(counted_ones, key=lambda action: action.due_on or ""):
        if _under_way(action) and data.today <= (action.due_on or "") <= until:
            days.setdefault(action.due_on or "", []).append(action.title)
    told = (
        words.DUE_ON.format(day=short_day(day, data.yard.plan_year), titles=names(titles, _OF_DAY))
        for day, titles in days.items()
    )
    return filled(words.NEXT_DUE, {"days": words.SEPARATOR.join(told)}) if days else ""


def _divide(data: ReportData) -> str:
    titles = [quoted(its.task.title) for its in data.tasks if its.task.applicable and its.tally.undivided]
    if len(titles) > _UNDIVIDED:
        return words.NEXT_DIVIDE_ALL
    return filled(words.NEXT_DIVIDE, {"titles": "".join(titles)})
