"""Word notices before they get their numbers; write down a reply; see the pages as they would be printed."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.dialogs.ask_fields import AskFields, Save
from desktop.look import Look
from desktop.widgets.choice import Choice
from desktop.widgets.day_field import DayField
from desktop.widgets.name_field import NameField
from desktop.words import supervision as words

# The usual request for a level and a reply date, "" where the date is none.
Usual = Callable[[str], str]


class SupervisionDialog(AskFields):
    """Closes once the notices are out; `words_now` are what stands in the fields.

    Of several notices it asks neither level nor request: these are each unit's own (`usual` is None). A request nobody
    has changed follows the reply date.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        save: Save,
        words_now: Mapping[str, str],
        reply_by: DayField,
        usual: Usual | None,
        *,
        title: str,
        explain: str,
        deed: str,
        foot: str,
    ) -> None:
        super().__init__(look, parent, save, title=title, explain=explain, deed=deed, foot=foot)
        self._usual = usual
        self._shown = ""
        self.reply_by = reply_by
        cycle = NameField(lambda: words.CYCLES)
        cycle.prefer(words.CYCLES)
        plain = ("instruction", "signer", "contact", "phone", "cc")
        self._lines: dict[str, QLineEdit] = {"cycle": cycle, **{name: QLineEdit() for name in plain}}
        for name, field in self._lines.items():
            field.setText(words_now[name])
        self._lines["instruction"].setPlaceholderText(words.INSTRUCTION_HINT)
        if usual:
            self._ask_own(words_now)
        else:
            self._ask("reply_by", "cycle")
        self._ask("instruction")
        if usual:
            self._ask("cycle", "signer")
        else:
            self._ask("signer")
        self._ask("contact", "phone")
        self._ask("cc")
        self.setMinimumWidth(look.theme.px(560))
        reply_by.setFocus()

    def _ask_own(self, words_now: Mapping[str, str]) -> None:
        """What only one notice has: its level and its request."""
        level = Choice(self._look, words.LEVELS_MEAN)
        level.buttons[words_now["level"]].setChecked(True)
        self.request = QPlainTextEdit()
        self.ask(("level", words.FIELDS["level"], level), ("reply_by", words.FIELDS["reply_by"], self.reply_by))
        self.ask(("request", words.FIELDS["request"], self.request))
        self.request.setFixedHeight(self._look.theme.px(120))
        self.row("request").setMinimumHeight(self._look.theme.px(150))  # in a low window the others scroll instead
        self._follow()
        self.reply_by.textChanged.connect(lambda _: self._follow())

    def _ask(self, *names: str) -> None:
        fields = self._lines | {"reply_by": self.reply_by}
        self.ask(*((name, words.FIELDS[name], fields[name]) for name in names))

    def _follow(self) -> None:
        """Let the usual words follow the reply date, as long as nobody has put them differently."""
        if self._usual and self.request.toPlainText() == self._shown:
            told = self._usual(self.reply_by.day())
            if told:
                self._shown = told
                self.request.setPlainText(told)


class ReplyDialog(AskFields):
    """When a unit replied, and what it said."""

    def __init__(
        self, look: Look, parent: QWidget, save: Save, replied_on: QLineEdit, reply: str, *, title: str, explain: str
    ) -> None:
        super().__init__(look, parent, save, title=title, explain=explain, deed=words.REPLY_DEED)
        text = QPlainTextEdit(reply)
        text.setPlaceholderText(words.REPLY_HINT)
        self.ask(("replied_on", words.REPLIED_ON, replied_on))
        self.ask(("reply", words.REPLY_TEXT, text))
        text.setFocus()
