"""`python -m reports KIND FILE -o OUT.pdf` makes any report without a screen."""

import argparse
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from db import connection, periods, supervision
from db.errors import ChecklistError
from db.login import login_name
from reports.data import gather
from reports.errors import ReportError
from reports.kinds import KINDS
from reports.options import BINDINGS, LISTS, ROWS, SIZES, Options, Scope
from reports.render import export
from reports.words import faces


def main(arguments: list[str]) -> int:
    """Make one report; 0 when it was written, 2 with one sentence when not."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may not know every character
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.list:
        print("\n".join(f"{name}  {kind.name}" for name, kind in KINDS.items()))
        return 0
    if not (chosen.kind and chosen.file and chosen.output):
        parser.error("需要报告种类、台账文件和 -o 输出文件")
    try:
        return _make(chosen)
    except (ChecklistError, ReportError) as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="reports", description="从台账文件生成报告（PDF）")
    parser.add_argument("--list", action="store_true", help="列出报告的种类")
    parser.add_argument("kind", nargs="?", help="报告的种类")
    parser.add_argument("file", nargs="?", type=Path, help="台账文件（.luoshi）")
    parser.add_argument("-o", "--output", type=Path, help="要写入的PDF文件；落实情况报告也可以写成 .docx")
    parser.add_argument("--today", default=None, help="数据截止日期，写成2020-06-18")
    parser.add_argument("--now", default=None, help="生成时间，写成2020-06-18T09:30:00")
    parser.add_argument("--period", default="", help="期次，例如2020-06、2020-Q2、2020-H1；已封账的按封账时重印")
    parser.add_argument("--part", type=int, help="只要一个部分，写它的序号，例如2")
    parser.add_argument("--task", type=int, help="只要一项任务，写它的序号，例如13")
    parser.add_argument("--unit", default="", help="只要一个单位，写它的名称")
    parser.add_argument("--binding", choices=BINDINGS, default="meeting", help="横表：meeting会议版，bound装订版")
    parser.add_argument("--paper", choices=SIZES, default="A4", help="横表的纸张")
    parser.add_argument("--duplex", action="store_true", help="双面印刷，双页左右页边对调")
    parser.add_argument("--phones", action="store_true", help="印出联系电话")
    parser.add_argument("--no-signatures", action="store_true", help="不要签字栏")
    parser.add_argument("--unstamped", action="store_true", help="落款按不盖章版排")
    parser.add_argument("--no-comparison", action="store_true", help="不与上期比较")
    parser.add_argument("--lists", choices=LISTS, nargs="+", default=LISTS, help="四张清单：只要其中哪几张")
    parser.add_argument("--no-left-out", action="store_true", help="落实情况报告：不写不适用事项")
    parser.add_argument("--no-attachments", action="store_true", help="落实情况报告：不要附件说明")
    parser.add_argument("--rows", choices=ROWS, default="tasks", help="进度图：tasks按任务，actions按行动")
    parser.add_argument("--extras", default="", help="会议材料和附件说明：收哪些种类，用逗号分开，依次排列")
    parser.add_argument("--action", action="append", default=[], help="审批表：只要这项行动的，写它的编号，可写几次")
    parser.add_argument("--notices", nargs="+", default=(), help="督办通知单：只要这几份，写编号；不写是没有反馈的")
    parser.add_argument("--bundled-fonts", action="store_true", help="只用随程序附带的字体")
    return parser


def _make(chosen: argparse.Namespace) -> int:
    now = _moment(chosen.now) if chosen.now else datetime.now()
    today = _moment(chosen.today).date() if chosen.today else date.today()
    if chosen.kind not in KINDS:
        raise ReportError("kind_unknown", kind=chosen.kind)
    checklist = connection.open(chosen.file, by=login_name())
    try:
        notices = tuple(supervision.numbered(checklist, number).id for number in chosen.notices)
        options = replace(_options(chosen), notices=notices)
        data = gather(checklist, today.isoformat(), now.isoformat(timespec="seconds"), options)
    finally:
        checklist.close()
    printed = export(chosen.kind, data, chosen.output, bundled_only=chosen.bundled_fonts)
    print(f"{printed.path}  {printed.pages}页" if printed.pages else printed.path)
    if printed.missing:
        each = zip(printed.missing, printed.places, strict=True)
        told = "、".join(faces.NOT_DRAWN_AT.format(character=character, place=place) for character, place in each)
        print(faces.NOT_DRAWN.format(n=len(printed.missing), characters=told), file=sys.stderr)
    return 0


def _options(chosen: argparse.Namespace) -> Options:
    return Options(
        scope=Scope(chosen.part, chosen.task, chosen.unit),
        period=periods.parse(chosen.period) if chosen.period else None,
        binding=chosen.binding,
        size=chosen.paper,
        duplex=chosen.duplex,
        phones=chosen.phones,
        signatures=not chosen.no_signatures,
        stamped=not chosen.unstamped,
        compare=not chosen.no_comparison,
        not_applicable=not chosen.no_left_out,
        attachments=not chosen.no_attachments,
        rows=chosen.rows,
        lists=tuple(chosen.lists),
        extras=_extras(chosen.extras) if chosen.extras else Options().extras,
        actions=tuple(chosen.action),
    )


def _extras(told: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in told.replace("，", ",").split(","))
    for name in names:
        if name not in KINDS:
            raise ReportError("kind_unknown", kind=name)
    return names


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ReportError("date_invalid", value=text) from error


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
