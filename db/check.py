"""Whether a checklist file is sound: SQLite's own checks and the rules of the work, each a named query."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db import counts, evidence, periods, search_index, snapshots, words
from db.changes import ChangeSet
from db.connection import Checklist
from db.errors import FileDamaged, RuleBroken
from db.words.problems import FILE_OF

# Each query gives one value per row at fault, which its sentence shows.
_RULES = {
    "integrity": "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    "foreign_keys": "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check",
    "task_numbers": """SELECT d.doc_number FROM document d JOIN task t ON t.document = d.id GROUP BY d.id
        HAVING min(number) <> 1 OR max(number) <> count(*)""",
    "tasks_of_532": """SELECT count(t.id) FROM document d LEFT JOIN task t ON t.document = d.id
        WHERE d.doc_number = '发改规划〔2020〕532号' GROUP BY d.id HAVING count(t.id) <> 28""",
    "not_applicable": "SELECT number FROM task WHERE applicable = 0 AND (na_reason = '' OR na_confirmer = '')",
    "done_without_date": """SELECT code FROM action
        WHERE status IN ('done', 'closed') AND (done_on IS NULL OR percent <> 100)""",
    "not_started_percent": "SELECT code FROM action WHERE status = 'not_started' AND percent <> 0",
    "closed_without_closing": """SELECT code FROM action WHERE status = 'closed' AND 'approved' IS NOT
        (SELECT result FROM closing WHERE action = action.id ORDER BY closing.id DESC LIMIT 1)""",
    "closed_by_claimant": """SELECT DISTINCT code FROM action JOIN closing ON closing.action = action.id
        WHERE result = 'approved' AND confirmer = closing.claimed_by""",
    "stopped_without_reason": """SELECT code FROM action
        WHERE status IN ('not_applicable', 'cancelled') AND (stop_reason = '' OR stop_confirmer = '')""",
    "two_leads": """SELECT code FROM action JOIN assignment a ON a.action = action.id
        WHERE role = 'lead' GROUP BY action.id HAVING count(*) > 1""",
    "parent_elsewhere": """SELECT c.code FROM action c JOIN action p ON p.id = c.parent WHERE c.task <> p.task""",
    "answer_elsewhere": """SELECT DISTINCT code FROM answer JOIN action ON action.id = action
        JOIN sentence ON sentence.id = sentence WHERE sentence.task <> action.task""",
    "too_deep": """SELECT d.code FROM action d JOIN action c ON c.id = d.parent JOIN action b ON b.id = c.parent
        WHERE b.parent IS NOT NULL""",
    "circle": """WITH RECURSIVE reached(id) AS (
            SELECT id FROM action WHERE parent IS NULL
            UNION SELECT a.id FROM action a JOIN reached r ON a.parent = r.id)
        SELECT code FROM action WHERE id NOT IN reached""",
    "unit_circle": """WITH RECURSIVE ends(id) AS (
            SELECT id FROM unit WHERE successor IS NULL
            UNION SELECT u.id FROM unit u JOIN ends e ON u.successor = e.id)
        SELECT name FROM unit WHERE id NOT IN ends""",
    "counterpart_overlap": """SELECT DISTINCT a.body FROM counterpart a JOIN counterpart b
        ON b.body = a.body AND b.id > a.id
        WHERE coalesce(a.valid_from, '') <= coalesce(b.valid_to, '9999')
            AND coalesce(b.valid_from, '') <= coalesce(a.valid_to, '9999')""",
    "same_place": """SELECT min(code) FROM action GROUP BY task, parent, position HAVING count(*) > 1""",
    "date_shape": """SELECT code FROM action
        WHERE due_on IS NOT date(due_on, '+0 days') OR done_on IS NOT date(done_on, '+0 days')""",
    "problem_unexplained": """SELECT DISTINCT code FROM problem JOIN action ON action.id = action
        WHERE solved_on IS NOT NULL AND solution = ''""",
    "problem_dates": """SELECT DISTINCT code FROM problem JOIN action ON action.id = action
        WHERE raised_on IS NOT date(raised_on, '+0 days') OR solved_on IS NOT date(solved_on, '+0 days')
            OR solved_on < raised_on""",
    "evidence_shape": """SELECT DISTINCT code FROM evidence JOIN action ON action.id = action
        WHERE sha256 GLOB '*[^0-9a-f]*' OR length(sha256) <> 64 OR size <= 0
            OR added_on IS NOT date(added_on, '+0 days')""",
    "entry_too_early": """SELECT code FROM progress p JOIN period ON period.id = period
        JOIN action ON action.id = p.action WHERE entered_on < first""",
    "issued_without_original": "SELECT code FROM action WHERE issue IS NOT NULL AND original_due_words = ''",
    "issued_due_unexplained": """SELECT code FROM action WHERE issue IS NOT NULL AND due_on IS NOT coalesce(
        (SELECT new_due_on FROM extension e WHERE e.action = action.id AND decision = 'approved'
            ORDER BY number DESC LIMIT 1), original_due_on)""",
    "extension_unissued": """SELECT DISTINCT code FROM action JOIN extension e ON e.action = action.id
        WHERE issue IS NULL""",
    "extension_numbers": """SELECT code FROM action JOIN extension e ON e.action = action.id
        GROUP BY action.id HAVING min(number) <> 1 OR max(number) <> count(*)""",
    "extension_chain": """SELECT DISTINCT code FROM action JOIN extension e ON e.action = action.id
        WHERE issue IS NOT NULL AND old_due_on IS NOT coalesce(
            (SELECT new_due_on FROM extension f WHERE f.action = e.action AND f.number < e.number
                AND decision = 'approved' ORDER BY number DESC LIMIT 1), original_due_on)""",
    "supervision_empty": "SELECT number FROM supervision WHERE id NOT IN (SELECT supervision FROM supervision_item)",
    "supervision_dates": """SELECT number FROM supervision WHERE issued_on IS NOT date(issued_on, '+0 days')
        OR reply_by IS NOT date(reply_by, '+0 days') OR void_on IS NOT date(void_on, '+0 days')
        OR replied_on IS NOT date(replied_on, '+0 days') OR year <> substr(issued_on, 1, 4) + 0""",
    "supervision_counter": """SELECT number FROM supervision WHERE serial > coalesce(
        (SELECT value FROM counter WHERE key = 'supervision-' || year), 0)""",
    "supervision_former": """SELECT s.number FROM supervision s JOIN supervision f ON f.id = s.former
        WHERE f.id >= s.id OR f.issued_on > s.issued_on""",
}
_CODE = re.compile(r"[0-9]+-[0-9]{2,}-[0-9]{2,}(\.[0-9]+)*")  # deeper than the tree: a child of what was moved out


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: which rule, and where."""

    rule: str
    place: str

    def __str__(self) -> str:
        return words.CHECKS[self.rule].format(place=self.place)


