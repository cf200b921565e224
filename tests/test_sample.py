"""The sample county: the same every time, plausible, and sound."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import resources
from db import (
    actions,
    check,
    connection,
    counts,
    deadlines,
    evidence,
    extensions,
    history,
    periods,
    problems,
    sample,
    settings,
    steps,
    tasks,
    units,
)  # fmt: skip
from db.calendar import NATIONAL
from db.errors import ChecklistError, RuleBroken
from db.sample_plan import FEWEST, plan
from tests.builders import rows

HOUSE = Path(__file__).parents[1]
CODE = re.compile(r"532-(\d\d)-\d\d(\.\d+){0,2}")


def everything(checklist):
    """Every row of the file; the migrations table alone tells the time it was made."""
    run = checklist.db.conn.execute
    tables = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = {t: run(f"SELECT * FROM {t}").fetchall() for t in tables if t != "_sqlite_migrations"}
    return {table: sorted(its, key=repr) for table, its in found.items()}


def made(path, **more):
    checklist = sample.make(path, **more)
    rows = everything(checklist)
    checklist.close()
    return rows


@pytest.fixture(scope="module")
def shown(sample_file, tmp_path_factory):
    """The actions, tasks and figures of the sample as everyone gets it."""
    path = tmp_path_factory.mktemp("sample") / "x.luoshi"
    path.write_bytes(sample_file.read_bytes())
    checklist = connection.open(path, by="x")
    found = actions.all(checklist), tasks.all(checklist), counts.read(checklist, sample.TODAY)
    checklist.close()
    return found


def test_the_same_seed_gives_the_same_rows(tmp_path):
    first = made(tmp_path / "1.luoshi", number=60, seed=3)
    assert made(tmp_path / "2.luoshi", number=60, seed=3) == first
    assert made(tmp_path / "3.luoshi", number=60, seed=4)["action"] != first["action"]


def test_another_run_of_the_program_gives_the_same_rows(tmp_path):
    found = []
    for seed in ("1", "2"):  # of the hashes, which order sets
        path = tmp_path / f"{seed}.luoshi"
        command = [sys.executable, "-m", "db", "sample", str(path), "--actions", "40"]
        subprocess.run(command, cwd=HOUSE, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
        checklist = connection.open(path, by="x")
        found.append(everything(checklist))
        checklist.close()
    assert found[0] == found[1]


def test_the_sample_has_280_actions_of_every_kind(shown):
    every, _, figures = shown
    assert len(every) == 280
    assert {action.depth for action in every} == {1, 2, 3}
    assert {action.status for action in every if action.leaf} == {
        "not_started", "in_progress", "done", "closed", "cancelled", "not_applicable"
    }  # fmt: skip
    total = figures.total
    assert total.actions + total.uncounted == sum(action.leaf for action in every)
    assert min(total.overdue, total.soon, total.finished, total.not_started, total.undivided) > 0
    assert total.overdue < total.actions / 10


@pytest.mark.parametrize("number", [FEWEST, 31, 57, 120, 281, 700])
@pytest.mark.parametrize("seed", [1, 7])
def test_any_number_of_actions_is_met_and_sound(tmp_path, number, seed):
    checklist = sample.make(tmp_path / "x.luoshi", number=number, seed=seed)
    every = actions.all(checklist)
    assert len(every) == number
    assert check.findings(checklist, sample.TODAY) == []
    assert {action.depth for action in every} <= {1, 2, 3}
    assert len({action.task for action in every}) >= 17
    assert len({(action.task, action.parent, action.title) for action in every}) == number
    checklist.close()


def test_what_comes_again_is_a_batch_of_its_own():
    facts = json.loads(resources.path("sample", "anling.json").read_text(encoding="utf-8"))
    roots = plan(facts, 1500, 1, date.fromisoformat(sample.TODAY))
    assert sum(1 for root in roots for _ in root.all()) == 1500
    assert len({(root.task, root.title) for root in roots}) == len(roots)
    assert any(root.title.endswith("（第2批）") for root in roots)


def test_the_file_is_sound(county):
    assert check.findings(county, sample.TODAY) == []


def test_codes_belong_to_their_task_and_parent(shown):
    every, all_tasks, _ = shown
    numbers = {task.id: task.number for task in all_tasks}
    by_id = {action.id: action for action in every}
    for action in every:
        assert int(CODE.fullmatch(action.code)[1]) == numbers[action.task]
        assert action.code.count(".") == action.depth - 1
        if action.parent:
            assert action.code.startswith(by_id[action.parent].code + ".")
            assert action.task == by_id[action.parent].task
    assert len({action.code for action in every}) == len(every)


def test_every_deadline_is_worded_and_means_its_day(county):
    year = settings.read(county).plan_year
    wordings = set()
    for action in actions.all(county):
        due = deadlines.parse(action.due_words, year, sample.TODAY)
        assert (due.words, due.on) == (action.due_words, action.due_on)
        assert due.on is None or due.on.startswith("2020-")
        wordings.add(re.sub(r"\d+", "n", action.due_words))
    assert len(wordings) >= 8  # 6月底前, 三季度, 2020.7.10 …


def test_what_is_done_was_done_on_a_working_day_in_the_past(shown):
    late = 0
    done = [action for action in shown[0] if action.leaf and action.status == "done"]
    for action in done:
        assert "2020-04-24" <= action.done_on < sample.TODAY
        assert NATIONAL.is_workday(date.fromisoformat(action.done_on))
        late += action.due_on is not None and action.done_on > action.due_on
    assert 0 < late < len(done) / 3


def test_every_action_reads_like_one_and_few_wait_for_a_lead(shown):
    every, _, figures = shown
    assert 0 < figures.total.without_lead < 10
    assert all(action.status == "not_started" for action in every if not action.lead)
    for action in every:
        assert 4 <= len(action.title) <= 40
        assert not re.search(r"[,():;!?{}]|None|\s", action.title)
        assert action.lead not in action.supporting


def test_tasks_that_do_not_concern_the_county_say_why_and_have_no_actions(shown):
    every, all_tasks, figures = shown
    left_out = [task for task in all_tasks if not task.applicable]
    assert len(left_out) == figures.total.not_applicable == 8
    assert all(task.na_reason and task.na_confirmer and task.na_confirmer != task.na_by for task in left_out)
    assert not {task.id for task in left_out} & {action.task for action in every}


def test_its_actions_answer_most_sentences_of_the_notice(shown):
    every, all_tasks, figures = shown
    total = figures.total
    assert 0 < total.unanswered < total.answered
    divided = {action.task for action in every}
    silent = [line for line in figures.lines if line.tally.unanswered and line.task in divided]
    assert {(all_tasks[line.task - 1].number, line.number) for line in silent} >= {(5, 2), (25, 1)}
    assert {line.level for line in figures.lines} == {"county", "partly", "provincial", "national"}
    assert any(len(action.answers) > 1 for action in every)
    assert any(not action.answers for action in every if action.depth == 1)


def test_its_history_runs_from_april_to_the_day_it_plays_on(county):
    lines = list(reversed(history.lines(county)))
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert (lines[0].at[:10], lines[0].kind) == ("2020-04-10", "load")
    assert "2020-06-10" < lines[-1].at < sample.TODAY
    for line in lines:
        for row in line.changes.touches("action"):
            if row.after and row.after.get("done_on"):
                assert row.after["done_on"] == line.at[:10]
            if row.before is None:
                assert "2020-04-13" <= line.at[:10] <= "2020-04-23"
    for day in {line.at[:10] for line in lines}:
        assert NATIONAL.is_workday(date.fromisoformat(day))
    assert all("08:30:00" <= line.at[11:] <= "17:00:00" for line in lines)
    assert len({line.who for line in lines}) == 2


def test_it_plays_on_an_afternoon_of_its_day(tmp_path):
    checklist = sample.make(tmp_path / "x.luoshi", number=30, by="赵强")
    assert checklist.now() == f"{sample.TODAY}T14:02:00"
    assert history.lines(checklist)[-1].who == checklist.by == "赵强"
    checklist.close()


def test_undo_goes_back_to_the_last_barrier(tmp_path):
    checklist = sample.make(tmp_path / "x.luoshi", number=60)
    full = rows(checklist)
    undone = 0
    while steps.undoable(checklist):
        steps.undo(checklist)
        undone += 1
    assert undone
    assert steps.barrier(checklist).startswith("督办单已经编号")
    for _ in range(undone):
        steps.redo(checklist)
    assert rows(checklist) == full
    checklist.close()


def test_it_shows_everything_a_chase_knows(county, shown):
    every, all_tasks, figures = shown
    total = figures.total
    assert min(total.closed, total.done, total.extended, total.late_requests, total.finished_late) > 0
    assert min(total.slow, total.ahead, total.issued, total.problems, total.uncounted) > 0
    assert total.issued < total.actions, "a task that waits for a lead has not gone out"
    assert {entry.decision for entry in extensions.all(county)} == {"approved", "refused", "pending"}
    run = county.db.execute
    assert dict(run("SELECT result, count(*) FROM closing GROUP BY 1")).keys() == {"approved", "returned", "reopened"}
    assert [period.name for period in sorted(periods.locked(county))] == ["2020年4月", "2020年5月"]
    assert {problem.entry.level for problem in problems.all(county)} == {1, 2, 3, 4}
    assert any(problem.solved_on for problem in problems.all(county))
    assert evidence.verify(county) == []
    assert len(evidence.all(county)) == 3
    assert {unit.kind for unit in units.all(county)} == {"county", "township", "vertical"}
    assert all(task.leader for task in all_tasks if task.applicable)
    assert any(action.goal for action in every)
    assert any(action.latest for action in every)


def test_a_unit_that_was_renamed_bears_both_names(county):
    leads = {day: {action.lead for action in actions.all(county, day)} for day in ("2020-05-31", sample.TODAY)}
    assert "县工信局" in leads["2020-05-31"] - leads[sample.TODAY]
    assert "县科工信局" in leads[sample.TODAY] - leads["2020-05-31"]


@pytest.mark.parametrize("number", [FEWEST - 1, 0, -5])
def test_too_few_actions_are_refused_and_leave_nothing(tmp_path, number):
    with pytest.raises(RuleBroken) as error:
        sample.make(tmp_path / "x.luoshi", number=number)
    assert (error.value.code, error.value.field) == ("sample_small", "actions")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_written_over(tmp_path):
    path = tmp_path / "x.luoshi"
    path.write_text("mine")
    with pytest.raises(ChecklistError) as error:
        sample.make(path)
    assert error.value.code == "file_exists"
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]
