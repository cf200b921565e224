"""Which task of the notice somebody means: by number in all its forms, by code, by title."""

import re
import unicodedata
from collections.abc import Iterable

from db.tasks import Task
from db.text import figures, plain

_FIGURES = "〇零一二三四五六七八九十"
_CODE = re.compile(r"\d+-(?P<number>\d{1,3})(-\d+(\.\d+){0,2})?")
_NUMBERED = re.compile(
    rf"(?:第|任务)?[(\[]?(?P<number>\d{{1,3}}|[{_FIGURES}]{{1,4}})(?:\.0)?[)\]]?"
    r"(?:项?任务|项|[.、．,:：])?(?P<title>.*)"
)  # fmt: skip
_LEAST = 6  # so many characters of a title name it


class TaskFinder:
    """Finds the tasks of one notice; what it has been asked it answers at once."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._numbers = {task.number: task for task in tasks}
        self._titles = {plain(task.title): task for task in self._numbers.values()}
        self._asked: dict[str, Task | None] = {}

    def find(self, text: str) -> Task | None:
        """The task a text names, None where it names none: 5, （五）, 十三, 532-05-01, its title with or without."""
        if text not in self._asked:
            self._asked[text] = self._find(text)
        return self._asked[text]

    def heads(self, text: str) -> Task | None:
        """The task whose line in the notice a text is, number and title or the title alone; None for anything else."""
        task = self.find(text)
        return task if task and plain(text).endswith(plain(task.title)) else None

    def _find(self, text: str) -> Task | None:
        said = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
        code = _CODE.fullmatch(said)
        if code:
            return self._numbers.get(int(code["number"]))
        by_title = self.titled(said)
        found = _NUMBERED.fullmatch(said)
        if found is None:
            return by_title
        number = found["number"]
        task = self._numbers.get(int(number if number.isdigit() else figures(number)))
        title = plain(found["title"])
        if not title:
            return task
        if task and (title in plain(task.title) or plain(task.title) in title):
            return task
        return by_title or self.titled(found["title"])

    def titled(self, text: str) -> Task | None:
        """The task of a title, of a part of it, or of a text it stands in; None where it is not the only one."""
        said = plain(text)
        if said in self._titles:
            return self._titles[said]
        if len(said) < _LEAST:
            return None
        near = [task for title, task in self._titles.items() if said in title or (title and title in said)]
        return near[0] if len(near) == 1 else None
