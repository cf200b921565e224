"""Commands about what stands in the way of actions, and about the files they rest on."""

import argparse
from dataclasses import replace
from pathlib import Path

from db import actions, evidence, evidence_files, problems, settings
from db.commands.options import ACTION, BY, FILE, JSON, TODAY, Option, text
from db.commands.telling import aligned, as_json, opened, say
from db.problems import Entry
from db.words import problems as told


def add(chosen: argparse.Namespace) -> int:
    """登记问题"""
    entry = Entry(
        chosen.text, chosen.cause, chosen.category, chosen.level, unit=chosen.unit, raised_on=chosen.raised_on
    )
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        changes = problems.register(checklist, action.id, entry, today=chosen.today)
        row = changes.inserted("problem")
        say(told.CLI_PROBLEM.format(id=row, code=action.code, text=problems.get(checklist, row).entry.text))
    return 0


def change(chosen: argparse.Namespace) -> int:
    """修改登记的问题；没写的各项不变"""
    names = ("text", "cause", "category", "unit", "raised_on")
    new = {name: value for name in names if (value := getattr(chosen, name)) is not None}
    with opened(chosen.file, chosen.by) as checklist:
        entry = problems.get(checklist, chosen.id, chosen.today).entry
        say(problems.correct(checklist, chosen.id, replace(entry, **new), today=chosen.today).label)
    return 0


def level(chosen: argparse.Namespace) -> int:
    """把问题升级或降级"""
    with opened(chosen.file, chosen.by) as checklist:
        say(problems.escalate(checklist, chosen.id, chosen.level).label)
    return 0


def solve(chosen: argparse.Namespace) -> int:
    """写明问题怎么解决的；--undo改为未解决"""
    with opened(chosen.file, chosen.by) as checklist:
        if chosen.undo:
            changes = problems.unsolve(checklist, chosen.id)
        else:
            day = chosen.on or chosen.today
            changes = problems.solve(checklist, chosen.id, day, chosen.how, today=chosen.today)
        say(changes.label)
    return 0


def remove(chosen: argparse.Namespace) -> int:
    """删除登记错的问题"""
    with opened(chosen.file, chosen.by) as checklist:
        say(problems.remove(checklist, chosen.id).label)
    return 0


def listed(chosen: argparse.Namespace) -> int:
    """问题清单"""
    with opened(chosen.file) as checklist:
        its_action = {action.id: action for action in actions.all(checklist, chosen.today)}
        yard = settings.yardstick(checklist, chosen.today)
        found = problems.all(checklist, chosen.today)
        if chosen.open:
            found = problems.open_ones(checklist, chosen.today)
    wanted = {"level": chosen.level, "category": chosen.category or None, "unit": chosen.unit or None}
    found = [
        problem
        for problem in found
        if all(value in (None, getattr(problem.entry, name)) for name, value in wanted.items())
        and chosen.code in ("", its_action[problem.action].code)
    ]
    if chosen.json:
        say(as_json([
            {
                "id": problem.id, "action": its_action[problem.action].code,
                "lead": its_action[problem.action].lead,
                **{name: getattr(problem.entry, name) for name in Entry.__slots__},
                "raised_by": problem.raised_by, "solved_on": problem.solved_on, "solution": problem.solution,
                "days": problem.age(yard).days, "workdays": problem.age(yard).workdays,
            }
            for problem in found
        ]))  # fmt: skip
    elif not found:
        say(told.CLI_NO_PROBLEM)
    else:
        rows = [
            (
                str(problem.id), told.LEVELS[problem.entry.level], told.CATEGORIES[problem.entry.category],
                its_action[problem.action].code, problem.entry.text, problem.entry.unit, problem.entry.raised_on,
                str(problem.age(yard).days), problem.solved_on or "",
            )
            for problem in found
        ]  # fmt: skip
        say(aligned([told.CLI_PROBLEM_HEAD, *rows]))
    return 0


