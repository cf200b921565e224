"""Composes the program: the only place where its parts are put together."""

import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import resources
from db.connection import Checklist
from desktop import menus, words
from desktop.files import Files
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.words import applicability, calendar_file, finding, phrases, problems, reminders, reports, rules

_PLAN_YEAR = 2020  # of the shipped notice; a test holds it against the notice itself


class App(QObject):
    """Holds the window, the look and the open checklist."""

    def __init__(self, folder: Path, settings: Settings, today: str | None, pages: Any = None) -> None:
        super().__init__()
        self._pages = pages  # another table of pages than the program's own
        self._settings = settings
        self._fixed_today = today
        self._folder = folder
        self.look = Look(settings.mode, settings.scale, self)
        self.look.apply(QApplication.instance())  # type: ignore[arg-type]
        self.icons = Icons(self.look, self)
        self.window = MainWindow(self.look, self.icons)
        self.window.setWindowIcon(_program_icon())
        self.desk: Any = None
        self.reminding: Any = None  # what tells of overdue and due actions of the open checklist
        self.files = Files(self.window, folder, lambda: settings.user, self.now, self._open_path, self)
        self._exporter: Any = None
        self._calendar_export: Any = None
        self._notices: Any = None
        self._notice: Any = None  # the one a new checklist is made of; None for the shipped one
        self._start_page: Any = None
        self._first: Any = None  # the rest of the first start, once the county has its name
        self._make_actions()
        self.acts["reminders"].setCheckable(True)
        self.acts["reminders"].setChecked(settings.reminders)
        self.look.changed.connect(self._redraw)
        self.files.opened.connect(self._show_checklist)
        self.files.made.connect(self._show_new)
        self.files.action_wanted.connect(self._go_to_action)
        self.window.may_close = self._may_close
        self.window.closing.connect(self._keep_and_close)
        self.window.escaped.connect(self._wave_away)
        self.window.restore(settings.bytes("geometry"))

    def today(self) -> str:
        """The day everything is judged by, YYYY-MM-DD."""
        return self._fixed_today or date.today().isoformat()

    def now(self) -> datetime:
        """The moment of an edit; plays on the fixed day where one was given."""
        now = datetime.now()
        return datetime.combine(date.fromisoformat(self.today()), now.time()) if self._fixed_today else now

    def start(self, path: Path | None) -> None:
        """Open the given file, else the last one, else ask for the county's name."""
        recent = self._settings.recent
        chosen = path or (recent[0] if recent else None)
        why = self.files.try_open(chosen) if chosen else ""
        if why or not chosen:
            self._show_start()
        if why:
            self.window.message.say("failed", why)
        self.look.dress()
        self.window.show()

    def _show_start(self, first: Any = None) -> None:
        """Ask for the county's name, or show again what `first` has it begun with."""
        page = late("start")(self.look, self.icons, _PLAN_YEAR, self._settings.recent)
        page.create_wanted.connect(self._go_on)
        page.notice_wanted.connect(self._other_notice)
        page.open_wanted.connect(self.files.ask_open)
        page.recent_wanted.connect(lambda name: self.files.open(Path(name)))
        self._leave_desk()
        self.window.setWindowTitle(words.APP)
        self.window.show_page(page)
        self._start_page, self._first = page, first
        self._show_notice()
        if first is not None:
            page.take_up(*first.begun)
        page.county.setFocus()

    def _go_on(self, county: str, lead: str, year: int) -> None:
        """Ask which tasks concern the county, where there are questions about the notice; else make the file."""
        guide = late("guide")(self._notice)
        if guide is None:
            self.files.create(county, lead, year, self._notice, self._start_page.refuse)
            return
        if self._first is None:
            user = self._settings.user
            self._first = late("first start")(self.window, self.files, self.look, self.icons, user, self)
            self._first.back_wanted.connect(lambda: self._show_start(self._first))
        self._first.go_on(county, lead, year, self._notice, guide)

    def _other_notice(self, source: str) -> None:
        """Take another notice: from a "file", from "text", or the "shipped" one again."""
        if self._notices is None:
            self._notices = late("notices")(self.window, self.look, self.icons, self._folder, self)
            self._notices.chosen.connect(self._take_notice)
        {"file": self._notices.ask_file, "text": self._notices.ask_text, "shipped": self._take_notice}[source]()

    def _take_notice(self, notice: Any = None) -> None:
        self._notice = notice
        self._show_notice()

    def _show_notice(self) -> None:
        notice = self._notice
        if notice is None:
            self._start_page.show_notice(words.START_SHIPPED, _PLAN_YEAR, shipped=True)
        else:
            text = words.START_NOTICE_READ.format(title=notice.title, tasks=len(notice.tasks))
            self._start_page.show_notice(text, late("plan year")(notice), shipped=False)
        self._start_page.show_steps(late("guide")(notice) is not None)

    def _show_new(self, checklist: Checklist) -> None:
        """Show a new checklist at its tasks, from the first one that concerns the county."""
        states = self._settings.pages()
        states.get("tasks", {}).pop("task", None)
        self._show_checklist(checklist, states, "tasks")

    def _show_checklist(
        self, checklist: Checklist, states: Mapping[str, Any] | None = None, page: str = "", *, reminded: bool = False
    ) -> None:
        self._leave_desk()
        self._notice = self._start_page = self._first = None
        self._settings.remember(checklist.path)
        self.desk = late("desk")(
            checklist, self.today, self.window, self.look, self.icons,
            self.acts["undo"], self.acts["redo"], self._paper, self, self._pages,
        )  # fmt: skip
        top = self.desk.top
        top.set_file_menu(menus.file_menu(top, self.acts, self._settings.recent, self.files.open))
        top.add_button(self.acts["undo"], "undo-2")
        top.add_button(self.acts["redo"], "redo-2")
        top.add_menu("settings", words.SETTINGS, menus.look_menu(top, self.acts, self.look.wish, self._mode))
        self.desk.pages.begin(self._settings.pages() if states is None else states, page or self._settings.page)
        self.reminding = late("reminding")(
            self.desk.session, self.desk.standing, self._settings, self.look, self.icons, self.desk.go, self.desk
        )
        note, desk = self.reminding.bar, self.desk
        self.window.show_page(desk.pages, top, desk.foot, lambda: [desk.search, note, *desk.regions()[1:]], note)
        self.desk.user_changed.connect(lambda name: setattr(self._settings, "user", name))
        self.desk.settings_changed.connect(self._redraw)
        self.desk.calendar_wanted.connect(lambda rows: self._calendar().ask(self.desk.session, rows))
        self.desk.page.setFocus()
        self.desk.watch_clock()
        self.reminding.begin(again=reminded)
        self._enable()

    def _leave_desk(self) -> None:
        if self.desk is not None:
            self.desk.page.settle()
            self._keep_pages()
            self.desk.close()
            self.desk = None
        self._enable()

    def _make_actions(self) -> None:
        add = self.window.add_action
        self.acts: dict[str, QAction] = {
            "new": add("", lambda: self._show_start(), words.FILE_NEW),
            "open": add("Ctrl+O", self.files.ask_open, words.FILE_OPEN),
            "copy": add("Ctrl+Shift+S", lambda: self.files.ask_copy(self.desk.session.checklist, self.today()),
                        words.FILE_COPY),
            "settings": add("", lambda: self.desk.ask_settings(), rules.SETTINGS_ASK),
            "phrases": add("", lambda: self.desk.manage_phrases(), phrases.MANAGE),
            "applicability": add("", lambda: self.desk.ask_applicability(), applicability.ASK),
            "holidays": add("", lambda: self.desk.show_holidays(), rules.HOLIDAYS_ASK),
            "verify": add("", lambda: self.files.evidence.verify(self.desk.session.checklist), problems.VERIFY),
            "quit": add("Ctrl+Q", self.window.close, words.FILE_QUIT),
            "undo": add("Ctrl+Z", lambda: self.desk.undo(), words.UNDO),
            "redo": add("Ctrl+Y Ctrl+Shift+Z", lambda: self.desk.redo(), words.REDO),
            "print": add("Ctrl+P", lambda: self._print(), reports.PRINT_ACT),
            "calendar": add("", lambda: self._calendar().ask_all(self.desk.session, self.desk.standing),
                            calendar_file.EXPORT),
            "search": add("Ctrl+F", lambda: self.desk.search.setFocus(), finding.NAME),
            "larger": add("Ctrl++ Ctrl+=", lambda: self._scale(1), words.TEXT_LARGER),
            "smaller": add("Ctrl+-", lambda: self._scale(-1), words.TEXT_SMALLER),
            "normal": add("Ctrl+0", lambda: self._scale(0), words.TEXT_NORMAL),
            "reminders": add("", lambda: self._turn_reminders(), reminders.SETTING),
            "help": add("F1", lambda: late("help")(self.look, self.window).open(), words.HELP),
            "about": add("", lambda: self._about(), words.ABOUT),
        }  # fmt: skip

    def _enable(self) -> None:
        of_a_checklist = (
            "copy", "verify", "settings", "applicability", "phrases", "holidays", "print",
            "search", "reminders", "calendar",
        )
        for name in of_a_checklist:
            self.acts[name].setEnabled(self.desk is not None)
        if self.desk is None:
            self.acts["undo"].setEnabled(False)
            self.acts["redo"].setEnabled(False)

    def _scale(self, step: int) -> None:
        self.look.step(step)
        self._settings.scale = self.look.theme.scale

    def _mode(self, mode: str) -> None:
        self.look.set(mode=mode)
        self._settings.mode = mode

    def _redraw(self) -> None:
        """Build the pages anew in the new look: every part may read the theme once, when it is made."""
        if self.desk is not None:
            self.desk.page.settle()
            checklist, states = self.desk.session.checklist, self.desk.pages.states()
            reminded = not self.reminding.bar.isHidden()
            self._keep_pages()
            self.desk.deleteLater()
            self.desk = None
            self._show_checklist(checklist, states, reminded=reminded)
        elif self._first is not None and self._first.asking:
            self._first.show()
        else:
            self._show_start(self._first)
        self.look.dress()

    def _print(self) -> None:
        """Print what the report page shows; from any other page only go there."""
        if self.desk.pages.key == "reports":
            self.desk.page.print()
        else:
            self.desk.go("reports")

    def _about(self) -> None:
        late("about")(self.look, self.window, self._settings.folder, self._paper().press).open()

    def _paper(self) -> Any:
        """What exports and prints."""
        if self._exporter is None:
            self._exporter = late("export")(self.window, self._settings, self)
        return self._exporter

    def _calendar(self) -> Any:
        if self._calendar_export is None:
            self._calendar_export = late("calendar export")(self.window, self._settings, self)
        return self._calendar_export

    def _wave_away(self) -> None:
        if self.desk is not None:
            self.reminding.bar.hide()

    def _turn_reminders(self) -> None:
        self.reminding.turn(self.acts["reminders"].isChecked())

    def _keep_pages(self) -> None:
        self._settings.page = self.desk.pages.key
        for key, state in self.desk.pages.kept().items():
            self._settings.keep_page(key, state)

    def _open_path(self) -> Path | None:
        return self.desk.session.checklist.path if self.desk is not None else None

    def _go_to_action(self, action_id: int) -> None:
        if self.desk is not None:
            self.desk.go_to_action(action_id)

    def _may_close(self) -> bool:
        why = self.desk.page.settle() if self.desk is not None else ""
        if why:
            close = (words.CLOSE_ANYWAY, self._close_anyway)
            self.window.message.say("attention", why, words.CLOSE_ANYWAY_LINE, [close])
        return not why

    def _close_anyway(self) -> None:
        self.window.may_close = lambda: True
        self.window.close()

    def _keep_and_close(self) -> None:
        self._settings.keep("geometry", self.window.saveGeometry())
        for busy in (self._exporter, self._notices, self.files):
            if busy is not None:
                busy.wait()
        self._leave_desk()

    def tell_crash(self, text: str) -> None:
        """Say that the program itself failed, with the details to pass on."""
        copy = (words.CRASH_COPY, lambda: QGuiApplication.clipboard().setText(text))
        self.window.message.say("failed", words.CRASH, words.CRASH_NEXT, [copy])


def _program_icon() -> QIcon:
    icon = QIcon()
    for side in (16, 32, 48, 256):
        icon.addFile(str(resources.path("icons", f"luoshi-{side}.png")))
    return icon


def prepare(arguments: list[str]) -> QApplication:
    """The QApplication with the surroundings Chinese users need: input method, Chinese dialogs."""
    _choose_input_method()
    application = QApplication(arguments)
    application.setApplicationName("Luoshi")
    application.setApplicationDisplayName("")
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)
    return application


def _choose_input_method() -> None:
    """The Qt wheels carry no fcitx plugin; fcitx answers to the ibus one, so Chinese can be typed."""
    wished = {os.environ.get(name, "") for name in ("QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")}
    if any("fcitx" in wish for wish in wished):
        os.environ["QT_IM_MODULE"] = "ibus"
