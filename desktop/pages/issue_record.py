"""The right side of the page 印发: extensions that wait for a decision, and what has gone out so far."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from db import extensions, issuing
from db.issuing import Issue
from desktop import wording
from desktop.extension_acts import ExtensionActs
from desktop.pages.page import Context
from desktop.widgets.extension_row import ExtensionRow
from desktop.words import issuing as words


class IssueRecord(QScrollArea):
    """Read anew by `refresh`; carries out what its rows wish."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._acts = ExtensionActs(context, self)
        self.rows: list[ExtensionRow] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(context.look.theme.px(280))
        self.setMinimumHeight(context.look.theme.px(120))
        self.setAccessibleName(words.PENDING)
        self.refresh()

    def refresh(self) -> None:
        """Show what waits and what went out, as the file holds it now."""
        px = self._context.look.theme.px
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(px(16), 0, px(8), px(8))
        self._column.setSpacing(px(4))
        self._show_pending()
        self._column.addSpacing(px(12))
        self._show_past()
        self._column.addStretch()
        self.setWidget(inner)

    def _show_pending(self) -> None:
        checklist, plan_year = self._context.session.checklist, self._context.session.yard.plan_year
        waiting = extensions.pending(checklist)
        self._section(words.PENDING, len(waiting), words.PENDING_NONE)
        titles = {action.id: action.title for its in self._context.standing.actions.values() for action in its}
        self.rows = [
            ExtensionRow(self._context.look, self._context.icons, one, plan_year, titles[one.action]) for one in waiting
        ]
        for row in self.rows:
            self._acts.serve(row)
            self._column.addWidget(row)

    def _show_past(self) -> None:
        past = [list(its) for _, its in groupby(issuing.issues(self._context.session.checklist), _document)]
        self._section(words.PAST, len(past), words.PAST_NONE)
        for its in past:
            self._label(self._line(its), "label")
            number = f"{its[0].doc_number}　" if its[0].doc_number else ""
            self._label(words.PAST_BY.format(number=number, by=its[0].issued_by), "note")

    def _line(self, its: Sequence[Issue]) -> str:
        """What went out as one document: the whole, or the tasks by their numbers."""
        tasks = self._context.standing.tasks
        numbers = sorted({tasks[one.task].number for one in its if one.task is not None})
        scope = words.OF_TASK.format(number="、".join(map(str, numbers))) if numbers else words.WHOLE
        day = wording.short_date(its[0].issued_on, self._context.session.yard.plan_year)
        return words.PAST_LINE.format(day=day, scope=scope, actions=sum(one.actions for one in its))

    def _section(self, text: str, number: int, none: str) -> None:
        self._label(f"{text}　{number}" if number else text, "section")
        if not number:
            self._label(none, "hint")

    def _label(self, text: str, kind: str) -> None:
        label = QLabel(text)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        self._column.addWidget(label)


def _document(one: Issue) -> tuple[object, ...]:
    """What tasks that went out as one document have in common."""
    return one.task is None, one.issued_on, one.doc_number, one.issued_by
