"""Child of `benchmarks.start`: the program as `python -m desktop` composes it, up to its first paint."""

import sys
from pathlib import Path

import desktop.__main__ as program
from benchmarks._first_paint import FirstPaint
from desktop.app import App


class _Watched(App):
    def start(self, path: Path | None) -> None:
        """Open the file and wait for both sides of the tasks page."""
        super().start(path)
        page = self.desk.page
        self._first = FirstPaint([page.panel.tree, page.action_panel.table])


program.App = _Watched  # type: ignore[misc]
raise SystemExit(program.main(sys.argv[1:]))
