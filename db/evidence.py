"""The evidence of an action: which files it rests on, and whether they are still what was added."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.changeable import changeable
from db.changes import ChangeSet
from db.connection import Checklist, save_copy
from db.edit import edit
from db.errors import RuleBroken
from db.evidence_files import Stored, Tell, carry, digest, discard, folder_of, kept, place, store
from db.text import one_line
from db.words import quoted
from db.words.problems import FINDINGS

NOTE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file an action rests on: its name when it was added, what it held and how big it was."""

    id: int
    action: int
    code: str
    name: str
    sha256: str
    size: int
    note: str
    added_on: str
    added_by: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A file that is missing, altered or unreadable, and where it was looked for."""

    fault: str
    evidence: Evidence
    path: Path

    def __str__(self) -> str:
        return FINDINGS[self.fault].format(code=self.evidence.code, name=self.evidence.name)


def all(checklist: Checklist) -> list[Evidence]:
    """All evidence, action by action, in the order it was added."""
    return _read(checklist, "")


def of_action(checklist: Checklist, action_id: int) -> list[Evidence]:
    """The evidence of one action, in the order it was added."""
    return _read(checklist, "WHERE action = ?", action_id)


def get(checklist: Checklist, evidence_id: int) -> Evidence:
    """One piece of evidence; RuleBroken when it is gone."""
    for found in _read(checklist, "WHERE evidence.id = ?", evidence_id):
        return found
    raise RuleBroken("evidence_unknown")


def path_of(checklist: Checklist, evidence: Evidence) -> Path:
    """Where the file of a piece of evidence has to lie."""
    return place(folder_of(checklist.path), evidence.sha256, evidence.name)


def add(checklist: Checklist, action_id: int, paths: Sequence[Path], note: str = "", *, today: str) -> ChangeSet:
    """Copy files in and write them down as one step: all of them, or neither file nor row."""
    changeable(checklist, action_id)
    return record(checklist, action_id, store(checklist.path, paths), note, today=today)


def record(checklist: Checklist, action_id: int, stored: Sequence[Stored], note: str = "", *, today: str) -> ChangeSet:
    """Write files down that lie in the folder already; when that fails the new ones go again.

    A file that is written down but had gone or been altered is thereby put back, and nothing else changes.
    """
    try:
        action = changeable(checklist, action_id)
        note = _clean_note(note)
        known = {found.sha256: found for found in of_action(checklist, action_id)}
        stored = [one for one in stored if not _put_back(checklist, one, known.get(one.sha256))]
        names = {found.sha256: found.name for found in known.values()}
        with edit(checklist, "evidence", title=quoted([action.title]), names=quoted([s.name for s in stored])) as e:
            for one in stored:
                if one.sha256 in names:
                    raise RuleBroken("evidence_twice", field="file", name=one.name, old=names[one.sha256])
                names[one.sha256] = one.name
                e.insert(
                    "evidence", action=action_id, name=one.name, sha256=one.sha256, size=one.size, note=note,
                    added_on=today, added_by=checklist.by,
                )  # fmt: skip
    except BaseException:
        discard(stored)
        raise
    return e.changes


def remove(checklist: Checklist, evidence_id: int) -> ChangeSet:
    """Take a piece of evidence off its action; the file stays, so that undo finds it."""
    found = get(checklist, evidence_id)
    action = changeable(checklist, found.action)
    with edit(checklist, "evidence_removed", title=quoted([action.title]), names=quoted([found.name])) as e:
        e.delete("evidence", evidence_id)
    return e.changes


def set_note(checklist: Checklist, evidence_id: int, note: str) -> ChangeSet:
    """Say what a piece of evidence shows; an empty text takes it off."""
    found = get(checklist, evidence_id)
    changeable(checklist, found.action)
    with edit(checklist, "evidence_note", names=quoted([found.name])) as e:
        e.update("evidence", evidence_id, note=_clean_note(note))
    return e.changes


def verify(checklist: Checklist) -> list[Finding]:
    """Every file that is not there or not what was added."""
    return examine(folder_of(checklist.path), all(checklist))


def examine(folder: Path, evidence: Sequence[Evidence], tell: Tell = lambda done, of: True) -> list[Finding]:
    """Hold files against what was written down of them; needs no open checklist, so it may run beside the window."""
    faults: dict[Path, str] = {}
    found = []
    for number, one in enumerate(evidence, start=1):
        path = place(folder, one.sha256, one.name)
        if path not in faults:
            faults[path] = _fault(path, one.sha256)
        if faults[path]:
            found.append(Finding(faults[path], one, path))
        if not tell(number, len(evidence)):
            raise RuleBroken("evidence_cancelled", field="file")
    return found


def missing(checklist: Checklist) -> list[Finding]:
    """Those whose file is not there or has another size: told at once, without reading them."""
    found = []
    for one in all(checklist):
        path = path_of(checklist, one)
        if not path.is_file():
            found.append(Finding("missing", one, path))
        elif path.stat().st_size != one.size:
            found.append(Finding("altered", one, path))
    return found


def orphans(checklist: Checklist) -> list[Path]:
    """Files in the folder that no row names any more; undo may want them back."""
    named = {path_of(checklist, one) for one in all(checklist)}
    return [path for path in kept(folder_of(checklist.path)) if path not in named]


def copy(checklist: Checklist, path: Path, carried: Sequence[Stored]) -> None:
    """Write a copy of the checklist whose evidence has been carried there; when that fails it goes again."""
    try:
        save_copy(checklist, path)
    except BaseException:
        discard(carried)
        raise


def carry_to(checklist: Path, path: Path, tell: Tell = lambda done, of: True) -> list[Stored]:
    """Bring the evidence of a checklist file to where a copy of it will lie."""
    return carry(folder_of(checklist), folder_of(path), tell)


def _fault(path: Path, sha256: str) -> str:
    try:
        if not path.is_file():
            return "missing"
        return "" if digest(path) == sha256 else "altered"
    except OSError:
        return "unreadable"


def _put_back(checklist: Checklist, one: Stored, known: Evidence | None) -> bool:
    return known is not None and one.was != "there" and one.path == path_of(checklist, known)


def _clean_note(note: str) -> str:
    note = one_line(note)
    if len(note) > NOTE_LIMIT:
        raise RuleBroken("evidence_note_long", field="note", length=len(note), limit=NOTE_LIMIT)
    return note


def _read(checklist: Checklist, where: str, *values: object) -> list[Evidence]:
    rows = checklist.db.conn.execute(
        "SELECT evidence.id, action, code, name, sha256, size, note, added_on, added_by "
        f"FROM evidence JOIN action ON action.id = action {where} ORDER BY code, evidence.id",
        values,
    )
    return [Evidence(*row) for row in rows]
