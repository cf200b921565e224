"""Where characters stand that no face can draw: every row that holds one is named, and nothing else."""

from dataclasses import replace

from db import letterhead
from reports.data import gather
from reports.fonts import Faces
from reports.missing import Place, places
from reports.render import build
from tests.builders import TODAY, add

NOW = f"{TODAY}T09:00:00"
STRANGE, OTHER = "\U0003fffd", "\U0003fffc"


def test_a_row_is_named_with_what_leads_to_it(checklist):
    one = add(checklist, f"走访{STRANGE}户{OTHER}", lead="县人社局")
    add(checklist, "全都有字形")
    data = gather(checklist, TODAY, NOW)
    faces = Faces(bundled_only=True)
    build("breakdown", data, faces)
    assert faces.missing == {STRANGE, OTHER}
    task = next(its.task for its in data.tasks if its.task.number == 5)
    where = f"532-05-01 走访{STRANGE}户{OTHER}"
    assert places(data, faces.missing) == (Place(STRANGE, where, task.id, one), Place(OTHER, where, task.id, one))


def test_a_name_is_found_in_the_roles_of_an_action_too(checklist):
    one = add(checklist, "走访", lead=f"县{STRANGE}局", supporting=[f"乡{STRANGE}办"])
    data = gather(checklist, TODAY, NOW)
    assert [place.action for place in places(data, {STRANGE})] == [one]


def test_what_stands_in_no_row_is_told_last(checklist):
    wanted = replace(letterhead.read(checklist), contact=f"周{STRANGE}")
    letterhead.change(checklist, wanted)
    found = places(gather(checklist, TODAY, NOW), {STRANGE, OTHER})
    assert [(place.character, place.task, place.action) for place in found] == [
        (STRANGE, None, None), (OTHER, None, None),
    ]  # fmt: skip
    assert found[0].where != found[1].where


def test_nothing_is_missing_where_every_character_has_a_face(county):
    assert places(gather(county, TODAY, NOW), frozenset()) == ()
