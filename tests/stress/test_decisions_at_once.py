"""A thousand people decide at once on one proposal: exactly one does, the others are told."""

import asyncio
import json
from collections import Counter
from pathlib import Path

import httpx
from served import serving
from small_catalogue import TREES

from eclaireur.core.learning import Outcome
from eclaireur.core.suggestion import DECIDED, State
from eclaireur.store import open_store

PEOPLE = 1_000
SECONDS = 300
DECISIONS = (
    {"action": "accept"},
    {"action": "edit", "value": "Arbres plantés par la commune, un par ligne."},
    {"action": "reject", "reason": "off_topic"},
)


async def decided(port: int, key: str, decision: object) -> tuple[int, str]:
    """Decide on a connection of one's own: the status and the code of the problem, if any."""
    body = json.dumps(decision).encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        f"POST /api/v1/suggestions/{key}/decision HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Connection: close\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n".encode()
    )
    writer.write(body)
    head, _, content = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    return int(head.split()[1]), json.loads(content).get("code", "")


async def test_exactly_one_wins(data: Path, catalogue: Path, database: str | None) -> None:
    with serving(data, catalogue, database=database) as server:
        asked = {"dataset": TREES, "field": "short_description"}
        async with httpx.AsyncClient(base_url=f"{server.url}/api/v1", timeout=SECONDS) as client:
            key = (await client.post("/suggestions", json=asked)).json()["suggestion"]
            async with asyncio.timeout(SECONDS):
                answers = await asyncio.gather(
                    *(decided(server.port, key, DECISIONS[n % 3]) for n in range(PEOPLE))
                )
            trace = (await client.get(f"/suggestions/{key}")).json()["trace"]
    assert Counter(status for status, _ in answers) == {200: 1, 409: PEOPLE - 1}
    assert {code for status, code in answers if status == 409} <= {
        "already-decided",
        "decided-meanwhile",
    }
    assert len([each for each in trace if State(each["status"]) in DECIDED]) == 1
    async with open_store(database or f"sqlite:///{data / 'eclaireur.sqlite'}") as store:
        tallies = await store.tallies()
    decided_as = {Outcome.ACCEPTED, Outcome.EDITED, Outcome.REJECTED}
    assert [each.count for each in tallies if each.outcome in decided_as] == [1]
