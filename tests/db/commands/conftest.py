"""What the tests of every subject of the command line share."""

import shutil
from pathlib import Path

import pytest

from db.__main__ import main
from tests.builders import copied


@pytest.fixture
def run(capsys):
    """Run a command; gives its exit code, output and error output."""

    def command(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:  # argparse's own refusals
            code = stopped.code
        return code, *capsys.readouterr()

    return command


@pytest.fixture
def told(run):
    """The output of a command that went well."""

    def command(*arguments):
        code, out, error = run(*arguments)
        assert (code, error) == (0, "")
        return out

    return command


@pytest.fixture
def file(empty_file, tmp_path):
    """A new county's file."""
    return Path(shutil.copy(empty_file, tmp_path))


@pytest.fixture
def filled(sample_file, tmp_path):
    """The sample county's file."""
    return copied(sample_file, tmp_path)
