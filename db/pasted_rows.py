"""The rows of a pasted table, each judged by the rules that hold for an action that is typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from db import due_dates, names, tasks
from db.actions import DEPTH_LIMIT
from db.connection import Checklist
from db.errors import RuleBroken
from db.names import find_unit, heirs
from db.new_actions import NewAction, clean_goal, clean_title, home
from db.pasted_cells import Cells
from db.pasted_columns import Known, Layout
from db.task_matching import TaskFinder
from db.tasks import Task
from db.text import one_line, plain, says_nothing
from db.unit_matching import matcher
from db.words import pasting as words

GOOD, THERE, WRONG = "good", "there", "wrong"
MERGING = ("lead", "responsible", "supporting", "leader", "owner", "contact", "due")
_PERSONS = ("leader", "owner", "contact")
_LEVELS = re.compile(r"(?:\d+-\d+-)?\d+(?:\.\d+)+")
_MARK = re.compile(r"(?:[(（]\d{1,2}[)）]|\d{1,2}[.、．)）](?!\d)|[①-⑳])\s*")
_PHONE = re.compile(r"[(（]?[\d\-－—转 ]{7,}[)）]?|(?<=\D)[:：/]\s*$")
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")  # a line that goes on, in a script without blanks
_MIDNIGHT = re.compile(r"\s+0?0:00(:00)?$")
_FOOTNOTE = re.compile(r"(合计|小计|总计|注|备注|说明|填表人?|制表|审核)([:：].*)?")
_PART = re.compile(r"[一二三四五六七八九十]{1,3}、.+")
_SAID_ROLE = re.compile(r"(牵头|主办|责任|承办|配合|协办)(?:责任)?(?:单位|部门)?[:：]")
_ROLE = {"牵头": "lead", "主办": "lead", "责任": "responsible", "承办": "responsible", "配合": "supporting",
         "协办": "supporting"}  # fmt: skip
_LEADING = re.compile(r"[(（](牵头|主办|牵头单位)[)）]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stood, what it would become, whether it can (GOOD, THERE, WRONG) and why not.

    `task` is the id of its task and `number` what that is called, `under` the line of the row it stands under and
    `depth` how deep, `first` the line of the row it repeats; `notes` say what was made of it.
    """

    line: int
    cells: Cells
    state: str
    new: NewAction
    task: int | None = None
    number: int = 0
    why: str = ""
    notes: tuple[str, ...] = ()
    under: int | None = None
    depth: int = 1
    first: int | None = None
    due_on: str | None = None

    @property
    def key(self) -> tuple[int | None, str]:
        """What makes it the same as another: the task and the title."""
        return self.task, plain(self.new.title)


