"""Who holds a role: one lead, one role a unit, names that are theirs on the day."""

import pytest

from db import action_edits, actions, bulk, names, steps, tasks, units
from tests.builders import TODAY, add, refused


def row(checklist, table, **values):
    """Write a row as its verbs would."""
    columns = ", ".join(values)
    marks = ", ".join("?" * len(values))
    run = checklist.db.conn.execute
    made = run(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())).lastrowid
    checklist.db.conn.commit()
    return made


def give(checklist, action, role, *holders):
    action_edits.set_names(checklist, action, role, holders)
    return actions.get(checklist, action)


def test_every_role_of_an_action(checklist):
    one = add(checklist, lead="县人社局")
    give(checklist, one, "responsible", "县教育局、县财政局")
    give(checklist, one, "supporting", "县民政局", "县统计局")
    for role, name in (("leader", "周建国"), ("owner", "李明"), ("contact", "王芳")):
        give(checklist, one, role, name)
    now = actions.get(checklist, one)
    assert (now.lead, now.responsible, now.supporting) == (
        "县人社局", ("县教育局", "县财政局"), ("县民政局", "县统计局")
    )  # fmt: skip
    assert (now.leader, now.owner, now.contact) == ("周建国", "李明", "王芳")


@pytest.mark.parametrize("typed", [["县人社局、县教育局"], ["县人社局", "县教育局"], ["县人社局，县教育局"]])
def test_two_leads_are_refused_at_the_field(checklist, typed):
    one = add(checklist)
    assert refused(checklist, "two_units", action_edits.set_names, one, "lead", typed).field == "lead"


def test_two_names_for_one_person_are_refused(checklist):
    one = add(checklist)
    assert refused(checklist, "two_persons", action_edits.set_names, one, "owner", ["李明、王芳"]).field == "owner"


def test_a_unit_whose_own_name_holds_a_comma_stays_whole(checklist):
    row(checklist, "unit", name="县教育、体育局")
    assert give(checklist, add(checklist), "lead", "县教育、体育局").lead == "县教育、体育局"


@pytest.mark.parametrize("typed", ["无", "没有", "暂无", "待定", " 无 ", "—", "——", "-", "/", "／", "无对应单位"])
def test_what_people_write_for_nobody_is_nobody(checklist, typed):
    had = names.units(checklist)
    one = add(checklist, lead=typed, owner=typed, supporting=(typed, "县教育局、无"))
    give(checklist, one, "responsible", typed)
    now = actions.get(checklist, one)
    assert (now.lead, now.owner, now.responsible, now.supporting) == ("", "", (), ("县教育局",))
    give(checklist, one, "lead", "县人社局")
    assert give(checklist, one, "lead", typed).lead == ""
    assert sorted(names.units(checklist)) == sorted([*had, "县教育局", "县人社局"])


def test_a_unit_that_is_really_called_so_stays_known(checklist):
    units.add(checklist, "待定")
    assert give(checklist, add(checklist), "lead", "待定").lead == "待定"


def test_an_issued_action_is_not_left_without_a_lead(county):
    one = next(action for action in actions.all(county) if action.issued_on and action.lead and action.leaf)
    for way in ("", "无"):
        assert refused(county, "lead_needed", action_edits.set_names, one.id, "lead", [way]).field == "lead"
    change = bulk.Change("lead", way="clear")
    refused(county, "bulk_refused", bulk.apply, [one.id], change, today=TODAY)
    (row,) = bulk.preview(county, [one.id], change, today=TODAY)
    assert (row.changed, row.refusal) == (False, "已印发或已销号的行动不能没有牵头单位，请直接改填接手的单位。")
    assert give(county, one.id, "lead", "县民政局").lead == "县民政局"


def test_an_action_nobody_has_issued_may_lose_its_lead(checklist):
    assert give(checklist, add(checklist, lead="县民政局"), "lead", "").lead == ""


def test_a_unit_has_one_role_in_an_action(checklist):
    one = add(checklist, lead="县人社局", supporting=["县教育局", "县财政局"])
    wrong = refused(checklist, "unit_leads", action_edits.set_names, one, "supporting", ["县人社局"])
    assert wrong.field == "supporting"
    now = give(checklist, one, "lead", "县教育局")
    assert (now.lead, now.supporting) == ("县教育局", ("县财政局",)), "the new lead is not supporting any more"
    now = give(checklist, one, "responsible", "县财政局")
    assert (now.responsible, now.supporting) == (("县财政局",), ())


def test_a_unit_answers_to_its_full_its_short_and_its_other_names(checklist):
    unit = row(checklist, "unit", name="安岭县人力资源和社会保障局", short="县人社局")
    row(checklist, "unit_alias", unit=unit, name="县人力社保局")
    for name in ("安岭县人力资源和社会保障局", "县人社局", "县人力社保局", " 县人社局\u200b"):
        assert give(checklist, add(checklist), "lead", name).lead == "县人社局"
    assert checklist.db.execute("SELECT count(*) FROM unit WHERE name LIKE '%人%'").fetchone() == (1,)


@pytest.fixture
def renamed(checklist):
    """县扶贫办 became 县乡村振兴局 on 1 June."""
    new = row(checklist, "unit", name="县乡村振兴局", valid_from="2020-06-01")
    old = row(checklist, "unit", name="县扶贫办")
    one = add(checklist, lead="县扶贫办")
    checklist.db.conn.execute("UPDATE unit SET valid_to = '2020-05-31', successor = ? WHERE id = ?", (new, old))
    checklist.db.conn.commit()
    return one


