"""A campaign to review, put into an installation before it is served."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from eclaireur import Settings, open_assistant
from eclaireur.core.campaign import Campaign, CampaignItem
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import State
from eclaireur.store import open_store

STREETS = ("Acacias", "Bouleaux", "Charmes", "Douglas", "Érables", "Frênes", "Genévriers", "Hêtres")
YEARS = (2021, 2022, 2023, 2024)

TREES = [
    Dataset(
        identifier=f"arbres-{number}",
        title=f"Arbres du quartier des {street}",
        publisher="Ville de Valmorel" if number % 2 else "Métropole de Brumeval",
        description=(
            f"Le fichier recense les arbres plantés par la commune dans le quartier des {street}. "
            "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
            "Les positions ont été relevées à pied par le service des espaces verts, rue par rue, "
            f"et le relevé n° {number + 1} est mis à jour chaque hiver par les jardiniers."
        ),
    )
    for number, street in enumerate(STREETS)
]
BUDGETS = [
    Dataset(
        identifier=f"budget-{year}",
        title=f"Budget primitif {year}",
        publisher="Département du Val-Brumeux",
        description=(
            f"Le budget primitif {year} du département, voté par l’assemblée : recettes et "
            "dépenses par chapitre, en fonctionnement et en investissement. Chaque ligne donne "
            "la section, le chapitre, l’article, le libellé et le montant voté en euros. Le "
            "fichier est produit par la direction des finances après le vote."
        ),
    )
    for year in YEARS
]


def prepare(data: Path, field: str = "short_description", datasets: Sequence[Dataset] = ()) -> str:
    """Propose a field for records, as one campaign, and return its key."""
    chosen = datasets or (*TREES, *BUDGETS)
    with ThreadPoolExecutor(1) as apart:
        # The loop of the browser may be running here.
        return apart.submit(lambda: asyncio.run(_prepare(data, field, chosen))).result()


async def _prepare(data: Path, field: str, datasets: Sequence[Dataset]) -> str:
    settings = Settings(data=data)
    async with open_assistant(settings) as assistant, open_store(settings.database_url) as store:
        await assistant.put_datasets(datasets)
        campaign = Campaign.opened(
            field=field, selection="missing", total=len(datasets), day=assistant.today
        )
        items = [
            CampaignItem(
                dataset=each.identifier, rank=rank, template=each.identifier.rpartition("-")[0]
            )
            for rank, each in enumerate(datasets)
        ]
        await store.add_campaign(campaign, items)
        made = [await assistant.suggest(each.identifier, field) for each in datasets]
        assert {each.state for each in made} == {State.PROPOSED}
        await store.tried(campaign.key, {each.dataset: each.key for each in made})
        return campaign.key
