"""The files that ship: every icon is there and wanted, every face has its licence, the notice is the one issued."""

import ast
import hashlib
import re
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

import resources
from db.notice.load import plan_title, plan_year

DESKTOP = Path(__file__).parents[1] / "desktop"
# The page as it was saved, to the byte.
NOTICE_SHA256 = "273b6d5dce4d7004c3d526e9f7e22e63f856a59751fb9d182821cd0a6777b99d"
# As the International Color Consortium hands it out.
PROFILE_SHA256 = "2b3aa1645779a9e634744faf9b01e9102b0c9b88fd6deced7934df86b949af7e"
# face: the licence it ships under, and words that licence must hold.
LICENCES = {
    "GWFang": ("Fandol-GPL3-font-exception.txt", "As a special exception"),
    "GWFangFill": ("LXGWWenKai-copyright.txt", "SIL OPEN FONT LICENSE"),
    "GWHei": ("NotoSansSC-OFL.txt", "SIL OPEN FONT LICENSE"),
    "GWKai": ("LXGWWenKai-copyright.txt", "SIL OPEN FONT LICENSE"),
    "GWSong": ("NotoSerifSC-OFL.txt", "SIL OPEN FONT LICENSE"),
    "GWXBS": ("NotoSerifSC-OFL.txt", "SIL OPEN FONT LICENSE"),
}
# What EmptyState.add_button takes where its namesake of the top bar takes an icon.
KINDS = {"main", None}


def shipped_icons():
    return {path.stem for path in resources.path("icons", "lucide").glob("*.svg")}


class IconNames(ast.NodeVisitor):
    """The names of icons in a source text.

    A name is what is handed to `icons.icon` or `icons.pixmap`, to a parameter or field called `icon`,
    or what a loop over a table unpacks into `icon`. Anything else there is `unread`.
    """

    def __init__(self, tables):
        self.takers, self.tables = {}, tables
        self.names, self.unread = set(), []

    def visit_Call(self, call):
        self.generic_visit(call)
        called = ast.unparse(call.func)
        place = 0 if re.search(r"icons\.(icon|pixmap)$", called) else self.takers.get(called.split(".")[-1])
        if place is not None:
            given = [keyword.value for keyword in call.keywords if keyword.arg in ("icon", "name")]
            self.read(given[0] if given else call.args[place], call)

    def visit_For(self, loop):
        self.generic_visit(loop)
        names = [ast.unparse(name) for name in loop.target.elts] if isinstance(loop.target, ast.Tuple) else []
        if "icon" in names:
            named = ast.unparse(loop.iter).split(".")[-1]
            table = loop.iter if isinstance(loop.iter, ast.Tuple) else self.tables[named]
            for row in table.elts:
                self.read(row.elts[names.index("icon")], loop)

    def read(self, value, at):
        if isinstance(value, ast.IfExp):
            self.read(value.body, at)
            self.read(value.orelse, at)
        elif isinstance(value, ast.Constant):
            self.names |= {value.value} - KINDS
        elif ast.unparse(value) not in ("icon", "act.icon", "row.icon", "self._name"):  # read where these are given
            self.unread.append(ast.unparse(at))


