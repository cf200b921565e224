"""The whole program in a window nobody sees, on a folder of its own."""


import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.app import App
from desktop.pages.start_page import StartPage
from desktop.settings import Settings
from tests.builders import TODAY, copied


class Program:
    """Starts the program, and starts it again as after a break."""

    def __init__(self, folder):
        self.folder = folder
        self.app = None
        self.pages = None  # the program's own

    def start(self, path=None):
        self.app = App(self.folder, Settings(self.folder / "settings.ini"), TODAY, self.pages)
        self.app.start(path)
        self.app.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.app.window)
        return self

    def again(self):
        self.stop()
        return self.start()

    def stop(self):
        if self.app is not None:
            self.app.window.close()
            if self.app.window.isVisible():  # something typed was left: the test is over
                self.app._close_anyway()
            self.app.window.deleteLater()
            self.app.deleteLater()
            self.app = None
            settle()

    @property
    def window(self):
        return self.app.window

    @property
    def start_page(self):
        return self.window.findChildren(StartPage)[-1]

    @property
    def desk(self):
        return self.app.desk

    @property
    def session(self):
        return self.desk.session

    @property
    def panel(self):
        return self.desk.page.action_panel

    @property
    def table(self):
        return self.panel.table

    @property
    def actions(self):
        """The actions of the task in view."""
        return self.panel.model.in_order()


def settle():
    """Let what was posted happen, deletions too."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


class Windows(QObject):
    """Notes every window that appears; the user is to see only those that were meant."""

    meant = (Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Sheet)

    def __init__(self, qapp):
        super().__init__()
        self.strays = []
        qapp.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            known = isinstance(watched, QMainWindow) or watched.windowType() in self.meant
            self.strays += [] if known else [repr(watched)]
        return False


@pytest.fixture
def program(qapp, tmp_path):
    windows = Windows(qapp)
    made = Program(tmp_path)
    yield made
    made.stop()
    qapp.removeEventFilter(windows)
    assert windows.strays == []


@pytest.fixture
def opened(program, empty_file):
    """The program with the 28 tasks of a county that has no action yet."""
    path = copied(empty_file, program.folder)
    return program.start(path)


@pytest.fixture
def drafted(program, draft_file):
    """The program with the sample county before anything was issued."""
    return program.start(copied(draft_file, program.folder))


@pytest.fixture
def filled(program, sample_file):
    """The program with the sample county."""
    path = copied(sample_file, program.folder)
    return program.start(path)
