"""The rules of the house (architecture.md), held against the source as it is written."""

import ast
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.builders import TODAY

HOUSE = Path(__file__).parents[1]
# Each room with the rooms it may use: desktop → reports → db → resources.
ROOMS = {
    "resources": {"resources"},
    "db": {"db", "resources"},
    "reports": {"reports", "db", "resources"},
    "desktop": {"desktop", "reports", "db", "resources"},
}
# Packages of others that only one room may know, or those that are named.
HOME = {
    "PySide6": "desktop", "shiboken6": "desktop", "platformdirs": "desktop", "sqlite3": "db", "sqlite_utils": "db",
    "chinese_calendar": "db", "opencc": "db", "pypinyin": "db", "lxml": "db", "docx": ("db", "reports"),
    "icalendar": "db",
    "reportlab": "reports", "pypdfium2": "desktop",
}  # fmt: skip
LINES = 350
# (file, what it imports): why not at the top. Everything else is imported there.
LATE = {
    ("db/connection.py", "fcntl"): "Windows has none, and needs none",
    ("db/calendar.py", "chinese_calendar.constants"): "start-up must not wait for it when no date is shown",
    ("db/calendar_file.py", "icalendar"): "wanted only when a calendar is exported",
    ("db/notice/pages.py", "lxml"): "the parser is wanted only when a web page is read",
    ("db/notice/script.py", "opencc"): "its tables are wanted only when a notice is read",
    ("db/folding.py", "opencc"): "its characters are wanted by the first question or edit",
    ("db/pinyin.py", "pypinyin"): "its dictionaries are wanted only where a name is read",
    ("db/notice/word.py", "docx"): "wanted only when a Word file is read",
    ("db/notice/word.py", "docx.table"): "wanted only when a Word file is read",
    ("reports/kinds.py", "reports.narrative_docx"): "python-docx is wanted only when Word is",
    ("desktop/late.py", "importlib.import_module"): "the table PARTS: what is not on the first page",
}
NEVER_AT_START = ("reportlab", "opencc", "pypinyin", "pypdfium2", "PIL", "openpyxl", "docx", "lxml", "icalendar",
                  "PySide6.QtPrintSupport")  # fmt: skip
