"""The style sheet, built from the theme: what QSS can say, said once."""

from desktop.theme import COLOURS, Theme

_SIZES = (2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 38)


def sheet(theme: Theme) -> str:
    """The whole application's style sheet; widgets are told apart by their `kind` property."""
    values = {token: theme.name(token) for token in COLOURS}
    values |= {f"p{n}": f"{theme.px(n)}px" for n in _SIZES}
    return _SHEET % values


# min-height leaves the border out: 30 makes a field of 32.
_SHEET = """
QWidget { color: %(text)s; }
QMainWindow, QWidget[kind="desk"] { background: %(window)s; }
QFrame[kind="page"] { background: %(base)s; border: 0; border-left: 1px solid %(line)s;
    border-top: 1px solid %(line)s; border-top-left-radius: %(p8)s; }
QFrame[kind="sheet"] { background: %(base)s; border: 1px solid %(line)s; border-radius: %(p8)s; }
QWidget[kind="form"] { background: %(panel)s; }
QFrame[kind="card"] { background: %(panel)s; border: 0; border-left: 1px solid %(line)s; }
QWidget[kind="panel"] { background: %(panel)s; border-top-left-radius: %(p8)s; }
QFrame[kind="line"] { background: %(line)s; border: 0; }
QToolTip { background: %(toast)s; color: %(toast_text)s; border: 0; padding: %(p5)s %(p8)s; font-size: %(p12)s; }

QLabel { background: transparent; }
QLabel[kind="title"] { font-size: %(p20)s; font-weight: 700; }
QLabel[kind="heading"] { font-size: %(p22)s; font-weight: 700; }
QLabel[kind="head"] { font-size: %(p16)s; font-weight: 700; }
QLabel[kind="section"] { font-size: %(p14)s; font-weight: 700; }
QLabel[kind="county"] { font-size: %(p15)s; font-weight: 700; }
QLabel[kind="strong"] { font-size: %(p13)s; font-weight: 700; }
QLabel[kind="label"] { font-size: %(p13)s; color: %(text2)s; }
QLabel[kind="note"] { font-size: %(p12)s; color: %(text2)s; }
QLabel[kind="warning"] { font-size: %(p13)s; color: %(amber)s; }
QLabel[kind="body"] { font-size: %(p13)s; }
QLabel[kind="chosen"] { font-size: %(p14)s; font-weight: 700; color: %(accent)s; }
QLabel[kind="hint"] { font-size: %(p13)s; color: %(text3)s; }
QLabel[kind="quiet"] { font-size: %(p12)s; color: %(text3)s; }
QLabel[kind="label"][tone="amber"] { color: %(amber)s; }
QLabel[kind="error"] { font-size: %(p12)s; color: %(red)s; }
QLabel[tone="green"] { color: %(green)s; }
QLabel[tone="red"] { color: %(red)s; }
QLabel[tone="amber"] { color: %(amber)s; }
QLabel[kind="bubble"] { font-size: %(p12)s; color: %(red)s; background: %(red_soft)s;
    border: 1px solid %(red)s; border-radius: %(p4)s; padding: %(p3)s %(p8)s; }

QLabel[kind="tag"] { font-size: %(p12)s; color: %(text2)s; background: %(hover)s; border-radius: %(p4)s;
    padding: %(p2)s %(p6)s; }
QLabel[kind="tag"][tone="attention"] { color: %(amber)s; background: %(amber_soft)s; }
QLabel[kind="tag"][tone="linked"] { color: %(accent)s; background: %(select)s; }
QLabel[kind="original"] { font-size: %(p15)s; }
QLabel[kind="note"][tone="red"] { color: %(red)s; }
QWidget[kind="draft"] { border-radius: %(p6)s; }
QWidget[kind="draft"][current="yes"] { background: %(select)s; }
QWidget[kind="draft"][current="was"] { background: %(hover)s; }

QPushButton { background: %(base)s; border: 1px solid %(field)s; border-radius: %(p6)s;
    min-height: %(p30)s; padding: 0 %(p12)s; font-size: %(p14)s; outline: 0; }
QPushButton:hover { background: %(hover)s; }
QPushButton:pressed { background: %(line)s; }
QPushButton:focus { border: 2px solid %(accent)s; padding: 0 %(p11)s; min-height: %(p28)s; }
QPushButton:disabled { background: %(hover)s; color: %(text3)s; border-color: %(line)s; }
QPushButton[kind="main"] { background: %(accent)s; color: %(on_accent)s; border-color: %(accent)s; font-weight: 700; }
QPushButton[kind="main"]:hover { background: %(accent_hover)s; border-color: %(accent_hover)s; }
QPushButton[kind="main"]:pressed { background: %(accent_down)s; border-color: %(accent_down)s; }
QPushButton[kind="main"]:focus { border: 2px solid %(on_accent)s; }
QPushButton[kind="main"]:disabled { background: %(hover)s; color: %(text3)s; border-color: %(line)s; }
QPushButton[kind="flat"], QPushButton[kind="accent-flat"], QPushButton[kind="status"] {
    background: transparent; border: 1px solid transparent; color: %(text2)s; padding: 0 %(p8)s;
    min-height: %(p26)s; font-size: %(p13)s; }
QPushButton[kind="icon"] { background: transparent; border: 0; padding: 0; min-height: %(p32)s;
    border-radius: %(p4)s; }
QPushButton[kind="icon"]:hover { background: %(line)s; }
QPushButton[kind="accent-flat"] { color: %(accent)s; font-size: %(p14)s; }
QPushButton[kind="status"] { font-size: %(p12)s; min-height: %(p20)s; padding: 0 %(p6)s; }
QPushButton[tone="red"] { color: %(red)s; }
QPushButton[tone="amber"] { color: %(amber)s; }
QPushButton[kind="flat"]:hover, QPushButton[kind="accent-flat"]:hover, QPushButton[kind="status"]:hover {
    background: %(hover)s; }
QPushButton[kind="flat"]:pressed, QPushButton[kind="accent-flat"]:pressed { background: %(line)s; }
QPushButton[kind="flat"]:focus, QPushButton[kind="accent-flat"]:focus, QPushButton[kind="status"]:focus {
    border: 2px solid %(accent)s; padding: 0 %(p7)s; min-height: %(p24)s; }
QPushButton[kind="status"]:focus { min-height: %(p18)s; padding: 0 %(p5)s; }
QPushButton[kind="flat"]:checked { background: %(select)s; color: %(accent)s; font-weight: 700; }
QPushButton[strong="yes"] { font-size: %(p15)s; font-weight: 700; color: %(text)s; }
QPushButton[kind="status"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="flat"]:disabled { color: %(text3)s; background: transparent; }
QPushButton[place="edge"], QPushButton[place="edge"]:focus { padding-left: 0; }
QPushButton[kind="tab"] { background: transparent; border: 0; border-radius: 0; padding: 0 %(p4)s; color: %(text2)s;
    min-height: %(p32)s; border-bottom: 2px solid transparent; font-size: %(p13)s; }
QPushButton[kind="tab"]:hover { color: %(text)s; }
QPushButton[kind="tab"]:checked { color: %(accent)s; font-weight: 700; border-bottom-color: %(accent)s; }
QPushButton[kind="tab"]:focus { border: 2px solid %(accent)s; border-radius: %(p4)s; min-height: %(p30)s;
    padding: 0 %(p2)s; }
QPushButton[kind="segment"] { background: transparent; border: 1px solid transparent; color: %(text2)s;
    font-size: %(p13)s; min-height: %(p26)s; padding: 0 %(p10)s; }
QPushButton[kind="segment"]:hover { background: %(hover)s; }
QPushButton[kind="segment"]:checked { background: %(select)s; color: %(accent)s; font-weight: 700; }
QPushButton[kind="segment"]:focus { border: 2px solid %(accent)s; padding: 0 %(p8)s; min-height: %(p24)s; }
QPushButton[kind="filter"], QPushButton[kind="condition"] { font-size: %(p12)s; min-height: %(p22)s;
    padding: 0 %(p6)s; border-radius: %(p4)s; text-align: left; color: %(text3)s; }
QPushButton[kind="filter"]:focus, QPushButton[kind="condition"]:focus { min-height: %(p20)s; padding: 0 %(p5)s; }
QPushButton[kind="filter"][active="true"], QPushButton[kind="condition"] { border-color: %(accent)s;
    color: %(accent)s; }
QLineEdit[kind="filter"] { font-size: %(p12)s; min-height: %(p22)s; padding: 0 %(p4)s; border-radius: %(p4)s; }
QLineEdit[kind="filter"]:focus { min-height: %(p20)s; padding: 0 %(p3)s; }
QPushButton[kind="pick"] { text-align: left; padding: 0 %(p8)s; border-bottom-color: %(field_edge)s; }
QPushButton[kind="pick"]:focus { padding: 0 %(p7)s; }
QPushButton[kind="plus"] { min-height: %(p22)s; padding: 0; border-radius: %(p5)s; }
QPushButton[tone="accent"] { color: %(accent)s; font-weight: 700; }
QPushButton[kind="small"] { min-height: %(p26)s; font-size: %(p13)s; padding: 0 %(p10)s; }
QPushButton, QMenu { icon-size: %(p16)s; }

QLineEdit, QComboBox, QPlainTextEdit, QTextEdit[kind="figures"] { background: %(base)s; border: 1px solid %(field)s;
    border-bottom-color: %(field_edge)s; border-radius: %(p6)s; padding: 0 %(p8)s; min-height: %(p30)s;
    selection-background-color: %(text_select)s; selection-color: %(text)s; font-size: %(p14)s; }
QLineEdit:hover, QComboBox:hover { border-bottom-color: %(text2)s; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit[kind="figures"]:focus { border: 2px solid %(accent)s;
    padding: 0 %(p7)s; min-height: %(p28)s; }
QLineEdit[state="error"], QPlainTextEdit[state="error"],
QTextEdit[kind="figures"][state="error"] { border: 2px solid %(red)s; padding: 0 %(p7)s;
    min-height: %(p28)s; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"],
QTextEdit[kind="figures"][readOnly="true"], QComboBox:disabled { background: %(hover)s;
    border: 1px solid %(line)s; color: %(text2)s; }
QComboBox[kind="choice"]::drop-down { border: 0; width: %(p24)s; }
QComboBox[kind="choice"]::down-arrow { image: none; }
QPlainTextEdit[kind="wrap"] { padding: %(p5)s %(p10)s; min-height: %(p20)s; }
QPlainTextEdit[kind="wrap"]:focus, QPlainTextEdit[kind="wrap"][state="error"] { padding: %(p4)s %(p8)s %(p4)s 9px;
    min-height: %(p20)s; }
QFrame[kind="field"] { background: %(base)s; border: 1px solid %(field)s; border-bottom-color: %(field_edge)s;
    border-radius: %(p6)s; }
QFrame[kind="field"][inside="true"] { border: 2px solid %(accent)s; }
QFrame[kind="field"][state="error"] { border: 2px solid %(red)s; }
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus { border: 0; background: transparent; min-height: %(p24)s;
    padding: 0 %(p4)s; font-size: %(p13)s; }
QPushButton[kind="chip"] { border: 1px solid %(line)s; border-radius: %(p5)s; min-height: %(p22)s; padding: 0 %(p6)s;
    font-size: %(p13)s; icon-size: %(p12)s; text-align: left; }
QPushButton[kind="chip"]:focus { border: 2px solid %(accent)s; min-height: %(p20)s; padding: 0 %(p5)s; }
QPushButton[kind="chip"]:disabled { color: %(text2)s; }
QLineEdit[kind="large"] { min-height: %(p38)s; font-size: %(p16)s; }
QLineEdit[kind="large"]:focus { min-height: %(p36)s; }
QLineEdit[kind="cell"], QComboBox[kind="cell"] { border-radius: %(p4)s; }
QPlainTextEdit, QTextEdit[kind="figures"] { padding: %(p6)s; }
QComboBox QAbstractItemView { background: %(base)s; border: 1px solid %(field)s; outline: 0;
    selection-background-color: %(select)s; selection-color: %(text)s; }

QRadioButton { background: transparent; border: 2px solid transparent; border-radius: %(p4)s; padding: %(p4)s;
    font-size: %(p14)s; spacing: %(p6)s; }
QRadioButton:focus { border-color: %(accent)s; }
QRadioButton::indicator { width: %(p14)s; height: %(p14)s; border: 1px solid %(field_edge)s; border-radius: %(p7)s;
    background: %(base)s; }
QRadioButton::indicator:hover { border-color: %(text2)s; }
QRadioButton::indicator:checked { width: %(p6)s; height: %(p6)s; border: %(p5)s solid %(accent)s;
    border-radius: %(p8)s; }
QTabBar { border: 0; border-bottom: 1px solid %(line)s; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent; color: %(text2)s;
    font-size: %(p14)s; min-height: %(p32)s; padding: 0 %(p2)s; margin-right: %(p18)s; }
QTabBar::tab:selected { color: %(accent)s; border-bottom-color: %(accent)s; }
QTabBar::tab:hover:!selected { color: %(text)s; }

QMenu { background: %(base)s; border: 1px solid %(field)s; padding: %(p4)s; font-size: %(p14)s; }
QMenu::item { padding: %(p6)s %(p28)s %(p6)s %(p12)s; border-radius: %(p6)s; min-height: %(p20)s; }
QMenu::item:selected { background: %(select)s; }
QMenu::item:disabled { color: %(text3)s; }
QMenu::icon { padding-left: %(p10)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: %(p4)s %(p6)s; }

QTreeView, QListView, QTableView { background: transparent; border: 0; outline: 0; }
QTableView::corner, QTreeView::corner { background: transparent; border: 0; }
QWidget[kind="panel-plain"] { background: %(panel)s; }
QListView[kind="doubts"] { background: %(amber_soft)s; border-radius: %(p6)s; padding: %(p4)s; }
QTreeView[kind="plain"]::item { padding: %(p4)s %(p2)s; }
QTreeView[kind="plain"]::item:selected { background: %(select)s; color: %(text)s; }
QTreeView[kind="plain"]::item:hover:!selected { background: %(hover)s; }
QListView[kind="popup"] { background: %(base)s; border: 1px solid %(field)s; border-radius: %(p6)s; padding: %(p4)s; }
QListView[kind="popup"]::item { padding: %(p4)s %(p8)s; border-radius: %(p4)s; }
QListView[kind="popup"]::item:selected { background: %(select)s; color: %(text)s; }
QTreeView::item, QTreeView::item:selected, QTreeView::item:hover, QTreeView::branch { background: transparent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; border: 0; border-bottom: 1px solid %(line)s; color: %(text2)s;
    font-size: %(p12)s; padding: 0 %(p8)s; min-height: %(p28)s; }
QHeaderView::section:first { padding-left: %(p30)s; }
QTableView[kind="flat"] QHeaderView::section:first { padding-left: %(p16)s; }
QTableView[kind="plain"] QHeaderView::section, QTableView[kind="plain"] QHeaderView::section:first {
    padding: 0 %(p3)s; }
QTreeView[kind="flat"] QHeaderView::section:first { padding-left: %(p8)s; }

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: %(p12)s; }
QScrollBar:horizontal { height: %(p12)s; }
QScrollBar::handle { background: %(field)s; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: %(p32)s; }
QScrollBar::handle:horizontal { min-width: %(p32)s; }
QScrollBar::handle:hover { margin: 1px; border-radius: 5px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
    width: 0; height: 0; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"] { background: transparent; border: 0; }
QSplitter::handle { background: %(line)s; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: %(accent)s; }
QProgressBar { background: %(line)s; border: 0; border-radius: 1px; max-height: 2px; }
QProgressBar::chunk { background: %(accent)s; }

QDialog { background: %(base)s; }
QWidget[kind="bulk"] { background: %(select)s; border-top: 1px solid %(accent)s; }
QWidget[kind="foot"] { background: %(panel)s; border-top: 1px solid %(line)s; }
QFrame[kind="message"] { border: 0; border-bottom: 1px solid %(line)s; border-top-left-radius: %(p8)s; }
QFrame[kind="message"][tone="failed"] { background: %(red_soft)s; }
QFrame[kind="message"][tone="attention"] { background: %(amber_soft)s; }
QFrame[kind="message"][tone="done"] { background: %(green_soft)s; }
QFrame[kind="message"][tone="note"] { background: %(select)s; }
QFrame[kind="toast"] { background: %(toast)s; border-radius: %(p8)s; }
QFrame[kind="toast"] QLabel { color: %(toast_text)s; font-size: %(p14)s; }
QFrame[kind="toast"] QPushButton { color: %(toast_action)s; background: %(toast_ground)s;
    border: 1px solid %(toast_ground)s; font-weight: 700; min-height: %(p26)s; border-radius: %(p5)s; }
QFrame[kind="toast"] QPushButton:focus, QFrame[kind="toast"] QPushButton:hover { border: 1px solid %(toast_action)s;
    min-height: %(p26)s; padding: 0 %(p12)s; }
"""
