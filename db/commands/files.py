"""Commands about a whole file: make one, read a notice, check it, make up a sample."""

import argparse
import sys
from pathlib import Path

from db import check as soundness
from db import checklists, tasks, words
from db import sample as sample_county
from db.commands.options import BY, FILE, JSON, TODAY, Option
from db.commands.telling import as_json, opened, say
from db.errors import RuleBroken, translated
from db.login import login_name
from db.notice.load import plan_year
from db.notice.model import Notice
from db.notice.parser import as_json as notice_as_json
from db.notice.parser import read_notice


def new(chosen: argparse.Namespace) -> int:
    """建立清单"""
    notice = _notice(chosen.notice)
    year = plan_year(notice) if chosen.year is None else chosen.year
    if year is None:
        raise RuleBroken("year_range", field="plan_year")
    checklist = checklists.create(
        chosen.file, county=chosen.county, lead_unit=f"{chosen.county}发展和改革局", plan_year=year,
        notice=notice, by=chosen.by or login_name(),
    )  # fmt: skip
    say(words.CLI_CREATED.format(path=chosen.file, tasks=len(tasks.all(checklist))))
    checklist.close()
    return 0


def parse(chosen: argparse.Namespace) -> int:
    """读通知文件，列出任务"""
    notice = _notice(chosen.path, chosen.encoding)
    if chosen.json:
        say(as_json(notice_as_json(notice)))
        return 0
    say(f"{notice.title}  {notice.doc_number or ''}")
    for task in notice.tasks:
        say(f"{task.number:>3} {task.label}{task.title}  {'、'.join(task.departments)}")
    for warning in notice.warnings:
        sys.stderr.write(f"{warning}\n")
    return 0


def check(chosen: argparse.Namespace) -> int:
    """检查文件是否完好"""
    with opened(chosen.file) as checklist:
        found = soundness.findings(checklist, chosen.today)
    say("\n".join(map(str, found)) or words.CLI_SOUND)
    return 1 if found else 0


def sample(chosen: argparse.Namespace) -> int:
    """建立一个填好的示例县"""
    checklist = sample_county.make(chosen.file, number=chosen.actions, seed=chosen.seed, draft=chosen.draft)
    say(words.CLI_CREATED.format(path=chosen.file, tasks=len(tasks.all(checklist))))
    checklist.close()
    return 0


def _notice(path: Path | None, encoding: str | None = None) -> Notice:
    if path is None:
        return checklists.shipped_notice()
    with translated(path):
        data = path.read_bytes()
    return read_notice(data, encoding)


_PATH: Option = (("path",), {"type": Path, "help": "通知文件"})
_COUNTY: Option = (("--county",), {"default": "安岭县", "help": "县（市、区）名称"})
_YEAR: Option = (("--year",), {"type": int, "help": "计划年度；不写就取通知标题里的年份"})
_NOTICE: Option = (("--notice",), {"type": Path, "help": "通知文件；不写就用随程序附带的532号文"})
_ENCODING: Option = (("--encoding",), {"help": "文字编码，例如big5"})
_NUMBER: Option = (("--actions",), {"type": int, "default": 280, "help": "行动总数"})
_SEED: Option = (("--seed",), {"type": int, "default": 1, "help": "同一个数得到同样的内容"})
_DRAFT: Option = (("--draft",), {"action": "store_true", "help": "还没有印发的县"})

COMMANDS = (
    ("new", new, (FILE, _COUNTY, _YEAR, _NOTICE, BY)),
    ("parse", parse, (_PATH, _ENCODING, JSON)),
    ("check", check, (FILE, TODAY)),
    ("sample", sample, (FILE, _NUMBER, _SEED, _DRAFT)),
)