def test_a_renamed_unit_bears_the_name_of_the_day(checklist, renamed):
    leads = {day: actions.all(checklist, day)[0].lead for day in ("2020-05-31", "2020-06-01", "")}
    assert leads == {"2020-05-31": "县扶贫办", "2020-06-01": "县乡村振兴局", "": "县乡村振兴局"}


def test_a_unit_that_is_no_more_is_not_given_anything(checklist, renamed):
    other = add(checklist, "另一项")
    wrong = refused(checklist, "unit_renamed", action_edits.set_names, other, "lead", ["县扶贫办"])
    assert (wrong.field, wrong.facts["now"]) == ("lead", "县乡村振兴局")
    assert refused(checklist, "unit_renamed", action_edits.add, 5, "甲", today=TODAY, lead="县扶贫办").field == "lead"
    row(checklist, "unit", name="县撤销局", valid_to="2020-01-31")
    assert refused(checklist, "unit_gone", action_edits.set_names, other, "lead", ["县撤销局"]).field == "lead"
    row(checklist, "unit", name="县数据局", valid_from="2020-07-01")
    assert refused(checklist, "unit_not_yet", action_edits.set_names, other, "lead", ["县数据局"]).field == "lead"


def test_only_units_of_the_day_are_offered(checklist, renamed):
    assert "县乡村振兴局" in names.units(checklist)
    assert "县扶贫办" not in names.units(checklist)


def test_two_persons_of_one_name_are_told_apart_by_their_units(checklist):
    here, there = (row(checklist, "unit", name=name) for name in ("县教育局", "县财政局"))
    row(checklist, "person", name="李明", unit=here)
    second = row(checklist, "person", name="李明", unit=there)
    assert [name for name in names.persons(checklist) if "李明" in name] == ["李明（县教育局）", "李明（县财政局）"]
    one = add(checklist)
    give(checklist, one, "owner", "李明（县财政局）")
    assert checklist.db.execute("SELECT person FROM assignment WHERE role = 'owner'").fetchone() == (second,)


def test_a_person_who_left_is_not_given_anything(checklist):
    row(checklist, "person", name="李明", valid_to="2020-03-31")
    assert refused(checklist, "person_gone", action_edits.set_names, add(checklist), "owner", ["李明"]).field == "owner"


def test_the_persons_of_a_task(checklist):
    for role, name in (("leader", "周建国"), ("owner", "李明"), ("contact", "王芳")):
        tasks.set_person(checklist, 5, role, name)
    task = tasks.get(checklist, 5)
    assert (task.leader, task.owner, task.contact) == ("周建国", "李明", "王芳")
    tasks.set_person(checklist, 5, "leader", "")
    assert tasks.get(checklist, 5).leader == ""
    assert refused(checklist, "two_persons", tasks.set_person, 5, "owner", "李明、王芳").field == "owner"


@pytest.mark.parametrize(("name", "kind"), [
    ("城关镇政府", "township"), ("白云乡", "township"), ("县教育局", "county"), ("市生态环境局安岭县分局", "vertical"),
    ("人行安岭县支行", "vertical"), ("国家统计局安岭调查队", "vertical"), ("农发行安岭县支行", "external"),
])  # fmt: skip
def test_a_unit_is_of_the_kind_its_name_speaks_of(checklist, name, kind):
    add(checklist, lead=name)
    unit = names.find_unit(checklist.db, name)
    assert checklist.db.execute("SELECT kind FROM unit WHERE id = ?", (unit,)).fetchone() == (kind,)


@pytest.mark.parametrize("typed", ["县住建局", "安岭县住房和城乡建设局", "县住房城乡建设局"])
def test_a_typed_office_gets_its_full_name_and_its_short_one(checklist, typed):
    add(checklist, lead=typed)
    unit = units.named(checklist, typed)
    assert (unit.name, unit.short) == ("安岭县住房和城乡建设局", "县住建局")
    assert actions.all(checklist)[0].lead == "县住建局"


def test_a_typed_office_is_known_by_its_other_names_at_once(checklist):
    one, two = add(checklist, lead="县人社局"), add(checklist, "另一项", lead="安岭县人力资源和社会保障局")
    assert [actions.get(checklist, action).lead for action in (one, two)] == ["县人社局", "县人社局"]
    steps.undo(checklist)
    steps.undo(checklist)
    assert names.find_unit(checklist.db, "安岭县人社局") is None


def test_a_name_another_unit_bears_stays_its_own(checklist):
    row(checklist, "unit", name="县人力社保局", kind="county")
    add(checklist, lead="县人社局")
    assert names.find_unit(checklist.db, "县人力社保局") != names.find_unit(checklist.db, "县人社局")


def test_the_index_of_names_finds_what_looking_for_one_finds(county):
    row(county, "unit", name="县人社局二分局", kind="county", short="县人社局")
    index = names.units_by_name(county.db)
    assert len(index) > 60
    assert {name: names.find_unit(county.db, name) for name in index} == index


@pytest.mark.parametrize(("typed", "meant"), [
    ("教育局", "县教育局"), ("住建局", "县住建局"), ("xrsj", "县人社局"), ("XCZJ", "县财政局"), ("xfgj", "县发改局"),
    ("xwwj", "xwwj"), ("ke", "ke"), ("安保服务队", "安保服务队"),
])  # fmt: skip
def test_a_unit_is_known_without_its_sign_and_by_its_initials(checklist, typed, meant):
    one = add(checklist, lead=typed)
    assert actions.get(checklist, one).lead == meant
    assert len(units.all(checklist)) == (1 if meant == "县发改局" else 2)


def test_initials_find_a_unit_of_ones_own(checklist):
    units.add(checklist, "安岭县扶贫工作专班", short="扶贫专班")
    assert actions.get(checklist, add(checklist, lead="fpzb")).lead == "扶贫专班"
