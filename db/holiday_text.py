"""The State Council's yearly notice on holidays, as an official pastes it: which days are off, which are worked."""

import re
import unicodedata
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from db import words
from db.errors import RuleBroken
from db.text import one_line

LIMIT = 20_000
LONGEST = 31  # days off in a row; the longest until now were ten
_SHOWN = 30

Kind = Literal["off", "work"]


class Said(NamedTuple):
    """A day, whether it is off or worked, and the holiday it belongs to, "" where that is unsaid."""

    day: date
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a text says: its year, None where it names none, and its days in order, some of other years."""

    year: int | None
    days: tuple[Said, ...]


def read(text: str, year: int | None = None) -> Pasted:
    """Read a notice or a plain list; `year` is meant by dates without one in a text that names none.

    What is said later about a day counts. Raises RuleBroken with field "text", naming the words at fault.
    """
    if len(text) > LIMIT:
        raise RuleBroken("holiday_long", field="text", limit=LIMIT)
    lines = _lines(text)
    sentences = list(_sentences(lines))
    named = _year("\n".join(lines), sentences)
    days = _Days(named or year)
    for sentence in sentences:
        days.add(sentence)
    if not days.said:
        raise RuleBroken("holiday_none", field="text")
    days.hold_work_days()
    return Pasted(named, tuple(days.said[day] for day in sorted(days.said)))


# --- from text to sentences ----------------------------------------------------------------------------

_FULL_WIDTH = str.maketrans("(),:;!?〔〕[]", "（），：；！？（）（）")
# A line of a PDF breaks anywhere: these never end a sentence, or never begin one.
_BROKEN = re.compile(r"(?<=[、，至到和与（])\n|\n(?=[）（、，至到日月号年]|(?:放假|调休|上班)(?![^\n]{0,6}：))")
_ENDS = re.compile(r"[。；！？]|如下：")
_CLAUSE = re.compile(r"(?:（[^（）]*）|[^，])+")
_TITLE = re.compile(r"《[^《》\n]*(?:〈[^〈〉\n]*〉[^《》\n]*)?》")


def _date(n: int) -> str:
    """The pattern of a date, its parts named with the number: a month and a day, or a day alone."""
    return (
        rf"(?:(?:(?P<year{n}>\d{{4}})\s?[年./-]\s?)?(?P<month{n}>\d{{1,2}})\s?[月./-]\s?"
        rf"(?P<day{n}>\d{{1,2}})(?!\d|\s?月)\s?[日号]?|(?P<only{n}>\d{{1,2}})\s?[日号])"
        rf"(?P<note{n}>(?:\s?（[^（）]*）|\s?(?:周|星期)[一二三四五六日天])*)"
    )


_SPAN = rf"(?<!\d){_date(1)}(?P<to>\s?(?:至|到|[-—–―~]{{1,2}})\s?{_date(2)})?(?P<since>\s?起)?"
_TOKEN = re.compile(
    rf"(?P<span>{_SPAN})|(?P<same>不\s?(?:调休|补休))|(?P<not>不\s?(?:放假|休息|休假))"
    r"|(?P<work>(?:调休|补休|正常|照常|恢复|均)*(?:上班|补班|调班|工作日)|(?<=[日号）\s\d])班(?![\u4e00-\u9fff]))"
    r"|(?P<off>不上班|(?:放假|公休(?!日)|补休|调休|休假|休息|连休)+|法定节假日|共\s?\d+\s?天"
    r"|(?<=[日号）\s\d])休(?![\u4e00-\u9fff]))"
)
_LABEL = r"\s*(?:[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十\d]+）|\d+(?:、|\.(?!\d)))?\s*"
_HEAD = re.compile(rf"{_LABEL}(?:\d{{4}}\s?年)?(?P<name>[^\d：（），]{{1,20}}?)(?:（[^（）]*）)?\s*：")
_FEASTS = r"元旦|春节|除夕|清明节?|劳动节|五一|端午节?|中秋节?|国庆节?|纪念日"
_FEAST = re.compile(_FEASTS)
_EXTENDS = re.compile(r"延长[^。，]*假期至\s?$")
# What may stand between a date and what is said of it.
_NEAR = re.compile(r"[^\d的于将布订印发]{0,20}")
_LOST = re.compile(r"[\s、.~至到—–―-]*\d{1,2}(?![\d年])|\s?(?:至|到|[-—–―~])")
_ONLY_JOINED = re.compile(rf"(?:[、，和与及\s]|{_FEASTS})*")
_BEGINS_DAY = re.compile(rf"{_LABEL}(?:{_SPAN}|{_FEASTS})")
_WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
_NEW_YEAR = "元旦"  # its days off may begin in the December before
_DAY_OF_ISSUE = re.compile(r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?（[^（）周期]*）)*")
_NAMED_YEAR = (
    re.compile(r"(\d{4})\s?年[^\d。\n]{0,12}?(?:节假日|放假|假期|假日|元旦|春节)"),
    re.compile(r"(\d{4})\s?年(?! ?\d)"),
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Dates of which one thing is said; `longer` is a holiday lengthened to its one date."""

    kind: Literal["off", "work", "longer"]
    name: str
    spans: tuple[re.Match[str], ...]


