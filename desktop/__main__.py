"""`python -m desktop [FILE] [--today YYYY-MM-DD] [--self-test]` opens the window."""

import argparse
import gc
import sys
from datetime import date
from pathlib import Path

# Before Qt: its import hook reads the source of every module that comes after it.
import db.action_edits
import db.history
import db.search  # noqa: F401
from desktop import crash, logs, paths
from desktop.app import App, prepare
from desktop.late import late
from desktop.settings import Settings


def main(arguments: list[str]) -> int:
    """Run the program; 0 when it ended well, 2 for arguments it cannot use."""
    parser = argparse.ArgumentParser(prog="desktop", description="落实：县级重点任务清单")
    parser.add_argument("file", nargs="?", type=Path, help="要打开的台账文件（.luoshi）")
    parser.add_argument("--today", type=_day, help="按这一天计算时限，写成2020-06-18")
    parser.add_argument("--self-test", action="store_true", help="检查程序自身是否完整，不打开窗口")
    chosen = parser.parse_args(arguments)
    if chosen.self_test:
        return int(late("self-test")())
    gc.disable()  # nothing made on the way to the first page is garbage
    folder = paths.data_folder()
    logs.start(paths.log_file(folder))
    application = prepare([sys.argv[0]])
    app = App(folder, Settings(paths.settings_file(folder)), chosen.today)
    crash.watch(app.tell_crash)
    app.start(chosen.file)
    gc.freeze()
    gc.enable()
    return application.exec()


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，应写成2020-06-18。") from error


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
