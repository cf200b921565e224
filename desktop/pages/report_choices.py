"""What this machine remembers of how a kind of report was wanted last."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from reports.options import BINDINGS, ROWS, SIZES, Options

_WORDS = {"binding": BINDINGS, "size": SIZES, "rows": ROWS}
_TRUTHS = ("duplex", "phones", "signatures", "stamped", "compare", "not_applicable", "attachments")
_LISTS = ("extras",)


def told(options: Options) -> str:
    """The options that hold for any checklist, as text; period and scope are of one."""
    return json.dumps({name: getattr(options, name) for name in (*_WORDS, *_TRUTHS, *_LISTS)}, sort_keys=True)


def read(text: str) -> Options:
    """Options out of such a text; what cannot be understood is left at its default."""
    try:
        found = json.loads(text)
    except ValueError:
        found = {}
    known: Mapping[str, Any] = found if isinstance(found, dict) else {}
    taken = {name: known[name] for name, values in _WORDS.items() if known.get(name) in values}
    taken |= {name: known[name] for name in _TRUTHS if isinstance(known.get(name), bool)}
    taken |= {
        name: tuple(known[name])
        for name in _LISTS
        if isinstance(known.get(name), list) and all(isinstance(one, str) for one in known[name])
    }
    there = {field.name for field in fields(Options)}
    return replace(Options(), **{name: value for name, value in taken.items() if name in there})
