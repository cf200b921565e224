"""The options the commands share; an option is (names, settings) as argparse takes them."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from db.errors import RuleBroken
from db.login import login_name

Option = tuple[tuple[str, ...], dict[str, Any]]


def day(text: str) -> str:
    """A day as YYYY-MM-DD; RuleBroken for anything else."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise RuleBroken("date_invalid", field="today", value=text[:20]) from error


def moment(text: str) -> Callable[[], datetime]:
    """A clock that stands at a moment, 2020-06-18T09:00:00; RuleBroken for anything else."""
    try:
        then = datetime.fromisoformat(text)
    except ValueError as error:
        raise RuleBroken("date_invalid", field="now", value=text[:20]) from error
    return lambda: then


def text(name: str, told: str, *, required: bool = False) -> Option:
    """An option for some words."""
    return (name,), {"required": True, "help": told} if required else {"default": "", "help": told}


FILE: Option = (("file",), {"type": Path, "help": "台账文件（.luoshi）"})
BY: Option = (("--by",), {"default": login_name(), "help": "当前使用人"})
JSON: Option = (("--json",), {"action": "store_true", "help": "输出JSON"})
TODAY: Option = (
    ("--today",), {"type": day, "default": date.today().isoformat(), "help": "按这一天计算，写成2020-06-18"},
)  # fmt: skip
TASK: Option = (("--task",), {"type": int, "required": True, "help": "任务编号"})
ACTION: Option = (("code",), {"help": "行动编号，例如532-05-01"})
ACTIONS: Option = (("codes",), {"nargs": "+", "metavar": "CODE", "help": "行动编号，可以写几个"})
PERIOD: Option = (
    ("--period",), {"default": "", "help": "期次，例如2020-06、2020-Q2、2020-H1；不写就是现在"},
)  # fmt: skip