def takers(trees):
    """Which functions, classes and fields take an icon's name (`icon: str`), and as which argument."""
    found = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.ClassDef):
            made = [item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"]
            given = made[0].args.args[1:] if made else [item for item in node.body if isinstance(item, ast.AnnAssign)]
        elif isinstance(node, ast.FunctionDef) and node.name != "__init__":
            given = [arg for arg in node.args.args if arg.arg != "self"]
        else:
            continue
        for place, arg in enumerate(given):
            if ast.unparse(arg) == "icon: str":
                found[node.name] = place
    return found


def icons_in(sources):
    trees = [ast.parse(source) for source in sources]
    tables = {
        target.id: node.value
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    reader = IconNames(tables)
    everywhere = takers(trees)
    for tree in trees:
        own = dict.fromkeys(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef))
        reader.takers = everywhere | own | takers([tree])  # a file's own come before its neighbours' of the same name
        reader.visit(tree)
    return reader


@pytest.fixture(scope="module")
def desktop():
    return icons_in(path.read_text(encoding="utf-8") for path in sorted(DESKTOP.rglob("*.py")))


def test_every_icon_named_has_its_drawing(desktop):
    assert desktop.unread == []
    assert desktop.names - shipped_icons() == set()
    assert len(desktop.names) >= 25


def test_no_drawing_ships_unused(desktop):
    assert shipped_icons() - desktop.names == set()


def test_names_are_found_wherever_they_are_given():
    source = """
class Act:
    name: str
    icon: str
class Empty:
    def __init__(self, look, icon: str): pass
TABLE = (("one", 1), ("two", 2))
def turner(self, step, icon: str): icons.icon(icon, 16)
def button(icon: QIcon, text): pass
button(icons.icon("three", 15), "x"); Empty(look, "four"); self.turner(1, "five"); turner(1, icon="six")
for icon, number in TABLE: pass
for number, icon in ((1, "seven"),): pass
self._icons.icon("eight" if x else "nine", 15); icons.pixmap(name="ten"); icons.icon(chosen(), 3); Act("x", "eleven")
"""
    found = icons_in([source])
    assert found.names == {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}
    assert found.unread == ["icons.icon(chosen(), 3)"]


@pytest.mark.parametrize("name", sorted(shipped_icons()))
def test_a_drawing_takes_the_colour_and_stroke_of_the_theme(name):
    text = resources.path("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
    svg = Xml.fromstring(text)
    assert (svg.get("viewBox"), svg.get("stroke"), svg.get("stroke-width")) == ("0 0 24 24", "currentColor", "2")
    assert not re.search("#[0-9a-f]{3}|<script|href", text)


def test_the_programs_own_icon_is_there_in_every_size():
    for name in ("luoshi.svg", "luoshi-small.svg", "luoshi.ico"):
        assert resources.path("icons", name).stat().st_size > 0
    for side in (16, 32, 48, 256):
        head = resources.path("icons", f"luoshi-{side}.png").read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (side, side)


def test_icons_ship_with_their_licence():
    assert "ISC License" in resources.path("icons", "lucide", "LICENSE").read_text(encoding="utf-8")


def test_every_face_ships_with_its_licence():
    assert {path.stem for path in resources.path("fonts").glob("*.[to]tf")} == set(LICENCES)
    for file, words in LICENCES.values():
        assert words in resources.path("fonts", "licences", file).read_text(encoding="utf-8")
    files = {path.name for path in resources.path("fonts", "licences").iterdir()}
    assert files - {file for file, _ in LICENCES.values()} == {"Fandol-README.txt"}


def test_the_colour_profile_is_the_one_its_licence_speaks_of():
    assert "sRGB2014.icc" in resources.path("colour", "LICENCE.txt").read_text(encoding="utf-8")
    profile = resources.path("colour", "sRGB2014.icc").read_bytes()
    assert hashlib.sha256(profile).hexdigest() == PROFILE_SHA256
    assert (profile[8], profile[16:20]) == (2, b"RGB ")  # PDF/A-1 takes profiles of version 2


def test_the_notice_is_the_saved_page_to_the_byte():
    assert hashlib.sha256(resources.path("notice", "532.txt").read_bytes()).hexdigest() == NOTICE_SHA256


def test_the_start_page_proposes_the_year_in_the_notices_title(notice):
    source = ast.parse((DESKTOP / "app.py").read_text(encoding="utf-8"))
    year = [
        ast.literal_eval(node.value)
        for node in source.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_PLAN_YEAR"
    ]
    assert year == [plan_year(notice)]
    assert plan_title(notice).startswith(f"{year[0]}年")


def test_a_frozen_program_finds_its_files_in_the_bundle(monkeypatch, tmp_path):
    assert resources.path("notice", "532.txt").is_file()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resources.path("notice", "532.txt") == tmp_path / "resources" / "notice" / "532.txt"