WAITING = (("desktop/__main__.py", "application.exec"), ("desktop/widgets/drag_label.py", "drag.exec"))
# Where Chinese may stand besides each room's words, and what it is there.
CHINESE = {
    "db/__main__.py": "help of the command line",
    "db/commands/applicability.py": "help of the command line",
    "db/commands/answers.py": "help of the command line",
    "db/county_names.py": "how a county speaks of itself, and words that begin like its sign",
    "db/commands/closings.py": "help of the command line",
    "db/commands/breakdown.py": "help of the command line",
    "db/commands/counterparts.py": "help of the command line",
    "db/commands/drafts.py": "help of the command line",
    "db/commands/bulk.py": "help of the command line",
    "db/commands/files.py": "help of the command line, the lead office of a file made by `new`",
    "db/commands/finding.py": "help of the command line",
    "db/commands/ledger.py": "help of the command line",
    "db/commands/issuing.py": "help of the command line",
    "db/commands/lists.py": "help of the command line",
    "db/commands/narrative.py": "help of the command line",
    "db/commands/options.py": "help of the command line",
    "db/commands/phrases.py": "help of the command line",
    "db/commands/problems.py": "help of the command line",
    "db/commands/rules.py": "help of the command line",
    "db/commands/supervision.py": "help of the command line",
    "db/commands/units.py": "help of the command line",
    "db/commands/pasting.py": "help of the command line",
    "db/commands/periods.py": "help of the command line",
    "db/commands/work.py": "help of the command line",
    "db/check.py": "the number of the one notice with 28 tasks",
    "db/drafts.py": "deadlines as they stand in a sentence",
    "db/sentences.py": "what a clause begins and ends with",
    "db/titles.py": "the words around a verb phrase, and how one goes on about what others issue",
    "db/deadlines.py": "deadlines as they are worded",
    "db/holiday_text.py": "holidays as the State Council words them",
    "db/notice/bodies.py": "names of bodies, how they end and what parts them",
    "db/notice/clauses.py": "responsible clauses as they are worded",
    "db/notice/layout.py": "labels, titles, dates and web chrome as they are worded",
    "db/notice/lines.py": "page numbers, and the marks no blank stands beside",
    "db/notice/load.py": "titles as they are worded",
    "db/notice/paragraphs.py": "marks of sentences and brackets, verbs of responsible clauses",
    "db/notice/parser.py": "the word every title of a notice has",
    "db/notice/reading.py": "everyday characters that tell one encoding from another",
    "db/notice/script.py": "the exceptions to 著→着, the vocabulary of Taiwan",
    "db/notice/sections.py": "the words a title is told by",
    "db/notice/tables.py": "how a list is left open",
    "db/notice/word.py": "Chinese numerals",
    "db/levels.py": "verbs and bodies that speak of the state or the province",
    "db/lead_office.py": "how offices of development and reform are called",
    "db/national_bodies.py": "the signs of a county's name, the patterns of names",
    "db/pasted_columns.py": "heads of columns as ledgers have them, how units end",
    "db/pasted_rows.py": "marks of lists, parts and footnotes, roles as cells tell them",
    "db/task_matching.py": "numbers of tasks as they are written",
    "db/names.py": "how townships are called, the bracket behind a shared name",
    "db/evidence_files.py": "the folder beside a checklist file",
    "db/pinyin.py": "surnames, the character a reading is tried with",
    "db/text.py": "Chinese numerals, days as they are read, words for nothing",
    "db/sample.py": "who fills in the made-up county",
    "db/sample_chase.py": "how the heads of townships are told",
    "db/sample_plan.py": "deadlines of the made-up county",
    "reports/__main__.py": "help of the command line",
    "reports/handwritten.py": "what stands behind a figure",
    "reports/font_files.py": "how a style is called that is not wanted",
    "reports/official_faces.py": "how the official faces are called",
    "reports/render.py": "the character a face must have",
    "reports/typesetting/marks.py": "the number of a document",
    "reports/typesetting/titles.py": "words of titles, and where their sense has an end",
    "desktop/__main__.py": "help of the command line",
    "desktop/paths.py": "the folder beside a portable program",
    "desktop/selftest.py": "the action the self-test adds, and what finds it",
    "desktop/wording.py": "dates",
}

HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_WIDE = "\u3000-\u303f\u3400-\u9fff\uf900-\uffef\U00020000-\U0003134f“”‘’—…"
HALF_WIDTH = re.compile(f"(?<=[{_WIDE}])[,():;!?]|[,():;!?](?=[{_WIDE}])")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgb|hsl|hsv)a?\(")


@dataclass(frozen=True)
class Module:
    """One file of ours, parsed."""

    path: str  # from the root, with slashes
    source: str

    @property
    def name(self):
        parts = Path(self.path).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self):
        return Path(self.path).parts[0]

    @cached_property
    def tree(self):
        return ast.parse(self.source)

    @cached_property
    def nodes(self):
        return list(ast.walk(self.tree))


def modules():
    found = [path for room in ROOMS for path in sorted((HOUSE / room).rglob("*.py"))]
    return [Module(path.relative_to(HOUSE).as_posix(), path.read_text(encoding="utf-8")) for path in found]


MODULES = modules()
NAMES = {module.name for module in MODULES}


