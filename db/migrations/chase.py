"""The SQL of migration 2: units with a life of their own, extensions, closings, periods, problems.

A table whose rules change is made anew; foreign keys are off while migrations run.
"""

_UNITS = """
ALTER TABLE unit ADD COLUMN short TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN kind TEXT NOT NULL DEFAULT 'county'
    CHECK (kind IN ('county', 'township', 'vertical', 'external'));
ALTER TABLE unit ADD COLUMN valid_from TEXT;
ALTER TABLE unit ADD COLUMN valid_to TEXT CHECK (valid_to >= valid_from);
ALTER TABLE unit ADD COLUMN successor INTEGER REFERENCES unit CHECK (successor IS NULL OR valid_to IS NOT NULL);
CREATE INDEX unit_by_successor ON unit (successor);
CREATE TABLE unit_alias (
    id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit, name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
CREATE INDEX alias_by_unit ON unit_alias (unit);
CREATE TABLE new_person (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), unit INTEGER REFERENCES unit,
    post TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
    valid_from TEXT, valid_to TEXT CHECK (valid_to >= valid_from)
) STRICT;
INSERT INTO new_person (id, name) SELECT id, name FROM person;
DROP TABLE person;
ALTER TABLE new_person RENAME TO person;
CREATE UNIQUE INDEX person_once_in_a_unit ON person (name, coalesce(unit, 0));
CREATE INDEX person_by_unit ON person (unit);
CREATE TABLE new_assignment (
    id INTEGER PRIMARY KEY, action INTEGER REFERENCES action, task INTEGER REFERENCES task,
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'supporting', 'leader', 'owner', 'contact')),
    number INTEGER NOT NULL DEFAULT 1,
    unit INTEGER REFERENCES unit, person INTEGER REFERENCES person,
    CHECK ((action IS NULL) <> (task IS NULL)), CHECK ((unit IS NULL) <> (person IS NULL)),
    CHECK ((role IN ('leader', 'owner', 'contact')) = (person IS NOT NULL))
) STRICT;
INSERT INTO new_assignment (id, action, role, number, unit, person)
    SELECT id, action, role, number, unit, person FROM assignment;
DROP TABLE assignment;
ALTER TABLE new_assignment RENAME TO assignment;
CREATE UNIQUE INDEX assignment_one_of_action ON assignment (action, role)
    WHERE action IS NOT NULL AND role NOT IN ('responsible', 'supporting');
CREATE UNIQUE INDEX assignment_one_of_task ON assignment (task, role)
    WHERE task IS NOT NULL AND role NOT IN ('responsible', 'supporting');
CREATE INDEX assignment_by_action ON assignment (action);
CREATE INDEX assignment_by_task ON assignment (task);
CREATE INDEX assignment_by_unit ON assignment (unit);
CREATE INDEX assignment_by_person ON assignment (person);
"""

_CHASE = """
CREATE TABLE issue (
    id INTEGER PRIMARY KEY, task INTEGER REFERENCES task, issued_on TEXT NOT NULL,
    doc_number TEXT NOT NULL DEFAULT '', issued_by TEXT NOT NULL
) STRICT;
ALTER TABLE action ADD COLUMN goal TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN start_on TEXT;
ALTER TABLE action ADD COLUMN due_stated TEXT;
ALTER TABLE action ADD COLUMN due_rule TEXT NOT NULL DEFAULT 'none' CHECK (due_rule IN ('none', 'next', 'previous'));
ALTER TABLE action ADD COLUMN issue INTEGER REFERENCES issue;
ALTER TABLE action ADD COLUMN original_due_on TEXT;
ALTER TABLE action ADD COLUMN original_due_words TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN claimed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN stop_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN stop_confirmer TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN stopped_on TEXT;
UPDATE action SET due_stated = due_on;
CREATE INDEX action_by_issue ON action (issue);
CREATE TRIGGER original_due_date_is_set_once BEFORE UPDATE OF original_due_on, original_due_words ON action
WHEN OLD.issue IS NOT NULL AND NEW.issue IS NOT NULL
    AND (OLD.original_due_on IS NOT NEW.original_due_on OR OLD.original_due_words <> NEW.original_due_words)
BEGIN SELECT RAISE(ABORT, 'the original due date is set once'); END;
CREATE TABLE extension (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action, number INTEGER NOT NULL,
    applicant TEXT NOT NULL CHECK (applicant <> ''), applied_on TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    old_due_on TEXT NOT NULL, old_due_words TEXT NOT NULL,
    new_due_on TEXT NOT NULL CHECK (new_due_on <> old_due_on), new_due_words TEXT NOT NULL,
    late INTEGER NOT NULL CHECK (late = (applied_on > old_due_on)),
    decision TEXT NOT NULL DEFAULT 'pending' CHECK (decision IN ('pending', 'approved', 'refused')),
    approver TEXT NOT NULL DEFAULT '' CHECK (approver <> '' OR decision = 'pending'),
    decided_on TEXT CHECK ((decided_on IS NULL) = (decision = 'pending')),
    UNIQUE (action, number)
) STRICT;
CREATE UNIQUE INDEX extension_one_pending ON extension (action) WHERE decision = 'pending';
CREATE TRIGGER decided_extension_is_never_deleted BEFORE DELETE ON extension WHEN OLD.decision <> 'pending'
BEGIN SELECT RAISE(ABORT, 'a decided extension is never deleted'); END;
CREATE TRIGGER decided_extension_never_changes BEFORE UPDATE ON extension WHEN OLD.decision <> 'pending'
BEGIN SELECT RAISE(ABORT, 'a decided extension never changes'); END;
CREATE TRIGGER issued_due_date_moves_only_by_extension BEFORE UPDATE OF due_on ON action
WHEN OLD.issue IS NOT NULL AND NEW.issue IS NOT NULL AND OLD.due_on IS NOT NEW.due_on AND NOT EXISTS
    (SELECT 1 FROM extension WHERE action = OLD.id AND decision = 'approved' AND new_due_on = NEW.due_on)
BEGIN SELECT RAISE(ABORT, 'an issued due date moves only by an extension'); END;
CREATE TABLE closing (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action,
    result TEXT NOT NULL CHECK (result IN ('approved', 'returned', 'reopened')),
    claimed_by TEXT NOT NULL, done_on TEXT NOT NULL,
    method TEXT CHECK (method IN ('documents', 'phone', 'site')),
    verifier TEXT NOT NULL DEFAULT '', confirmer TEXT NOT NULL CHECK (confirmer <> ''), decided_on TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '' CHECK (reason <> '' OR result = 'approved'),
    CHECK (result <> 'approved' OR (method IS NOT NULL AND verifier <> '' AND confirmer <> claimed_by))
) STRICT;
CREATE INDEX closing_by_action ON closing (action);
CREATE TRIGGER closing_is_never_deleted BEFORE DELETE ON closing
BEGIN SELECT RAISE(ABORT, 'a closing is never deleted'); END;
CREATE TRIGGER closing_never_changes BEFORE UPDATE ON closing
BEGIN SELECT RAISE(ABORT, 'a closing never changes'); END;
CREATE TABLE problem (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action, text TEXT NOT NULL CHECK (text <> ''),
    cause TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT 'other'
        CHECK (category IN ('funds', 'land', 'policy', 'approval', 'people', 'technical', 'coordination', 'other')),
    level INTEGER NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 4), unit INTEGER REFERENCES unit,
    raised_on TEXT NOT NULL, raised_by TEXT NOT NULL,
    solved_on TEXT CHECK (solved_on >= raised_on), solution TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX problem_by_action ON problem (action);
CREATE INDEX problem_by_unit ON problem (unit);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action, name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64), size INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '',
    added_on TEXT NOT NULL, added_by TEXT NOT NULL,
    UNIQUE (action, sha256)
) STRICT;
"""

