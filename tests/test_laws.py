"""Laws that any sequence of acts must keep: undo restores up to a barrier, redo repeats, the live models are true."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from db import (
    action_edits,
    actions,
    answers,
    bulk,
    check,
    closings,
    connection,
    counterpart_edits,
    counts,
    due_dates,
    duplicates,
    extensions,
    issuing,
    levels,
    lifecycle,
    locking,
    moves,
    people,
    periods,
    progress,
    status,
    steps,
    supervising,
    supervision,
    supervision_drafts,
    tasks,
    units,
)
from db.bulk import Change
from db.counterpart_edits import Wanted
from db.errors import RuleBroken
from desktop.models.action_tree import ActionTreeModel, Column
from desktop.models.standing import Standing
from desktop.session import Session
from tests.builders import TODAY, rows

n = st.integers(0, 9)
act = st.one_of(
    st.tuples(st.just("add"), n), st.tuples(st.just("child"), n), st.tuples(st.just("tick"), n),
    st.tuples(st.just("percent"), n), st.tuples(st.just("delete"), n), st.tuples(st.just("lead"), n),
    st.tuples(st.just("due"), n), st.tuples(st.just("up"), n), st.tuples(st.just("indent"), n),
    st.tuples(st.just("outdent"), n), st.tuples(st.just("elsewhere"), n), st.tuples(st.just("na"), n),
    st.tuples(st.just("close"), n), st.tuples(st.just("send_back"), n), st.tuples(st.just("reopen"), n),
    st.tuples(st.just("stop"), n), st.tuples(st.just("resume"), n),
    st.tuples(st.just("issue"), n), st.tuples(st.just("apply"), n), st.tuples(st.just("decide"), n),
    st.tuples(st.just("grant"), n), st.tuples(st.just("withdraw"), n),
    st.tuples(st.just("undo"), n), st.tuples(st.just("redo"), n), st.tuples(st.just("restart"), n),
    st.tuples(st.just("unit"), n), st.tuples(st.just("renamed"), n), st.tuples(st.just("ended"), n),
    st.tuples(st.just("report"), n), st.tuples(st.just("lock"), n),
    st.tuples(st.just("bulk"), n), st.tuples(st.just("duplicate"), n), st.tuples(st.just("below"), n),
    st.tuples(st.just("merged"), n), st.tuples(st.just("owner"), n), st.tuples(st.just("moved"), n),
    st.tuples(st.just("link"), n), st.tuples(st.just("unlink"), n), st.tuples(st.just("answers"), n),
    st.tuples(st.just("level"), n),
    st.tuples(st.just("said"), n), st.tuples(st.just("since"), n), st.tuples(st.just("checked"), n),
    st.tuples(st.just("usual"), n),
    st.tuples(st.just("supervise"), n), st.tuples(st.just("urge"), n), st.tuples(st.just("void"), n),
    st.tuples(st.just("reply"), n),
)  # fmt: skip
_ISSUED = [("add", 0), ("lead", 1), ("due", 0), ("issue", 0)]  # so that there is something to extend
_DONE = [("add", 0), ("percent", 4), ("tick", 0)]  # and to close or send back
_URGED = [("add", 0), ("lead", 1), ("supervise", 0)]  # and to urge, answer or make void
_begun = st.sampled_from([[], _ISSUED, _DONE, _URGED])
sequences = st.tuples(_begun, st.lists(act, max_size=20)).map(lambda two: [*two[0], *two[1]])
NO_VERB = ("undo", "redo", "restart")
DECIDED = {"confirmer": "王芳", "decided_on": TODAY, "today": TODAY}
CLOSED = {"method": "site", "verifier": "赵强", **DECIDED}
STOPPED = {"reason": "理由", "confirmer": "王芳", "today": TODAY}
ASKED = {"reason": "理由", "applicant": "县人社局", "applied_on": TODAY, "today": TODAY}
SAID = {"approver": "王县长", "decided_on": TODAY, "today": TODAY}
PERIODS = [periods.parse(code) for code in ("2020-05", "2020-06", "2020-Q2", "2020-H1")]
TASK = 5
# The leaves that count, and everything they stand under.
ALIVE = """
WITH RECURSIVE alive (id, parent) AS (
    SELECT id, parent FROM action WHERE status NOT IN ('not_applicable', 'cancelled')
        AND id NOT IN (SELECT parent FROM action WHERE parent IS NOT NULL)
    UNION SELECT action.id, action.parent FROM action JOIN alive ON action.id = alive.parent
) SELECT id FROM alive"""
CHANGES = [  # of many at once
    Change("lead", "局1"), Change("supporting", "局2", "add"), Change("supporting", "局2", "remove"),
    Change("owner", "人1"), Change("due", "8月底前"), Change("due", "-30", "days"), Change("due", "10", "workdays"),
    Change("status", "done"), Change("status", "not_started"), Change("lead", "", "clear"),
]  # fmt: skip
DUES = ("6月底前", "三季度", "长期坚持", "")


def leaves(checklist, *states):
    """The leaves of the task that stand in one of these states."""
    return [action.id for action in actions.of_task(checklist, TASK) if action.leaf and action.status in states]


def verb(checklist, name, number):
    """The verb an act of a sequence stands for, with its arguments; None when there is nothing to act on."""
    here = [action.id for action in actions.of_task(checklist, TASK)]
    one = here[number % len(here)] if here else None
    some = here[number % 3 :: 1 + number % 2]
    if name == "add":
        return action_edits.add, (TASK, f"行动{number}"), {"today": TODAY, "after": one, "lead": f"局{number % 3}"}
    if name == "level":
        return answers.set_level, (TASK, 1 + number % 3, (*levels.LEVELS, None)[number % 5]), {}
    if name == "na":
        return tasks.mark_not_applicable, (7 + number % 3, "理由", "王芳"), {}
    if name in ("unit", "renamed", "ended", "merged", "moved"):
        return verb_of_units(checklist, name, number)
    if name in ("said", "since", "checked", "usual"):
        return verb_of_bodies(name, number)
    if name in ("supervise", "urge", "void", "reply"):
        return verb_of_notices(checklist, name, number, one)
    if name == "issue":
        return issuing.issue, (TODAY,), {"today": TODAY, "only": [TASK]}
    period = PERIODS[number % len(PERIODS)]
    if name == "lock":
        return locking.lock, (period,), {"today": TODAY}
    waiting = extensions.pending(checklist)
    if one is None or (name in ("decide", "withdraw") and not waiting):
        return None
    done, closed, stopped = (leaves(checklist, *states) for states in (("done",), ("closed",), status.UNCOUNTED))
    asked, eldest = {"new_due": f"{number + 3}月底前", **ASKED}, waiting[0].id if waiting else 0
    return {
        "owner": (action_edits.set_names, (one, "owner", [f"人{number % 3}"]), {}),
        "child": (action_edits.add, (TASK, f"子{number}"), {"today": TODAY, "parent": one}),
        "tick": (lifecycle.tick, ([one],), {"today": TODAY}),
        "report": (progress.report, (one, period), {"percent": number * 11, "done": f"进展{number}", "today": TODAY}),
        "percent": (lifecycle.set_percent, (one, number * 11), {}),
        "delete": (action_edits.delete, ([one, *here[:1]],), {}),
        "lead": (action_edits.set_names, (one, "lead", [f"局{number}"]), {}),
        "due": (due_dates.set_due, (one, DUES[number % 4]), {"today": TODAY}),
        "link": (answers.link, (here[: 1 + number % 3], [1 + number % 2]), {}),
        "unlink": (answers.unlink, (here[: 1 + number % 3], [1 + number % 2]), {}),
        "answers": (answers.set_answers, (one, range(1, 1 + number % 4)), {}),
        "up": (moves.up, (some,), {}),
        "indent": (moves.indent, (some,), {}),
        "outdent": (moves.outdent, (some,), {}),
        "close": (closings.close, (done[: 1 + number % 2] or [one],), CLOSED),
        "send_back": (closings.send_back, (done[:1] or [one],), {"reason": "理由", **DECIDED}),
        "reopen": (closings.reopen, (closed[:1] or [one],), {"reason": "理由", **DECIDED}),
        "stop": (lifecycle.stop, ([one], ("cancelled", "not_applicable")[number % 2]), STOPPED),
        "resume": (lifecycle.resume, (stopped[:1] or [one],), {}),
        "apply": (extensions.apply, (one,), asked),
        "grant": (extensions.grant, (one,), asked | SAID),
        "decide": (extensions.decide, (eldest, number % 2 == 0), SAID),
        "withdraw": (extensions.withdraw, (eldest,), {}),
        "elsewhere": (moves.move, (some,), {"task": 6, "parent": None}),
        "below": (moves.move, (some,), {"task": TASK, "parent": here[0], "place": here[-1]}),
        "duplicate": (duplicates.duplicate, (some,), {"today": TODAY}),
        "bulk": (bulk.apply, (some, CHANGES[number]), {"today": TODAY, "skip_refused": True}),
    }[name]


def verb_of_units(checklist, name, number):
    """What may happen to the units and the people of a county."""
    there, staff = [unit.id for unit in units.all(checklist)], [person.id for person in people.all(checklist)]
    one, other = there[number % len(there)], there[number // 2 % len(there)]
    if name == "moved":
        who = staff[number % len(staff)] if staff else None
        return who and (people.move, (who, one), {"since": f"2020-0{1 + number % 9}-01"})
    return {
        "unit": (units.add, (f"局{number}",), {"short": f"局{number % 3}"}),
        "renamed": (units.rename, (one, f"新局{number}", ""), {"since": f"2020-0{1 + number % 9}-01"}),
        "ended": (units.end, (one, f"2020-0{1 + number % 9}-01", other if number % 2 else None), {}),
        "merged": (units.merge, (one, other), {}),
    }[name]


def verb_of_notices(checklist, name, number, one):
    """What may happen to 督办通知单, be there one or not."""
    sent = supervision.all(checklist)
    notice = sent[number % len(sent)].id if sent else 0
    return {
        "supervise": (supervise, (one or 0,), {}),
        "urge": (urge, (notice,), {}),
        "void": (supervision.void, (notice, "发错了"), {"today": TODAY}),
        "reply": (supervision.answer, (notice, TODAY, f"已办{number}"), {"today": TODAY}),
    }[name]


def supervise(checklist, action):
    """A notice of one action to whoever leads it."""
    lead = actions.get(checklist, action).lead
    sources = supervision_drafts.read(checklist, TODAY)
    return supervising.issue(checklist, [supervision_drafts.of_rows(sources, lead, [action])], today=TODAY)


def urge(checklist, notice):
    """A second notice about what is still open on another."""
    sources = supervision_drafts.read(checklist, TODAY)
    draft = supervision_drafts.urging(sources, supervision.get(checklist, notice))
    return supervising.issue(checklist, [draft], today=TODAY)


def verb_of_bodies(name, number):
    """What people may say of the bodies of the notice."""
    body, unit, day = ("教育部", "人民银行", "某某总局")[number % 3], f"局{number}", f"2020-0{1 + number % 9}-01"
    return {
        "said": (counterpart_edits.choose, (body, unit), {"on": TODAY}),
        "since": (counterpart_edits.add, (body, Wanted(unit, "说明", day)), {}),
        "checked": (counterpart_edits.confirm, ([body],), {}),
        "usual": (counterpart_edits.restore, ([body],), {}),
    }[name]


def played(path, sequence):
    """Play a sequence of acts on a file, refusals are part of the game; the checklist, and the rows undo leads back to.

    Those are the rows of the moment the last barrier was passed, at first those of the file as it came.
    """
    checklist = connection.open(path, by="李明")
    floor = rows(checklist)
    for name, number in sequence:
        try:
            if name == "undo":
                steps.undo(checklist)
            elif name == "redo":
                steps.redo(checklist)
            elif name == "restart":
                checklist.close()
                checklist = connection.open(path, by="李明")
            elif found := verb(checklist, name, number):
                function, arguments, keywords = found
                function(checklist, *arguments, **keywords)
        except RuleBroken:
            continue
        if name not in NO_VERB and steps.barrier(checklist):
            floor = rows(checklist)
    return checklist, floor


def copy_of(file):
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / "x.luoshi"
    shutil.copy(file, path)
    return folder, path


@given(sequence=sequences)
def test_undo_restores_the_rows_of_the_last_barrier_and_redo_gives_them_back(empty_file, sequence):
    folder, path = copy_of(empty_file)
    with folder:
        checklist, floor = played(path, sequence)
        after = rows(checklist)
        history = checklist.db.execute("SELECT count(*) FROM history").fetchone()[0]
        undone = 0
        while steps.undoable(checklist):
            steps.undo(checklist)
            undone += 1
        assert rows(checklist) == floor
        assert checklist.db.execute("SELECT count(*) FROM history").fetchone()[0] == history + undone
        for _ in range(undone):
            steps.redo(checklist)
        assert rows(checklist) == after
        checklist.close()


@given(sequence=sequences)
def test_figures_add_up_and_the_file_is_sound_in_any_state(empty_file, sequence):
    folder, path = copy_of(empty_file)
    with folder:
        checklist, _ = played(path, sequence)
        assert check.findings(checklist, TODAY) == []
        figures = counts.read(checklist, TODAY)
        total = figures.total
        assert total.not_started + total.in_progress + total.done + total.closed == total.actions
        assert total.overdue + total.soon <= total.actions
        assert sum(t.actions for t in figures.tasks.values()) == total.actions
        assert (total.sentences, total.answered, total.superior) == covered(checklist)
        for figure in counts.SENTENCE_FIGURES:
            assert sum(getattr(line.tally, figure) for line in figures.lines) == getattr(total, figure)
        checklist.close()


def covered(checklist):
    """Sentences, answered ones and superior ones as the links in the file say, counted apart from db.counts.

    A leaf answers unless it is 不适用 or 已终止; a parent does as long as a leaf below it counts.
    """
    run = checklist.db.execute
    alive = {row[0] for row in run(ALIVE)}
    linked = {sentence for sentence, action in run("SELECT sentence, action FROM answer") if action in alive}
    rows = run("SELECT sentence.id, level, text FROM sentence JOIN task ON task.id = task WHERE applicable = 1")
    mine, above = set(), 0
    for sentence, level, text in rows.fetchall():
        if (level or levels.proposed(text)) in ("provincial", "national"):
            above += 1
        else:
            mine.add(sentence)
    return len(mine), len(mine & linked), above


def table(model, parent=None):
    """All a view can read of a model, top to bottom."""
    from PySide6.QtCore import QModelIndex

    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append([model.data(index.siblingAtColumn(column)) for column in Column])
        found.append(table(model, index))
    return found


@given(sequence=sequences)
def test_a_live_model_equals_a_fresh_one(qapp, empty_file, sequence):
    folder, path = copy_of(empty_file)
    with folder:
        session = Session(connection.open(path, by="李明"), lambda: TODAY)
        standing = Standing(session)
        live = ActionTreeModel(session, standing)
        live.show_task(TASK)
        for name, number in sequence:
            if name == "undo":
                session.undo()
            elif name == "redo":
                session.redo()
            elif name != "restart" and (found := verb(session.checklist, name, number)):
                function, arguments, keywords = found
                session.run(function, *arguments, **keywords)
        fresh_standing = Standing(session)
        fresh = ActionTreeModel(session, fresh_standing)
        fresh.show_task(TASK)
        assert table(live) == table(fresh)
        assert standing.tallies == fresh_standing.tallies
        assert standing.total == counts.read(session.checklist, TODAY).total
        session.close()
