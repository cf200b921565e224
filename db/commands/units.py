"""Commands about units and people: who there is, what becomes of them, who answers for what."""

import argparse
from dataclasses import asdict, replace
from typing import Any

from db import action_edits, actions, counts, names, people, tasks, units
from db.changes import ChangeSet
from db.commands.options import ACTION, BY, FILE, JSON, TASK, TODAY, Option, text
from db.commands.telling import aligned, as_json, opened, say
from db.words import units as words


def list_units(chosen: argparse.Namespace) -> int:
    """单位名单：简称、类别、起止、接续、人数、牵头行动数"""
    with opened(chosen.file) as checklist:
        found = units.all(checklist)
        staff = people.in_office(checklist, chosen.today)
        leads = counts.read(checklist, chosen.today).leads
        shown = names.shown_units(checklist.db, chosen.today)
    led = {unit.id: leads[unit.shown].actions for unit in found if unit.shown in leads and shown[unit.id] == unit.shown}
    if chosen.json:
        say(as_json([
            {**asdict(unit), "people": staff[unit.id], "leads": led.get(unit.id, 0)} for unit in found
        ]))  # fmt: skip
        return 0
    called = {unit.id: unit.shown for unit in found}
    say(aligned([words.CLI_UNITS, *(
        (unit.name, unit.short, words.KINDS[unit.kind], unit.valid_from or "", unit.valid_to or "",
         called.get(unit.successor or 0, ""), str(staff[unit.id]), str(led.get(unit.id, 0)))
        for unit in found
    )]))  # fmt: skip
    return 0


def list_people(chosen: argparse.Namespace) -> int:
    """人员名单：单位、职务、电话、起止"""
    with opened(chosen.file) as checklist:
        of = units.named(checklist, chosen.unit).id if chosen.unit else None
        found = people.all(checklist) if of is None else people.of_unit(checklist, of)
    if chosen.json:
        say(as_json([asdict(person) for person in found]))
        return 0
    say(aligned([words.CLI_PEOPLE, *(
        (person.name, person.unit_name, person.post, person.phone, person.valid_from or "", person.valid_to or "")
        for person in found
    )]))  # fmt: skip
    return 0


def unit_add(chosen: argparse.Namespace) -> int:
    """新增单位"""
    with opened(chosen.file, chosen.by) as checklist:
        return _told(units.add(
            checklist, chosen.name, short=chosen.short or "", kind=chosen.kind or "", aliases=chosen.alias or (),
            since=chosen.since or "",
        ))  # fmt: skip


def unit_correct(chosen: argparse.Namespace) -> int:
    """修改单位的名称、简称、类别、别名和起止，以前的报告也跟着改"""
    wanted = {
        "name": chosen.new_name, "short": chosen.short, "kind": chosen.kind, "valid_from": chosen.since,
        "valid_to": chosen.until, "aliases": chosen.alias and tuple(chosen.alias),
    }  # fmt: skip
    with opened(chosen.file, chosen.by) as checklist:
        return _told(units.correct(checklist, replace(units.named(checklist, chosen.name), **_given(wanted))))


def unit_rename(chosen: argparse.Namespace) -> int:
    """单位自某日起更名，此前的报告仍印旧名称"""
    with opened(chosen.file, chosen.by) as checklist:
        unit = units.named(checklist, chosen.name)
        return _told(units.rename(checklist, unit.id, chosen.new_name, chosen.short or "", since=chosen.since))


def unit_end(chosen: argparse.Namespace) -> int:
    """撤销单位，或由另一个单位接续"""
    with opened(chosen.file, chosen.by) as checklist:
        unit = units.named(checklist, chosen.name)
        heir = units.named(checklist, chosen.successor, "successor").id if chosen.successor else None
        return _told(units.end(checklist, unit.id, chosen.on, heir))


def unit_merge(chosen: argparse.Namespace) -> int:
    """同一个单位登记了两次：把后一个并入前一个"""
    with opened(chosen.file, chosen.by) as checklist:
        keep, other = units.named(checklist, chosen.keep, "keep"), units.named(checklist, chosen.other, "other")
        return _told(units.merge(checklist, keep.id, other.id))


def unit_remove(chosen: argparse.Namespace) -> int:
    """删除没有用过的单位"""
    with opened(chosen.file, chosen.by) as checklist:
        return _told(units.remove(checklist, units.named(checklist, chosen.name).id))


def person_add(chosen: argparse.Namespace) -> int:
    """新增人员"""
    with opened(chosen.file, chosen.by) as checklist:
        unit = units.named(checklist, chosen.unit).id if chosen.unit else None
        return _told(people.add(
            checklist, chosen.name, unit=unit, post=chosen.post or "", phone=chosen.phone or "",
            since=chosen.since or "",
        ))  # fmt: skip


def person_correct(chosen: argparse.Namespace) -> int:
    """修改人员的姓名、单位、职务、电话和起止，以前的报告也跟着改"""
    wanted = {
        "name": chosen.new_name, "post": chosen.post, "phone": chosen.phone, "valid_from": chosen.since,
        "valid_to": chosen.until,
    }  # fmt: skip
    with opened(chosen.file, chosen.by) as checklist:
        person = people.named(checklist, chosen.name)
        unit = units.named(checklist, chosen.unit).id if chosen.unit else None
        return _told(people.correct(checklist, replace(person, **_given(wanted | {"unit": unit}))))


