"""The tab 历史: who changed what of this action, when, from what to what."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.action_history import LIMIT, Fact, Moment, of_action
from db.actions import Action
from desktop import wording
from desktop import words as common
from desktop.forms.closing_list import ClosingList
from desktop.pages.page import Context
from desktop.words import answers
from desktop.words import form as words

_DAYS = ("start_on", "due_on", "done_on", "stopped_on")
_CODES = {"status": common.STATUS, "due_rule": words.RULES}


class HistoryTab(QWidget):
    """The newest lines of one action's history, as text that can be selected."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        px = context.look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        self.closings = ClosingList(context)
        column.addWidget(self.closings)
        column.addWidget(self.text)
        column.addStretch()

    def show_action(self, action: Action) -> None:
        """Show what was done to an action."""
        self.closings.show_action(action)
        moments = of_action(self._context.session.checklist, action.id)
        blocks = [self._block(moment, action) for moment in moments]
        if not blocks:
            blocks = [self._line(words.HISTORY_NONE, "text3")]
        elif len(blocks) == LIMIT:
            blocks.append(self._line(words.HISTORY_LIMIT.format(n=LIMIT), "text3"))
        self.text.setText("".join(blocks))

    def _block(self, moment: Moment, action: Action) -> str:
        theme = self._context.look.theme
        day, time = moment.at[:10], moment.at[11:16]
        head = (
            f"<b>{wording.short_date(day, int(self._context.session.today()[:4]))}</b> {time} "
            f'<span style="color:{theme.name("text2")}">{escape(moment.who)}</span>'
        )
        prefix = words.HISTORY_KINDS[moment.kind]
        said = [line for fact in moment.facts if (line := _in_words(fact))]
        lines = [prefix + said[0], *said[1:]] if said else [prefix + _label(moment.label, action)]
        body = "<br>".join(escape(line) for line in lines)
        return f'<p style="margin:0 0 {theme.px(8)}px 0">{head}<br>{body}</p>'

    def _line(self, text: str, role: str) -> str:
        return f'<p style="color:{self._context.look.theme.name(role)}">{escape(text)}</p>'


def _label(label: str, action: Action) -> str:
    """The name of a step, without the action's own: 新增行动."""
    return label.replace(f"“{wording.clipped(action.title)}”", "")


def _in_words(fact: Fact) -> str:
    name = words.HISTORY_FIELDS.get(fact.field)
    if name is None:
        return ""
    old, new = _said(fact.field, fact.old), _said(fact.field, fact.new)
    if not old:
        return words.HISTORY_FIRST.format(name=name, new=new)
    if not new:
        return words.HISTORY_GONE.format(name=name, old=old)
    return words.HISTORY_FACT.format(name=name, old=old, new=new)


def _said(field: str, value: str | None) -> str:
    if not value:
        return ""
    if field in _DAYS:
        return wording.long_date(value)
    if field in _CODES:
        return _CODES[field].get(value, value)
    if field == "answers":
        return answers.SENTENCES.format(numbers=value)
    return f"{value}%" if field == "percent" else value
