"""`python -m db COMMAND …`: make, read, fill and check a checklist from a script."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from db import commands
from db.errors import ChecklistError, RuleBroken
from db.login import login_name


def main(arguments: list[str]) -> int:
    """Run one command; 0 when it went well, 1 for findings of check, 2 with one sentence for bad input."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may not know every character
    try:
        chosen = _parser().parse_args(arguments)
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along, `| head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ChecklistError as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="db", description="落实台账文件的命令行")
    add = parser.add_subparsers(required=True, metavar="命令").add_parser
    for name, run, options in (
        ("new", commands.new, (_FILE, _COUNTY, _YEAR, _NOTICE, _BY)),
        ("parse", commands.parse, (_PATH, _ENCODING, _JSON)),
        ("add", commands.add, (_FILE, *_ACTION, _TODAY, _BY)),
        ("status", commands.status, (_FILE, _JSON, _TODAY)),
        ("check", commands.check, (_FILE, _TODAY)),
        ("undo", commands.undo, (_FILE, _REDO, _STEPS, _BY)),
        ("history", commands.history, (_FILE, _JSON)),
        ("sample", commands.sample, (_FILE, _NUMBER, _SEED)),
    ):
        command = add(name, help=run.__doc__)
        command.set_defaults(run=run)
        for names, settings in options:
            command.add_argument(*names, **settings)
    return parser


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise RuleBroken("date_invalid", field="today", value=text[:20]) from error


_FILE = (("file",), {"type": Path, "help": "台账文件（.luoshi）"})
_PATH = (("path",), {"type": Path, "help": "通知文件"})
_COUNTY = (("--county",), {"default": "安岭县", "help": "县（市、区）名称"})
_YEAR = (("--year",), {"type": int, "help": "计划年度；不写就取通知标题里的年份"})
_NOTICE = (("--notice",), {"type": Path, "help": "通知文件；不写就用随程序附带的532号文"})
_BY = (("--by",), {"default": login_name(), "help": "当前使用人"})
_ENCODING = (("--encoding",), {"help": "文字编码，例如big5"})
_JSON = (("--json",), {"action": "store_true", "help": "输出JSON"})
_TODAY = (("--today",), {"type": _day, "default": date.today().isoformat(), "help": "按这一天计算，写成2020-06-18"})
_REDO = (("--redo",), {"action": "store_true", "help": "重做，而不是撤销"})
_STEPS = (("--steps",), {"type": int, "choices": range(1, 1000), "metavar": "N", "default": 1, "help": "几步"})
_NUMBER = (("--actions",), {"type": int, "default": 280, "help": "行动总数"})
_SEED = (("--seed",), {"type": int, "default": 1, "help": "同一个数得到同样的内容"})
_ACTION = (
    (("--task",), {"type": int, "required": True, "help": "任务编号"}),
    (("--title",), {"required": True, "help": "行动名称"}),
    (("--lead",), {"default": "", "help": "牵头单位"}),
    (("--person",), {"default": "", "help": "责任人"}),
    (("--due",), {"default": "", "help": "完成时限，例如6月底前"}),
)

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
