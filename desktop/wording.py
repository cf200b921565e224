"""Facts of the checklist put into the words of the window."""

from collections.abc import Sequence
from datetime import date

from db.actions import Action
from db.counts import Tally
from db.tasks import Part, Task
from db.text import ordinal, short_day
from desktop import words
from desktop.words import answers, issuing, rules
from desktop.words import closings as closing_words


def short_date(day: str, plan_year: int) -> str:
    """6月30日, with its year when that is not the plan year; nothing for no date."""
    return short_day(day, plan_year)


def long_date(day: str) -> str:
    """2020年6月30日."""
    when = date.fromisoformat(day)
    return f"{when.year}年{when.month}月{when.day}日"


def weekday(day: str) -> int:
    """The place of a day in its week, 0 for Monday."""
    return date.fromisoformat(day).weekday()


def part_line(part: Part) -> str:
    """二、提高农业转移人口市民化质量."""
    if not part.number:
        return part.title
    return words.PART_LINE.format(label=ordinal(part.number), title=part.title)


def task_line(task: Task) -> str:
    """5 大力提升农业转移人口就业能力."""
    return words.TASK_LINE.format(number=task.number, title=task.title)


def task_title(task: Task) -> str:
    """（五）大力提升农业转移人口就业能力."""
    return words.TASK_TITLE.format(label=task.label, title=task.title)


def task_spoken(task: Task, tally: Tally) -> str:
    """A task row as a screen reader says it."""
    if not task.applicable:
        return words.TASK_SPOKEN_NA.format(number=task.number, title=task.title)
    return words.TASK_SPOKEN.format(
        number=task.number, title=task.title, state=words.STATUS[tally.state],
        finished=tally.finished, actions=tally.actions,
    )  # fmt: skip


def action_spoken(action: Action) -> str:
    """An action row as a screen reader and the tooltip say it."""
    return "，".join([_action_spoken(action), *_decided(action)])


def _decided(action: Action) -> list[str]:
    """How often an action came back, and why it is out of the count."""
    returned = [closing_words.RETURNED.format(n=action.returned)] if action.returned else []
    why = closing_words.STOPPED_WHY.format(reason=action.stop_reason, confirmer=action.stop_confirmer)
    return [*returned, why] if action.stop_reason else returned


def _action_spoken(action: Action) -> str:
    return words.ACTION_SPOKEN.format(
        code=action.code, title=action.title, lead=action.lead or words.NONE_YET, owner=action.owner or words.NONE_YET,
        supporting="、".join(action.supporting) or words.NONE_YET,
        due=due_spoken(action), status=words.STATUS[action.status], percent=action.percent,
    )  # fmt: skip


def extended(action: Action) -> str:
    """延2次; nothing for a date that never moved."""
    return issuing.EXTENDED.format(n=action.extensions) if action.extensions else ""


def due_spoken(action: Action) -> str:
    """The deadline as worded; of one that was extended with 原时限2020年5月31日，第2次延期."""
    due = action.due_words or words.NONE_YET
    if not action.extensions:
        return due
    day = long_date(action.original_due_on) if action.original_due_on else issuing.ORIGINAL_LONG_TERM
    return f"{due}（{issuing.EXTENDED_TIP.format(day=day, n=action.extensions)}）"


def supporting(action: Action) -> str:
    """配合县财政局, or 配合2个单位, under the lead unit."""
    one = len(action.supporting) == 1
    return (words.SUPPORTED_BY if one else words.SUPPORTED_BY_MANY).format(
        name=action.supporting[0], n=len(action.supporting)
    )


def na_line(task: Task) -> str:
    """Why a task does not concern the county, and who says so."""
    reason = task.na_reason if task.na_reason.endswith(("。", "！", "？")) else task.na_reason + "。"
    return words.NA_LINE.format(reason=reason, by=task.na_by, confirmer=task.na_confirmer)


def lamp_and_word(tally: Tally) -> tuple[str, str]:
    """How a task stands in one sign and one word: its worst timing, else its state."""
    if tally.lamp == "over" and not tally.overdue:
        return "over", rules.FAR_BEHIND
    return tally.lamp, words.LAMPS.get(tally.lamp) or words.STATUS[tally.state]


def clipped(title: str, length: int = 24) -> str:
    """A title short enough for one line of a message."""
    return title if len(title) <= length else title[:length] + "…"


def sentence_line(number: int, text: str) -> str:
    """第2句　支持企业特别是规模以上企业或吸纳农民工… for a menu or a field."""
    return answers.SENTENCE.format(number=number, text=clipped(text))


def covered(tally: Tally) -> str:
    """原文落实35/44句（80%）; nothing where no sentence is the county's business."""
    if not tally.sentences:
        return ""
    return answers.COVERED.format(answered=tally.answered, sentences=tally.sentences, coverage=tally.coverage)


def named(chosen: Sequence[Action]) -> str:
    """“…” for one action, “…”等3项行动 for several."""
    what = words.DELETED_ONE if len(chosen) == 1 else words.DELETED_MANY
    return what.format(title=clipped(chosen[0].title), n=len(chosen))


def deleted(chosen: Sequence[Action]) -> str:
    """已删除“…” for one action, 已删除“…”等3项行动 for several."""
    return words.DELETED.format(what=named(chosen))
