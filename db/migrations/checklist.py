"""The SQL of migration 1: the notice, the actions that answer it, the record of every change."""

_NOTICE = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL, plan_title TEXT NOT NULL, doc_number TEXT NOT NULL, issuer TEXT NOT NULL,
    issued_on TEXT, code TEXT NOT NULL, original TEXT NOT NULL
) STRICT;
CREATE TABLE part (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document,
    number INTEGER NOT NULL, title TEXT NOT NULL, intro TEXT NOT NULL,
    UNIQUE (document, number)
) STRICT;
CREATE TABLE task (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, part INTEGER REFERENCES part,
    number INTEGER NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
    applicable INTEGER NOT NULL DEFAULT 1 CHECK (applicable IN (0, 1)),
    na_reason TEXT NOT NULL DEFAULT '', na_confirmer TEXT NOT NULL DEFAULT '', na_by TEXT NOT NULL DEFAULT '',
    UNIQUE (document, number),
    CHECK (applicable = 1 OR (na_reason <> '' AND na_confirmer <> ''))
) STRICT;
CREATE TRIGGER task_text_never_changes BEFORE UPDATE OF document, number, label, title, body ON task
BEGIN SELECT RAISE(ABORT, 'the text of a task never changes'); END;
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task,
    number INTEGER NOT NULL, text TEXT NOT NULL,
    UNIQUE (task, number)
) STRICT;
CREATE TABLE clause (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task,
    number INTEGER NOT NULL, text TEXT NOT NULL,
    open_list INTEGER NOT NULL CHECK (open_list IN (0, 1)),
    UNIQUE (task, number)
) STRICT;
CREATE TABLE responsible_body (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task,
    number INTEGER NOT NULL, name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'supporting')),
    UNIQUE (task, number)
) STRICT;
"""

_WORK = """
CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT;
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT;
CREATE TABLE action (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, parent INTEGER REFERENCES action,
    position INTEGER NOT NULL, code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 500),
    status TEXT NOT NULL DEFAULT 'not_started' CHECK (status IN
        ('not_started', 'in_progress', 'done', 'closed', 'not_applicable', 'cancelled')),
    percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    former_status TEXT, former_percent INTEGER,
    weight INTEGER NOT NULL DEFAULT 1 CHECK (weight > 0),
    due_on TEXT, due_words TEXT NOT NULL DEFAULT '', done_on TEXT,
    CHECK (status <> 'not_started' OR percent = 0),
    CHECK (status NOT IN ('done', 'closed') OR (percent = 100 AND done_on IS NOT NULL)),
    CHECK (due_on IS NULL OR due_words <> '')
) STRICT;
CREATE INDEX action_by_task ON action (task, parent, position);
CREATE INDEX action_by_parent ON action (parent);
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action,
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'supporting', 'owner')),
    number INTEGER NOT NULL DEFAULT 1,
    unit INTEGER REFERENCES unit, person INTEGER REFERENCES person,
    CHECK ((role = 'owner') = (person IS NOT NULL)), CHECK ((unit IS NULL) <> (person IS NULL))
) STRICT;
CREATE UNIQUE INDEX assignment_one_lead ON assignment (action, role) WHERE role IN ('lead', 'owner');
CREATE INDEX assignment_by_action ON assignment (action);
CREATE INDEX assignment_by_unit ON assignment (unit);
CREATE INDEX assignment_by_person ON assignment (person);
CREATE TABLE setting (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;
"""

_RECORD = """
CREATE TABLE counter (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE step (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    changes TEXT NOT NULL, schema INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX step_by_state ON step (state, id);
CREATE TABLE history (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('load', 'edit', 'undo', 'redo')), step INTEGER REFERENCES step
) STRICT;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history never changes'); END;
CREATE TRIGGER step_is_never_deleted BEFORE DELETE ON step
BEGIN SELECT RAISE(ABORT, 'steps are never deleted'); END;
"""

SQL = _NOTICE + _WORK + _RECORD