class Reader:
    """Reads rows against one checklist; what it has looked up once it knows."""

    def __init__(self, checklist: Checklist, today: str, task: int | None) -> None:
        self._checklist, self._today = checklist, today
        every = tasks.all(checklist)
        self._default = next((one for one in every if one.id == task), None)
        self._finder = TaskFinder(every)
        self._parts = {plain(part.title) for part in tasks.parts(checklist)}
        self._units = matcher(checklist)
        self._lives_in = heirs(checklist.db)
        rows = checklist.db.conn.execute("SELECT task, title, id, code FROM action ORDER BY id DESC").fetchall()
        # What there is, by what makes it the same: its id and code.
        self.there = {(task, plain(title)): (action, code) for task, title, action, code in rows}
        self._stands: dict[tuple[str, str], RuleBroken | None] = {}
        self._cells: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._identities: dict[str, object] = {}
        self._dues: dict[str, str | RuleBroken | None] = {}

    @property
    def known(self) -> Known:
        """What columns are told by."""
        return Known(lambda text: self._finder.find(text) is not None, self._units.known, self._readable)

    def rows(self, table: Sequence[Cells], found: Layout, *, fill: bool) -> tuple[list[str], list[Row]]:
        """The columns that were merged, and every row that says something."""
        cells = [dict(self._told(row, found.keys)) for row in table]
        merged = _merged(cells[found.first :]) if fill else []
        numbered = self._numbers_tasks(cells[found.first :])
        read: list[Row] = []
        seen: dict[tuple[int | None, str], Row] = {}
        levels: dict[str, Row] = {}
        above_all = {found.heads, *table[: found.first]}  # which a sheet of several pages says on each of them
        current = ""
        above: dict[str, str] = {}
        for at in range(found.first, len(table)):
            said = cells[at]
            if all(map(says_nothing, table[at])) or table[at] in above_all or self._is_aside(table[at], said):
                continue
            own = said.get("task", "") or (said["number"] if numbered else "")
            if own:
                current, above = own, {}
            if self._is_heading(said, table[at]):
                current, above, levels = said.get("task") or said["title"], {}, {}
                continue
            for key in merged:
                above[key] = said[key] = said.get(key) or above.get(key, "")
            row = self._known(self._row(at + 1, table[at], said, current))
            row = _compared(self._placed(row, said.get("number", ""), levels), seen)
            levels[said.get("number", "")] = row
            read.append(row)
        return merged, read

    def new_units(self, rows: Iterable[Row]) -> list[str]:
        """The units that are not there yet and would come with the rows that can be taken."""
        named = [
            name for row in rows if row.state == GOOD
            for name in (row.new.lead, *row.new.responsible, *row.new.supporting) if name
        ]  # fmt: skip
        return [name for name in dict.fromkeys(named) if find_unit(self._checklist.db, name) is None]

    def _numbers_tasks(self, rows: Sequence[Mapping[str, str]]) -> bool:
        """Whether 序号 says of every row what its 任务 says, so that it speaks for those whose 任务 is empty."""
        both = [(said["number"], said["task"]) for said in rows if said.get("number") and said.get("task")]
        return bool(both) and all(self._finder.find(number) == self._finder.find(task) for number, task in both)

    def _told(self, row: Cells, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        for key, cell in zip(keys, row, strict=True):
            if key:
                yield key, cell

    def _is_aside(self, row: Cells, said: Mapping[str, str]) -> bool:
        """A part's title across the sheet, a sum or a footnote: nothing to be done."""
        filled = [cell for cell in row if not says_nothing(cell)]
        if len(filled) == 1 and _PART.fullmatch(one_line(filled[0])):
            return plain(filled[0].split("、", 1)[1]) in self._parts
        return not said.get("title") and bool(_FOOTNOTE.fullmatch(one_line(filled[0])))

    def _is_heading(self, said: Mapping[str, str], row: Cells) -> bool:
        """Whether a row only says which task the next ones belong to."""
        used = {key for key, cell in said.items() if cell and key != "number"}
        if used == {"task"} and sum(map(bool, row)) <= 2:
            return self._finder.find(said["task"]) is not None
        return used == {"title"} and sum(map(bool, row)) <= 2 and self._finder.heads(said["title"]) is not None

    def _row(self, line: int, cells: Cells, said: Mapping[str, str], current: str) -> Row:
        new, notes = self._new(said)
        row = Row(line, cells, GOOD, new, notes=tuple(notes))
        try:
            task = self._task(current, said.get("number", ""))
            row = replace(row, task=task.id, number=task.number)
            if not task.applicable:
                raise RuleBroken("frozen", field="task", number=task.number)
            if not new.title:
                raise RuleBroken("pasted_title", field="title")
            clean_title(new.title)
            clean_goal(new.goal)
            due_on = self._due(new.due)
            self._require_names(new)
        except RuleBroken as error:
            return replace(row, state=WRONG, why=str(error))
        return replace(row, due_on=due_on)

    def _task(self, said: str, number: str) -> Task:
        if not said and "-" in number:
            said = number
        if not said:
            if self._default is None:
                raise RuleBroken("pasted_no_task", field="task")
            return self._default
        found = self._finder.find(said)
        if found is None:
            raise RuleBroken("pasted_task", field="task", value=one_line(said)[:24])
        return found

    def _known(self, row: Row) -> Row:
        """What is in the checklist already is not taken again."""
        there = self.there.get(row.key) if row.state == GOOD else None
        return replace(row, state=THERE, why=words.THERE.format(code=there[1])) if there else row

    def _placed(self, row: Row, number: str, levels: Mapping[str, Row]) -> Row:
        """1.1 stands under 1, and 532-05-01.1 under 532-05-01, where those are rows of the same task."""
        above = levels.get(number.rpartition(".")[0]) if _LEVELS.fullmatch(number) else None
        if row.state == WRONG or above is None or above.task != row.task:
            return row
        try:
            depth = self._depth_below(above)
        except RuleBroken as error:
            return replace(row, state=WRONG, why=str(error)) if row.state == GOOD else row
        return replace(row, under=above.line, depth=depth)

    def _depth_below(self, above: Row) -> int:
        """How deep a row stands under another; RuleBroken where nothing can."""
        if above.state == WRONG:
            raise RuleBroken("pasted_above", line=above.line)
        there = self.there.get(above.key)
        parent = home(self._checklist, above.task or 0, there[0])[1] if there else None
        depth = (parent.depth if parent else above.depth) + 1
        if depth > DEPTH_LIMIT:
            raise RuleBroken("too_deep")
        return depth

    def _new(self, said: Mapping[str, str]) -> tuple[NewAction, list[str]]:
        """What a row would become, and what is to be known about how it was read."""
        notes: list[str] = []
        roles: dict[str, list[str]] = {"lead": [], "responsible": [], "supporting": []}
        for role in roles:
            for told, name in self._held(said.get(role, ""), role):
                if name not in roles[told]:
                    roles[told].append(name)
        lead, *others = roles["lead"] or [""]
        if others:
            notes.append(words.LEADS_FIRST.format(lead=lead, n=len(others)))
        leading = self._identity(lead)
        rest = [name for name in (*others, *roles["responsible"]) if self._identity(name) != leading]
        helping = [name for name in roles["supporting"] if self._identity(name) != leading and name not in rest]
        leader, owner, contact = (self._person(said.get(key, "")) for key in _PERSONS)
        if len(owner) > 1:
            notes.append(words.FIRST_PERSON.format(name=owner[0]))
        return NewAction(
            title=_MARK.sub("", _sentence(_filled(said, "title")), count=1).rstrip("。；;"),
            lead=lead, responsible=tuple(dict.fromkeys(rest)), supporting=tuple(helping),
            due=_MIDNIGHT.sub("", _filled(said, "due")), goal=_sentence(_filled(said, "goal")),
            leader="".join(leader[:1]), owner="".join(owner[:1]), contact="".join(contact[:1]),
        ), notes  # fmt: skip

    def _held(self, cell: str, role: str) -> list[tuple[str, str]]:
        if (cell, role) not in self._cells:
            told = sorted(self._holders(cell, role) if cell else (), key=lambda holder: not holder[2])
            self._cells[cell, role] = [(role, name) for role, name, _ in told]
        return self._cells[cell, role]

    def _holders(self, cell: str, role: str) -> Iterator[tuple[str, str, bool]]:
        """The units in a cell, the roles it gives them, and whether one is marked as leading.

        牵头：县发改局；配合：县财政局 says so itself, as does 县发改局（牵头）、县财政局.
        """
        for part in re.split(r"[；;\n]", cell):
            told = _SAID_ROLE.match(one_line(part))
            its = _ROLE[told[1]] if told else role
            names_in = names.split(self._checklist.db, "unit", _SAID_ROLE.sub("", one_line(part), count=1))
            for name in names_in:
                pieces = name.split(" ") if all(len(piece) > 2 for piece in name.split(" ")) else [name]
                for piece in pieces:
                    leads = bool(_LEADING.search(piece))
                    plainly = _LEADING.sub("", piece).removesuffix("等")
                    if not says_nothing(plainly):
                        yield "lead" if leads else its, self._units.name(plainly), leads

    def _person(self, cell: str) -> list[str]:
        """The names in a cell, telephone numbers left out."""
        return names.split(self._checklist.db, "person", _PHONE.sub("", _PHONE.sub("", cell)))

    def _identity(self, name: str) -> object:
        if name not in self._identities:
            found = find_unit(self._checklist.db, name) if name else None
            self._identities[name] = name if found is None else self._lives_in[found]
        return self._identities[name]

    def _require_names(self, new: NewAction) -> None:
        """What `names.assign` would refuse, said before anything is written."""
        held = (
            *(("unit", role, name) for role in ("responsible", "supporting") for name in getattr(new, role)),
            ("unit", "lead", new.lead), *(("person", role, getattr(new, role)) for role in _PERSONS),
        )  # fmt: skip
        for table, role, name in held:
            if name:
                self._require_name(table, role, name)

    def _require_name(self, table: str, role: str, name: str) -> None:
        if (table, name) not in self._stands:
            try:
                names.whose(self._checklist.db, table, name, on=self._today, field=role)
            except RuleBroken as error:
                self._stands[table, name] = error
            else:
                self._stands[table, name] = None
        refused = self._stands[table, name]
        if refused:
            raise refused

    def _due(self, said: str) -> str | None:
        """The day the words mean; RuleBroken where they mean none."""
        if said not in self._dues:
            try:
                self._dues[said] = due_dates.columns(self._checklist, said, self._today)["due_on"]
            except RuleBroken as error:
                self._dues[said] = error
        found = self._dues[said]
        if isinstance(found, RuleBroken):
            raise found
        return found

    def _readable(self, said: str) -> bool:
        try:
            self._due(_MIDNIGHT.sub("", said))
        except RuleBroken:
            return False
        return True


def _compared(row: Row, seen: dict[tuple[int | None, str], Row]) -> Row:
    """The same again as further up in the table is not taken twice; what stands under it stands under that one."""
    if row.state != GOOD:
        return row
    before = seen.setdefault(row.key, row)
    if before is row:
        return row
    return replace(row, state=THERE, why=words.TWICE.format(line=before.line), first=before.line, depth=before.depth)


def _filled(said: Mapping[str, str], key: str) -> str:
    cell = said.get(key, "")
    return "" if says_nothing(cell) else cell


def _sentence(cell: str) -> str:
    return one_line(_BROKEN.sub("", cell))


def _merged(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """The columns that are filled in the first row of every task only: cells that were merged beside the task's."""
    blocks: list[list[Mapping[str, str]]] = []
    for said in rows:
        if said.get("task"):
            blocks.append([])
        if blocks and said.get("title"):
            blocks[-1].append(said)
    long = [block for block in blocks if len(block) > 1]

    def merged(key: str) -> bool:
        firsts = any(block[0].get(key) for block in long)
        return firsts and not any(said.get(key) for block in long for said in block[1:])

    return [key for key in MERGING if merged(key)]
