"""An installation whose model is a server of the tests, which answers as a test wants."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from empty_stores import empty_data
from fault_server import Behaviour, FaultServer, chat

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.settings import Settings
from eclaireur.wiring.assistant import open_assistant

USAGE = {"prompt_tokens": 900, "completion_tokens": 40}

TREES = Dataset(
    identifier="arbres",
    title="Arbres de la commune",
    description=(
        "Le fichier recense les arbres plantés par la commune de Valmoncel le long des rues et "
        "dans les parcs. Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa "
        "plantation. Les positions ont été relevées sur le terrain par le service des espaces "
        "verts. Pour toute question, écrire à Soizic Kerbrat, soizic.kerbrat@laposte.net, ou "
        "appeler le 06 39 98 12 34."
    ),
    publisher="Ville de Valmoncel",
)

GOOD = "Espèce, hauteur et année de plantation des arbres de la commune de Valmoncel."
BETTER = "Positions des arbres plantés par la commune de Valmoncel dans les parcs."
INVENTED = "Arbres plantés à Marseille en 1954 par la commune, avec leur hauteur et leur espèce."


def says(text: str) -> Behaviour:
    """Answer a short description."""
    return chat(json.dumps({"short_description": text}, ensure_ascii=False), usage=USAGE)


def says_keywords(*keywords: str) -> Behaviour:
    """Answer keywords."""
    return chat(json.dumps({"keywords": keywords}), usage=USAGE)


def declaration(origin: str, name: str = "tested") -> str:
    return f"""
[models.{name}]
address = "{origin}/v1"
private = true
model = "an-alias"
operator = {{ name = "Tests", kind = "local" }}
country = "FR"
weights = "tests/tested"
licence = "Apache-2.0"
parameters = {{ total = 8, active = 8 }}
context = 4096
"""


@asynccontextmanager
async def installation(
    place: Path,
    server: FaultServer,
    settings: str = "",
    *,
    address: str | None = None,
    database: str | None = None,
) -> AsyncIterator[Assistant]:
    """Open an installation that declares the server, or an address, as its model.

    It has one dataset.
    """
    configuration = _configured(place, f"{settings}\n{declaration(address or server.origin)}")
    data = place if database else empty_data(place)
    opening = Settings(data=data, database=database, configuration=configuration)
    async with open_assistant(opening) as assistant:
        await assistant.put_datasets([TREES])
        yield assistant


def _configured(place: Path, text: str) -> Path:
    place.mkdir(exist_ok=True)
    configuration = place / "tested.toml"
    configuration.write_text(text, "utf-8")
    return configuration
