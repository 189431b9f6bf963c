"""Two processes on one data directory: each sees what the other did, and neither undoes it."""

import json
import time
from collections import Counter
from pathlib import Path

import httpx
from served import SECONDS, Begun, serving, told
from small_catalogue import TREES


def test_a_server_and_commands_work_on_the_same_catalogue(
    data: Path, catalogue: Path, tmp_path: Path, database: str | None
) -> None:
    others = [tmp_path / f"{number}.jsonl" for number in range(2)]
    for number, place in enumerate(others):
        records = ({"id": f"{number}-{each}", "title": f"Arbres {each}"} for each in range(150))
        place.write_text("".join(f"{json.dumps(each)}\n" for each in records))
    with serving(data, catalogue, database=database) as server:
        imports = [Begun(data, "catalogue", "import", each, database=database) for each in others]
        with httpx.Client(base_url=f"{server.url}/api/v1", timeout=SECONDS) as client:
            statuses = Counter()
            while any(each.returncode is None for each in imports):
                statuses[client.get("/search", params={"q": "arbres"}).status_code] += 1
                asked = {"dataset": TREES, "field": "short_description"}
                made = client.post("/suggestions", json=asked)
                place = f"/suggestions/{made.json()['suggestion']}/decision"
                statuses[client.post(place, json={"action": "accept"}).status_code] += 1
                statuses[client.delete(place).status_code] += 1
                time.sleep(0.2)
            ended = [each.communicate() for each in imports]
            assert [each.returncode for each in imports] == [0, 0], ended
            assert set(statuses) == {200}
            assert client.get("/datasets").json()["total"] == 303
            assert client.get("/search", params={"q": "arbres"}).json()["total"] == 301
            key = made.json()["suggestion"]
            assert told(data, "decide", key, "accept", database=database).returncode == 0
            assert client.get(f"/suggestions/{key}").json()["status"] == "accepted"
        assert "Traceback" not in server.log
