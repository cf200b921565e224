"""Commands about periods: report progress, see what is missing, close a period, compare it with the last."""

import argparse
import csv
from dataclasses import asdict
from pathlib import Path
from typing import Any

from db import actions, comparison, locking, periods, progress, settings, snapshots
from db.commands.options import ACTION, BY, FILE, JSON, PERIOD, TODAY, Option, text
from db.commands.telling import aligned, as_json, opened, say
from db.comparison import Change, Comparison
from db.connection import Checklist
from db.errors import RuleBroken, translated
from db.periods import Period
from db.progress import Duty, Entry, Report
from db.words import STATUS
from db.words import periods as words

_FIGURES = tuple(words.CLI_FIGURES)
_COLUMNS = ("percent", *progress.TEXTS)


def report(chosen: argparse.Namespace) -> int:
    """填报一项行动在一个期次的进展"""
    said = {name: getattr(chosen, name) for name in (*_COLUMNS, "reason", "reporter", "reviewer", "entered_on")}
    with opened(chosen.file, chosen.by) as checklist:
        period = _period(checklist, chosen)
        progress.report(checklist, actions.coded(checklist, chosen.code).id, period, today=chosen.today, **said)
    say(words.CLI_REPORTED.format(period=period.name, n=1))
    return 0


def report_many(chosen: argparse.Namespace) -> int:
    """从表格（TSV或CSV）填报多项行动的进展"""
    with translated(chosen.table):
        content = chosen.table.read_bytes()
    with opened(chosen.file, chosen.by) as checklist:
        period = _period(checklist, chosen)
        rows = _rows(checklist, content, chosen.table.name)
        progress.report_many(checklist, period, rows, today=chosen.today)
    say(words.CLI_REPORTED.format(period=period.name, n=len(rows)))
    return 0


def unreport(chosen: argparse.Namespace) -> int:
    """删除一项行动在一个期次的填报"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        period = periods.parse(chosen.period) if chosen.period else periods.at(
            settings.read(checklist).rhythm, chosen.today
        )
        found = progress.of_period(checklist, period).get(action.id)
        if found is None:
            raise RuleBroken("entry_unknown")
        say(progress.remove(checklist, found.id).label)
    return 0


def entries(chosen: argparse.Namespace) -> int:
    """一项行动各期次的进展"""
    with opened(chosen.file) as checklist:
        found = progress.of_action(checklist, actions.coded(checklist, chosen.code).id)
    if chosen.json:
        say(as_json([_told(entry) for entry in found]))
    for entry in () if chosen.json else found:
        late = f"（{words.CLI_LATE}）" if entry.late else ""
        say("  ".join((entry.period.name, f"{entry.percent}%", entry.reporter, entry.entered_on + late)))
        for name in progress.TEXTS:
            for line in getattr(entry, name).splitlines():
                say(f"    {words.TEXTS[name]}：{line}")
    return 0


def missing(chosen: argparse.Namespace) -> int:
    """未报进展的行动"""
    with opened(chosen.file) as checklist:
        period = _period(checklist, chosen)
        duty = progress.missing(checklist, period, chosen.today)
    if chosen.json:
        say(as_json({"period": period.code, **_figures(duty), "actions": [action.code for action in duty.missing]}))
        return 0
    say(words.CLI_MISSING.format(period=period.name, **_figures(duty)))
    rows = [(action.code, action.lead or "－", action.title) for action in duty.missing]
    say("\n".join("  ".join(row) for row in rows) or words.CLI_ALL_REPORTED.format(period=period.name))
    return 0


def listed(chosen: argparse.Namespace) -> int:
    """一年里的期次：填报了多少，是否封账"""
    with opened(chosen.file) as checklist:
        year = chosen.year or settings.read(checklist).plan_year
        locked = periods.locked(checklist)
        every = [period for kind in periods.KINDS for period in periods.of_year(kind, year)]
        told = []
        for period in every:
            closed = periods.locked_by(checklist, period)
            told.append({
                "period": period.code, "name": period.name, "entries": len(progress.of_period(checklist, period)),
                "locked_with": closed.code if closed else None, "locked_on": locked[closed] if closed else None,
            })  # fmt: skip
    if chosen.json:
        say(as_json(told))
        return 0
    names = {period.code: period.name for period in every}
    rows = [(str(row["name"]), str(row["period"]), str(row["entries"]), _state(row, names)) for row in told]
    say(aligned(rows))
    return 0


def lock(chosen: argparse.Namespace) -> int:
    """封账一个期次：内容不能再改，以后重印与今天一样"""
    with opened(chosen.file, chosen.by) as checklist:
        period = _period(checklist, chosen)
        left = len(progress.missing(checklist, period, chosen.today).missing)
        locking.lock(checklist, period, today=chosen.today)
    say(words.CLI_LOCKED.format(period=period.name, missing=left))
    return 0


def compare(chosen: argparse.Namespace) -> int:
    """与上一个封账的期次比较"""
    with opened(chosen.file) as checklist:
        period = periods.parse(chosen.period) if chosen.period else None
        made = comparison.between(checklist, chosen.today, period)
    sides = [state.period.name if state.period else words.NOW for state in (made.before, made.after)]
    if chosen.json:
        say(as_json({
            "before": _side(made.before), "after": _side(made.after),
            "groups": {name: [_change(change) for change in its] for name, its in made.groups.items()},
        }))  # fmt: skip
        return 0
    say(words.CLI_COMPARED.format(before=sides[0], after=sides[1]))
    for figure, name in words.CLI_FIGURES.items():
        was, now = (getattr(state.counts.total, figure) for state in (made.before, made.after))
        say(f"{name}  {was} → {now}")
    _say_groups(made)
    return 0


def _say_groups(made: Comparison) -> None:
    for name, changes in made.groups.items():
        if changes:
            say(f"{words.GROUPS[name]}  {len(changes)}")
        for change in changes:
            say(f"    {change.action.code}  {change.action.title}")


def _period(checklist: Checklist, chosen: argparse.Namespace) -> Period:
    """The period that was named, by default the one of the county's rhythm that holds the day."""
    if chosen.period:
        return periods.parse(chosen.period)
    return periods.at(settings.read(checklist).rhythm, chosen.today)


