"""The whole process from exec to the painted tasks page, and its memory there, against a bare Qt list."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Timer
from time import perf_counter

import resources
from benchmarks.timing import in_turn, told
from db import sample

PROMISE = 1.4
_ROUNDS = 15
_PATIENCE = 60  # seconds after which a child that has not painted never will
_ROOT = Path(__file__).resolve().parent.parent


def first_paint(module: str, *arguments: str, home: Path) -> list[float]:
    """Seconds until the child has painted and said so, and its resident memory then in MB."""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_DATA_HOME": str(home), "PYTHONUTF8": "1",
        # Compiled once and kept, as on a user's machine, whatever this shell says about bytecode.
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"), "PYTHONDONTWRITEBYTECODE": "",
    }  # fmt: skip
    start = perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", module, *arguments], cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    watchdog = Timer(_PATIENCE, child.kill)
    watchdog.start()
    with child:
        assert child.stdout is not None
        line = child.stdout.readline()
        took = perf_counter() - start
    watchdog.cancel()
    if child.returncode or not line.strip():
        raise RuntimeError(f"{module} ended with {child.returncode} and did not paint")
    return [took, int(line) / 1024]


def main() -> int:
    """0 when both promises are kept, else 1."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        path = home / "sample.luoshi"
        sample.make(path).close()
        face = str(resources.path("fonts", "GWHei.ttf"))
        (time, memory), (floor_time, floor_memory) = in_turn(
            _ROUNDS,
            lambda: first_paint("benchmarks._painted", str(path), "--today", sample.TODAY, home=home),
            lambda: first_paint("benchmarks._bare", str(path), face, home=home),
            warm=2,
        )
    print("start: exec to the painted tasks page, 280 actions / bare Qt list of the 28 titles of the same file")
    kept = [
        told("start, time", time * 1000, floor_time * 1000, "ms", PROMISE),
        told("start, memory", memory, floor_memory, "MB", PROMISE),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
