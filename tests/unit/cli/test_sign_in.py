"""Signing in, on the command line: what is declared is told, and everybody can be signed out."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from eclaireur.core.access import Session
from eclaireur.store import open_store

from .conftest import Run

CONFIGURATION = """\
[sign_in]
address = "https://eclaireur.example"

[sign_in.openid]
issuer = "https://auth.example/api/v2"
client_id = "eclaireur"
secret = { environment = "OPENID_TEST_SECRET" }

[[sign_in.grants]]
claim = "siret"
equals = "13002526500013"
role = "review"
organisation = "Ville de Valmoncel"
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir(exist_ok=True)
    (data / "eclaireur.toml").write_text(CONFIGURATION)
    return data


def test_how_people_sign_in_is_told(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENID_TEST_SECRET", "hunter2hunter2")
    ran = run("config", "check")
    assert (ran.code, ran.err) == (0, "")
    assert "https://auth.example/api/v2, adresse https://eclaireur.example" in ran.out
    assert "siret = 13002526500013\u00a0: relecture pour Ville de Valmoncel" in ran.out
    assert "Destinations permises\u00a0: https://auth.example." in ran.out
    assert "hunter2" not in ran.out + run("config", "check", "--json").out
    monkeypatch.delenv("OPENID_TEST_SECRET")
    ran = run("config", "check")
    assert (ran.code, "OPENID_TEST_SECRET" in ran.err) == (5, True)
    # What needs no secret works without.
    assert run("suggestions").code == 0
    assert data.exists()


def test_everybody_is_signed_out(run: Run, data: Path) -> None:
    later = datetime.now(UTC) + timedelta(hours=1)

    async def sign_in() -> None:
        async with open_store(f"sqlite:///{data}/eclaireur.sqlite") as store:
            for digest in ("a", "b"):
                await store.keep_session(
                    Session(digest=digest, grants=(), idle_until=later, ends_at=later)
                )

    asyncio.run(sign_in())
    ran = run("sessions", "end")
    assert (ran.code, ran.out) == (0, "Séances finies\u00a0: 2.\n")
    assert "finies\u00a0: 0" in run("sessions", "end").out