def _lines(text: str) -> list[str]:
    kept = "\n".join(map(one_line, unicodedata.normalize("NFKC", text).splitlines()))
    return _BROKEN.sub("", _TITLE.sub("", kept.translate(_FULL_WIDTH))).split("\n")


def _sentences(lines: Sequence[str]) -> Iterator[_Sentence]:
    name = before = ""
    for line in filter(None, lines):
        if _BEGINS_DAY.match(line) and not before.endswith("："):
            name = "、".join(dict.fromkeys(_FEAST.findall(line)))
        for part in _ENDS.split(line):
            if "鼓励" not in part:
                name = yield from _read_part(part, name)
        before = line


def _read_part(part: str, name: str) -> Generator[_Sentence, None, str]:
    """What a part between full stops says; returns the holiday it is about."""
    pending: list[re.Match[str]] = []
    told: Kind | None = None
    of_days = bool(_BEGINS_DAY.match(part)) and not _DAY_OF_ISSUE.fullmatch(part.strip())
    for clause in _CLAUSE.findall(part):
        start = 0
        while head := _HEAD.match(clause, start):
            start = head.end()
            if verb := _TOKEN.search(head["name"]):
                told = _kind(verb)
            else:
                name = head["name"].strip()
                of_days = bool(_FEAST.search(name))
        pending = yield from _read_clause(clause[start:], name, pending)
        if told and pending:
            yield _Sentence(told, name, tuple(pending))
            pending = []
        if not _ONLY_JOINED.fullmatch(_TOKEN.sub("", clause[start:])):
            pending = []
    if pending and of_days:
        raise RuleBroken("holiday_unsaid", field="text", words=_shown(part))
    return name


def _read_clause(
    clause: str, name: str, pending: list[re.Match[str]]
) -> Generator[_Sentence, None, list[re.Match[str]]]:
    """What a part between commas says of its dates and those before; returns the dates nothing is said of."""
    end = 0
    for token in _TOKEN.finditer(clause):
        between = clause[end : token.start()]
        end = token.end()
        kind = _kind(token)
        if token["span"] and _EXTENDS.search(between):
            yield _Sentence("longer", name, (token,))
        elif token["span"] and not token["since"]:
            pending = [*pending, token]
        elif kind and pending:
            if _LOST.match(between):
                raise RuleBroken("holiday_unread", field="text", words=_shown(clause))
            if _NEAR.fullmatch(between):
                yield _Sentence(kind, name, tuple(pending))
            pending = []
        elif token["not"]:
            pending = []
    return pending


def _kind(token: re.Match[str]) -> Kind | None:
    return "work" if token["work"] else "off" if token["off"] else None


def _shown(piece: str) -> str:
    piece = piece.strip()
    return piece if len(piece) <= _SHOWN else piece[:_SHOWN] + "…"


