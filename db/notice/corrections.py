"""What a reader of flesh and blood puts right in a notice before it becomes a checklist.

Every function takes a notice and gives a new one; the text itself is never changed, only where it is cut and
what a piece of it is. Tasks are named by their number and counted anew afterwards.
"""

from collections.abc import Iterable
from dataclasses import replace

from db.notice.model import Notice, NoticePart, NoticeTask
from db.notice.paragraphs import sentences, title_and_body


def merged(notice: Notice, number: int) -> Notice:
    """The task joined to the one before it, which keeps its label and title. Raises ValueError for the first."""
    at = _place(notice, number)
    if at == 0:
        raise ValueError("the first task has none before it")
    before, task = notice.tasks[at - 1], notice.tasks[at]
    body = "\n".join(filter(None, (before.body, _whole(task))))
    joined = replace(
        before, body=body, sentences=tuple(sentences(body)), clause=before.clause + task.clause,
        departments=_union(before.departments, task.departments), groups=before.groups + task.groups,
        open_list=before.open_list or task.open_list, lead=_union(before.lead, task.lead),
        support=_union(before.support, task.support), due_words=before.due_words or task.due_words,
    )  # fmt: skip
    return _with_tasks(notice, [*notice.tasks[: at - 1], joined, *notice.tasks[at + 1 :]])


def split(notice: Notice, number: int, sentence: int) -> Notice:
    """The task cut before its sentence `sentence` (from 1): what follows becomes a task of its own.

    Both keep the responsible bodies, for the clause stands for all of the text. Raises ValueError for no such sentence.
    """
    at = _place(notice, number)
    task = notice.tasks[at]
    if not 1 <= sentence <= len(task.sentences):
        raise ValueError(f"task {number} has no sentence {sentence}")
    title, body = title_and_body(["".join(task.sentences[sentence - 1 :])])
    kept = "".join(task.sentences[: sentence - 1])
    first = replace(task, body=kept, sentences=tuple(sentences(kept)))
    second = replace(task, label="", title=title, body=body, sentences=tuple(sentences(body)))
    return _with_tasks(notice, [*notice.tasks[:at], first, second, *notice.tasks[at + 1 :]])


def relabelled(notice: Notice, number: int, label: str, title: str) -> Notice:
    """The task under another label and title; an empty title leaves it as it was."""
    at = _place(notice, number)
    task = replace(notice.tasks[at], label=label.strip(), title=title.strip() or notice.tasks[at].title)
    return _with_tasks(notice, [*notice.tasks[:at], task, *notice.tasks[at + 1 :]])


def dropped(notice: Notice, number: int) -> Notice:
    """The notice without a task that is none. Raises ValueError when it is the only one."""
    at = _place(notice, number)
    if len(notice.tasks) == 1:
        raise ValueError("a notice has at least one task")
    return _with_tasks(notice, [*notice.tasks[:at], *notice.tasks[at + 1 :]])


def as_part(notice: Notice, number: int) -> Notice:
    """The task made a part: its title heads it, its body opens it, and the tasks up to the next part stand in it."""
    at = _place(notice, number)
    task = notice.tasks[at]
    if len(notice.tasks) == 1:
        raise ValueError("a notice has at least one task")
    new = (task.part or 0) + 1
    opened = NoticePart(new, task.title, task.body, task.line)
    later = [replace(part, number=part.number + 1) for part in notice.parts[new - 1 :]]
    parts = (*notice.parts[: new - 1], opened, *later)
    tasks = [
        replace(one, part=_moved(one.part, task.part, new, one.number > number))
        for one in notice.tasks if one is not task
    ]  # fmt: skip
    return _with_tasks(replace(notice, parts=parts), tasks)


def titled(notice: Notice, title: str) -> Notice:
    """The notice under another title. Raises ValueError for an empty one."""
    if not title.strip():
        raise ValueError("a notice has a title")
    return replace(notice, title=title.strip())


def _moved(part: int | None, old: int | None, new: int, after: bool) -> int | None:
    """The part of a task once part `new` has been opened out of part `old`."""
    if part == old and after:
        return new
    return part + 1 if part is not None and part >= new else part


def _whole(task: NoticeTask) -> str:
    """A task's text as it reads on: title, full stop, body."""
    ended = task.title.endswith(("。", "！", "？", "；"))
    return task.title + ("" if ended else "。") + task.body


def _with_tasks(notice: Notice, tasks: Iterable[NoticeTask]) -> Notice:
    return replace(notice, tasks=tuple(replace(task, number=n) for n, task in enumerate(tasks, 1)))


def _place(notice: Notice, number: int) -> int:
    if not 1 <= number <= len(notice.tasks):
        raise ValueError(f"no task {number}")
    return number - 1


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one + other))
