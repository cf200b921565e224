"""What can go wrong with paper, in the user's words."""

from reports import words


class ReportError(Exception):
    """A known failure: `code` names it, `str()` is its one sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        super().__init__(words.ERRORS[code].format(**facts))


class Cancelled(Exception):
    """The user has called the work off; nothing was written."""
