"""What stands round the body of a sheet: title, basis, the day; the counting rule, who signs."""

from datetime import date, datetime

from reports import words
from reports.data import ReportData
from reports.options import Scope
from reports.typesetting.lines import Line
from reports.typesetting.paper import Paper
from reports.typesetting.sheets import Sheet, landscape

TITLE_SIZE = 22.0  # 2号
_TITLE_LEADING, _LINE_SIZE, _LINE_LEADING = 32.0, 12.0, 16.0
_LABEL_SIZE = 15.75  # 3号
_NOTE_SIZE, _NOTE_LEADING = 9.0, 12.0
_SIGN_DROP = 32.0


def sheet(data: ReportData) -> Sheet:
    """The landscape sheet the options ask for."""
    options = data.options
    return landscape(options.binding, options.size, duplex=options.duplex)


def begin(data: ReportData, paper: Paper, title: str, lines: tuple[str, ...]) -> None:
    """Begin a landscape sheet: 附件 number where it is one, title, lines at the left, the day at the right."""
    paper.begin(sheet(data))
    paper.mark(title)
    head(data, paper, title, lines)


def head(data: ReportData, paper: Paper, title: str, lines: tuple[str, ...]) -> None:
    """Draw the title and what stands under it from the place reached on; leaves it where the body may begin."""
    ink, width = paper.ink, paper.sheet.width
    label(paper)
    for line in ink.title(title, "xbs", TITLE_SIZE, width):
        paper.y -= TITLE_SIZE
        ink.line(line, paper.left, paper.y, "xbs", TITLE_SIZE)
        paper.y -= _TITLE_LEADING - TITLE_SIZE
    as_of = words.AS_OF.format(day=day(data.today))
    paper.y -= 8
    ink.text(as_of, paper.left + width, paper.y, "fang", _LINE_SIZE, align="right")
    beside = width - ink.width(as_of, "fang", _LINE_SIZE) - _LINE_SIZE
    for text in lines or ("",):
        for line in ink.set(text, "fang", _LINE_SIZE, beside, justify=False):
            ink.line(line, paper.left, paper.y, "fang", _LINE_SIZE)
            paper.y -= _LINE_LEADING
    paper.y += 8


def continued(paper: Paper, title: str) -> None:
    """Draw the head of a further page: the title in small, with （续）."""
    text = title + words.CONTINUED
    for line in paper.ink.set(text, "hei", _LINE_SIZE, paper.sheet.width, justify=False):
        paper.y -= _LINE_LEADING
        paper.ink.line(line, paper.left, paper.y + _LINE_LEADING - _LINE_SIZE, "hei", _LINE_SIZE)
    paper.y -= 4


def label(paper: Paper) -> None:
    """附件n in 3号黑体 at the upper left, where the sheet is bound into another document (§7.3.7)."""
    if paper.attachment:
        paper.y -= _LABEL_SIZE
        text = words.ATTACHMENT.format(n=paper.attachment)
        paper.ink.text(text, paper.left, paper.y, "hei", _LABEL_SIZE)
        paper.y -= 6


def foot_height(data: ReportData, paper: Paper, *, counts: bool = True) -> float:
    """What `foot` needs under the body, pt."""
    return note_height(data, paper, counts=counts) + (_SIGN_DROP if data.options.signatures else 0)


def foot(data: ReportData, paper: Paper, *, counts: bool = True) -> None:
    """The counting rule and when it was made; under it the line for signatures, where it is wanted."""
    sign_off(data, paper, counts=counts)
    if data.options.signatures:
        paper.y -= _SIGN_DROP - _NOTE_LEADING
        for place, text in enumerate(words.SIGNATURES):
            paper.ink.text(text, paper.left + place * paper.sheet.width / 3, paper.y, "fang", _LINE_SIZE)


def note_height(data: ReportData, paper: Paper, *, counts: bool = True) -> float:
    """What `sign_off` needs under the body, pt."""
    return 16 + len(_note(data, paper, counts=counts)) * _NOTE_LEADING


def sign_off(data: ReportData, paper: Paper, *, counts: bool = True) -> None:
    """The counting rule, if the sheet `counts`, and when it was made, where people sign in places of their own."""
    paper.y -= 16
    paper.ink.text(made(data), paper.left + paper.sheet.width, paper.y, "song", _NOTE_SIZE, align="right")
    for line in _note(data, paper, counts=counts):
        paper.ink.line(line, paper.left, paper.y, "song", _NOTE_SIZE)
        paper.y -= _NOTE_LEADING


def note(data: ReportData, *, counts: bool = True) -> str:
    """统计口径: what the figures leave out, and whose they are; only the latter on a sheet that counts nothing."""
    basis = words.DATA_OF.format(period=data.period.name) if data.locked else words.DATA_NOW
    if not counts:
        return words.NOTE.format(basis=basis)
    return words.FOOTNOTE.format(not_applicable=data.counts.total.not_applicable, basis=basis)


def made(data: ReportData) -> str:
    """When it was made."""
    moment = datetime.fromisoformat(data.now)
    return words.GENERATED.format(day=day(moment.date().isoformat()), time=moment.strftime("%H:%M"))


def basis(data: ReportData) -> str:
    """The notice a sheet answers, with its number where it has one."""
    number = data.document.doc_number
    return (words.BASIS if number else words.BASIS_PLAIN).format(title=data.document.plan_title, number=number)


def title(data: ReportData, name: str) -> str:
    """A sheet's title, as 安岭县2020年新型城镇化建设和城乡融合发展重点任务任务分解表 without saying 任务 twice."""
    plan = data.document.plan_title
    if name.startswith(words.TASKS):
        plan = plan.removesuffix(words.TASKS)
    whole = words.TITLE.format(county=data.settings.county, plan=plan, name=name)
    scope = scope_name(data)
    return words.TITLE_OF.format(title=whole, scope=scope) if scope else whole


def scope_name(data: ReportData) -> str:
    """What a sheet of less than everything is about; "" for all of it."""
    scope: Scope = data.options.scope
    found = [scope.unit] if scope.unit else []
    found += [words.PART_NAME.format(title=part.part.title) for part in data.parts if scope.part and part.part]
    found += [words.TASK_NAME.format(n=scope.task)] if scope.task else []
    return "、".join(found)


def day(when: str) -> str:
    """2020年6月28日."""
    moment = date.fromisoformat(when)
    return words.DATE.format(year=moment.year, month=moment.month, day=moment.day)


def _note(data: ReportData, paper: Paper, *, counts: bool) -> list[Line]:
    beside = paper.ink.width(made(data), "song", _NOTE_SIZE) + _LINE_SIZE
    return paper.ink.set(note(data, counts=counts), "song", _NOTE_SIZE, paper.sheet.width - beside, justify=False)
