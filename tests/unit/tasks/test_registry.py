"""Every task is whole: what a maintainer who adds one is told to complete."""

from typing import NoReturn

import pytest

from eclaireur.core.dataset import Dataset
from eclaireur.messages import LOCALES, Locale, messages
from eclaireur.tasks.registry import all_tasks
from eclaireur.tasks.task import Task


async def unused() -> NoReturn:
    raise AssertionError("nothing here needs the vocabulary")


TASKS = all_tasks(unused)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.field)
def test_a_task_names_fields_that_datasets_have(task: Task) -> None:
    assert {task.field, *task.reads} <= Dataset.model_fields.keys()


def test_a_field_has_one_task() -> None:
    assert len({task.field for task in TASKS}) == len(TASKS)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.field)
def test_a_task_has_its_messages(task: Task, locale: Locale) -> None:
    needed = [
        *(f"field-{field}" for field in (task.field, *task.reads)),
        *(f"method-{method.name}" for method in task.methods),
        f"web-ask-{task.field}",
        f"web-ask-hint-{task.field}",
    ]
    assert [each for each in needed if not messages(locale).has(each)] == []