# --- from sentences to days ----------------------------------------------------------------------------


def _year(text: str, sentences: Sequence[_Sentence]) -> int | None:
    """The year the text is about: named beside the holidays, else the one most of its dates name."""
    for pattern in _NAMED_YEAR:
        if found := pattern.search(text):
            return int(found[1])
    years = Counter(span["year2"] or span["year1"] for sentence in sentences for span in sentence.spans)
    del years[None]
    return int(max(years, key=lambda year: (years[year], year))) if years else None


class _Days:
    """What has been said of each day until now; a date without a year is one of `year`."""

    def __init__(self, year: int | None) -> None:
        self.said: dict[date, Said] = {}
        self._year = year
        self._off: set[date] = set()
        self._words: dict[date, str] = {}

    def add(self, sentence: _Sentence) -> None:
        """Put what a sentence says in the place of what was said of its days before."""
        before: date | None = None
        for span in sentence.spans:
            name = sentence.name
            if sentence.kind == "longer":
                first, last = self._longer(span)
                name = self.said[first - timedelta(1)].name
            else:
                first, last = self._ends(span, name, before)
            kind: Kind = "work" if sentence.kind == "work" else "off"
            for n in range((last - first).days + 1):
                day = first + timedelta(n)
                self.said[day] = Said(day, kind, name)
                self._words[day] = span["span"]
                if kind == "off":
                    self._off.add(day)
            before = last

    def hold_work_days(self) -> None:
        """Refuse a day said to be worked that every week works and no holiday takes."""
        for day, kind, _ in self.said.values():
            if kind == "work" and day.weekday() < 5 and day not in self._off:
                raise RuleBroken("holiday_work", field="text", words=_shown(self._words[day]), day=day.isoformat())

    def _ends(self, span: re.Match[str], name: str, before: date | None) -> tuple[date, date]:
        first = self._date(span, 1, name, before)
        last = self._date(span, 2, name, first) if span["to"] else first
        shown = _shown(span["span"])
        if last < first:
            raise RuleBroken("holiday_order", field="text", words=shown)
        days = (last - first).days + 1
        if days > LONGEST:
            raise RuleBroken("holiday_range", field="text", words=shown, days=days, limit=LONGEST)
        return first, last

    def _longer(self, span: re.Match[str]) -> tuple[date, date]:
        last = self._date(span, 1, "", None)
        near = [day for day in self._off if timedelta(0) < last - day <= timedelta(LONGEST)]
        if not near:
            raise RuleBroken("holiday_extends", field="text", words=_shown(span.string))
        return max(near) + timedelta(1), last

    def _date(self, span: re.Match[str], n: int, name: str, before: date | None) -> date:
        """The day a date means, after the one before it; the weekday beside it has to agree."""
        shown = _shown(span["span"])
        year, month = self._month(span, n, name, before)
        try:
            day = date(year, month, int(span[f"day{n}"] or span[f"only{n}"]))
        except ValueError:
            raise RuleBroken("holiday_day", field="text", words=shown) from None
        weekday = words.WEEKDAYS[day.weekday()]
        said = _WEEKDAY.search(span[f"note{n}"])
        if said and said[1].replace("天", "日") != weekday:
            raise RuleBroken("holiday_weekday", field="text", words=shown, day=day.isoformat(), weekday=weekday)
        return day

    def _month(self, span: re.Match[str], n: int, name: str, before: date | None) -> tuple[int, int]:
        if not span[f"month{n}"]:
            if before is None:
                raise RuleBroken("holiday_unread", field="text", words=_shown(span["span"]))
            return before.year, before.month
        month = int(span[f"month{n}"])
        if span[f"year{n}"]:
            return int(span[f"year{n}"]), month
        if n == 2 and before:
            return before.year + (before.month == 12 and month == 1), month
        if self._year is None:
            raise RuleBroken("holiday_year", field="text", words=_shown(span["span"]))
        return self._year - (_NEW_YEAR in name and month == 12), month
