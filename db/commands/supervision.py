"""Commands about 督办通知单: whom to send one, send it, urge, void, write down the reply; and the 登记簿."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace

from db import actions, supervising, supervision, supervision_drafts, supervision_numbers
from db.commands.options import BY, FILE, JSON, TODAY, Option, day, text
from db.commands.telling import aligned, as_json, opened, say
from db.connection import Checklist
from db.errors import RuleBroken
from db.supervision import Notice, Wanted
from db.supervision_drafts import Candidate, Draft, Sources
from db.text import as_read
from db.words import supervision as told


def proposed(chosen: argparse.Namespace) -> int:
    """建议督办的单位：牵头的行动有逾期或临期的"""
    with opened(chosen.file) as checklist:
        sources = supervision_drafts.read(checklist, chosen.today)
        found = [one for one in supervision_drafts.proposals(sources) if chosen.unit in ("", one.called)]
    if chosen.json:
        say(as_json([
            {
                "unit": one.called, "level": one.draft.level, "reply_by": one.draft.reply_by,
                "actions": [
                    {
                        "code": row.action.code, "title": row.action.title, "timing": row.timing.code,
                        "days": row.timing.days, "workdays": row.timing.workdays,
                        "notice": candidate.notice.number if candidate.notice else "",
                        "chosen": any(demand.action == row.action.id for demand in one.draft.demands),
                    }
                    for candidate in one.candidates for row in (candidate.row,)
                ],
            }
            for one in found
        ]))  # fmt: skip
        return 0
    for one in found:
        level, when = told.LEVELS_MEAN[one.draft.level], as_read(one.draft.reply_by)
        say(told.CLI_PROPOSAL.format(unit=one.called, level=level, n=len(one.candidates), when=when))
        for candidate in one.candidates:
            row = candidate.row
            say(f"  {row.action.code}  {row.action.title}  {row.timing}{_under(candidate, chosen.today)}")
    if not found:
        say(told.CLI_NO_PROPOSAL)
    return 0


def send(chosen: argparse.Namespace) -> int:
    """发出督办通知单：写明单位，或用--all发给所有建议督办的单位"""
    with opened(chosen.file, chosen.by) as checklist:
        sources = supervision_drafts.read(checklist, chosen.today)
        drafts = [_worded(draft, chosen) for draft in _drafts(checklist, sources, chosen)]
        _tell(checklist, supervising.issue(checklist, drafts, today=chosen.today).touches("supervision"))
    return 0


def urge(chosen: argparse.Namespace) -> int:
    """催办：对没有反馈的督办单再发一份"""
    with opened(chosen.file, chosen.by) as checklist:
        sources = supervision_drafts.read(checklist, chosen.today)
        drafts = [
            _worded(supervision_drafts.urging(sources, supervision.numbered(checklist, number, chosen.today)), chosen)
            for number in dict.fromkeys(chosen.numbers)
        ]
        _tell(checklist, supervising.issue(checklist, drafts, today=chosen.today).touches("supervision"))
    return 0


def void(chosen: argparse.Namespace) -> int:
    """作废督办单；编号不再使用"""
    with opened(chosen.file, chosen.by) as checklist:
        notice = supervision.numbered(checklist, chosen.number)
        say(supervision.void(checklist, notice.id, chosen.reason, today=chosen.today).label)
    return 0


def reply(chosen: argparse.Namespace) -> int:
    """登记督办单的回复；--undo取消登记"""
    with opened(chosen.file, chosen.by) as checklist:
        notice = supervision.numbered(checklist, chosen.number)
        if chosen.undo:
            changes = supervision.unanswer(checklist, notice.id)
        else:
            changes = supervision.answer(
                checklist, notice.id, chosen.on or chosen.today, chosen.text, today=chosen.today
            )
        say(changes.label)
    return 0


def listed(chosen: argparse.Namespace) -> int:
    """督办登记簿"""
    with opened(chosen.file) as checklist:
        action = actions.coded(checklist, chosen.code).id if chosen.code else None
        wanted = Wanted(chosen.unit, chosen.level, chosen.state, action)
        found = [one for one in supervision.all(checklist, chosen.today) if wanted.admits(one, chosen.today)]
    if chosen.json:
        say(as_json([asdict(one) | {"state": one.state(chosen.today)} for one in found]))
    elif not found:
        say(told.CLI_NO_NOTICE)
    else:
        say(aligned([told.CLI_HEAD, *(_line(one, chosen.today) for one in found)]))
    return 0


def numbering(chosen: argparse.Namespace) -> int:
    """督办单编号的格式，{年}和{序}各写一次"""
    with opened(chosen.file, chosen.by) as checklist:
        if chosen.template:
            supervision_numbers.change(checklist, chosen.template)
        say(told.CLI_NEXT.format(
            template=supervision_numbers.template(checklist),
            number=supervision_numbers.following(checklist, chosen.today),
        ))  # fmt: skip
    return 0


def _drafts(checklist: Checklist, sources: Sources, chosen: argparse.Namespace) -> list[Draft]:
    """What was asked for: of all units, of some, or of one with the actions named."""
    if chosen.all:
        return [one.draft for one in supervision_drafts.proposals(sources) if one.fresh]
    if not chosen.codes:
        return [supervision_drafts.of_unit(sources, unit).draft for unit in dict.fromkeys(chosen.units)]
    ids = [actions.coded(checklist, code).id for code in dict.fromkeys(chosen.codes)]
    if len(chosen.units) != 1:
        raise RuleBroken("supervision_no_unit", field="unit")
    return [supervision_drafts.of_rows(sources, chosen.units[0], ids)]


def _worded(draft: Draft, chosen: argparse.Namespace) -> Draft:
    names = ("level", "reply_by", "request", "instruction", "cycle", "contact", "phone", "cc", "signer")
    said = {name: value for name in names if (value := getattr(chosen, name))}
    return replace(draft, **said)


def _tell(checklist: Checklist, made: Sequence[object]) -> None:
    fresh = {row.id for row in made}  # type: ignore[attr-defined]
    for notice in supervision.all(checklist, checklist.now()[:10]):
        if notice.id in fresh:
            say(told.CLI_ISSUED.format(
                number=notice.number, unit=notice.called, level=told.LEVELS_MEAN[notice.level], n=len(notice.items)
            ))  # fmt: skip


def _under(candidate: Candidate, today: str) -> str:
    notice = candidate.notice
    return told.UNDER.format(number=notice.number, state=told.STATES[notice.state(today)]) if notice else ""


def _line(notice: Notice, today: str) -> tuple[str, ...]:
    return (
        notice.number, told.LEVELS[notice.level], notice.called, str(len(notice.items)), notice.issued_on,
        notice.reply_by, told.STATES[notice.state(today)], notice.replied_on or "",
    )  # fmt: skip


_LEVELS = "、".join(f"{code}{word}" for code, word in told.LEVELS.items())
_STATES = "、".join(f"{code}{word}" for code, word in (told.STATES | {"open": "没有反馈的"}).items())
_NUMBER: Option = (("number",), {"help": "督办单的编号，例如督办2020-012"})
_NUMBERS: Option = (("numbers",), {"nargs": "+", "help": "要催的督办单的编号"})
_WORDS: tuple[Option, ...] = (
    (("--level",), {"default": "", "choices": ("", *supervision.LEVELS), "help": f"级别：{_LEVELS}；不写按建议的"}),
    (("--reply-by",), {"type": day, "help": "反馈时限，写成2020-06-28；不写是5个工作日以后"}),
    text("--request", "督办要求，不写用通用的"), text("--instruction", "批示领导"), text("--cycle", "反馈周期"),
    text("--contact", "联系人"), text("--phone", "电话"), text("--cc", "抄送"), text("--signer", "署名"),
)  # fmt: skip

COMMANDS = (
    ("supervision-proposals", proposed, (FILE, text("--unit", "只看这个单位"), JSON, TODAY)),
    ("supervise", send, (
        FILE, (("units",), {"nargs": "*", "help": "单位，可以写几个"}),
        (("--all",), {"action": "store_true", "help": "发给所有建议督办的单位"}),
        (("--codes",), {"nargs": "+", "default": (), "help": "只督办这几项行动，编号例如532-05-01"}),
        *_WORDS, TODAY, BY,
    )),
    ("supervision-urge", urge, (FILE, _NUMBERS, *_WORDS, TODAY, BY)),
    ("supervision-void", void, (FILE, _NUMBER, text("--reason", "理由", required=True), TODAY, BY)),
    ("supervision-reply", reply, (
        FILE, _NUMBER, text("--text", "反馈的内容"), text("--on", "反馈日期，不写就是今天"),
        (("--undo",), {"action": "store_true", "help": "取消登记的回复"}), TODAY, BY,
    )),
    ("supervisions", listed, (
        FILE, text("--unit", "只看这个单位"), text("--level", f"只看这一级：{_LEVELS}"),
        text("--state", f"只看这种：{_STATES}"), text("--code", "只看这项行动的"), JSON, TODAY,
    )),
    ("supervision-number", numbering, (FILE, text("--template", "改为这种格式"), TODAY, BY)),
)  # fmt: skip
