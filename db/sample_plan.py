"""Think up a county's actions: which there are, who leads them, when they are due, how far they have come.

Pure: the same facts, number and seed give the same plan. `db.sample` writes it into a checklist.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, count, islice, zip_longest
from typing import Any

from db.calendar import NATIONAL
from db.deadlines import parse

Facts = Mapping[str, Any]

FEWEST = 30  # below this some divided task would have no action
_FIRST_DONE = date(2020, 4, 24)
# Due dates as they are worded in real plans; those of sub-actions are drawn from here.
_DUES = (
    "4月30日", "5月上旬", "5月15日", "5月20日", "5月底前", "6月5日", "6月10日", "6月中旬", "6月24日", "6月底前",
    "2020.7.10", "7月中旬", "7月底前", "8月15日前", "8月31日", "三季度", "10月上旬", "10月底前", "11月中旬", "12月15日",
    "年底前",
)  # fmt: skip


@dataclass(slots=True)
class Planned:
    """One action to be; `percent` and `done_on` are what has become of it by the day the sample plays on."""

    task: int
    title: str
    lead: str
    owner: str
    supporting: Sequence[str]
    due: str
    percent: int
    done_on: date | None
    pattern: Facts = field(default_factory=dict)
    inside: list["Planned"] = field(default_factory=list)
    answers: Sequence[int] = ()  # the sentences of its task
    id: int | None = None  # its row, once it is written

    def all(self) -> Iterator["Planned"]:
        """The action and those inside it, parents first."""
        yield self
        for planned in self.inside:
            yield from planned.all()


def plan(facts: Facts, number: int, seed: int, today: date) -> list[Planned]:
    """The actions of the first level, task by task, `number` in all with those inside them."""
    return _Planner(facts, seed, today).plan(number)


class _Planner:
    def __init__(self, facts: Facts, seed: int, today: date) -> None:
        self._facts, self._today = facts, today
        self._chance = random.Random(seed)

    def plan(self, number: int) -> list[Planned]:
        fifth = [self._planned(5, pattern) for pattern in self._facts["fifth"]]
        by_task = [[(int(task), pattern) for pattern in its] for task, its in self._facts["actions"].items()]
        rounds = chain.from_iterable(zip_longest(*by_task))  # every task gets one before any gets a second
        room = number - sum(1 for planned in fifth for _ in planned.all())
        roots = [self._planned(*one) for one in islice(filter(None, rounds), room)]
        for place, planned in islice(self._growth(roots), room - len(roots)):
            place.append(planned)
        return sorted(fifth + roots, key=lambda root: root.task)

    def _growth(self, roots: list[Planned]) -> Iterator[tuple[list[Planned], Planned]]:
        """Ever more actions, each with the list it belongs into; the taker appends it at once."""
        fresh = list(roots)
        for batch in count(2):
            shallow: list[Planned] = []
            for root in self._chance.sample(fresh, len(fresh)):
                for child in self._divided(root):
                    yield root.inside, child
                deep = [child for child in root.inside if child.pattern and self._chance.random() < 0.25]
                shallow += [child for child in root.inside if child.pattern and child not in deep]
                for child in deep:
                    yield from ((child.inside, stage) for stage in self._stages(child))
            for child in shallow:
                yield from ((child.inside, stage) for stage in self._stages(child))
            fresh = [self._planned(root.task, root.pattern, f"（第{batch}批）") for root in fresh]
            yield from ((roots, root) for root in fresh)

    def _planned(self, task: int, pattern: Facts, batch: str = "") -> Planned:
        people = self._facts["units"].get(pattern.get("lead"), [""])
        owner = pattern.get("owner") or self._chance.choice(people)
        due, percent = pattern["due"], pattern.get("percent", 0)
        return Planned(
            task, pattern["title"] + batch, pattern.get("lead", ""), owner, pattern.get("with", ()),
            due, percent, self._done_on(due, percent), pattern,
            [self._planned(task, inside) for inside in pattern.get("inside", ())], pattern.get("answers", ()),
        )  # fmt: skip

    def _divided(self, root: Planned) -> list[Planned]:
        """The parts of an action: by town where its pattern says how, else by stage of the work."""
        pattern = root.pattern
        if "each" not in pattern:
            return self._stages(root)
        towns = self._chance.sample(list(self._facts["towns"]), min(self._chance.randint(4, 6), pattern["total"]))
        parts = []
        for town, share in zip(towns, self._shares(pattern["total"], len(towns)), strict=True):
            percent = self._about(root.percent)
            parts.append(
                Planned(
                    root.task, pattern["each"].format(town=town, n=share), f"{town}政府", self._facts["towns"][town],
                    (root.lead,), root.due, percent, self._done_on(root.due, percent),
                    {"kind": pattern["kind"], "it": town + pattern["it"]},
                )
            )  # fmt: skip
        return parts

    def _stages(self, whole: Planned) -> list[Planned]:
        """The stages of the work one after the other: done, under way, still to come."""
        titles = self._facts["stages"].get(whole.pattern.get("kind"), ())
        end = self._day(whole.due) or date.max
        days = [(words, self._day(words) or end) for words in _DUES]
        past = [words for words, day in days if day < min(end, self._today)]
        ahead = [words for words, day in days if self._today < day < end]
        stages = []
        for index, title in enumerate(titles):
            percent = min(100, max(0, 5 * round((whole.percent * len(titles) - 100 * index) / 5)))
            late = 0 < percent < 100 and self._chance.random() < 0.07
            fitting = past[-1:] if late else past if percent == 100 else ahead
            last = title == titles[-1] or not fitting
            due = whole.due if last else fitting[index * len(fitting) // len(titles)]
            stages.append(
                Planned(
                    whole.task, title.format(it=whole.pattern["it"]), whole.lead, whole.owner, (), due, percent,
                    self._done_on(due, percent),
                )
            )  # fmt: skip
        return stages

    def _done_on(self, due: str, percent: int) -> date | None:
        """The working day a finished action was done: mostly in time, now and then some days late."""
        if percent < 100:
            return None
        late = self._chance.random() < 0.12
        days = self._chance.randint(2, 5) if late else self._chance.randint(-6, 0)
        day = (self._day(due) or self._today) + timedelta(days)
        day = min(max(day, _FIRST_DONE), self._today - timedelta(1))
        while not NATIONAL.is_workday(day):
            day -= timedelta(1)
        return day

    def _about(self, percent: int) -> int:
        """A percent in the neighbourhood; what is finished or not begun as a whole is so in all its parts."""
        if percent in (0, 100):
            return percent
        return min(100, max(0, 5 * (percent // 5 + self._chance.randint(-7, 7))))

    def _shares(self, total: int, number: int) -> list[int]:
        """`number` shares of at least one that sum to `total`."""
        cuts = sorted(self._chance.sample(range(1, total), number - 1))
        return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]

    def _day(self, due: str) -> date | None:
        on = parse(due, self._facts["plan_year"], "").on
        return date.fromisoformat(on) if on else None
