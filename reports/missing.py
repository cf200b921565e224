"""Where the characters stand that no face can draw: the rows of a report's data, for who is to change them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from reports.data import ReportData
from reports.words import missing as words


@dataclass(frozen=True, slots=True)
class Place:
    """A character and the row it stands in, in words; the task by id and the action by id it leads to, if any."""

    character: str
    where: str
    task: int | None = None
    action: int | None = None


def places(data: ReportData, missing: Collection[str]) -> tuple[Place, ...]:
    """Every row that has one of the characters, in the order of the report, what stands in no row last."""
    if not missing:
        return ()
    found = [*_of_rows(data, missing), *_of_the_rest(data, missing)]
    told = {place.character for place in found}
    return (*found, *(Place(character, words.SOMEWHERE) for character in sorted(set(missing) - told)))


def _of_rows(data: ReportData, missing: Collection[str]) -> Iterator[Place]:
    records = data.records
    hanging = (records.newest, records.problems, records.extensions, records.closings, records.evidence)
    for its in data.tasks:
        where = words.TASK.format(n=its.task.number, title=its.task.title)
        for character in _in((its.task, its.bodies), missing):
            yield Place(character, where, its.task.id)
        for action in its.actions:
            what = (action, *(record.get(action.id) for record in hanging))
            where = words.ACTION.format(code=action.code, title=action.title)
            for character in _in(what, missing):
                yield Place(character, where, its.task.id, action.id)


def _of_the_rest(data: ReportData, missing: Collection[str]) -> Iterator[Place]:
    told = (
        (words.LETTERHEAD, data.letterhead), (words.SETTINGS, data.settings), (words.NOTICE, data.document),
        (words.PARTS, tuple(part.part for part in data.parts)),
    )  # fmt: skip
    for where, what in told:
        for character in _in(what, missing):
            yield Place(character, where)


def _in(what: Any, missing: Collection[str]) -> list[str]:
    """Which of the characters stand in some text of it, each once."""
    return list(dict.fromkeys(c for text in _texts(what) for c in text if c in missing))


def _texts(what: Any) -> Iterator[str]:
    if isinstance(what, str):
        yield what
    elif is_dataclass(what):
        for field in fields(what):
            yield from _texts(getattr(what, field.name))
    elif isinstance(what, tuple):
        for one in what:
            yield from _texts(one)