def evidence_add(chosen: argparse.Namespace) -> int:
    """给行动添加佐证材料"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        evidence.add(checklist, action.id, chosen.paths, chosen.note, today=chosen.today)
    for path in chosen.paths:
        say(told.CLI_EVIDENCE.format(name=path.name))
    return 0


def evidence_remove(chosen: argparse.Namespace) -> int:
    """移除佐证材料；文件留着，撤销时还能找回"""
    with opened(chosen.file, chosen.by) as checklist:
        say(evidence.remove(checklist, chosen.id).label)
    return 0


def evidence_listed(chosen: argparse.Namespace) -> int:
    """佐证材料清单"""
    with opened(chosen.file) as checklist:
        if chosen.code:
            found = evidence.of_action(checklist, actions.coded(checklist, chosen.code).id)
        else:
            found = evidence.all(checklist)
        paths = {one.id: evidence.path_of(checklist, one) for one in found}
    if chosen.json:
        say(as_json([
            {
                "id": one.id, "action": one.code, "name": one.name, "size": one.size, "sha256": one.sha256,
                "note": one.note, "added_on": one.added_on, "added_by": one.added_by, "path": str(paths[one.id]),
            }
            for one in found
        ]))  # fmt: skip
    elif not found:
        say(told.CLI_NO_EVIDENCE)
    else:
        for one in found:
            say(f"{one.id:>4}  {one.code}  {one.name}  {one.size}  {one.added_on}  {one.added_by}  {one.note}".rstrip())
    return 0


def evidence_verify(chosen: argparse.Namespace) -> int:
    """核对佐证材料：缺的、改动过的、读不出的"""
    with opened(chosen.file) as checklist:
        every, orphans = evidence.all(checklist), evidence.orphans(checklist)
    folder = evidence_files.folder_of(chosen.file)
    found = evidence.examine(folder, every)
    for finding in found:
        say(str(finding))
    say(told.FOLDER_LOOKED_FOR.format(folder=folder) if found else told.CLI_EVIDENCE_SOUND.format(n=len(every)))
    if orphans:
        say(told.CLI_ORPHANS.format(n=len(orphans)))
    return 1 if found else 0


def _choices(names: dict[str, str]) -> str:
    return "、".join(f"{key}{word}" for key, word in names.items())


_LEVELS = "、".join(f"{key}{told.LEVELS_MEAN[key]}" for key in told.LEVELS)
_ID: Option = (("id",), {"type": int, "help": "问题的序号，见problems"})
_PIECE: Option = (("id",), {"type": int, "help": "材料的序号，见evidence"})
_TEXT = text("--text", "问题", required=True)
_ENTRY: tuple[Option, ...] = (
    text("--cause", "原因"),
    (("--category",), {"default": "other", "help": f"类别：{_choices(told.CATEGORIES)}"}),
    (("--level",), {"type": int, "default": 1, "help": f"级别：{_LEVELS}"}),
    text("--unit", "需要协调的单位"), text("--raised-on", "提出日期，不写就是今天"),
)  # fmt: skip
_CHANGES: tuple[Option, ...] = tuple(
    ((name,), {"default": None, "help": told_})
    for name, told_ in (
        ("--text", "问题"), ("--cause", "原因"), ("--category", "类别"), ("--unit", "需要协调的单位"),
        ("--raised-on", "提出日期"),
    )
)  # fmt: skip
_LEVEL: Option = (("level",), {"type": int, "help": f"级别：{_LEVELS}"})
_FILTERS: tuple[Option, ...] = (
    (("--open",), {"action": "store_true", "help": "只看未解决的"}),
    (("--level",), {"type": int, "help": "只看这一级"}), text("--category", "只看这一类"),
    text("--unit", "只看由这个单位协调的"), text("--code", "只看这项行动的"),
)  # fmt: skip
_UNDO: Option = (("--undo",), {"action": "store_true", "help": "改为未解决"})
_PATHS: Option = (("paths",), {"type": Path, "nargs": "+", "help": "要添加的文件"})

COMMANDS = (
    ("problem-add", add, (FILE, ACTION, _TEXT, *_ENTRY, TODAY, BY)),
    ("problem-change", change, (FILE, _ID, *_CHANGES, TODAY, BY)),
    ("problem-level", level, (FILE, _ID, _LEVEL, BY)),
    ("problem-solve", solve, (FILE, _ID, text("--how", "怎么解决的"), text("--on", "解决日期，不写就是今天"), _UNDO,
                              TODAY, BY)),
    ("problem-remove", remove, (FILE, _ID, BY)),
    ("problems", listed, (FILE, *_FILTERS, JSON, TODAY)),
    ("evidence-add", evidence_add, (FILE, ACTION, _PATHS, text("--note", "说明"), TODAY, BY)),
    ("evidence-remove", evidence_remove, (FILE, _PIECE, BY)),
    ("evidence", evidence_listed, (FILE, text("--code", "只看这项行动的"), JSON)),
    ("evidence-verify", evidence_verify, (FILE,)),
)  # fmt: skip