def imported(node):
    """The modules an import statement names; of `from x import y` y where that is one of ours, else x."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        whole = [f"{node.module}.{alias.name}" for alias in node.names]
        return [name if name in NAMES else str(node.module) for name in whole]
    return []


def late_imports(module):
    """Everything imported elsewhere than at the top of the file."""
    top = {id(node) for node in module.tree.body}
    for node in module.nodes:
        if id(node) not in top:
            yield from imported(node)
        if isinstance(node, ast.Call) and re.search(r"\b(import_module|__import__)$", ast.unparse(node.func)):
            yield ast.unparse(node.func)


def texts(module):
    """The string literals that are no docstrings, as (line, text, node)."""
    told = set()
    for node in module.nodes:
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                told.add(id(first.value))
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value, node


def patterns(module):
    """The literals that are regular expressions: raw ones, and those handed to `re`."""
    for node in module.nodes:
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield from ((at.lineno, at.value) for at in ast.walk(node) if isinstance(at, ast.Constant))
    for line, text, node in texts(module):
        if re.match("[rR]|[fF][rR]", ast.get_source_segment(module.source, node) or ""):
            yield line, text


# --- one function a rule: what breaks it in a file ---------------------------------------------------


def wrong_way(module):
    for node in module.nodes:
        for name in imported(node):
            room = name.split(".")[0]
            if room in ROOMS and room not in ROOMS[module.room]:
                yield f"{module.path}:{node.lineno} imports {name}"


def strangers(module):
    for node in module.nodes:
        for name in imported(node):
            home = HOME.get(name.split(".")[0])
            if home and module.room not in (home if isinstance(home, tuple) else (home,)):
                yield f"{module.path}:{node.lineno} imports {name}"


def raw_sql(module):
    """Reaching through a checklist to its tables is for db alone."""
    for node in module.nodes:
        if module.room != "db" and isinstance(node, ast.Attribute):
            if node.attr in ("conn", "execute", "executescript", "executemany", "query"):
                yield f"{module.path}:{node.lineno} .{node.attr}"
            elif node.attr == "db":
                yield f"{module.path}:{node.lineno} .db"


def unlisted_late(module):
    for name in late_imports(module):
        if (module.path, name) not in LATE:
            yield f"{module.path} imports {name} late"


def too_long(module):
    length = len(module.source.splitlines())
    if length > LINES:
        yield f"{module.path} has {length} lines"


def colours(module):
    if module.room != "desktop" or module.path == "desktop/theme.py":
        return
    for line, text, _ in texts(module):
        if COLOUR.search(text):
            yield f"{module.path}:{line} {text[:40]!r}"
    for node in module.nodes:
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "QColor":
            yield f"{module.path}:{node.lineno} {ast.unparse(node)}"
        if isinstance(node, ast.Attribute) and re.search(r"\bGlobalColor\.(?!transparent$)", ast.unparse(node)):
            yield f"{module.path}:{node.lineno} {ast.unparse(node)}"


def half_width(module):
    doubtful = [(line, text) for line, text, _ in texts(module) if HAN.search(text) and HALF_WIDTH.search(text)]
    known = set(patterns(module)) if doubtful else ()
    yield from (f"{module.path}:{line} {text[:60]!r}" for line, text in doubtful if (line, text) not in known)


def printing(module):
    for node in module.nodes:
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func) in ("print", "builtins.print", "pprint", "pprint.pprint")
            and not module.path.endswith("__main__.py")
        ):
            yield f"{module.path}:{node.lineno} prints"


def modal(module):
    """`exec` waits inside a slot; only the application itself may, and a drag until it is let go of."""
    for node in module.nodes:
        if (
            isinstance(node, ast.Attribute)
            and node.attr in ("exec", "exec_")
            and (module.path, ast.unparse(node)) not in WAITING
        ):
            yield f"{module.path}:{node.lineno} {ast.unparse(node)}"


def empty_name(module):
    stem = Path(module.path).parent.name + "_" + Path(module.path).stem
    if set(re.split(r"_+", stem)) & {"manager", "managers", "helper", "helpers", "util", "utils", "data2", "misc"}:
        yield f"{module.path} says nothing"


def chinese(module):
    if "words" not in Path(module.path).with_suffix("").parts and module.path not in CHINESE:
        for line, text, _ in texts(module):
            if HAN.search(text):
                yield f"{module.path}:{line} {text[:40]!r}"


# --- each rule against the house, and against a file that breaks it -----------------------------------

RULES = {
    wrong_way: [
        ("resources/x.py", "from db import words"),
        ("db/x.py", "from reports.data import gather"),
        ("db/x.py", "def f():\n import desktop.app"),
        ("reports/x.py", "from desktop import words"),
    ],
    strangers: [
        ("db/x.py", "from PySide6.QtCore import QObject"),
        ("reports/x.py", "import sqlite3"),
        ("desktop/x.py", "from sqlite_utils import Database"),
        ("db/x.py", "import reportlab.rl_config"),
    ],
    raw_sql: [
        ("desktop/x.py", "checklist.db.conn.execute('SELECT 1')"),
        ("reports/x.py", "rows = checklist.db"),
    ],
    unlisted_late: [
        ("db/x.py", "def f():\n import json"),
        ("db/calendar.py", "def f():\n import json"),
        ("desktop/x.py", "import importlib\nimportlib.import_module('reports')"),
        ("db/x.py", "if True:\n from db import words"),
    ],
    too_long: [("db/x.py", "x = 1\n" * 351)],
    colours: [
        ("desktop/x.py", "x = 'color: #2A5D9C;'"),
        ("desktop/x.py", "x = '#fff'"),
        ("desktop/x.py", "x = 'background: rgba(0, 0, 0, 20)'"),
        ("desktop/x.py", "QColor('white')"),
        ("desktop/x.py", "QtGui.QColor(1, 2, 3)"),
        ("desktop/x.py", "x = Qt.GlobalColor.red"),
    ],
    half_width: [
        ("db/x.py", "x = '请稍候,再试'"),
        ("reports/x.py", "x = f'{n}项(其中'"),
        ("desktop/x.py", "x = '确定?'"),
        ("desktop/x.py", "x = '“甲”:乙'"),
    ],
    printing: [("db/x.py", "def f():\n print('x')")],
    modal: [
        ("desktop/x.py", "QMessageBox(self).exec()"),
        ("desktop/__main__.py", "dialog.exec()"),
        ("desktop/x.py", "dialog.exec_()"),
    ],
    empty_name: [
        ("db/file_manager.py", ""),
        ("desktop/utils.py", ""),
        ("desktop/helpers/x.py", ""),
        ("db/data2.py", ""),
    ],
    chinese: [
        ("db/x.py", "def f():\n '''中文'''\n return '中文'"),
        ("desktop/x.py", "x = f'{n}项'"),
    ],
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule):
    assert [fault for module in MODULES for fault in rule(module)] == []


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [(rule, *case) for rule, cases in RULES.items() for case in cases],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_the_rule_would_notice(rule, path, source):
    assert list(rule(Module(path, source)))


def test_every_room_is_looked_at():
    assert {module.room for module in MODULES} == set(ROOMS)
    assert len(MODULES) > 90


def needs(modules):
    """What each module needs in order to be imported, its packages too."""
    graph = {}
    for module in modules:
        names = {name for node in module.tree.body for name in imported(node)}
        packages = {name.rsplit(".", depth)[0] for name in names for depth in range(1, name.count(".") + 1)}
        graph[module.name] = ((names | packages) & NAMES) - {module.name}
    return graph


def test_no_module_needs_itself():
    TopologicalSorter(needs(MODULES)).prepare()


def test_a_circle_would_be_noticed():
    circle = [Module("db/words.py", "from db.errors import X"), Module("db/errors.py", "from db import words")]
    with pytest.raises(CycleError):
        TopologicalSorter(needs(circle)).prepare()


def test_no_exception_outlives_its_reason():
    late = {(module.path, name) for module in MODULES for name in late_imports(module)}
    assert set(LATE) <= late
    speaking = {module.path for module in MODULES if any(HAN.search(text) for _, text, _ in texts(module))}
    assert set(CHINESE) <= speaking


START = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
import desktop.__main__ as start

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            painted.append(type(watched).__name__)
        return False

def until_painted(application):
    watch = Watch()
    application.installEventFilter(watch)
    for _ in range(1000):
        if {page} in painted:
            break
        application.processEvents()
    else:
        raise SystemExit(f"never painted: {{painted}}")
    print(*sorted({{name.split(".")[0] for name in sys.modules}} | {{name for name in sys.modules if "Qt" in name}}))
    for window in application.topLevelWidgets():
        window.close()
    return 0

painted = []
QApplication.exec = until_painted
raise SystemExit(start.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(("file", "page"), [(True, "ActionTable"), (False, "StartPage")], ids=["checklist", "start"])
def test_the_first_paint_comes_without_the_slow_packages(sample_file, tmp_path, file, page):
    environment = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", START.format(page=repr(page)), "--today", TODAY, *[str(sample_file)] * file],
        cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    there = set(done.stdout.split())
    assert "PySide6" in there
    assert there & set(NEVER_AT_START) == set()
