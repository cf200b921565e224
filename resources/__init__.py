"""Files that ship with the program: the notice, typefaces, icons, translations."""

import sys
from pathlib import Path


def path(*parts: str) -> Path:
    """Where a shipped file lies, in the source tree or in the frozen bundle; it need not exist."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) / "resources" if bundle else Path(__file__).parent
    return root.joinpath(*parts)
