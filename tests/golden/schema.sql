CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE action (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, parent INTEGER REFERENCES action,
    position INTEGER NOT NULL, code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 500),
    status TEXT NOT NULL DEFAULT 'not_started' CHECK (status IN
        ('not_started', 'in_progress', 'done', 'closed', 'not_applicable', 'cancelled')),
    percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    former_status TEXT, former_percent INTEGER,
    weight INTEGER NOT NULL DEFAULT 1 CHECK (weight > 0),
    due_on TEXT, due_words TEXT NOT NULL DEFAULT '', done_on TEXT, goal TEXT NOT NULL DEFAULT '', start_on TEXT, due_stated TEXT, due_rule TEXT NOT NULL DEFAULT 'none' CHECK (due_rule IN ('none', 'next', 'previous')), issue INTEGER REFERENCES issue, original_due_on TEXT, original_due_words TEXT NOT NULL DEFAULT '', claimed_by TEXT NOT NULL DEFAULT '', stop_reason TEXT NOT NULL DEFAULT '', stop_confirmer TEXT NOT NULL DEFAULT '', stopped_on TEXT,
    CHECK (status <> 'not_started' OR percent = 0),
    CHECK (status NOT IN ('done', 'closed') OR (percent = 100 AND done_on IS NOT NULL)),
    CHECK (due_on IS NULL OR due_words <> '')
) STRICT;

CREATE INDEX action_by_issue ON action (issue);

CREATE INDEX action_by_parent ON action (parent);

CREATE INDEX action_by_task ON action (task, parent, position);

CREATE INDEX alias_by_unit ON unit_alias (unit);

CREATE TABLE answer (
    id INTEGER PRIMARY KEY, sentence INTEGER NOT NULL REFERENCES sentence, action INTEGER NOT NULL REFERENCES action,
    UNIQUE (sentence, action)
) STRICT;

CREATE INDEX answer_by_action ON answer (action);

CREATE TABLE "assignment" (
    id INTEGER PRIMARY KEY, action INTEGER REFERENCES action, task INTEGER REFERENCES task,
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'supporting', 'leader', 'owner', 'contact')),
    number INTEGER NOT NULL DEFAULT 1,
    unit INTEGER REFERENCES unit, person INTEGER REFERENCES person,
    CHECK ((action IS NULL) <> (task IS NULL)), CHECK ((unit IS NULL) <> (person IS NULL)),
    CHECK ((role IN ('leader', 'owner', 'contact')) = (person IS NOT NULL))
) STRICT;

CREATE INDEX assignment_by_action ON assignment (action);

CREATE INDEX assignment_by_person ON assignment (person);

CREATE INDEX assignment_by_task ON assignment (task);

CREATE INDEX assignment_by_unit ON assignment (unit);

CREATE UNIQUE INDEX assignment_one_of_action ON assignment (action, role)
    WHERE action IS NOT NULL AND role NOT IN ('responsible', 'supporting');

CREATE UNIQUE INDEX assignment_one_of_task ON assignment (task, role)
    WHERE task IS NOT NULL AND role NOT IN ('responsible', 'supporting');

CREATE TABLE calendar_day (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
    name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE calendar_year (
    id INTEGER PRIMARY KEY, year INTEGER NOT NULL UNIQUE, source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE clause (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task,
    number INTEGER NOT NULL, text TEXT NOT NULL,
    open_list INTEGER NOT NULL CHECK (open_list IN (0, 1)),
    UNIQUE (task, number)
) STRICT;

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

CREATE TABLE counter (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;

CREATE TABLE counterpart (
    id INTEGER PRIMARY KEY, body TEXT NOT NULL CHECK (body <> ''), unit TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    valid_from TEXT, valid_to TEXT CHECK (valid_to >= valid_from)
) STRICT;

CREATE INDEX counterpart_by_body ON counterpart (body);

CREATE TRIGGER decided_extension_is_never_deleted BEFORE DELETE ON extension WHEN OLD.decision <> 'pending'
BEGIN SELECT RAISE(ABORT, 'a decided extension is never deleted'); END;

CREATE TRIGGER decided_extension_never_changes BEFORE UPDATE ON extension WHEN OLD.decision <> 'pending'
BEGIN SELECT RAISE(ABORT, 'a decided extension never changes'); END;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL, plan_title TEXT NOT NULL, doc_number TEXT NOT NULL, issuer TEXT NOT NULL,
    issued_on TEXT, code TEXT NOT NULL, original TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action, name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64), size INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '',
    added_on TEXT NOT NULL, added_by TEXT NOT NULL,
    UNIQUE (action, sha256)
) STRICT;

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

CREATE TABLE "history" (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('load', 'edit', 'undo', 'redo', 'clock')), step INTEGER REFERENCES step
) STRICT;

CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history never changes'); END;

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE TABLE issue (
    id INTEGER PRIMARY KEY, task INTEGER REFERENCES task, issued_on TEXT NOT NULL,
    doc_number TEXT NOT NULL DEFAULT '', issued_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER issued_due_date_moves_only_by_extension BEFORE UPDATE OF due_on ON action
WHEN OLD.issue IS NOT NULL AND NEW.issue IS NOT NULL AND OLD.due_on IS NOT NEW.due_on AND NOT EXISTS
    (SELECT 1 FROM extension WHERE action = OLD.id AND decision = 'approved' AND new_due_on = NEW.due_on)
BEGIN SELECT RAISE(ABORT, 'an issued due date moves only by an extension'); END;

CREATE TRIGGER locked_period_is_never_deleted BEFORE DELETE ON period WHEN OLD.locked_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a locked period is never deleted'); END;

CREATE TRIGGER locked_period_never_changes BEFORE UPDATE ON period WHEN OLD.locked_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a locked period never changes'); END;

CREATE VIEW locked_progress AS
    SELECT progress.id FROM progress JOIN period mine ON mine.id = progress.period
    WHERE EXISTS (SELECT 1 FROM period p
        WHERE p.locked_on IS NOT NULL AND p.first <= mine.first AND p.last >= mine.last);

CREATE TRIGGER locked_progress_is_never_deleted BEFORE DELETE ON progress
WHEN OLD.id IN (SELECT id FROM locked_progress)
BEGIN SELECT RAISE(ABORT, 'progress of a locked period never changes'); END;

CREATE TRIGGER locked_progress_never_changes BEFORE UPDATE ON progress
WHEN OLD.id IN (SELECT id FROM locked_progress)
BEGIN SELECT RAISE(ABORT, 'progress of a locked period never changes'); END;

CREATE TRIGGER locked_progress_takes_nothing_in AFTER INSERT ON progress
WHEN NEW.id IN (SELECT id FROM locked_progress)
BEGIN SELECT RAISE(ABORT, 'progress of a locked period never changes'); END;

CREATE TRIGGER original_due_date_is_set_once BEFORE UPDATE OF original_due_on, original_due_words ON action
WHEN OLD.issue IS NOT NULL AND NEW.issue IS NOT NULL
    AND (OLD.original_due_on IS NOT NEW.original_due_on OR OLD.original_due_words <> NEW.original_due_words)
BEGIN SELECT RAISE(ABORT, 'the original due date is set once'); END;

CREATE TABLE part (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document,
    number INTEGER NOT NULL, title TEXT NOT NULL, intro TEXT NOT NULL,
    UNIQUE (document, number)
) STRICT;

CREATE TABLE period (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'half')),
    first TEXT NOT NULL, last TEXT NOT NULL CHECK (last > first),
    locked_on TEXT, locked_by TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, first)
) STRICT;

CREATE TABLE "person" (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), unit INTEGER REFERENCES unit,
    post TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
    valid_from TEXT, valid_to TEXT CHECK (valid_to >= valid_from)
) STRICT;

CREATE INDEX person_by_unit ON person (unit);