def findings(checklist: Checklist, today: str) -> list[Finding]:
    """Everything that is not as it must be; nothing in a sound file."""
    run = checklist.db.conn.execute
    found = [Finding(rule, str(place)) for rule, query in _RULES.items() for place, *_ in run(query)]
    found += [*_codes(checklist), *_steps(checklist), *_files(checklist), *_snapshots(checklist)]
    # What is at fault can be neither counted nor looked up.
    return found or [*_index(checklist), *_sums(checklist, today)]


def _index(checklist: Checklist) -> Iterator[Finding]:
    return (Finding("search_index", place) for place in search_index.faults(checklist.db))


def _codes(checklist: Checklist) -> Iterator[Finding]:
    for (code,) in checklist.db.conn.execute("SELECT code FROM action"):
        if not _CODE.fullmatch(code):
            yield Finding("code_shape", code)


def _files(checklist: Checklist) -> Iterator[Finding]:
    for found in evidence.missing(checklist):
        yield Finding("evidence_missing", FILE_OF.format(code=found.evidence.code, name=found.evidence.name))


def _snapshots(checklist: Checklist) -> Iterator[Finding]:
    """A closed period has its snapshot, as it was stored that day."""
    for period in sorted(periods.locked(checklist)):
        try:
            snapshots.read(checklist, period)
        except RuleBroken:
            yield Finding("locked_without_snapshot", period.name)
        except FileDamaged:
            yield Finding("snapshot_hash", period.name)


def _sums(checklist: Checklist, today: str) -> Iterator[Finding]:
    figures = counts.read(checklist, today)
    total = figures.total
    by_status = total.not_started + total.in_progress + total.done + total.closed
    if by_status != total.actions:
        yield Finding("sums", str(total.actions))
    if sum(tally.actions for tally in figures.parts.values()) != total.actions:
        yield Finding("sums", str(total.actions))


def _steps(checklist: Checklist) -> Iterator[Finding]:
    for step, changes in checklist.db.conn.execute("SELECT id, changes FROM step"):
        try:
            ChangeSet.from_json("", changes)
        except (ValueError, TypeError):
            yield Finding("step_unreadable", str(step))
