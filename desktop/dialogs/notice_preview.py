"""What was read out of a notice, beside its text: to look through, and to put right before it becomes a checklist."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.notice import corrections
from db.notice.model import Notice, NoticeTask
from desktop import words
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look

_NUMBER = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
_WARNINGS_SHOWN = 4


class NoticePreview(DialogFrame):
    """`notice` is what was read, with the corrections made here; `text` is it in Simplified Chinese, line by line."""

    scrolls = False

    def __init__(self, look: Look, icons: Icons, notice: Notice, text: str, parent: QWidget) -> None:
        super().__init__(
            look, parent, title=words.PREVIEW_TITLE, explain="", deed=words.PREVIEW_TAKE, foot=words.PREVIEW_FOOT
        )
        self.notice = notice
        self._past: list[Notice] = []
        self.title = QLineEdit(notice.title)
        self.title.setAccessibleName(words.PREVIEW_NAME)
        self.title.textEdited.connect(self._rename)
        self.warnings = QListWidget()
        self.tree = QTreeWidget()
        self.text = QPlainTextEdit(text)
        self._facts = QLabel()
        self._facts.setProperty("kind", "label")
        self._told = QLabel()  # what was read of the chosen task
        self._told.setProperty("kind", "label")
        self._told.setWordWrap(True)
        self._undo = QPushButton(icons.icon("undo-2", 16), words.UNDO)
        self._change = QPushButton(icons.icon("pencil", 15), words.PREVIEW_CHANGE)
        self._build()
        self._show_warnings()
        self._show()
        room = parent.window().size()
        self.resize(room.width() - look.theme.px(80), room.height() - look.theme.px(80))
        self._mark(1)
        self.tree.setFocus()

    def menu(self, task: NoticeTask) -> QMenu:
        """What can be done to a task that was read wrongly."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = menu.addAction(words.PREVIEW_NAME_TASK)
        name.triggered.connect(lambda: self.tree.editItem(self.tree.currentItem(), 0))
        if task.number > 1:
            self._offer(menu, words.PREVIEW_MERGE, lambda: corrections.merged(self.notice, task.number))
        if task.sentences:
            cut = menu.addMenu(words.PREVIEW_SPLIT)
            for place, sentence in enumerate(task.sentences, 1):
                self._offer(cut, words.PREVIEW_SPLIT_AT.format(words=sentence[:18]), self._splitting(task, place))
        if len(self.notice.tasks) > 1:
            self._offer(menu, words.PREVIEW_PART, lambda: corrections.as_part(self.notice, task.number))
            self._offer(menu, words.PREVIEW_TITLE_OF, lambda: self._as_title(task))
            menu.addSeparator()
            self._offer(menu, words.PREVIEW_DROP, lambda: corrections.dropped(self.notice, task.number))
        return menu

    def apply(self, changed: Notice) -> None:
        """Take a correction over; it can be taken back."""
        if changed != self.notice:
            self._past.append(self.notice)
            self.notice = changed
            self._show()

    def take_back(self) -> None:
        """Undo the last correction."""
        if self._past:
            self.notice = self._past.pop()
            self._show()

    def check(self) -> bool:
        """The notice needs a title: it stands on every sheet."""
        self.title.setProperty("state", "" if self.title.text().strip() else "error")
        self.title.style().polish(self.title)
        return bool(self.title.text().strip())

    def go_to(self, line: int) -> None:
        """Show a line of the text (from 1)."""
        block = self.text.document().findBlockByNumber(max(line - 1, 0))
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.setPosition(block.position())
            self.text.setTextCursor(cursor)
            self.text.centerCursor()
            self._mark(line)

    def _splitting(self, task: NoticeTask, sentence: int) -> Callable[[], Notice]:
        return lambda: corrections.split(self.notice, task.number, sentence)

    def _as_title(self, task: NoticeTask) -> Notice:
        return corrections.titled(corrections.dropped(self.notice, task.number), task.title)

    def _offer(self, menu: QMenu, text: str, correct: Callable[[], Notice]) -> None:
        menu.addAction(text).triggered.connect(lambda: self.apply(correct()))

    def _rename(self, title: str) -> None:
        if title.strip():
            self.notice = corrections.titled(self.notice, title)

    def _show_warnings(self) -> None:
        self.warnings.setVisible(bool(self.notice.warnings))
        for doubt in self.notice.warnings:
            item = QListWidgetItem(str(doubt))
            item.setData(_LINE, doubt.line)
            self.warnings.addItem(item)
        rows = min(self.warnings.count(), _WARNINGS_SHOWN)
        self.warnings.setFixedHeight(rows * self._look.theme.px(30) + self._look.theme.px(12))

    def _show(self) -> None:
        """Fill the tree anew, keeping the place."""
        held = self._current()
        self.tree.blockSignals(True)
        self.tree.clear()
        heads: dict[int | None, QTreeWidget | QTreeWidgetItem] = {None: self.tree}
        for part in self.notice.parts:
            heads[part.number] = head = QTreeWidgetItem(self.tree, [part.title])
            head.setData(0, _LINE, part.line)
            head.setFont(0, self._look.theme.font(14, bold=True))
        for task in self.notice.tasks:
            item = QTreeWidgetItem(heads[task.part], [task.label + task.title])
            item.setData(0, _NUMBER, task.number)
            item.setData(0, _LINE, task.line)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            if task.number == held:
                self.tree.setCurrentItem(item)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self._facts.setText(words.PREVIEW_FACTS.format(
            parts=len(self.notice.parts), tasks=len(self.notice.tasks),
            bodies=len({name for task in self.notice.tasks for name in task.departments}),
        ))  # fmt: skip
        if self.title.text().strip() != self.notice.title:
            self.title.setText(self.notice.title)
        self._undo.setEnabled(bool(self._past))
        self._chosen()

    def _current(self) -> int | None:
        item = self.tree.currentItem()
        return item.data(0, _NUMBER) if item else None

    def _task(self) -> NoticeTask | None:
        number = self._current()
        return self.notice.tasks[number - 1] if number and number <= len(self.notice.tasks) else None

    def _chosen(self) -> None:
        task = self._task()
        self._change.setEnabled(task is not None)
        self._told.setText(_told(task) if task else "")
        item = self.tree.currentItem()
        if item and item.data(0, _LINE):
            self.go_to(item.data(0, _LINE))

    def _renamed(self, item: QTreeWidgetItem) -> None:
        number = item.data(0, _NUMBER)
        label = self.notice.tasks[number - 1].label
        words_typed = item.text(0).strip()
        has_label = words_typed.startswith(label)
        title = words_typed.removeprefix(label) if has_label else words_typed
        self.apply(corrections.relabelled(self.notice, number, label if has_label else "", title))
        self._show()

    def _offer_menu(self) -> None:
        task = self._task()
        if task:
            self.menu(task).popup(self._change.mapToGlobal(QPoint(0, self._change.height())))

    def _context_menu(self, place: QPoint) -> None:
        task = self._task()
        if task and self.tree.itemAt(place) is self.tree.currentItem():
            self.menu(task).popup(self.tree.viewport().mapToGlobal(place))

    def _text_menu(self, place: QPoint) -> None:
        """What a line of the text may be, beside being copied."""
        line = self.text.cursorForPosition(place).block().text().strip()
        menu = self.text.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if line:
            menu.addSeparator()
            self._offer(menu, words.PREVIEW_LINE_TITLE, lambda: corrections.titled(self.notice, line))
        menu.popup(self.text.viewport().mapToGlobal(place))

    def _mark(self, line: int) -> None:
        """Show where parts and tasks begin, and lay a ground under the line in question."""
        marks = [self._marked(part.line) for part in self.notice.parts if part.line]
        marks += [self._marked(task.line) for task in self.notice.tasks if task.line]
        here = self._marked(line)
        here.format = QTextCharFormat()
        here.format.setBackground(self._look.theme.color("select"))
        here.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.text.setExtraSelections([*marks, here])

    def _marked(self, line: int) -> Any:
        """A line with a label, in the colour of what leads somewhere."""
        mark: Any = QTextEdit.ExtraSelection()  # whose fields the stubs leave out
        mark.cursor = QTextCursor(self.text.document().findBlockByNumber(max(line - 1, 0)))
        mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        mark.format.setForeground(self._look.theme.color("accent"))
        return mark

    def _build(self) -> None:
        px = self._look.theme.px
        self.warnings.setAccessibleName(words.PREVIEW_WARNINGS)
        self.tree.setAccessibleName(words.TASKS)
        self.text.setAccessibleName(words.ORIGINAL)
        self.warnings.setProperty("kind", "doubts")
        self.warnings.setWordWrap(True)
        self.warnings.itemClicked.connect(lambda item: self.go_to(item.data(_LINE)))
        self.warnings.itemActivated.connect(lambda item: self.go_to(item.data(_LINE)))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(px(16))
        self.tree.setProperty("kind", "plain")
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._context_menu)
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.tree.itemChanged.connect(lambda item, _: self._renamed(item))
        self.text.setReadOnly(True)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._text_menu)
        for button in (self._undo, self._change):
            button.setProperty("kind", "small")
        self._undo.clicked.connect(self.take_back)
        self._change.clicked.connect(self._offer_menu)
        row = QHBoxLayout()
        row.addWidget(self._facts, 1)
        row.addWidget(self._undo)
        row.addWidget(self._change)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, px(12), 0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        column.addWidget(self._told)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(self.text)
        halves.setSizes([px(420), px(560)])
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        self.body.addWidget(self.title)
        self.body.addWidget(self.warnings)
        self.body.addWidget(halves, 1)


def _told(task: NoticeTask) -> str:
    """Who answers for a task and by when, as it was read."""
    others = [name for name in task.departments if name not in task.lead + task.support]
    said = ((words.PREVIEW_LEAD, task.lead), (words.PREVIEW_BODIES, others), (words.PREVIEW_SUPPORT, task.support),
            (words.PREVIEW_DUE, [task.due_words] if task.due_words else []))  # fmt: skip
    lines = [name + "、".join(values) for name, values in said if values]
    return "\n".join(lines) or words.PREVIEW_NO_BODIES
