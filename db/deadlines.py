"""Due dates in words: "6月底前" and its many relatives become a day of the plan year, "15个工作日内" one from today."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from db.calendar import NATIONAL, Calendar
from db.errors import RuleBroken
from db.text import figures, one_line

LIMIT = 40
MOST_DAYS = 999
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_CHINESE_NUMBER = re.compile(r"[〇零一二三四五六七八九十百两]+(?=[年月日号季天]|个?(?:工作|自然)日)")


@dataclass(frozen=True, slots=True)
class Due:
    """A due date as it was worded and the day it means, YYYY-MM-DD; None means 长期, no end."""

    words: str
    on: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """What words are read against: the plan year, the day the work was given (交办), the working days."""

    plan_year: int
    on: str
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Style:
    """One way of writing a deadline: an example, the pattern, and the day the pattern's parts mean."""

    example: str
    pattern: re.Pattern[str]
    day: Callable[[re.Match[str], Given], date | None]


def parse(
    words: str, plan_year: int, today: str, *, calendar: Calendar = NATIONAL, given_on: str | None = None
) -> Due:
    """Read a deadline; words without a year mean the plan year, 今年 too, 明年 the one after.

    Days are counted from the day given, today unless said, which is not counted itself.
    Raises RuleBroken with field "due" for an impossible date or words nobody taught us.
    """
    given = Given(plan_year, given_on or today, calendar)
    kept = one_line(words)
    if len(kept) > LIMIT:
        raise RuleBroken("due_long", field="due", length=len(kept), limit=LIMIT)
    text = _plain(kept)
    for style in STYLES:
        found = style.pattern.fullmatch(text)
        if found:
            day = style.day(found, given)
            return Due(kept, day.isoformat() if day else None)
    raise RuleBroken("due_unreadable", field="due", words=kept)


def day(words: str, plan_year: int, today: str, *, field: str) -> str:
    """The one day words mean, as YYYY-MM-DD, "" for no words; RuleBroken with `field` for what is no day."""
    try:
        found = parse(words, plan_year, today).on
    except RuleBroken as error:
        raise RuleBroken(error.code, field=field, **error.facts) from error
    if found is None and one_line(words):
        raise RuleBroken("date_invalid", field=field, value=one_line(words)[:20])
    return found or ""


def _plain(words: str) -> str:
    """The words with Arabic half-width digits, without blanks and the endings that change nothing."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", words))
    text = _CHINESE_NUMBER.sub(lambda found: figures(found[0]), text)
    return re.sub(r"(之前|以前|前|为止|止|完成)+$", "", text)


def _year(found: re.Match[str], plan_year: int) -> int:
    said = found["year"]
    if said in ("今年", "本年", "当年", "", None):
        return plan_year
    if said == "明年":
        return plan_year + 1
    number = int(said.rstrip("年.-/"))
    return number if number > 99 else 2000 + number


def _of(year: int, month: int, day: int | None = None) -> date:
    """The day, or the month's last; RuleBroken says which of them does not exist."""
    if not 1 <= month <= 12:
        raise RuleBroken("due_month", field="due", month=month)
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        raise RuleBroken("due_day", field="due", month=month, day=day, last=last)
    return date(year, month, last if day is None else day)


def _full_date(found: re.Match[str], given: Given) -> date:
    return _of(_year(found, given.plan_year), int(found["month"]), int(found["day"]))


def _month_end(found: re.Match[str], given: Given) -> date:
    return _of(_year(found, given.plan_year), int(found["month"]))


def _third_of_month(found: re.Match[str], given: Given) -> date:
    day = {"上": 10, "初": 10, "中": 20, "下": None}[found["third"]]
    return _of(_year(found, given.plan_year), int(found["month"]), day)


def _quarter(found: re.Match[str], given: Given) -> date:
    return _of(_year(found, given.plan_year), 3 * int(found["quarter"]))


def _half(found: re.Match[str], given: Given) -> date:
    return _of(_year(found, given.plan_year), 6 if found["half"] == "上" else 12)


def _year_end(found: re.Match[str], given: Given) -> date:
    return _of(_year(found, given.plan_year), 12)


def _packed(found: re.Match[str], given: Given) -> date:
    return _of(int(found["year"]), int(found["month"]), int(found["day"]))


def _excel(found: re.Match[str], given: Given) -> date:
    return _EXCEL_DAY_ZERO + timedelta(int(found[0]))


def _never(found: re.Match[str], given: Given) -> None:
    return None


def _workdays_later(found: re.Match[str], given: Given) -> date:
    return given.calendar.after(date.fromisoformat(given.on), _count(found))


def _days_later(found: re.Match[str], given: Given) -> date:
    return date.fromisoformat(given.on) + timedelta(_count(found))


def _count(found: re.Match[str]) -> int:
    count = int(found["count"])
    if not 1 <= count <= MOST_DAYS:
        raise RuleBroken("due_count", field="due", count=count, limit=MOST_DAYS)
    return count


_Y = r"(?P<year>(?:20)?\d\d年|今年|本年|当年|明年|)"
_Y4 = r"(?P<year>20\d\d)"
_M, _D = r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_SINCE = (
    r"[自从]?(?:收到|接到)?(?:[交转]办[单件]?|督办[单件]?|收文|来文|接文|发文|印发|下发|受理|立项|批示|通知|文件|任务)+"
    r"(?:之日起?|当?日起|当天起|[之以]?后|起)计?算?,?"
)
_N, _WITHIN = r"(?P<count>\d+)", r"(?:[之以]?内)"


def _style(example: str, pattern: str, day: Callable[[re.Match[str], Given], date | None]) -> Style:
    return Style(example, re.compile(pattern), day)


STYLES = (
    _style("长期坚持", r"(全年|常年|长期|持续|常态化)?(长期|持续|坚持|推进|实施|开展|常态化)+", _never),
    _style("2020年6月30日", rf"{_Y}{_M}月{_D}[日号]?", _full_date),
    _style("2020.6.30", r"(?P<year>20\d\d[.\-/年])" + rf"{_M}[.\-/月]{_D}[日号]?", _full_date),
    _style("6.30", rf"(?P<year>){_M}[.\-/]{_D}", _full_date),
    _style("20200630", rf"{_Y4}(?P<month>\d\d)(?P<day>\d\d)", _packed),
    _style("6月底", rf"{_Y}{_M}月(份)?(底|末|内|月底|月末)?", _month_end),
    _style("10月上旬", rf"{_Y}{_M}月(份)?(?P<third>[上中下初])旬?", _third_of_month),
    _style("三季度", rf"{_Y}第?(?P<quarter>[1-4])季度?(底|末|内)?", _quarter),
    _style("上半年", rf"{_Y}(?P<half>[上下])半年(底|末|内)?", _half),
    _style("年底", r"(?P<year>20\d\d年?|今年|本年|当年|明年|)(全年|年底|年末|年内|年终|底|末|内)", _year_end),
    _style("2020.6", r"(?P<year>20\d\d[.\-/])" + _M, _month_end),
    _style("2020年", r"(?P<year>20\d\d年?|今年|本年|当年|明年)", _year_end),
    _style("44012", r"3[6-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3}", _excel),
    _style("交办之日起15个工作日内", rf"(?:{_SINCE})?{_N}个?工作日{_WITHIN}?", _workdays_later),
    _style("交办之日起10日内", rf"{_SINCE}{_N}(?:天|日|个?自然日){_WITHIN}?", _days_later),
    _style("10天内", rf"{_N}(?:天|日|个?自然日){_WITHIN}", _days_later),
)