# A period covers another when it holds all its days: what is reported for June is closed with the half-year too.
_PERIODS = """
CREATE TABLE period (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'half')),
    first TEXT NOT NULL, last TEXT NOT NULL CHECK (last > first),
    locked_on TEXT, locked_by TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, first)
) STRICT;
CREATE TRIGGER locked_period_is_never_deleted BEFORE DELETE ON period WHEN OLD.locked_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a locked period is never deleted'); END;
CREATE TRIGGER locked_period_never_changes BEFORE UPDATE ON period WHEN OLD.locked_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a locked period never changes'); END;
CREATE TABLE progress (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action, period INTEGER NOT NULL REFERENCES period,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    done TEXT NOT NULL DEFAULT '', trouble TEXT NOT NULL DEFAULT '', next TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '', reporter TEXT NOT NULL DEFAULT '', reviewer TEXT NOT NULL DEFAULT '',
    entered_on TEXT NOT NULL,
    UNIQUE (action, period)
) STRICT;
CREATE INDEX progress_by_period ON progress (period);
CREATE VIEW locked_progress AS
    SELECT progress.id FROM progress JOIN period mine ON mine.id = progress.period
    WHERE EXISTS (SELECT 1 FROM period p
        WHERE p.locked_on IS NOT NULL AND p.first <= mine.first AND p.last >= mine.last);
CREATE TRIGGER locked_progress_never_changes BEFORE UPDATE ON progress
WHEN OLD.id IN (SELECT id FROM locked_progress)
BEGIN SELECT RAISE(ABORT, 'progress of a locked period never changes'); END;
CREATE TRIGGER locked_progress_is_never_deleted BEFORE DELETE ON progress
WHEN OLD.id IN (SELECT id FROM locked_progress)
BEGIN SELECT RAISE(ABORT, 'progress of a locked period never changes'); END;
CREATE TRIGGER locked_progress_takes_nothing_in AFTER INSERT ON progress
WHEN NEW.id IN (SELECT id FROM locked_progress)
BEGIN SELECT RAISE(ABORT, 'progress of a locked period never changes'); END;
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY, period INTEGER NOT NULL UNIQUE REFERENCES period, made_at TEXT NOT NULL,
    content TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;
CREATE TRIGGER snapshot_is_never_deleted BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot is never deleted'); END;
CREATE TRIGGER snapshot_never_changes BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
CREATE TABLE calendar_year (
    id INTEGER PRIMARY KEY, year INTEGER NOT NULL UNIQUE, source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE calendar_day (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
    name TEXT NOT NULL DEFAULT ''
) STRICT;
"""

_RECORD_2 = """
ALTER TABLE step ADD COLUMN barrier TEXT NOT NULL DEFAULT '';
CREATE TABLE new_history (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('load', 'edit', 'undo', 'redo', 'clock')), step INTEGER REFERENCES step
) STRICT;
INSERT INTO new_history SELECT id, at, who, label, kind, step FROM history;
DROP TRIGGER history_is_never_deleted;
DROP TABLE history;
ALTER TABLE new_history RENAME TO history;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history never changes'); END;
"""

SQL = _UNITS + _CHASE + _PERIODS + _RECORD_2
