"""The table of limits for operators is what the code holds itself to."""

import re
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "deployment.md"

ROW = re.compile(r"^\| (.+) \| ([\d,]+)(?: (\w+))? \| `([\w.]+)` \|$", re.MULTILINE)
SCALES = {"": 1, "s": 1, "h": 3600, "MB": 10**6, "MiB": 2**20, "GiB": 2**30}

LIMITS = ROW.findall(DOCS.read_text("utf-8").partition("\n## Limits\n")[2])


def named(name: str) -> Any:
    """The value of `module.CONSTANT`, or of `module.Class.attribute`."""
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            found: Any = import_module(".".join(["eclaireur", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found.total_seconds() if isinstance(found, timedelta) else found
    raise LookupError(name)


def test_the_table_is_read() -> None:
    assert len(LIMITS) > 25
    assert len(LIMITS) == DOCS.read_text("utf-8").partition("\n## Limits\n")[2].count("\n| ") - 2


@pytest.mark.parametrize(("what", "value", "unit", "name"), LIMITS, ids=lambda each: each)
def test_a_limit_is_the_one_in_the_code(what: str, value: str, unit: str, name: str) -> None:
    assert named(name) == int(value.replace(",", "")) * SCALES[unit], what
