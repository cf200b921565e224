"""Which bureau of a county a national body ends in, as offices are usually called; a file of ours tells it.

In its patterns 县 at the beginning is the county's own sign (县, 市, 区, 旗), ××县 its name, ×× that without the sign.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from db.county_names import SIGNS, sign, signed

_INSEPARABLE = re.compile("自治|[林特矿]区$")
_NAMED = re.compile(f"××[{SIGNS}]")


@dataclass(frozen=True, slots=True)
class Office:
    """A bureau under all its names; `full` is the one on its door plate, `shown` the one tables print."""

    names: tuple[str, ...]
    shown: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """What a body ends in within a span of days; `office` is None where the county has none."""

    office: Office | None
    note: str
    sure: bool
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A national body; `like` is another one that ends in the same bureau.

    The `alternatives` do the same work under another name, as provinces differ; what is in `instead` only may stand in.
    """

    name: str
    terms: tuple[Term, ...]
    alternatives: tuple[Office, ...]
    instead: tuple[Office, ...]
    like: str = ""


@cache
def known(county: str) -> Mapping[str, Body]:
    """Every body of the file by each of its names, with the bureaus of a county of this name."""
    listed = json.loads(resources.path("counterparts", "bodies.json").read_text(encoding="utf-8"))
    found: dict[str, Body] = {}
    for entry in listed:
        body = _body({**entry, **entry.get("forms", {}).get(sign(county), {})}, county)
        found |= dict.fromkeys((body.name, *entry.get("also", ())), body)
    return found


@cache
def offices(county: str) -> Mapping[str, Office]:
    """Every bureau of a county by each of its names; the one that is meant first where several share a name."""
    found: dict[str, Office] = {}
    for body in known(county).values():
        for office in (*(term.office for term in body.terms), *body.alternatives, *body.instead):
            if office is not None:
                found |= {name: office for name in office.names if name not in found}
    return found


def _body(entry: Mapping[str, Any], county: str) -> Body:
    terms = tuple(
        Term(
            _office(term.get("unit", entry["unit"]), county), term.get("note", entry.get("note", "")),
            term.get("sure", entry.get("sure", True)), term.get("from"), term.get("to"),
        )
        for term in entry.get("terms", ({},))
    )  # fmt: skip
    others, instead = (
        tuple(office for names in entry.get(key, ()) if (office := _office(names, county)))
        for key in ("alternatives", "instead")
    )  # fmt: skip
    return Body(entry["body"], terms, others, instead, entry.get("like", ""))


def _office(patterns: Sequence[str], county: str) -> Office | None:
    if not patterns:
        return None
    filled = [_filled(pattern, county) for pattern in patterns]
    shown = filled[1] if len(filled) > 1 and filled[1] else filled[0]
    full = county + filled[0][1:] if signed(filled[0], county) else filled[0]
    return Office(tuple(dict.fromkeys(_with_county(filter(None, filled), county))), shown, full)


def _with_county(names: Iterable[str], county: str) -> Iterable[str]:
    """A name that begins with the sign is used with the whole name of the county too."""
    for name in names:
        yield name
        if signed(name, county):
            yield county + name[1:]


def _filled(pattern: str, county: str) -> str:
    if pattern.startswith(SIGNS[0]):
        pattern = sign(county) + pattern[1:]
    return _NAMED.sub(county, pattern).replace("××", _without_sign(county))


def _without_sign(county: str) -> str:
    """安岭 of 安岭县; a name that would make no sense without its sign stays whole."""
    return county if len(county) < 3 or _INSEPARABLE.search(county) or county[-1] not in SIGNS else county[:-1]
