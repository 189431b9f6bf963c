"""The assistant in a few lines of Python: the example of the README."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eclaireur import (
    Action,
    Dataset,
    DatasetQuery,
    Decision,
    EclaireurError,
    Settings,
    State,
    open_assistant,
)

TREES = Dataset(
    identifier="arbres",
    title="Arbres de la commune",
    description=(
        "Le fichier recense les arbres plantés par la commune le long des rues et dans les "
        "parcs. Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa "
        "plantation. Les positions ont été relevées par le service des espaces verts."
    ),
)


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    return Settings(data=tmp_path / "data")


async def test_a_proposal_is_asked_for_decided_on_and_exported(settings: Settings) -> None:
    async with open_assistant(settings) as assistant:
        await assistant.put_datasets([TREES])
        suggestion = await assistant.suggest("arbres", "short_description")
        assert suggestion.state is State.PROPOSED
        await assistant.decide(suggestion.key, Decision(action=Action.ACCEPT))
        [exported] = [each async for each in assistant.export()]
    assert exported.dataset.short_description == suggestion.value
    assert [each.suggestion for each in exported.provenance] == [suggestion.key]


async def test_what_was_decided_is_there_the_next_time(settings: Settings) -> None:
    async with open_assistant(settings) as assistant:
        await assistant.put_datasets([TREES])
        suggestion = await assistant.suggest("arbres", "keywords")
        await assistant.decide(
            suggestion.key, Decision(action=Action.EDIT, value=("arbre", "espace-vert"))
        )
    async with open_assistant(settings) as assistant:
        view = await assistant.view("arbres")
        page = await assistant.find_datasets(DatasetQuery(title="arbres"))
    assert view.decided.dataset.keywords == ("arbre", "espace-vert")
    assert page.total == 1


async def test_a_preview_leaves_no_trace(settings: Settings) -> None:
    async with open_assistant(settings) as assistant:
        suggestion = await assistant.preview(TREES, "short_description")
        assert suggestion.state is State.PROPOSED
        assert await assistant.find_suggestions() == ()


async def test_errors_say_what_to_do(settings: Settings) -> None:
    async with open_assistant(settings) as assistant:
        with pytest.raises(EclaireurError, match="No dataset bears the identifier nope"):
            await assistant.suggest("nope", "keywords")
