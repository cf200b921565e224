"""The notice a checklist answers."""

from dataclasses import dataclass

from db.connection import Checklist
from db.text import plain


@dataclass(frozen=True, slots=True)
class Document:
    """A notice: its title, the plan it issues, its number, issuer and date (YYYY-MM-DD or None)."""

    id: int
    title: str
    plan_title: str
    doc_number: str
    issuer: str
    issued_on: str | None
    code: str


def first(checklist: Checklist) -> Document:
    """The notice the checklist was made from."""
    row = checklist.db.conn.execute(
        "SELECT id, title, plan_title, doc_number, issuer, issued_on, code FROM document ORDER BY id LIMIT 1"
    ).fetchone()
    return Document(*row)


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two 文号 are one, whatever brackets the year stands in; none is the same as no other."""
    return bool(one and other) and plain(one or "") == plain(other or "")