def _rows(checklist: Checklist, content: bytes, name: str) -> list[Report]:
    """What a table says: code, percent, three texts; the later columns may be left out."""
    try:
        table = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleBroken("paste_encoding", field="table", name=name) from error
    rows = []
    dialect: Any = csv.excel_tab if "\t" in table else csv.excel
    for number, cells in enumerate(csv.reader(table.splitlines(keepends=True), dialect), start=1):
        if not any(cell.strip() for cell in cells):
            continue
        if not 2 <= len(cells) <= 1 + len(_COLUMNS):
            raise RuleBroken("paste_columns", field="table", row=number, found=len(cells), wanted=1 + len(_COLUMNS))
        action = actions.coded(checklist, cells[0])
        rows.append(Report(action.id, **dict(zip(_COLUMNS, cells[1:], strict=False))))
    return rows


def _figures(duty: Duty) -> dict[str, int]:
    return {"due": len(duty.due), "reported": len(duty.reported), "missing": len(duty.missing)}


def _state(row: dict[str, Any], names: dict[str, str]) -> str:
    if not row["locked_with"]:
        return words.CLI_OPEN
    if row["locked_with"] == row["period"]:
        return words.CLI_CLOSED.format(day=row["locked_on"])
    return words.CLI_CLOSED_WITH.format(by=names[row["locked_with"]])


def _told(entry: Entry) -> dict[str, Any]:
    return asdict(entry) | {"period": entry.period.code, "late": entry.late}


def _side(state: snapshots.State) -> dict[str, Any]:
    total = state.counts.total
    code = state.period.code if state.period else None
    return {"period": code, "today": state.yard.today, **{name: getattr(total, name) for name in _FIGURES}}


def _change(change: Change) -> dict[str, Any]:
    def told(name: str) -> list[Any]:
        return [getattr(action, name) if action else None for action in (change.before, change.after)]

    status = [STATUS[code] if code else None for code in told("status")]
    return {
        "code": change.action.code, "title": change.action.title, "status": status,
        "percent": told("percent"), "due": told("due_on"),
    }  # fmt: skip


_PERCENT: Option = (("--percent",), {"default": None, "help": "完成率，0到100；不写就是没有变化"})
_TABLE: Option = (("table",), {"type": Path, "help": "UTF-8表格，每行：编号、完成率、进展情况、存在问题、下一步打算"})
_YEAR: Option = (("--year",), {"type": int, "help": "年份；不写就是计划年度"})
_SAID = (
    _PERCENT, text("--done", "进展情况"), text("--trouble", "存在问题"), text("--next", "下一步打算"),
    text("--reason", "完成率下降的原因"), text("--reporter", "填报人；不写就是当前使用人"),
    text("--reviewer", "审核人"), text("--entered-on", "填报日期；不写就是今天"),
)  # fmt: skip

COMMANDS = (
    ("report", report, (FILE, ACTION, PERIOD, *_SAID, TODAY, BY)),
    ("report-many", report_many, (FILE, _TABLE, PERIOD, TODAY, BY)),
    ("entries", entries, (FILE, ACTION, JSON)),
    ("unreport", unreport, (FILE, ACTION, PERIOD, TODAY, BY)),
    ("missing", missing, (FILE, PERIOD, JSON, TODAY)),
    ("periods", listed, (FILE, _YEAR, JSON)),
    ("lock", lock, (FILE, PERIOD, TODAY, BY)),
    ("compare", compare, (FILE, PERIOD, JSON, TODAY)),
)
