"""The top of the window: whose checklist, search, undo and redo, and how it looks."""


from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from desktop import words
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.search_box import SearchBox

_NARROW = 1000  # window width ÷ scale below which only the county's name is shown


class ActionButton(QPushButton):
    """A button that shows and triggers an action which may outlive it."""

    def __init__(self, action: QAction, icon: QIcon) -> None:
        super().__init__(icon, "")
        self._action = action
        self.setProperty("kind", "flat")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        if self.toolTip() != self._action.toolTip():
            self.setToolTip(self._action.toolTip())
            self.setAccessibleName(self._action.toolTip())


class TopBar(QWidget):
    """Holds no rules: buttons show the actions they are given."""

    def __init__(self, look: Look, icons: Icons, search: SearchBox) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self.search = search
        self._county, self._plan = QLabel(), QLabel()
        self._county.setProperty("kind", "county")
        self._plan.setProperty("kind", "label")
        self._file = QPushButton(icons.icon("chevron-down", 15), "")
        self._file.setProperty("kind", "flat")
        self._file.setToolTip(words.FILES)
        self._file.setAccessibleName(words.FILES)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._county)
        self._row.addWidget(self._plan)
        self._row.addWidget(self._file)
        self._row.addStretch(1)
        self._row.addWidget(search, 2)
        self._space()

    def name(self, county: str, plan: str, path: Path) -> None:
        """Say whose checklist is open, and where it lies."""
        self._file.setToolTip(str(path))
        self._county.setText(county)
        self._plan.setText(plan)

    def add_button(self, action: QAction, icon: str) -> QPushButton:
        """A button that shows and triggers an action."""
        button = ActionButton(action, self._icons.icon(icon, 18))
        button.setIconSize(QSize(self._look.theme.px(18), self._look.theme.px(18)))
        self._row.addWidget(button)
        return button

    def add_menu(self, icon: str, name: str, menu: QMenu) -> None:
        """A button that opens a menu."""
        button = QPushButton(self._icons.icon(icon, 18), "")
        button.setProperty("kind", "flat")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height()))))
        self._row.addWidget(button)

    def set_file_menu(self, menu: QMenu) -> None:
        """The menu beside the county's name."""
        self._file.clicked.connect(lambda: menu.popup(self._file.mapToGlobal(QPoint(0, self._file.height()))))

    def fit(self, width: int) -> None:
        """Leave the plan's title out where the window is narrow."""
        room = width / self._look.theme.scale
        self._plan.setVisible(room >= _NARROW)

    def _space(self) -> None:
        px = self._look.theme.px
        self.setFixedHeight(px(48))
        self.search.setMinimumWidth(px(150))
        self.search.setMaximumWidth(px(320))
        self._row.setContentsMargins(px(16), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
        self._row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
