"""Who comes to the pages, and when."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from eclaireur.core.model import ModelDeclaration, Operator, OperatorKind, Parameters

ORIGIN = "http://127.0.0.1:8000"

DESCRIPTION = (
    "Emplacement des arbres plantés le long des rues de la commune. Pour chaque arbre sont donnés "
    "l’essence, l’année de plantation, la circonférence du tronc et la date du dernier élagage. "
    "Les relevés sont faits à pied par le service des espaces verts, quartier par quartier."
)

MODEL = ModelDeclaration(
    address="https://models.example/v1",
    model="an-alias",
    operator=Operator(name="DINUM", kind=OperatorKind.STATE),
    country="FR",
    weights="openai/gpt-oss-120b",
    licence="Apache-2.0",
    parameters=Parameters(total=117, active=5.1),
    context=4096,
)


@dataclass
class Clock:
    """The time it is, which a test moves."""

    now: datetime = field(default_factory=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        self.now += by


class Browser(httpx.AsyncClient):
    """A client that keeps the cookie and sends the token of the forms, as a browser does."""

    async def send_form(self, path: str, fields: dict[str, Any], **options: Any) -> httpx.Response:
        page = await self.get("/drafts/new")
        token = re.search(r'name="csrf" value="([\w-]+)"', page.text)
        assert token
        return await self.post(path, data={"csrf": token[1], **fields}, **options)
