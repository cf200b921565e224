"""National bodies and their bureaus put into the words of the window."""

from collections.abc import Iterable, Mapping, Sequence

from db.counterparts import Counterpart, is_placeholder
from desktop import wording
from desktop.widgets.chips import Chip
from desktop.words import counterparts as words
from desktop.words import units as unit_words


def unit_told(one: Counterpart) -> tuple[str, str]:
    """The bureau as it is shown, and the colour of the theme it is written in."""
    if one.gone:
        return words.GONE.format(name=one.gone), "amber"
    if one.unit:
        return one.unit, "text"
    return (words.NONE, "text3") if one.checked else (words.UNSAID, "amber")


def span_told(one: Counterpart) -> str:
    """2023年8月18日起, 至2023年8月17日, or both; 一直 where nothing bounds it."""
    since = unit_words.FROM.format(day=wording.long_date(one.valid_from)) if one.valid_from else ""
    until = unit_words.UNTIL.format(day=wording.long_date(one.valid_to)) if one.valid_to else ""
    return since + until or unit_words.ALWAYS


def tip(one: Counterpart) -> str:
    """All that is known of a body: its bureau, the note, and that nobody has confirmed it yet."""
    lines = [words.TIP_UNIT.format(body=one.body, unit=unit_told(one)[0]), one.note]
    if not one.checked:
        lines.append(words.TIP_UNCHECKED)
    return "\n".join(line for line in (*lines, words.TIP_HOW) if line)


def chips(bodies: Iterable[str], found: Mapping[str, Counterpart]) -> Sequence[Chip]:
    """The bodies of a task with their bureaus; a placeholder says who hands the work out."""
    return [
        Chip(body, words.PLACED_BY_PROVINCE, "text3", dashed=True, tip=words.TIP_PLACEHOLDER.format(body=body))
        if is_placeholder(body) else Chip(body, *unit_told(found[body]), tip=tip(found[body]))
        for body in bodies
    ]  # fmt: skip


def spoken(chips: Iterable[Chip]) -> str:
    """The chips as a screen reader says them."""
    return "，".join(words.BODY_SPOKEN.format(body=chip.name, unit=chip.after) for chip in chips)
