"""A log that tells of somebody is found, and what it tells is not repeated."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from eclaireur.audit import Inspected
from eclaireur.audit.checks import logs
from eclaireur.audit.checks.logs import check, kinds
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


TEXT = "2026-11-26 19:10:55,{ms} eclaireur.access GET {what} 200 {ms} ms\n"
JSON = (
    '{{"time": "2026-11-26T19:10:55.{ms}+00:00", "level": "info", "logger": "eclaireur.access", '
    '"message": "GET {what} 200 {ms} ms", "method": "GET", "route": "{what}", "status": 200, '
    '"duration_ms": {ms}.5}}\n'
)


@pytest.mark.parametrize("form", [TEXT, JSON])
async def test_lines_that_differ_by_their_times_are_read_once(
    inspected: Inspected, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    read: list[str] = []

    def find(line: str) -> Counter[str]:
        read.append(line)
        return kinds(line)

    monkeypatch.setattr(logs, "kinds", find)
    written = [form.format(what="/{key}", ms=number) for number in range(100, 400)]
    written[7] = form.format(what="/203.0.113.9", ms=107)
    written[9] = form.format(what="/soizic.kerbrat@web.example", ms=109)
    logs._kinds.cache_clear()
    (tmp_path / "serve.log").write_text("".join(written))
    _, [counted, *faults] = await check(inspected)
    assert counted.params["lines"] == 300
    assert [each.params["line"] for each in faults] == [8, 10]
    assert len(read) == 3
