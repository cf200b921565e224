"""What every test can rely on: no screen, no modal box, a made-up county in an open file."""

import os
from datetime import datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from db import checklists, connection, sample
from tests.builders import copied

TODAY = "2020-06-18"

hypothesis.settings.register_profile(
    "house", deadline=None, max_examples=100, suppress_health_check=list(hypothesis.HealthCheck)
)
hypothesis.settings.load_profile("house")


def clock():
    return datetime.fromisoformat(f"{TODAY}T09:30:00")


@pytest.fixture(autouse=True)
def no_modal_loops(monkeypatch):
    """A box that waits would hang the test: it fails instead."""

    def refuse(*_args, **_keywords):
        raise AssertionError("a modal loop was started")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("information", "warning", "critical", "question", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture(scope="session")
def notice():
    return checklists.shipped_notice()


@pytest.fixture(scope="session")
def empty_file(notice, tmp_path_factory):
    """A new county's file, made once; tests work in copies."""
    path = tmp_path_factory.mktemp("made") / "安岭县-2020.luoshi"
    checklists.create(
        path, county="安岭县", lead_unit="安岭县发展和改革局", plan_year=2020, notice=notice, by="李明", clock=clock
    ).close()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "安岭县-2020.luoshi"
    sample.make(path).close()
    return path


@pytest.fixture(scope="session")
def draft_file(tmp_path_factory):
    """The sample county before its breakdown was issued: every date and title can still be changed."""
    path = tmp_path_factory.mktemp("draft") / "安岭县-2020.luoshi"
    sample.make(path, draft=True).close()
    return path


@pytest.fixture
def checklist(empty_file, tmp_path):
    """An open checklist with the 28 tasks and no action."""
    path = copied(empty_file, tmp_path)
    opened = connection.open(path, by="李明", clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def county(sample_file, tmp_path):
    """An open checklist of the sample county."""
    path = copied(sample_file, tmp_path)
    opened = connection.open(path, by="李明", clock=clock)
    yield opened
    opened.close()