def person_move(chosen: argparse.Namespace) -> int:
    """人员自某日起调到另一个单位，此前的职务保留"""
    with opened(chosen.file, chosen.by) as checklist:
        person, unit = people.named(checklist, chosen.name), units.named(checklist, chosen.to)
        return _told(people.move(checklist, person.id, unit.id, since=chosen.since, post=chosen.post or ""))


def person_end(chosen: argparse.Namespace) -> int:
    """人员离任"""
    with opened(chosen.file, chosen.by) as checklist:
        return _told(people.end(checklist, people.named(checklist, chosen.name).id, chosen.on))


def person_merge(chosen: argparse.Namespace) -> int:
    """同一个人登记了两次：把后一个并入前一个"""
    with opened(chosen.file, chosen.by) as checklist:
        keep, other = people.named(checklist, chosen.keep, "keep"), people.named(checklist, chosen.other, "other")
        return _told(people.merge(checklist, keep.id, other.id))


def person_remove(chosen: argparse.Namespace) -> int:
    """删除没有承担过责任的人员"""
    with opened(chosen.file, chosen.by) as checklist:
        return _told(people.remove(checklist, people.named(checklist, chosen.name).id))


def assign(chosen: argparse.Namespace) -> int:
    """给行动填单位或人员；不写名称就是清空"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        return _told(action_edits.set_names(checklist, action.id, chosen.role, chosen.to))


def assign_task(chosen: argparse.Namespace) -> int:
    """给任务填责任领导、责任人或联系人；不写姓名就是清空"""
    with opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task)
        return _told(tasks.set_person(checklist, task.id, chosen.role, chosen.to))


def _told(changes: ChangeSet) -> int:
    if changes:
        say(changes.label)
    return 0


def _given(wanted: dict[str, Any]) -> dict[str, Any]:
    """What an option names; an option that is not given leaves all as it is."""
    return {key: value for key, value in wanted.items() if value is not None}


def _plain(name: str, told: str, *, required: bool = False) -> Option:
    return (name,), {"help": told, "required": required}


def _named(name: str, told: str) -> Option:
    return (name,), {"help": told}


_NAME, _NEW = _named("name", "单位的名称、简称或别名"), _named("new_name", "新的名称")
_PERSON = _named("name", "姓名，重名时写成“李明（县教育局）”")
_KEEP, _OTHER = _named("keep", "保留哪一个"), _named("other", "并入的那一个")
_SHORT = _plain("--short", "简称")
_KIND: Option = (("--kind",), {"choices": tuple(words.KINDS), "help": "类别：县直、乡镇、垂管、外部"})
_ALIAS: Option = (("--alias",), {"action": "append", "help": "别名，可以写几次"})
_SINCE, _UNTIL = _plain("--since", "从哪一天起，写成2020-06-01"), _plain("--until", "到哪一天为止")
_FROM = _plain("--since", "从哪一天起，写成2020-06-01", required=True)
_ON = _plain("--on", "最后一天，写成2020-05-31", required=True)
_UNIT, _POST, _PHONE = _plain("--unit", "单位"), _plain("--post", "职务"), _plain("--phone", "电话")
_ROLE: Option = (("--role",), {"choices": tuple(names.ROLES), "required": True, "help": "角色"})
_TASK_ROLE: Option = (("--role",), {"choices": names.OF_TASK, "required": True, "help": "角色"})
_HOLDERS: Option = (("--to",), {"nargs": "*", "default": (), "help": "单位或人员；不写就是清空"})
_CORRECT_NAME: Option = (("--name",), {"dest": "new_name", "help": "改成的名称"})

COMMANDS = (
    ("units", list_units, (FILE, JSON, TODAY)),
    ("unit-add", unit_add, (FILE, _NAME, _SHORT, _KIND, _ALIAS, _SINCE, BY)),
    ("unit-correct", unit_correct, (FILE, _NAME, _CORRECT_NAME, _SHORT, _KIND, _ALIAS, _SINCE, _UNTIL, BY)),
    ("unit-rename", unit_rename, (FILE, _NAME, _NEW, _SHORT, _FROM, BY)),
    ("unit-end", unit_end, (FILE, _NAME, _ON, text("--successor", "由哪个单位接续"), BY)),
    ("unit-merge", unit_merge, (FILE, _KEEP, _OTHER, BY)),
    ("unit-remove", unit_remove, (FILE, _NAME, BY)),
    ("people", list_people, (FILE, _UNIT, JSON)),
    ("person-add", person_add, (FILE, _PERSON, _UNIT, _POST, _PHONE, _SINCE, BY)),
    ("person-correct", person_correct, (FILE, _PERSON, _CORRECT_NAME, _UNIT, _POST, _PHONE, _SINCE, _UNTIL, BY)),
    ("person-move", person_move, (FILE, _PERSON, text("--to", "调到哪个单位", required=True), _FROM, _POST, BY)),
    ("person-end", person_end, (FILE, _PERSON, _ON, BY)),
    ("person-merge", person_merge, (FILE, _KEEP, _OTHER, BY)),
    ("person-remove", person_remove, (FILE, _PERSON, BY)),
    ("assign", assign, (FILE, ACTION, _ROLE, _HOLDERS, BY)),
    ("assign-task", assign_task, (FILE, TASK, _TASK_ROLE, text("--to", "姓名；不写就是清空"), BY)),
)
