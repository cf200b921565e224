"""A filled, plausible county to try the program on: 安岭县, as it stood on 18 June 2020; the same every time."""

import json
import random
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import resources
from db import action_edits, checklists, tasks
from db.connection import Checklist
from db.notice.parser import read_notice

TODAY = "2020-06-18"
_FIRST_DAY = "2020-04-20"  # when the breakdown was written down


def make(path: Path, *, number: int = 280, seed: int = 1, by: str = "李明") -> Checklist:
    """Make and open a sample of `number` actions (at least 90), through the same verbs the window uses."""
    facts = json.loads(resources.path("sample", "anling.json").read_text(encoding="utf-8"))
    checklist = checklists.create(
        path,
        county=facts["county"],
        lead_unit=facts["lead_unit"],
        plan_year=facts["plan_year"],
        notice=read_notice(resources.path("notice", "532.txt").read_bytes()),
        by=by,
        clock=lambda: datetime.fromisoformat(f"{TODAY}T14:02:00"),
    )
    ids = {task.number: task.id for task in tasks.all(checklist)}
    chance = random.Random(seed)
    leaves = _tell(checklist, ids, facts, chance)
    _tell_fifth(checklist, ids[5])
    _divide(checklist, leaves, facts, number, chance)
    for task, reason in facts["not_applicable"].items():
        tasks.mark_not_applicable(checklist, ids[int(task)], reason, "王芳")
    return checklist


def _tell(
    checklist: Checklist, ids: dict[int, int], facts: dict[str, Any], chance: random.Random
) -> list[tuple[int, str, int]]:
    """Write the county's own actions; what can still be divided: (action, due words, percent)."""
    leaves = []
    for task, actions in facts["actions"].items():
        for title, lead, due, percent in actions:
            action = _add(
                checklist, ids[int(task)], title, due, percent,
                lead=lead, owner=chance.choice(facts["persons"]), supporting=facts["supporting"].get(lead, []),
            )  # fmt: skip
            leaves.append((action, due, percent))
    # One action nobody leads yet, as in real life.
    _add(checklist, ids[17], "社区菜市场和便民网点布点", "三季度", 0)
    return leaves


def _tell_fifth(checklist: Checklist, task: int) -> None:
    """Task 五 in full, with sub-actions, an overdue, a due and a finished one."""
    plan = _add(checklist, task, "制定并实施年度技能提升计划", "6月18日", 0, lead="县人社局", owner="李明")
    _add(checklist, task, "摸底农民工培训需求", "4月底前", 100, parent=plan, owner="王芳", done="2020-04-28")
    _add(checklist, task, "印发年度技能提升计划", "6月18日", 90, parent=plan, owner="李明")
    for title, lead, owner, due, percent in (
        ("新生代农民工技能培训2000人次", "县人社局", "李明", "6月底前", 60),
        ("开展职业技能等级认定", "县人社局", "刘洋", "6月15日", 45),
        ("职业院校定向招收农民工学员", "县教育局", "陈静", "三季度", 0),
    ):
        _add(checklist, task, title, due, percent, lead=lead, owner=owner)


def _divide(
    checklist: Checklist,
    leaves: list[tuple[int, str, int]],
    facts: dict[str, Any],
    number: int,
    chance: random.Random,
) -> None:
    """Divide actions by town, round by round, until the checklist holds `number` actions."""
    for round_number in count(1):
        for action, due, percent in leaves:
            for town in facts["towns"]:
                if _size(checklist) >= number:
                    return
                if chance.random() < 0.5:
                    done = min(100, max(0, percent + chance.choice((-20, -10, 0, 10, 20))))
                    title = f"{town}负责部分" if round_number == 1 else f"{town}第{round_number}批"
                    _add(checklist, 0, title, due, done, parent=action, owner=chance.choice(facts["persons"]))


def _size(checklist: Checklist) -> int:
    return int(checklist.db.conn.execute("SELECT count(*) FROM action").fetchone()[0])


def _add(checklist: Checklist, task: int, title: str, due: str, percent: int, done: str = "", **roles: Any) -> int:
    """One action with its deadline and progress; a hundred percent is done, on `done` or just in time."""
    action = action_edits.add(checklist, task, title, today=_FIRST_DAY, due=due, **roles).inserted("action")
    if percent == 100:
        action_edits.tick(checklist, [action], today=done or "2020-05-22")
    elif percent:
        action_edits.set_percent(checklist, action, percent)
    return action
