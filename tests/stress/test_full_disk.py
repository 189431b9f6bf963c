"""A disk that fills up: what was confirmed is kept, the rest is told, and room is all it takes.

On a real file system of a few megabytes, in memory. `contract/test_store_failures` shows the same
of a file that may not grow, where none can be mounted; `unit/cli/test_export`, of standard output.
"""

import asyncio
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served import SECONDS, serving, told

from eclaireur.core.errors import StoreUnavailable
from eclaireur.store import open_store
from eclaireur.store.whole_file import write_whole

FULL = "le disque est plein. Libérez de la place"
DESCRIPTION = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts. "
)

pytestmark = pytest.mark.small_disk


class Disk:
    """A small file system, and a file that takes the room that is left."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ballast = place / "ballast"

    def fill(self) -> None:
        with self._ballast.open("wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(b"\0" * 4096)
            except OSError:
                pass

    def make_room(self) -> None:
        self._ballast.unlink(missing_ok=True)

    def grow(self) -> None:
        subprocess.run(["mount", "-o", "remount,size=16m", self.place], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("no file system may be mounted here")
    yield Disk(place)
    subprocess.run(["umount", "--lazy", place], check=True)


def records(place: Path, number: int, times: int = 1) -> Path:
    with place.open("w") as sink:
        for each in range(number):
            record = {
                "id": f"r{each}",
                "title": f"Arbres {each}",
                "description": DESCRIPTION * times,
            }
            sink.write(json.dumps(record) + "\n")
    return place


def kept(data: Path) -> set[str]:
    """What the store holds."""

    async def read() -> set[str]:
        async with open_store(f"sqlite:///{data / 'eclaireur.sqlite'}") as store:
            return {each.identifier async for each, _ in store.all_datasets()}

    return asyncio.run(read())


def test_an_import_keeps_what_it_brought_in_and_goes_on_with_room(
    tmp_path: Path, disk: Disk
) -> None:
    data = disk.place / "data"
    first = told(data, "catalogue", "import", records(tmp_path / "few.jsonl", 5))
    assert first.returncode == 0, first.stderr
    large = records(tmp_path / "large.jsonl", 250, times=80)

    stopped = told(data, "catalogue", "import", large)
    assert stopped.returncode == 6
    assert FULL in stopped.stderr
    assert len(stopped.stderr.splitlines()) == 1
    disk.grow()
    assert {f"r{each}" for each in range(5)} <= kept(data)

    again = told(data, "catalogue", "import", large)
    assert again.returncode == 0, again.stderr
    assert len(kept(data)) == 250


def test_decisions_are_told_apart_and_taken_again_once_there_is_room(
    tmp_path: Path, disk: Disk
) -> None:
    disk.grow()
    with serving(disk.place / "data", records(tmp_path / "few.jsonl", 20)) as server:
        with httpx.Client(base_url=f"{server.url}/api/v1", timeout=SECONDS) as client:
            keys = [
                client.post(
                    "/suggestions", json={"dataset": f"r{each}", "field": "short_description"}
                ).json()["suggestion"]
                for each in range(20)
            ]
            disk.fill()
            kept, refused = set(), set()
            for key in keys:
                answer = client.post(f"/suggestions/{key}/decision", json={"action": "accept"})
                if answer.status_code == 200:
                    kept.add(key)
                else:
                    assert answer.status_code == 503
                    assert answer.json()["code"] == "store-unavailable"
                    assert FULL in answer.json()["detail"]
                    refused.add(key)
            assert refused
            for key in keys:
                status = client.get(f"/suggestions/{key}").json()["status"]
                assert status == ("accepted" if key in kept else "proposed")
            assert client.get("/search", params={"q": "arbres"}).json()["total"] == 20

            disk.make_room()
            for key in refused:
                answer = client.post(f"/suggestions/{key}/decision", json={"action": "accept"})
                assert answer.status_code == 200
        assert "Traceback" not in server.log


def test_a_search_without_room_for_its_index_says_so_and_takes_none(
    tmp_path: Path, disk: Disk
) -> None:
    data = disk.place / "data"
    assert told(data, "catalogue", "import", records(tmp_path / "few.jsonl", 5)).returncode == 0
    more = records(tmp_path / "more.jsonl", 600)
    disk.fill()
    with (disk.place / "ballast").open("r+b") as ballast:
        ballast.truncate(ballast.seek(0, 2) - 800_000)
    stopped = told(data, "catalogue", "import", more)
    assert stopped.returncode == 6, stopped.stderr
    assert FULL in stopped.stderr
    assert [each.name for each in data.glob("*/*.new")] == []
    assert [each.name for each in data.glob("*/.*")] == []
    disk.make_room()
    assert told(data, "catalogue", "import", more).returncode == 0


def test_a_file_that_cannot_be_written_whole_leaves_the_former_and_nothing_else(
    disk: Disk,
) -> None:
    place = disk.place / "ranker"
    write_whole(place, b"former")
    with pytest.raises(StoreUnavailable, match="disk-full"):
        write_whole(place, b"new" * 2_000_000)
    assert place.read_bytes() == b"former"
    assert [each.name for each in disk.place.iterdir()] == ["ranker"]


def test_an_export_without_room_leaves_the_former(tmp_path: Path, disk: Disk) -> None:
    data = tmp_path / "data"
    large = records(tmp_path / "large.jsonl", 300, times=40)
    assert told(data, "catalogue", "import", large).returncode == 0
    output = disk.place / "export.jsonl"
    output.write_text("former")
    stopped = told(data, "export", "--output", output)
    assert stopped.returncode == 6
    assert FULL in stopped.stderr
    assert output.read_text() == "former"
    assert [each.name for each in disk.place.iterdir()] == ["export.jsonl"]
