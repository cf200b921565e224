"""Commands about the paragraphs of the 落实情况报告."""

import argparse

from db import narrative, periods, settings
from db.commands.options import BY, FILE, JSON, PERIOD, TODAY, Option
from db.commands.telling import as_json, opened, say
from db.connection import Checklist
from db.periods import Period
from db.words import narrative as words


def change(chosen: argparse.Namespace) -> int:
    """列出、改写报告正文的段落，或恢复自动文字"""
    with opened(chosen.file, chosen.by) as checklist:
        period = _period(checklist, chosen)
        if chosen.act == "list":
            _list(checklist, period, as_text=not chosen.json)
        elif chosen.act == "write":
            say(narrative.write(checklist, period, chosen.place, chosen.text).label)
        else:
            say(narrative.restore(checklist, period, chosen.place).label)
    return 0


def _list(checklist: Checklist, period: Period, *, as_text: bool) -> None:
    edits = narrative.of_period(checklist, period)
    if not as_text:
        say(as_json({"period": period.code, "edits": edits, "places": words.PLACES}))
        return
    for place, text in edits.items():
        shown = text or words.CLI_OMITTED
        say(words.CLI_EDIT.format(place=place, name=narrative.name_of(place), text=shown))
    if not edits:
        say(words.CLI_NO_EDITS.format(period=period.name))
    places = (f"{place}.{{n}}" if "{n}" in name else place for place, name in words.PLACES.items())
    say(words.CLI_PLACES + words.BETWEEN.join(places))


def _period(checklist: Checklist, chosen: argparse.Namespace) -> Period:
    """The period named, by default the one of the county's rhythm that holds the day."""
    if chosen.period:
        return periods.parse(chosen.period)
    return periods.at(settings.read(checklist).rhythm, chosen.today)


_ACT: Option = (("act",), {"choices": ("list", "write", "restore"), "help": "做什么：列出、改写、恢复自动文字"})
_PLACE: Option = (("--place",), {"default": "", "help": "哪一段，例如general.tasks、task.13，见list"})
_TEXT: Option = (("--text",), {"default": "", "help": "文字，数字写成{已完成}这样会随数据更新；留空就不印这一段"})

COMMANDS = (("narrative", change, (FILE, _ACT, _PLACE, _TEXT, PERIOD, TODAY, JSON, BY)),)
