"""The SQL of migration 4: what goes out on paper and has to say the same ever after.

Paragraphs of a period's report that people have put into other words, and 督办通知单 with what was printed of every
action on them.
"""

_NARRATIVE = """
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
"""

# `unit` follows where two entries are made one; everything else a notice says is as it was printed.
_SUPERVISION = """
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
"""

SQL = _NARRATIVE + _SUPERVISION
