"""`db check`: each rule finds the fault it is named after, and nothing else is called a fault."""

import sqlite3

import pytest

from db import actions, check, connection, counts, lifecycle, moves, search_index, words
from db.counts import Tally
from db.errors import FileDamaged
from tests.builders import TODAY, add

_ISSUED = (
    "INSERT INTO issue (id, issued_on, issued_by) VALUES (1, '2020-06-01', '李明');"
    "UPDATE action SET issue = 1, due_on = '2020-06-30', due_words = '6月底前', original_due_on = '2020-06-30',"
    "original_due_words = '6月底前' WHERE id = 4"
)
_ASKED = (
    "INSERT INTO extension (action, number, applicant, applied_on, reason, old_due_on, old_due_words, new_due_on,"
    "new_due_words, late) VALUES (4, {number}, '县人社局', '2020-05-20', '理由', '2020-06-30', '6月底前',"
    "'2020-09-30', '9月底前', 0)"
)
_SUPERVISED = (
    "INSERT INTO counter (key, value) VALUES ('supervision-2020', 2);"
    "INSERT INTO supervision (id, year, serial, number, kind, level, unit, addressee, issued_on, issued_by, reply_by,"
    "request) VALUES (1, 2020, 1, '督办2020-001', 'first', 'red', 1, '县局', '2020-06-01', '', '2020-06-08', '办');"
    "INSERT INTO supervision_item (supervision, position, action, code, title, source, lead, supporting, due_words,"
    "timing, days, workdays, demand) VALUES (1, 1, 4, '532-05-02', '丁', '第5项', '县人社局', '', '', 'ok', 0, 0, '')"
)
# rule: what breaks it, the place it names, and the rules that are broken with it.
BREACHES = {
    "integrity": ("UPDATE action SET weight = 0 WHERE id = 3", "CHECK constraint failed in action", set()),
    "foreign_keys": ("UPDATE assignment SET unit = 999 WHERE id = 1", "assignment", set()),
    "task_numbers": (
        "DROP TRIGGER task_text_never_changes; UPDATE task SET number = 99 WHERE number = 28",
        "发改规划〔2020〕532号", set(),
    ),
    "tasks_of_532": (
        "DELETE FROM sentence WHERE task = 28; DELETE FROM clause WHERE task = 28;"
        "DELETE FROM responsible_body WHERE task = 28; DELETE FROM task WHERE id = 28",
        "27", set(),
    ),
    "not_applicable": (
        "UPDATE task SET applicable = 0, na_reason = '理由' WHERE number = 28", "28", {"integrity"},
    ),
    "done_without_date": (
        "UPDATE action SET status = 'done', percent = 100, done_on = NULL WHERE id = 3", "532-05-01.1.1", {"integrity"},
    ),
    "not_started_percent": ("UPDATE action SET percent = 1 WHERE id = 3", "532-05-01.1.1", {"integrity"}),
    "two_leads": (
        "DROP INDEX assignment_one_of_action; INSERT INTO assignment (action, role, unit) VALUES (1, 'lead', 1)",
        "532-05-01", set(),
    ),
    "parent_elsewhere": ("UPDATE action SET task = 6 WHERE id = 3", "532-05-01.1.1", set()),
    "answer_elsewhere": (
        "INSERT INTO answer (sentence, action) SELECT id, 4 FROM sentence WHERE task = 1", "532-05-02", set(),
    ),
    "search_index": ("UPDATE action SET title = '改了名称' WHERE id = 4", "532-05-02", set()),
    "too_deep": ("UPDATE action SET parent = 3 WHERE id = 4", "532-05-02", set()),
    "circle": ("UPDATE action SET parent = 3 WHERE id = 1", "532-05-01", {"too_deep"}),
    "unit_circle": (
        "UPDATE unit SET valid_to = '2020-12-31', successor = id WHERE short = '县人社局'",
        "安岭县人力资源和社会保障局", set(),
    ),
    "counterpart_overlap": (
        "INSERT INTO counterpart (body, unit, valid_from) VALUES ('教育部', '县教育局', NULL), "
        "('教育部', '县教体局', '2021-01-01')", "教育部", set(),
    ),
    "same_place": ("UPDATE action SET position = 1 WHERE id = 4", "532-05-01", set()),
    "code_shape": ("UPDATE action SET code = '532-05' WHERE id = 4", "532-05", set()),
    "date_shape": ("UPDATE action SET due_on = '2020-02-30', due_words = '2月' WHERE id = 4", "532-05-02", set()),
    "problem_unexplained": (
        "INSERT INTO problem (action, text, raised_on, raised_by, solved_on) "
        "VALUES (4, '缺人', '2020-05-01', '李明', '2020-06-01')", "532-05-02", set(),
    ),
    "problem_dates": (
        "INSERT INTO problem (action, text, raised_on, raised_by) VALUES (4, '缺人', '五月', '李明')",
        "532-05-02", set(),
    ),
    "evidence_shape": (
        "INSERT INTO evidence (action, name, sha256, size, added_on, added_by) "
        "VALUES (4, '甲.pdf', upper(hex(zeroblob(31)) || 'ab'), 3, '2020-06-01', '李明')",
        "532-05-02", {"evidence_missing"},
    ),
    "evidence_missing": (
        "INSERT INTO evidence (action, name, sha256, size, added_on, added_by) "
        "VALUES (4, '甲.pdf', hex(zeroblob(32)), 3, '2020-06-01', '李明')", "532-05-02的“甲.pdf”", set(),
    ),
    "closed_without_closing": (
        f"UPDATE action SET status = 'closed', percent = 100, done_on = '{TODAY}' WHERE id = 3", "532-05-01.1.1", set(),
    ),
    "closed_by_claimant": (
        "INSERT INTO closing (action, result, claimed_by, done_on, method, verifier, confirmer, decided_on) "
        f"VALUES (3, 'approved', '李明', '{TODAY}', 'site', '赵强', '李明', '{TODAY}')", "532-05-01.1.1", {"integrity"},
    ),
    "stopped_without_reason": (
        "UPDATE action SET status = 'cancelled', stop_reason = '停建' WHERE id = 3", "532-05-01.1.1", set(),
    ),
    "entry_too_early": (
        "INSERT INTO period (id, kind, first, last) VALUES (9, 'month', '2020-06-01', '2020-06-30');"
        "INSERT INTO progress (action, period, percent, entered_on) VALUES (3, 9, 0, '2020-05-31')",
        "532-05-01.1.1", set(),
    ),
    "locked_without_snapshot": (
        "INSERT INTO period (kind, first, last, locked_on) VALUES ('half', '2020-01-01', '2020-06-30', '2020-07-01')",
        "2020年上半年", set(),
    ),
    "snapshot_hash": (
        "INSERT INTO period (id, kind, first, last, locked_on) VALUES "
        "(9, 'quarter', '2020-04-01', '2020-06-30', '2020-07-01');"
        "INSERT INTO snapshot (period, made_at, content, sha256) VALUES (9, '2020-07-01T09:00:00', '{}', 'x')",
        "2020年二季度", set(),
    ),
    "issued_without_original": (
        "INSERT INTO issue (id, issued_on, issued_by) VALUES (1, '2020-06-01', '李明');"
        "UPDATE action SET issue = 1 WHERE id = 4",
        "532-05-02", set(),
    ),
    "issued_due_unexplained": (
        f"DROP TRIGGER issued_due_date_moves_only_by_extension; {_ISSUED};"
        "UPDATE action SET due_on = '2020-09-30' WHERE id = 4",
        "532-05-02", set(),
    ),
    "extension_unissued": (
        "UPDATE action SET due_on = '2020-06-30', due_words = '6月底前' WHERE id = 4;" + _ASKED.format(number=1),
        "532-05-02", set(),
    ),
    "extension_numbers": (f"{_ISSUED};" + _ASKED.format(number=2), "532-05-02", set()),
    "extension_chain": (
        f"{_ISSUED};" + _ASKED.format(number=1).replace("'2020-06-30'", "'2020-05-31'"), "532-05-02", set(),
    ),
    "supervision_empty": (
        f"{_SUPERVISED};DROP TRIGGER supervision_item_is_never_deleted;DELETE FROM supervision_item", "督办2020-001",
        set(),
    ),
    "supervision_dates": (
        _SUPERVISED.replace("'2020-06-08'", "'六月'"), "督办2020-001", set(),
    ),
    "supervision_counter": (f"{_SUPERVISED};UPDATE counter SET value = 0", "督办2020-001", set()),
    "supervision_former": (
        f"{_SUPERVISED};DROP TRIGGER supervision_says_what_was_printed;"
        "UPDATE supervision SET kind = 'urge', former = 1", "督办2020-001", set(),
    ),
    "step_unreadable": ("UPDATE step SET changes = '[{' WHERE id = 2", "2", set()),
}  # fmt: skip


