"""督办通知单 that went out: what was printed on each and what became of it since; the 登记簿 is read from here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.lifecycle import clean_day, clean_reason
from db.names import shown_units
from db.text import one_line, paragraphs
from db.words import supervision as words

TEXT_LIMIT = 1000
LEVELS = ("blue", "yellow", "red")
STATES = ("waiting", "late", "urged", "replied", "void")
OPEN = frozenset({"waiting", "late"})  # nobody has replied, and no later notice asks for it
ITEM_COLUMNS = (
    "action", "code", "title", "source", "lead", "supporting", "handed_on", "due_on", "due_words", "timing", "days",
    "workdays", "demand",
)  # fmt: skip
# Columns of the table that a Notice bears under the same name; none of them ever changes once it has gone out.
PRINTED = (
    "kind", "level", "addressee", "issued_on", "issued_by", "reply_by", "request", "instruction", "cycle", "contact",
    "phone", "cc", "signer",
)  # fmt: skip
_FATE = ("void_on", "void_reason", "void_by", "replied_on", "reply")


@dataclass(frozen=True, slots=True)
class Item:
    """One action on a notice, as it was printed: dates YYYY-MM-DD, units by name.

    `timing` is the code of its date then; `days` and `workdays` are those past for overdue, those left for others.
    """

    action: int
    code: str
    title: str
    source: str
    lead: str
    supporting: str
    handed_on: str | None
    due_on: str | None
    due_words: str
    timing: str
    days: int
    workdays: int
    demand: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as it was printed, "" for the number of one that has not gone out yet, and its fate.

    `unit` is the row of whom it went to, `called` that unit's name on the day asked about; `former` and
    `former_number` the notice it urges, `urged` the number of the one in force that urges it.
    """

    id: int
    number: str
    unit: int
    called: str
    kind: str
    level: str
    addressee: str
    issued_on: str
    issued_by: str
    reply_by: str
    request: str
    instruction: str
    cycle: str
    contact: str
    phone: str
    cc: str
    signer: str
    items: tuple[Item, ...]
    former: int | None = None
    former_number: str = ""
    urged: str = ""
    void_on: str | None = None
    void_reason: str = ""
    void_by: str = ""
    replied_on: str | None = None
    reply: str = ""

    def state(self, today: str) -> str:
        """How it stands on a day: void, replied, urged, late (past its day without a reply) or waiting."""
        if self.void_on:
            return "void"
        if self.replied_on:
            return "replied"
        if self.urged:
            return "urged"
        return "late" if today > self.reply_by else "waiting"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notices are asked for; what is left empty asks for nothing. `state` "open" is all that wait for a reply."""

    unit: str = ""
    level: str = ""
    state: str = ""
    action: int | None = None

    def admits(self, notice: Notice, today: str) -> bool:
        """Whether a notice meets every condition on a day."""
        state = notice.state(today)
        return (
            self.unit in ("", notice.called)
            and self.level in ("", notice.level)
            and (self.state in ("", state) or (self.state == "open" and state in OPEN))
            and (self.action is None or any(item.action == self.action for item in notice.items))
        )


def all(checklist: Checklist, on: str = "") -> list[Notice]:
    """The register: every notice there ever was, void ones too, in the order of their numbers."""
    return _read(checklist, "", on=on)


def of_action(checklist: Checklist, action_id: int, on: str = "") -> list[Notice]:
    """The notices an action was on, the first one first."""
    where = "WHERE s.id IN (SELECT supervision FROM supervision_item WHERE action = ?)"
    return _read(checklist, where, action_id, on=on)


def get(checklist: Checklist, notice_id: int, on: str = "") -> Notice:
    """One notice; RuleBroken when there is none."""
    for notice in _read(checklist, "WHERE s.id = ?", notice_id, on=on):
        return notice
    raise RuleBroken("supervision_unknown", field="number", number=notice_id)


def numbered(checklist: Checklist, number: str, on: str = "") -> Notice:
    """The notice of a number as it is printed; RuleBroken when nobody bears it."""
    for notice in _read(checklist, "WHERE number = ?", one_line(number), on=on):
        return notice
    raise RuleBroken("supervision_unknown", field="number", number=one_line(number)[:30])


def as_of(notices: Iterable[Notice], day: str) -> Iterator[Notice]:
    """What had been sent by the end of a day, and what had become of it by then; urged is what is urged among these."""
    sent = [notice for notice in notices if notice.issued_on <= day]
    urged = {notice.former: notice.number for notice in sent if not notice.void_on or notice.void_on > day}
    for notice in sent:
        found = replace(notice, urged=urged.get(notice.id, ""))
        if (found.void_on or "") > day:
            found = replace(found, void_on=None, void_reason="", void_by="")
        if (found.replied_on or "") > day:
            found = replace(found, replied_on=None, reply="")
        yield found


def void(checklist: Checklist, notice_id: int, reason: str, *, today: str) -> ChangeSet:
    """作废: the notice is in force no longer; its number stays in the register and is never given out again."""
    notice = _in_force(checklist, notice_id)
    reason = clean_reason(reason)
    with edit(checklist, "supervision_void", number=notice.number) as e:
        day = max(today, notice.issued_on)
        e.update("supervision", notice_id, void_on=day, void_reason=reason, void_by=checklist.by)
    return e.changes


def answer(checklist: Checklist, notice_id: int, replied_on: str, reply: str, *, today: str) -> ChangeSet:
    """Write down the day a unit replied and what it said; also to put right what was written before."""
    notice = _in_force(checklist, notice_id)
    day, reply = clean_day(replied_on, "replied_on"), paragraphs(reply)
    if day > today:
        raise RuleBroken("replied_after_today", field="replied_on")
    if day < notice.issued_on:
        raise RuleBroken("replied_before_issue", field="replied_on", issued=notice.issued_on)
    if not reply:
        raise RuleBroken("reply_empty", field="reply")
    require_short(reply, "reply")
    with edit(checklist, "supervision_reply", number=notice.number) as e:
        e.update("supervision", notice_id, replied_on=day, reply=reply)
    return e.changes


def unanswer(checklist: Checklist, notice_id: int) -> ChangeSet:
    """Take a reply back that was written down with the wrong notice."""
    notice = _in_force(checklist, notice_id)
    if notice.replied_on is None:
        raise RuleBroken("not_replied", number=notice.number)
    with edit(checklist, "supervision_unreply", number=notice.number) as e:
        e.update("supervision", notice_id, replied_on=None, reply="")
    return e.changes


def require_short(text: str, field: str, limit: int = TEXT_LIMIT) -> None:
    """Raise RuleBroken for more than a notice has room for."""
    if len(text) > limit:
        raise RuleBroken("supervision_long", field=field, what=words.WHAT[field], length=len(text), limit=limit)


def _in_force(checklist: Checklist, notice_id: int) -> Notice:
    notice = get(checklist, notice_id)
    if notice.void_on:
        raise RuleBroken("supervision_void", field="number", number=notice.number)
    return notice


def _read(checklist: Checklist, where: str, *values: object, on: str) -> list[Notice]:
    run = checklist.db.conn.execute
    called = shown_units(checklist.db, on)
    columns = ("id", "number", "unit", *PRINTED, "former", *_FATE)
    rows = run(
        f"SELECT {', '.join(f's.{column}' for column in columns)}, "
        "coalesce((SELECT number FROM supervision f WHERE f.id = s.former), ''), "
        "coalesce((SELECT number FROM supervision u WHERE u.former = s.id AND u.void_on IS NULL "
        "ORDER BY id DESC LIMIT 1), '') "
        f"FROM supervision s {where} ORDER BY year, serial",
        values,
    ).fetchall()
    items = _items(checklist, [row[0] for row in rows])
    found = []
    for *row, former_number, urged in rows:
        told = dict(zip(columns, row, strict=True))
        found.append(Notice(
            **told, called=called[told["unit"]], items=tuple(items[told["id"]]), former_number=former_number,
            urged=urged,
        ))  # fmt: skip
    return found


def _items(checklist: Checklist, notices: Sequence[int]) -> dict[int, list[Item]]:
    found: defaultdict[int, list[Item]] = defaultdict(list)
    rows = checklist.db.conn.execute(
        f"SELECT supervision, {', '.join(ITEM_COLUMNS)} FROM supervision_item ORDER BY supervision, position"
    )
    wanted = set(notices)
    for notice, *columns in rows:
        if notice in wanted:
            found[notice].append(Item(*columns))
    return found
