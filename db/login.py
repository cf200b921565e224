"""Who is at the machine, for as long as nobody has said otherwise."""

import getpass

from db import words


def login_name() -> str:
    """The name the user is logged in with; 未具名 where the machine knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without an account entry, or no environment at all
        return words.NOBODY
