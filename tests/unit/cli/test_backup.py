"""`eclaireur backup` and `eclaireur restore`."""

from pathlib import Path

import pytest

from eclaireur.cli.failures import ExitCode

from .conftest import Run


def test_all_that_is_kept_is_copied_and_put_back(run: Run, tmp_path: Path) -> None:
    run("switch", "off", "task", "keywords")
    backup = tmp_path / "backup"
    assert str(backup) in run("backup", str(backup)).out
    again = ("--data", str(tmp_path / "again"))
    assert "remis" in run(*again, "restore", str(backup)).out
    assert "keywords" in run(*again, "switch", "list", "--json").out


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    run("switch", "off", "task", "keywords")
    backup = str(tmp_path / "backup")
    assert run("backup", backup).code == ExitCode.DONE
    assert run("backup", backup).code == ExitCode.CONFLICT
    assert run("restore", backup).code == ExitCode.CONFLICT
    assert run("restore", str(tmp_path / "nowhere")).code == ExitCode.INVALID_INPUT


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_postgresql_is_left_to_its_own_tools(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("ECLAIREUR_DATABASE", "postgresql://me:hunter2@db.example/portal")
    refused = run(command, str(tmp_path / "backup"))
    assert refused.code == ExitCode.CONFLICT
    assert "pg_dump" in refused.err
    assert "db.example" in refused.err
    assert "hunter2" not in refused.err