@pytest.fixture
def plan(checklist):
    """Actions 1 to 3, one below the other, and action 4 beside the first."""
    one = add(checklist, "甲", lead="县人社局")
    two = add(checklist, "乙", parent=one)
    add(checklist, "丙", parent=two)
    add(checklist, "丁")
    return checklist


def spoil(checklist, script):
    """Write what no verb writes."""
    run = checklist.db.conn.execute
    run("PRAGMA ignore_check_constraints = ON")
    run("PRAGMA foreign_keys = OFF")
    for statement in script.split(";"):
        run(statement)
    checklist.db.conn.commit()
    run("PRAGMA ignore_check_constraints = OFF")  # else integrity_check leaves them out


def found(checklist):
    return [(finding.rule, finding.place) for finding in check.findings(checklist, TODAY)]


def test_a_new_file_is_sound(checklist):
    assert found(checklist) == []


def test_the_sample_is_sound_on_any_day(county):
    for day in ("2020-01-01", TODAY, "2030-12-31"):
        assert check.findings(county, day) == []


def test_every_rule_is_put_to_the_test():
    assert set(BREACHES) | {"sums"} == set(words.CHECKS)


@pytest.mark.parametrize("rule", BREACHES)
def test_a_breach_is_found_and_told(plan, rule):
    script, place, others = BREACHES[rule]
    assert found(plan) == []
    spoil(plan, script)
    findings = check.findings(plan, TODAY)
    assert {finding.rule for finding in findings} == {rule} | others
    assert (rule, place) in [(finding.rule, finding.place) for finding in findings]
    for finding in findings:
        assert str(finding) == words.CHECKS[finding.rule].format(place=finding.place)
        assert finding.place in str(finding)


