"""Another county's breakdown: read without touching its file, named as here, taken over as one step."""

import hashlib
import shutil
import sqlite3
from dataclasses import replace

import pytest

from db import actions, borrowing, checklists, connection, names, sample, steps, tasks, units
from db.errors import ChecklistError, FileDamaged, FileLocked, FileTooNew, NotAChecklist
from db.notice import corrections
from tests.builders import TODAY, add, refused, rows
from tests.conftest import clock


@pytest.fixture
def other(sample_file, tmp_path):
    """The sample county's file lying somewhere else."""
    folder = tmp_path / "邻县"
    folder.mkdir()
    return shutil.copy(sample_file, folder / "安岭县-2020.luoshi")


@pytest.fixture
def district(notice, tmp_path):
    """A district of its own, with the same notice and another plan year."""
    made = checklists.create(
        tmp_path / "青河区-2021.luoshi", county="青河区", lead_unit="青河区发展和改革局", plan_year=2021,
        notice=notice, by="王芳", clock=clock,
    )  # fmt: skip
    yield made
    made.close()


def survey(checklist, path):
    return borrowing.survey(checklist, path, today=TODAY)


def items(source, number):
    return next(offer.items for offer in source.offers if offer.task.number == number)


def wanted(*offers):
    return {item.id for offer in offers for item in offer.items if item.wanted}


def test_the_other_file_stays_as_it_is(district, other):
    before = hashlib.sha256(other.read_bytes()).digest()
    stat = other.stat()
    survey(district, other)
    assert hashlib.sha256(other.read_bytes()).digest() == before
    assert (other.stat().st_mtime_ns, sorted(file.name for file in other.parent.iterdir())) == (
        stat.st_mtime_ns, [other.name],
    )  # fmt: skip
    connection.open(other, by="李明").close()


def test_what_it_has_is_named_as_here(district, other):
    source = survey(district, other)
    assert (source.county, source.same) == ("安岭县", True)
    first = next(item for item in items(source, 5) if item.new.title == "新生代农民工技能培训2000人次")
    assert (first.new.lead, first.new.supporting, first.new.due) == ("区人社局", ("区教育局", "区财政局"), "6月底前")
    assert first.new.answers == (1,)
    assert first.new.owner == ""
    assert "新单位：区人社局、区教育局、区财政局" in first.notes
    every = [item for offer in source.offers for item in offer.items]
    assert not [item for item in every if "安岭" in item.new.title + item.new.goal + item.new.lead]
    assert not [item for item in every if item.new.lead.startswith("县")]
    assert not [item for item in every if "2020" in item.new.due]


def test_what_was_dropped_there_or_belongs_to_its_townships_is_not_proposed(district, other):
    every = [item for offer in survey(district, other).offers for item in offer.items]
    local = [item for item in every if any("没有带入对方" in note for note in item.notes)]
    stopped = [item for item in every if "对方已终止或不适用" in item.notes]
    assert local
    assert stopped
    assert not [item for item in (*local, *stopped) if item.wanted and not item.new.lead]


def test_the_chosen_come_as_one_step_with_their_levels(district, other):
    source, before = survey(district, other), rows(district)
    offer, = source.of(5)
    changes = borrowing.accept(district, source, wanted(offer), today=TODAY)
    made = actions.of_task(district, 5)
    assert changes.label == f"从“安岭县”借鉴{len(made)}项行动"
    assert [(action.title, action.depth) for action in made] == [
        (item.new.title, item.depth) for item in offer.items if item.wanted
    ]  # fmt: skip
    assert {action.status for action in made} == {"not_started"}
    assert {(action.percent, action.owner, action.done_on) for action in made} == {(0, "", None)}
    assert [action.code for action in made][:2] == ["532-05-01", "532-05-01.1"]
    after = rows(district)
    steps.undo(district)
    assert rows(district) == before
    steps.redo(district)
    assert rows(district) == after


def test_what_is_there_already_is_marked_and_left(district, other):
    source = survey(district, other)
    borrowing.accept(district, source, wanted(*source.of(5)), today=TODAY)
    again = survey(district, other)
    assert wanted(*again.of(5)) == set()
    assert all(item.code and f"已有{item.code}" in item.notes for item in items(again, 5))
    refused(district, "borrow_nothing", borrowing.accept, again, wanted(*again.of(5)), today=TODAY)
    assert 5 not in [offer.task.number for offer in borrowing.waiting(district, again)]


def test_a_child_alone_stands_under_our_own_of_the_same_title_or_by_itself(district, other):
    source = survey(district, other)
    top, child, second = items(source, 5)[:3]
    borrowing.accept(district, source, {child.id}, today=TODAY)
    assert [(action.title, action.depth) for action in actions.of_task(district, 5)] == [(child.new.title, 1)]
    add(district, title=top.new.title)
    borrowing.accept(district, survey(district, other), {second.id}, today=TODAY)
    assert [(action.title, action.depth) for action in actions.of_task(district, 5)][1:] == [
        (top.new.title, 1), (second.new.title, 2),
    ]  # fmt: skip


def test_a_unit_is_the_one_that_does_the_same_here(district, other):
    units.add(district, "青河区人力资源和社会保障局", short="区人力社保局")
    first = items(survey(district, other), 5)[0]
    assert first.new.lead in ("青河区人力资源和社会保障局", "区人力社保局")
    assert not first.notes
    borrowing.accept(district, survey(district, other), {first.id}, today=TODAY)
    assert actions.of_task(district, 5)[0].lead == "区人力社保局"