CREATE UNIQUE INDEX person_once_in_a_unit ON person (name, coalesce(unit, 0));

CREATE TABLE phrase (
    id INTEGER PRIMARY KEY, use TEXT NOT NULL CHECK (use IN ('any', 'done', 'trouble', 'next')),
    position INTEGER NOT NULL, text TEXT NOT NULL CHECK (text <> '')
) STRICT;

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

CREATE TABLE progress (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action, period INTEGER NOT NULL REFERENCES period,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    done TEXT NOT NULL DEFAULT '', trouble TEXT NOT NULL DEFAULT '', next TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '', reporter TEXT NOT NULL DEFAULT '', reviewer TEXT NOT NULL DEFAULT '',
    entered_on TEXT NOT NULL,
    UNIQUE (action, period)
) STRICT;

CREATE INDEX progress_by_period ON progress (period);

CREATE TABLE reading (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), pinyin TEXT NOT NULL CHECK (pinyin <> '')
) STRICT;

CREATE TABLE reply (
    id INTEGER PRIMARY KEY, question TEXT NOT NULL UNIQUE, yes INTEGER NOT NULL CHECK (yes IN (0, 1))
) STRICT;

CREATE TABLE responsible_body (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task,
    number INTEGER NOT NULL, name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'supporting')),
    UNIQUE (task, number)
) STRICT;

CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), conditions TEXT NOT NULL
) STRICT;

CREATE TABLE sentence (
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task,
    number INTEGER NOT NULL, text TEXT NOT NULL, level TEXT CHECK (level IN ('county', 'partly', 'provincial', 'national')),
    UNIQUE (task, number)
) STRICT;

CREATE TRIGGER sentence_text_never_changes BEFORE UPDATE OF task, number, text ON sentence
BEGIN SELECT RAISE(ABORT, 'the text of a sentence never changes'); END;

CREATE TABLE setting (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;

CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY, period INTEGER NOT NULL UNIQUE REFERENCES period, made_at TEXT NOT NULL,
    content TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;

CREATE TRIGGER snapshot_is_never_deleted BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot is never deleted'); END;

CREATE TRIGGER snapshot_never_changes BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;

CREATE TABLE step (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    changes TEXT NOT NULL, schema INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
, barrier TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX step_by_state ON step (state, id);

CREATE TRIGGER step_is_never_deleted BEFORE DELETE ON step
BEGIN SELECT RAISE(ABORT, 'steps are never deleted'); END;

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

CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), short TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'county'
    CHECK (kind IN ('county', 'township', 'vertical', 'external')), valid_from TEXT, valid_to TEXT CHECK (valid_to >= valid_from), successor INTEGER REFERENCES unit CHECK (successor IS NULL OR valid_to IS NOT NULL)) STRICT;

