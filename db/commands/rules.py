"""Commands about the rules things are judged by: settings, the days off of a year, the clock."""

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from db import edit, history, holidays
from db import settings as county_settings
from db.commands.options import BY, FILE, JSON, Option
from db.commands.telling import aligned, as_json, opened, say
from db.errors import translated
from db.notice.reading import to_text
from db.periods import KINDS
from db.words import rules as words
from db.yardstick import LAMPS, PACES


def settings(chosen: argparse.Namespace) -> int:
    """查看或修改县名、牵头单位、计划年度和各项规则"""
    with opened(chosen.file, chosen.by) as checklist:
        given = {name: value for name in words.CLI_SETTINGS if (value := getattr(chosen, name)) is not None}
        if given:
            county_settings.change(checklist, replace(county_settings.read(checklist), **given))
        now = asdict(county_settings.read(checklist))
    if chosen.json:
        say(as_json(now))
    else:
        say(aligned([(told, str(now[name])) for name, told in words.CLI_SETTINGS.items()]))
    return 0


def days_off(chosen: argparse.Namespace) -> int:
    """查看或录入一年的放假安排"""
    with opened(chosen.file, chosen.by) as checklist:
        if chosen.forget:
            holidays.forget(checklist, chosen.year)
        if chosen.paste:
            with translated(chosen.paste):
                text = to_text(chosen.paste.read_bytes())
            holidays.paste(checklist, text, chosen.year)
        for day, kind in chosen.day:
            holidays.set_day(checklist, day, None if kind == _ORDINARY else kind)
        found = holidays.year(checklist, chosen.year)
    if chosen.json:
        say(as_json(asdict(found)))
        return 0
    say(words.CLI_YEAR[found.source].format(year=found.year))
    for entry in found.days:
        say(f"{entry.day}  {words.DAY_KINDS[entry.kind]}  {entry.name}".rstrip())
    return 0


def clock(chosen: argparse.Namespace) -> int:
    """查看电脑日期是否早于上次保存；日期没错时予以确认"""
    with opened(chosen.file, chosen.by) as checklist:
        if chosen.accept:
            edit.accept_clock(checklist)
        say(words.CLI_CLOCK.format(today=checklist.now()[:10], last=(history.last_saved(checklist) or "")[:10]))
        edit.require_clock(checklist)
    say(words.CLI_CLOCK_GOOD)
    return 0


_ORDINARY = "ordinary"
_RULES: tuple[Option, ...] = (
    (("--county",), {"help": "县（市、区）名称"}),
    (("--lead-unit",), {"help": "牵头单位"}),
    (("--plan-year",), {"type": int, "help": "计划年度"}),
    (("--rhythm",), {"choices": KINDS, "help": "填报周期：月、季、半年"}),
    (("--soon",), {"type": int, "metavar": "N", "help": "剩几个工作日以内算临期"}),
    (("--pace",), {"choices": PACES, "help": "序时口径：按行动起止时间，或按月份"}),
    (("--pace-points",), {"type": int, "metavar": "N", "help": "超前或滞后几个百分点才显示"}),
    (("--red-points",), {"type": int, "metavar": "N", "help": "红黄绿：滞后超过几个百分点亮红灯，0为不用"}),
    (("--lamps",), {"choices": LAMPS, "help": "信号灯：素色、红黄绿、蓝黄红"}),
)
_YEAR: Option = (("year",), {"type": int, "help": "年份"})
_PASTE: Option = (("--paste",), {"type": Path, "metavar": "FILE", "help": "放假通知的文字，整年替换"})
_DAY: Option = (
    ("--day",),
    {"nargs": 2, "action": "append", "default": [], "metavar": ("DAY", "KIND"),
     "help": "一天：off休，work班，ordinary按星期；例如 --day 2027-02-06 off"},
)  # fmt: skip
_FORGET: Option = (("--forget",), {"action": "store_true", "help": "恢复程序自带的安排"})
_ACCEPT: Option = (("--accept",), {"action": "store_true", "help": "电脑日期没错，接着用"})

COMMANDS = (
    ("settings", settings, (FILE, *_RULES, JSON, BY)),
    ("holidays", days_off, (FILE, _YEAR, _PASTE, _DAY, _FORGET, JSON, BY)),
    ("clock", clock, (FILE, _ACCEPT, BY)),
)
