"""Whatever kinds of reports there are: each of them of a made-up county, of a nasty one and of an empty one."""

import shutil
from pathlib import Path

from db import connection
from reports.data import gather
from reports.errors import ReportError
from reports.fonts import Faces
from reports.kinds import KINDS
from reports.options import Options
from reports.render import build
from tests.builders import TODAY

NOW = f"{TODAY}T09:30:00"
# Characters beyond the BMP and out of it, marks of other languages, what nobody sees, what no face has.
NASTY = "<b>&amp;</b>“䶮”㙟鄌埗𬒗\x07\u200b😀\\n(){}%"
PLAIN = Options()
# Everything that changes the paper, for a document that is bound and printed on both sides.
BOUND = Options(binding="bound", duplex=True, phones=True, stamped=False, rows="actions", lists=("problems",))
_SPOILT = (
    "UPDATE unit SET name = name || :nasty || iif(id % 8, '', :long)",
    "UPDATE person SET name = name || :nasty",
    "UPDATE action SET title = substr(title || :nasty || iif(id % 8, '', :long), 1, 500),"
    " due_words = due_words || iif(id % 8, '', :nasty)",
    "UPDATE setting SET value = value || :nasty WHERE key IN ('county', 'lead_unit')",
    "UPDATE document SET plan_title = plan_title || :nasty, title = title || :nasty, doc_number = doc_number || :nasty",
    "UPDATE part SET title = title || :nasty || :long",
    "DROP TRIGGER supervision_says_what_was_printed",
    "UPDATE supervision SET addressee = addressee || :nasty || :long, request = request || :nasty || :long, "
    "signer = signer || :nasty, cc = cc || :nasty || :long, instruction = :nasty, contact = :nasty, reply = reply || "
    "iif(reply = '', '', :nasty || :long)",
)


def spoil(checklist):
    """Put into a file what no verb would take: another program may have written it."""
    for change in _SPOILT:
        checklist.db.conn.execute(change, {"nasty": NASTY, "long": "喆" * 200})


def data_of(file, folder, change=lambda checklist: None, options=PLAIN):
    """What is gathered from a changed copy of a file."""
    path = Path(shutil.copy(file, folder))
    checklist = connection.open(path, by="李明")
    change(checklist)
    checklist.db.conn.commit()
    data = gather(checklist, TODAY, NOW, options)
    checklist.close()
    return data


def papers(county, data):
    """Every report there is of a county, {(county, kind): PDF}; one that has nothing to say is left out."""
    found = {}
    for kind in KINDS:
        try:
            found[county, kind], _ = build(kind, data, Faces(bundled_only=True))
        except ReportError as error:
            if error.code != "nothing":
                raise
    return found
