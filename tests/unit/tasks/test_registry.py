"""Every task is whole: what a maintainer who adds one is told to complete."""

from typing import NoReturn

import pytest

from eclaireur.configuration.configuration import EveryBudget, EveryTask
from eclaireur.core.dataset import Dataset
from eclaireur.messages import LOCALES, Locale, messages
from eclaireur.methods.vocabulary import ControlledTerms, Ranker
from eclaireur.tasks.registry import all_tasks
from eclaireur.tasks.task import Task


async def unused() -> NoReturn:
    raise AssertionError("nothing here needs the vocabulary")


TASKS = all_tasks(unused, Ranker.shipped(), ControlledTerms(()))


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
        f"purpose-{task.field}",
        f"web-ask-{task.field}",
        f"web-ask-hint-{task.field}",
    ]
    assert [each for each in needed if not messages(locale).has(each)] == []


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.field)
def test_a_prompt_is_of_the_version_of_its_task_and_tells_what_it_changed(task: Task) -> None:
    prompt = task.question.prompt
    assert prompt.version == task.version
    assert prompt.version in prompt.changelog


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.field)
def test_what_is_wrong_with_an_answer_has_its_message(task: Task, locale: Locale) -> None:
    codes = task.question.prompt.faults
    assert [each for each in codes if not messages(locale).has(f"reason-{each}")] == []


def test_each_task_can_be_set_and_has_its_budget() -> None:
    fields = {task.field for task in TASKS}
    assert EveryTask.model_fields.keys() == fields
    assert EveryBudget.model_fields.keys() == {"total", *fields}
