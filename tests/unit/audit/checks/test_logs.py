"""A log that tells of somebody is found, and what it tells is not repeated."""

from dataclasses import replace
from pathlib import Path

import pytest

from eclaireur.audit import Inspected
from eclaireur.audit.checks.logs import check
from eclaireur.core.audit import Verdict
from eclaireur.core.errors import LogUnreadable


async def test_personal_data_is_told_by_file_line_and_kind(
    inspected: Inspected, tmp_path: Path
) -> None:
    (tmp_path / "serve.log").write_text(
        "GET / 200 3 ms\nGET /x 200 par soizic.kerbrat@web.example\n"
    )
    named = tmp_path / "named"
    named.write_text("203.0.113.9 GET /\n127.0.0.1 GET /\n::1 GET / 12:30:45\n")
    verdict, [counted, *faults] = await check(replace(inspected, logs=[named]))
    assert verdict is Verdict.FAILED
    assert counted.params == {"lines": 5, "files": 2, "found": 2}
    assert [tuple(each.params.values()) for each in faults] == [
        ("named", 1, "ip_address"),
        ("serve.log", 2, "email"),
    ]


async def test_a_log_that_names_nobody_passes(inspected: Inspected, tmp_path: Path) -> None:
    (tmp_path / "serve.log.1").write_text("GET /datasets/{identifier} 200 3 ms\n")
    verdict, [counted] = await check(inspected)
    assert (verdict, counted.params["lines"]) == (Verdict.PASSED, 1)


async def test_a_log_that_is_not_there_is_an_error(inspected: Inspected) -> None:
    with pytest.raises(LogUnreadable):
        await check(replace(inspected, logs=[Path("nowhere.log")]))