@pytest.mark.parametrize(
    ("script", "rule", "places"),
    [
        ("UPDATE action SET status = 'done', percent = 90, done_on = '2020-06-01' WHERE id = 3", "done_without_date",
         ["532-05-01.1.1"]),
        ("UPDATE action SET status = 'closed', percent = 100 WHERE id = 4", "done_without_date", ["532-05-02"]),
        ("UPDATE task SET applicable = 0, na_confirmer = '王芳' WHERE number = 3", "not_applicable", ["3"]),
        ("UPDATE action SET done_on = '2020-6-1', status = 'done', percent = 100 WHERE id = 3", "date_shape",
         ["532-05-01.1.1"]),
        ("UPDATE action SET done_on = '昨天', status = 'done', percent = 100 WHERE id = 3", "date_shape",
         ["532-05-01.1.1"]),
        ("UPDATE action SET parent = 2 WHERE id = 1", "circle", ["532-05-01", "532-05-01.1", "532-05-01.1.1"]),
        ("UPDATE step SET changes = '[{\"table\": \"action\"}]' WHERE id < 3", "step_unreadable", ["1", "2"]),
        ("UPDATE step SET changes = 'null' WHERE id = 1", "step_unreadable", ["1"]),
        ("UPDATE action SET position = 1, parent = 1 WHERE id > 1", "same_place", ["532-05-01.1"]),
        ("DELETE FROM assignment; DELETE FROM action; DELETE FROM sentence; DELETE FROM clause;"
         "DELETE FROM responsible_body; DELETE FROM task", "tasks_of_532", ["0"]),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)  # fmt: skip
def test_other_shapes_of_the_same_faults(plan, script, rule, places):
    spoil(plan, script)
    assert [place for name, place in found(plan) if name == rule] == places


def test_a_child_of_what_was_moved_out_has_a_code_deeper_than_the_tree(plan):
    moves.outdent(plan, [3])
    add(plan, "戊", parent=3)
    assert [action.code for action in actions.all(plan)][-2:] == ["532-05-01.1.1.1", "532-05-02"]
    assert found(plan) == []


@pytest.mark.parametrize(
    "code", ["x", "532-5-01", "532-05-1", "532-05-01x", "532-05-01.", "532-05-01..1", "532-05-01-1", " 532-05-01"]
)
def test_a_code_no_counter_gives(plan, code):
    spoil(plan, f"UPDATE action SET code = '{code}' WHERE id = 4")
    assert found(plan) == [("code_shape", code)]


@pytest.mark.parametrize("code", ["1-01-01", "532-05-100", "532-28-99.12.345"])
def test_codes_a_counter_may_come_to(plan, code):
    spoil(plan, f"UPDATE action SET code = '{code}' WHERE id = 4")
    search_index.fill(plan.db)
    assert found(plan) == []


def test_what_only_looks_like_a_fault(plan):
    lifecycle.set_percent(plan, 4, 40)
    lifecycle.stop(plan, [4], "cancelled", reason="停建", confirmer="王芳", today=TODAY)
    assert found(plan) == []  # an action without a lead, and one that has been called off
    spoil(plan, "UPDATE document SET doc_number = '某政发〔2021〕1号'; DELETE FROM sentence WHERE task = 28;"
                "DELETE FROM clause WHERE task = 28; DELETE FROM responsible_body WHERE task = 28;"
                "DELETE FROM task WHERE id = 28")  # fmt: skip
    assert found(plan) == []  # 28 tasks are the law of 532 alone


def test_every_fault_is_told_at_once(plan):
    spoil(plan, f"{BREACHES['same_place'][0]}; {BREACHES['step_unreadable'][0]}; {BREACHES['foreign_keys'][0]}")
    assert {rule for rule, _ in found(plan)} == {"same_place", "step_unreadable", "foreign_keys"}


def test_a_state_nobody_knows_is_told_and_no_crash(plan):
    spoil(plan, "UPDATE action SET status = 'lost' WHERE id = 4")
    assert found(plan) == [("integrity", "CHECK constraint failed in action")]


@pytest.mark.parametrize(
    "figures",
    [
        counts.Counts(Tally(actions=3, not_started=1, in_progress=1), {None: Tally(actions=3)}, {}, {}),
        counts.Counts(Tally(actions=3, done=2, closed=1), {1: Tally(actions=1), 2: Tally(actions=1)}, {}, {}),
    ],
    ids=["statuses", "parts"],
)
def test_figures_that_do_not_add_up_are_told(plan, monkeypatch, figures):
    monkeypatch.setattr(counts, "read", lambda checklist, today: figures)
    assert found(plan) == [("sums", "3")]


def test_a_check_changes_nothing(plan):
    before = plan.path.read_bytes(), actions.all(plan)
    found(plan)
    assert (plan.path.read_bytes(), actions.all(plan)) == before


def test_a_file_that_breaks_its_own_table_is_not_even_opened(plan):
    spoil(plan, BREACHES["integrity"][0])
    plan.close()
    with pytest.raises(FileDamaged):
        connection.open(plan.path, by="x")


@pytest.mark.parametrize("rule", ["two_leads", "not_applicable", "done_without_date", "not_started_percent"])
def test_the_file_itself_refuses_what_it_can(plan, rule):
    with pytest.raises(sqlite3.IntegrityError):
        plan.db.conn.execute(BREACHES[rule][0].split("; ")[-1])
