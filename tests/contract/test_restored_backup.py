"""A backup that is put back is what searches find, whatever was indexed meanwhile."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from empty_stores import empty_data

from eclaireur import Settings, open_assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import SearchQuery


async def put(settings: Settings, *titles: str) -> None:
    async with open_assistant(settings) as assistant:
        # All at once: the index sees nothing of what lies between.
        await assistant.put_datasets([Dataset(identifier=each, title=each) for each in titles])


async def found(settings: Settings, text: str) -> list[str]:
    async with open_assistant(settings) as assistant:
        page = await assistant.search(SearchQuery(text=text))
        return [hit.identifier for hit in page.hits]


def copied(source: Path, target: Path) -> None:
    """A copy, as the page for operators says to take one."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)


@pytest.mark.parametrize(
    "then", [(), ("Gares",), ("Gares", "Marchés"), ("Gares", "Marchés", "Lavoirs")]
)
async def test_the_index_follows_the_catalogue_that_is_there(
    tmp_path: Path, then: tuple[str, ...]
) -> None:
    settings = Settings(data=empty_data(tmp_path / "data"))
    database = settings.data / "eclaireur.sqlite"
    await put(settings, "Piscines")
    copied(database, tmp_path / "backup.sqlite")
    await put(settings, "Gymnases", "Patinoires")
    assert await found(settings, "gymnases") == ["Gymnases"]
    for each in settings.data.glob("eclaireur.sqlite*"):
        each.unlink()
    copied(tmp_path / "backup.sqlite", database)
    await put(settings, *then)
    assert await found(settings, "gymnases patinoires") == []
    for each in ("Piscines", *then):
        assert await found(settings, each) == [each]