def test_a_unit_that_is_gone_here_is_left_out_and_said_so_before_anything_is_taken(district, other):
    units.add(district, "青河区人力资源和社会保障局", short="区人社局")
    units.end(district, names.find_unit(district.db, "区人社局"), "2020-03-31")
    source = survey(district, other)
    first = items(source, 5)[0]
    assert (first.new.lead, first.wanted) == ("", True)
    assert "“青河区人力资源和社会保障局”只到2020年3月31日为止，现在没有这个单位了。" in first.notes
    borrowing.accept(district, source, {first.id}, today=TODAY)
    assert actions.of_task(district, 5)[0].lead == ""


def test_a_unit_that_was_renamed_here_leads_under_its_present_name(district, other):
    units.add(district, "青河区人力资源和社会保障局", short="区人社局")
    units.rename(district, names.find_unit(district.db, "区人社局"), "青河区就业局", "区就业局", since="2020-04-01")
    source = survey(district, other)
    first = items(source, 5)[0]
    assert (first.new.lead, first.notes) == ("区就业局", ())
    borrowing.accept(district, source, {first.id}, today=TODAY)
    assert actions.of_task(district, 5)[0].lead == "区就业局"


def test_a_task_that_does_not_apply_here_takes_nothing(district, other):
    tasks.mark_not_applicable(district, 5, "与本区无关", "王芳")
    assert survey(district, other).of(5) == ()


def test_under_another_notice_tasks_are_the_same_by_title(district, notice, tmp_path):
    last_year = corrections.dropped(replace(notice, doc_number="发改规划〔2019〕617号"), 1)
    last_year = corrections.relabelled(last_year, 5, "（五）", "另一件事")
    county = checklists.create(
        tmp_path / "安岭县-2019.luoshi", county="安岭县", lead_unit="安岭县发展和改革局", plan_year=2019,
        notice=last_year, by="李明", clock=clock,
    )  # fmt: skip
    for number in (4, 5, 6):
        add(county, title=f"办第{number}件", task=number)
    county.close()
    source = survey(district, county.path)
    assert not source.same
    found = {offer.task.number: offer.items[0].new.title for offer in source.offers}
    assert found == {5: "办第4件", 7: "办第6件"}


def test_a_due_date_that_names_its_year_means_ours(district, checklist):
    for words in ("2020年6月30日", "2020.7.1", "20200930", "44012", "2020年2月29日", "年底前", "长期"):
        add(checklist, title=f"按{words}办", due=words)
    path = checklist.path
    checklist.close()
    found = {item.new.title: (item.new.due, item.notes) for item in items(survey(district, path), 5)}
    assert found == {
        "按2020年6月30日办": ("2021年6月30日", ()), "按2020.7.1办": ("2021.7.1", ()),
        "按20200930办": ("2021-09-30", ()), "按44012办": ("2021-06-30", ()),
        "按2020年2月29日办": ("", ("完成时限“2020年2月29日”没有带入",)), "按年底前办": ("年底前", ()),
        "按长期办": ("长期", ()),
    }  # fmt: skip


# --- files that cannot be read --------------------------------------------------------------------------


def test_ones_own_file_is_refused(county):
    assert refused(county, "borrow_same", borrowing.survey, county.path, today=TODAY)


def test_a_file_that_is_open_somewhere_is_left_alone(district, other):
    opened = connection.open(other, by="李明")
    with pytest.raises(FileLocked):
        survey(district, other)
    opened.close()
    assert survey(district, other).offers


def test_a_file_that_was_not_closed_well_is_not_repaired(district, other):
    journal = other.with_name(other.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9 half a step")
    with pytest.raises(ChecklistError) as error:
        survey(district, other)
    assert error.value.code == "borrow_unfinished"
    assert journal.read_bytes() == b"\xd9\xd5\x05\xf9 half a step"


def test_what_is_no_checklist_is_told_so(district, tmp_path):
    text = tmp_path / "通知.luoshi"
    text.write_text("各县（市、区）", encoding="utf-8")
    with pytest.raises(NotAChecklist):
        survey(district, text)
    with pytest.raises(ChecklistError) as error:
        survey(district, tmp_path / "没有.luoshi")
    assert error.value.code == "file_unreachable"


def test_a_damaged_file_and_a_newer_one_are_told_apart(district, other):
    whole = other.read_bytes()
    other.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    with pytest.raises(FileDamaged):
        survey(district, other)
    other.write_bytes(whole)
    database = sqlite3.connect(other)
    database.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('checklist', 'm9999', '2030-01-01')"
    )
    database.commit()
    database.close()
    with pytest.raises(FileTooNew):
        survey(district, other)


def test_reading_two_times_the_sample_takes_a_moment_and_every_item_can_stand(district, tmp_path):
    big = sample.make(tmp_path / "大县-2020.luoshi", number=600)
    path = big.path
    big.close()
    source = survey(district, path)
    chosen = {item.id for offer in source.offers for item in offer.items}
    borrowing.accept(district, source, chosen, today=TODAY)
    assert len(actions.all(district)) == len(chosen)
    assert names.find_unit(district.db, "区人社局") is not None
