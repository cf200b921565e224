"""A notice as it was read: plain values, nothing of files or databases."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reader is unsure of, and the line of the text it stands on (0: the whole text)."""

    line: int
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class NoticePart:
    """A part (一、…) with the paragraphs that open it; `line` is where it begins in the text."""

    number: int
    title: str
    intro: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class NoticeTask:
    """One numbered task; `number` counts 1…n, `part` is a part's number or None.

    `departments` are all bodies in order of first mention, `groups` one list per clause,
    `clause` the brackets as printed; `lead` and `support` are filled only where the text says so.
    `line` is where the task begins in the text, `heading` the sub-heading it stands under.
    """

    number: int
    label: str
    part: int | None
    title: str
    body: str
    sentences: tuple[str, ...] = ()
    clause: str = ""
    departments: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    open_list: bool = False
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due_words: str = ""
    line: int = 0
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice; `date` is YYYY-MM-DD, `complete` false when the text breaks off, `original` as it came."""

    title: str
    doc_number: str | None
    issuer: str | None
    date: str | None
    complete: bool
    parts: tuple[NoticePart, ...]
    tasks: tuple[NoticeTask, ...]
    preamble: str = ""
    warnings: tuple[Doubt, ...] = ()
    original: str = field(default="", repr=False)
