"""`python -m reports KIND FILE -o OUT.pdf` makes any report without a screen."""

import argparse
import sys
from datetime import date, datetime
from pathlib import Path

from db import connection, periods
from db.errors import ChecklistError
from db.login import login_name
from reports.data import gather
from reports.errors import ReportError
from reports.kinds import KINDS
from reports.render import export


def main(arguments: list[str]) -> int:
    """Make one report; 0 when it was written, 2 with one sentence when not."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may not know every character
    parser = argparse.ArgumentParser(prog="reports", description="从台账文件生成报告（PDF）")
    parser.add_argument("--list", action="store_true", help="列出报告的种类")
    parser.add_argument("kind", nargs="?", help="报告的种类")
    parser.add_argument("file", nargs="?", type=Path, help="台账文件（.luoshi）")
    parser.add_argument("-o", "--output", type=Path, help="要写入的PDF文件")
    parser.add_argument("--today", default=None, help="数据截止日期，写成2020-06-18")
    parser.add_argument("--now", default=None, help="生成时间，写成2020-06-18T09:30:00")
    parser.add_argument("--period", default="", help="按已封账的期次重印，例如2020-06、2020-Q2、2020-H1")
    parser.add_argument("--bundled-fonts", action="store_true", help="只用随程序附带的字体")
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


def _make(chosen: argparse.Namespace) -> int:
    now = _moment(chosen.now) if chosen.now else datetime.now()
    today = _moment(chosen.today).date() if chosen.today else date.today()
    if chosen.kind not in KINDS:
        raise ReportError("kind_unknown", kind=chosen.kind)
    checklist = connection.open(chosen.file, by=login_name())
    try:
        period = periods.parse(chosen.period) if chosen.period else None
        data = gather(checklist, today.isoformat(), now.isoformat(timespec="seconds"), period)
    finally:
        checklist.close()
    printed = export(chosen.kind, data, chosen.output, bundled_only=chosen.bundled_fonts)
    print(f"{printed.path}  {printed.pages}页")
    return 0


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ReportError("date_invalid", value=text) from error


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
