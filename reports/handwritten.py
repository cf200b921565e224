"""Figures typed by hand into the edited paragraphs of the report: no figure of the ledger stands behind them."""

import re

from reports.data import ReportData

_FIGURE = re.compile(r"[^\W\d_]{0,4}\d+(?:\.\d+)?[项%％]")
_LIVE = re.compile(r"\{[^{}]*\}")


def figures(data: ReportData) -> tuple[str, ...]:
    """Each with the words before it, paragraph by paragraph, as 已完成999项; a live figure is none of them."""
    if not data.options.scope.whole:
        return ()  # a report of less than all of it takes no edits
    return tuple(found for text in data.edits.values() for found in _FIGURE.findall(_LIVE.sub("，", text)))
