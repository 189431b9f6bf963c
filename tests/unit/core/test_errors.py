"""Errors that a person can act on."""

import inspect
from string import Formatter

import pytest

from eclaireur.core import errors
from eclaireur.core.errors import (
    Conflict,
    EclaireurError,
    InvalidInput,
    NotAllowed,
    NotFound,
    Unavailable,
)

FAMILIES = (NotAllowed, NotFound, Conflict, InvalidInput, Unavailable)


ERRORS = [
    member
    for _, member in inspect.getmembers(errors, inspect.isclass)
    if issubclass(member, EclaireurError)
]


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_says_its_docstring_with_its_parameters(kind: type[EclaireurError]) -> None:
    message = inspect.cleandoc(kind.__doc__ or "")
    names = {name for _, name, _, _ in Formatter().parse(message) if name}
    error = kind(**dict.fromkeys(names, "{braces} \ud800"))
    assert str(error) == message.format(**dict.fromkeys(names, "{braces} \ud800"))
    assert set(error.params) == names


@pytest.mark.parametrize(
    "kind", [each for each in ERRORS if each not in {EclaireurError, *FAMILIES}]
)
def test_an_error_belongs_to_one_family(kind: type[EclaireurError]) -> None:
    assert sum(issubclass(kind, family) for family in FAMILIES) == 1


def test_a_code_is_the_name_in_kebab_case() -> None:
    assert errors.DatasetNotFound(identifier="x").code == "dataset-not-found"
    assert errors.InvalidInput().code == "invalid-input"