CREATE TABLE unit_alias (
    id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit, name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE INDEX unit_by_successor ON unit (successor);

CREATE TABLE search_entry (
    action INTEGER PRIMARY KEY, code TEXT NOT NULL, task INTEGER NOT NULL, title TEXT NOT NULL, rest TEXT NOT NULL,
    problems TEXT NOT NULL, holders TEXT NOT NULL
) STRICT;

CREATE TABLE search_token (
    token TEXT NOT NULL, chunk INTEGER NOT NULL, actions BLOB NOT NULL, PRIMARY KEY (token, chunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE narrative (
    id INTEGER PRIMARY KEY, period INTEGER NOT NULL REFERENCES period, place TEXT NOT NULL CHECK (place <> ''),
    text TEXT NOT NULL,
    UNIQUE (period, place)
) STRICT;

CREATE VIEW locked_period AS
    SELECT mine.id FROM period mine
    WHERE EXISTS (SELECT 1 FROM period p
        WHERE p.locked_on IS NOT NULL AND p.first <= mine.first AND p.last >= mine.last);

CREATE TRIGGER locked_narrative_never_changes BEFORE UPDATE ON narrative
WHEN OLD.period IN (SELECT id FROM locked_period) OR NEW.period IN (SELECT id FROM locked_period)
BEGIN SELECT RAISE(ABORT, 'the report of a locked period never changes'); END;

CREATE TRIGGER locked_narrative_is_never_deleted BEFORE DELETE ON narrative
WHEN OLD.period IN (SELECT id FROM locked_period)
BEGIN SELECT RAISE(ABORT, 'the report of a locked period never changes'); END;

CREATE TRIGGER locked_narrative_takes_nothing_in BEFORE INSERT ON narrative
WHEN NEW.period IN (SELECT id FROM locked_period)
BEGIN SELECT RAISE(ABORT, 'the report of a locked period never changes'); END;

CREATE TABLE supervision (
    id INTEGER PRIMARY KEY, year INTEGER NOT NULL, serial INTEGER NOT NULL CHECK (serial > 0),
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('first', 'urge')),
    former INTEGER REFERENCES supervision CHECK ((former IS NOT NULL) = (kind = 'urge')),
    level TEXT NOT NULL CHECK (level IN ('blue', 'yellow', 'red')),
    unit INTEGER NOT NULL REFERENCES unit, addressee TEXT NOT NULL CHECK (addressee <> ''),
    issued_on TEXT NOT NULL, issued_by TEXT NOT NULL, reply_by TEXT NOT NULL CHECK (reply_by >= issued_on),
    request TEXT NOT NULL CHECK (request <> ''), instruction TEXT NOT NULL DEFAULT '',
    cycle TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
    cc TEXT NOT NULL DEFAULT '', signer TEXT NOT NULL DEFAULT '',
    void_on TEXT CHECK (void_on >= issued_on), void_reason TEXT NOT NULL DEFAULT '', void_by TEXT NOT NULL DEFAULT '',
    replied_on TEXT CHECK (replied_on >= issued_on), reply TEXT NOT NULL DEFAULT '',
    UNIQUE (year, serial),
    CHECK ((void_on IS NULL) = (void_reason = '')), CHECK ((void_on IS NULL) = (void_by = '')),
    CHECK ((replied_on IS NULL) = (reply = ''))
) STRICT;

CREATE INDEX supervision_by_unit ON supervision (unit);

CREATE INDEX supervision_by_former ON supervision (former);

CREATE TRIGGER supervision_is_never_deleted BEFORE DELETE ON supervision
BEGIN SELECT RAISE(ABORT, 'a notice of supervision is never deleted'); END;

CREATE TRIGGER supervision_says_what_was_printed BEFORE UPDATE OF
    year, serial, number, kind, former, level, addressee, issued_on, issued_by, reply_by, request, instruction, cycle,
    contact, phone, cc, signer ON supervision
BEGIN SELECT RAISE(ABORT, 'a notice of supervision never changes'); END;

CREATE TABLE supervision_item (
    id INTEGER PRIMARY KEY, supervision INTEGER NOT NULL REFERENCES supervision, position INTEGER NOT NULL,
    action INTEGER NOT NULL REFERENCES action,
    code TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL, lead TEXT NOT NULL, supporting TEXT NOT NULL,
    handed_on TEXT, due_on TEXT, due_words TEXT NOT NULL, timing TEXT NOT NULL, days INTEGER NOT NULL CHECK (days >= 0),
    workdays INTEGER NOT NULL CHECK (workdays >= 0), demand TEXT NOT NULL,
    UNIQUE (supervision, position), UNIQUE (supervision, action)
) STRICT;

CREATE INDEX supervision_item_by_action ON supervision_item (action);

CREATE TRIGGER supervision_item_is_never_deleted BEFORE DELETE ON supervision_item
BEGIN SELECT RAISE(ABORT, 'an item of a notice of supervision is never deleted'); END;

CREATE TRIGGER supervision_item_never_changes BEFORE UPDATE ON supervision_item
BEGIN SELECT RAISE(ABORT, 'an item of a notice of supervision never changes'); END;
