"""`python -m db COMMAND …`: make, read, fill and check a checklist from a script."""

import argparse
import os
import sys

from db.commands import (
    answers,
    applicability,
    breakdown,
    bulk,
    closings,
    counterparts,
    drafts,
    files,
    finding,
    issuing,
    ledger,
    lists,
    narrative,
    pasting,
    periods,
    phrases,
    problems,
    rules,
    supervision,
    units,
    work,
)
from db.errors import ChecklistError

# Each with its COMMANDS: (name, function, options).
_SUBJECTS = (
    files, work, applicability, breakdown, bulk, drafts, answers, units, counterparts, issuing, periods, phrases,
    problems, pasting, narrative,
    closings, ledger, finding, lists, rules, supervision,
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run one command; 0 when it went well, 1 for findings of check, 2 with one sentence for bad input."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may not know every character
    try:
        chosen = _parser().parse_args(arguments)
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along, `| head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ChecklistError as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="db", description="落实台账文件的命令行")
    add = parser.add_subparsers(required=True, metavar="命令").add_parser
    for subject in _SUBJECTS:
        for name, run, options in subject.COMMANDS:
            command = add(name, help=run.__doc__)
            command.set_defaults(run=run)
            for names, settings in options:
                command.add_argument(*names, **settings)
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
