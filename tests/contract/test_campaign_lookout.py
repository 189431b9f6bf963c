"""What a server tells of the work on a campaign that others do, on both databases."""

from pathlib import Path

import pytest
from empty_stores import empty_data
from fault_server import answer, fault_server
from scripted_model import GOOD, TREES, declaration, says

from eclaireur import Settings
from eclaireur.assistant import Phase
from eclaireur.campaigns.lookout import is_attended, obstacle_of
from eclaireur.campaigns.place import Place
from eclaireur.wiring.campaigns import work_on_campaign
from eclaireur.wiring.installation import open_installation

FIELD = "short_description"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty store in PostgreSQL, or None for the files of the data directory."""
    if request.param == "sqlite":
        return None
    return str(request.getfixturevalue("postgres").new_store())


def test_nobody_works_on_a_campaign_before_somebody_does(
    tmp_path: Path, database: str | None
) -> None:
    place = Place(database, tmp_path / "campaigns.sqlite")
    assert obstacle_of(place, "one") is None
    assert not is_attended(place, "one")
    presences = [place.presence("one"), place.presence("one")]
    for number, presence in enumerate(presences):
        presence.hold(f"worker-{number}")
    assert is_attended(place, "one")
    assert not is_attended(place, "two")
    presences[0].leave()
    assert is_attended(place, "one")
    presences[1].leave()
    assert not is_attended(place, "one")


async def test_what_stopped_the_work_is_told_until_somebody_goes_on(
    tmp_path: Path, database: str | None
) -> None:
    async with fault_server() as server:
        configuration = tmp_path / "tested.toml"
        configuration.write_text(declaration(server.origin), "utf-8")
        settings = Settings(
            data=empty_data(tmp_path / "data"), database=database, configuration=configuration
        )
        place = Place(database, settings.campaigns_file)
        server.play(answer("", 401))
        async with open_installation(settings) as installation:
            assistant, work = installation.assistant, installation.campaign_work
            await assistant.put_datasets([TREES])
            prepared = await work.prepare(FIELD, "", "tested", None)
            campaign = await work.campaigns.open(prepared)
            before = await work.sight(campaign.key)
            assert (before.phase, before.obstacle) == (Phase.LEFT, None)
            seen: list[Phase] = []

            async def tell() -> None:
                seen.append((await work.sight(campaign.key)).phase)

            worked = await work_on_campaign(settings, assistant, campaign.key, workers=1, tell=tell)
            assert worked.stopped == "model-key-refused"
            assert set(seen) <= {Phase.UNDER_WAY}
            after = await work.sight(campaign.key)
            assert (after.phase, after.obstacle) == (Phase.LEFT, "model-key-refused")
            server.play(says(GOOD))
            # Processes ask again after a while: another one asks at once.
            async with open_installation(settings) as again:
                worked = await work_on_campaign(
                    settings, again.assistant, campaign.key, workers=1, tell=tell
                )
                assert worked.stopped is None
                after = await again.campaign_work.sight(campaign.key)
            assert (after.phase, after.obstacle) == (Phase.FINISHED, None)
            assert after.standing.progress.proposed == 1
        assert obstacle_of(place, campaign.key) is None
