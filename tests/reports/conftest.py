"""The sample county's 任务分解表, gathered and printed once, and hands to change what is printed."""

import dataclasses
import shutil

import pytest

from db import connection, counts
from reports.data import Records, gather
from tests.builders import TODAY
from tests.reports.every_kind import BOUND, data_of, papers, spoil
from tests.reports.paper import printed

NOW = f"{TODAY}T09:30:00"


@pytest.fixture(scope="session")
def county_data(sample_file, tmp_path_factory):
    """What is printed of the sample county on its day."""
    path = tmp_path_factory.mktemp("printed") / sample_file.name
    shutil.copy(sample_file, path)
    checklist = connection.open(path, by="李明")
    yield gather(checklist, TODAY, NOW)
    checklist.close()


@pytest.fixture(scope="session")
def paper(county_data):
    return printed(county_data)


@pytest.fixture
def gathered(checklist):
    """Gather the open checklist, which begins with 28 tasks and no action."""
    return lambda: gather(checklist, TODAY, NOW)


@pytest.fixture
def changed():
    """Put other words into the data of one task, or of its first action: past what the file would take."""

    def change(data, number, action=None, **columns):
        def of_task(item):
            if item.task.number != number:
                return item
            task = dataclasses.replace(item.task, **columns)
            actions = item.actions
            if action:
                actions = (dataclasses.replace(actions[0], **action), *actions[1:])
            return dataclasses.replace(item, task=task, actions=actions)

        parts = tuple(dataclasses.replace(part, tasks=tuple(map(of_task, part.tasks))) for part in data.parts)
        return dataclasses.replace(data, parts=parts)

    return change


@pytest.fixture(scope="session")
def every_paper(county_data, sample_file, empty_file, tmp_path_factory):
    """Every report of the sample county, plain and bound, of a nasty one and an empty one: {(county, kind): PDF}."""
    folder = tmp_path_factory.mktemp("counties")
    bound = data_of(sample_file, folder / "bound.luoshi", options=BOUND)
    nasty = data_of(sample_file, folder / "nasty.luoshi", spoil)
    empty = data_of(empty_file, folder / "empty.luoshi")
    every = {"sample": county_data, "bound": bound, "nasty": nasty, "empty": empty}
    return {paper: content for county, data in every.items() for paper, content in papers(county, data).items()}


def recounted(data):
    """The data with the figures its changed rows come to, and nothing to be held against."""
    figures = counts.of([its.task for its in data.tasks], list(data.actions), data.yard)
    parts = tuple(
        dataclasses.replace(
            part, tasks=tuple(dataclasses.replace(its, tally=figures.tasks[its.task.id]) for its in part.tasks)
        )
        for part in data.parts
    )
    return dataclasses.replace(data, parts=parts, counts=figures, records=Records(), comparison=None, locked=True)
