"""How people call the office that keeps the list, told from the county's name and its own full one."""

import re

from db.county_names import SIGNS

_OFFICE = re.compile(r"发展(?:和)?改革(?P<form>局|委员会)")
# By the form of the office: what it is called for short, and what else people write.
_CALLED = {
    "局": ("发改局", ("发展改革局", "发展和改革局", "发改委")),
    "委员会": ("发改委", ("发展改革委", "发展和改革委", "发展改革委员会", "发展和改革委员会")),
}


def called(county: str, office: str) -> tuple[str, tuple[str, ...]]:
    """The short name and the aliases of an office of development and reform; none for any other.

    安岭县发展和改革局 of 安岭县 is 县发改局, and whoever types 县发展改革局 or 安岭县发改局 means the same.
    """
    found = _OFFICE.search(office)
    place = county[-1:]
    if found is None or found.end() != len(office) or place not in SIGNS or not place:
        return "", ()
    if office[: found.start()] not in ("", place, county):
        return "", ()
    short, others = _CALLED[found["form"]]
    names = dict.fromkeys(f"{before}{name}" for before in (place, county) for name in (short, *others))
    return place + short, tuple(name for name in names if name not in (office, place + short))
