"""Campaigns to review, put into an installation before it is served."""

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from campaign_examples import proposed_campaign

from eclaireur import Settings, open_assistant
from eclaireur.core.dataset import Dataset
from eclaireur.store import open_store

STREETS = ("Acacias", "Bouleaux", "Charmes", "Douglas", "Érables", "Frênes", "Genévriers", "Hêtres")

YEARS = (2021, 2022, 2023, 2024)


def trees(prefix: str, count: int = len(STREETS)) -> list[Dataset]:
    """Records that differ by a name."""
    return [
        Dataset(
            identifier=f"{prefix}-{number}",
            title=f"Arbres du quartier des {street}",
            publisher="Ville de Valmorel" if number % 2 else "Métropole de Brumeval",
            description=(
                f"Le fichier recense les arbres plantés par la commune au quartier des {street}. "
                "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa "
                "plantation. Les positions ont été relevées à pied par le service des espaces "
                f"verts, rue par rue, et le relevé n° {number + 1} est mis à jour chaque hiver."
            ),
        )
        for number, street in enumerate(STREETS[:count])
    ]


def budgets(prefix: str) -> list[Dataset]:
    """Records that differ by a year."""
    return [
        Dataset(
            identifier=f"{prefix}-{year}",
            title=f"Budget primitif {year}",
            publisher="Département du Val-Brumeux",
            description=(
                f"Le budget primitif {year} du département, voté par l’assemblée : recettes et "
                "dépenses par chapitre, en fonctionnement et en investissement. Chaque ligne "
                "donne la section, le chapitre, l’article, le libellé et le montant voté en "
                "euros. Le fichier est produit par la direction des finances après le vote."
            ),
        )
        for year in YEARS
    ]


def prepare(data: Path, wanted: Mapping[str, tuple[str, Sequence[Dataset]]]) -> dict[str, str]:
    """Propose fields for records, as campaigns, and return the key of each by its name."""
    with ThreadPoolExecutor(1) as apart:
        # The loop of the browser may be running here.
        return apart.submit(lambda: asyncio.run(_prepare(data, wanted))).result()


async def _prepare(
    data: Path, wanted: Mapping[str, tuple[str, Sequence[Dataset]]]
) -> dict[str, str]:
    settings = Settings(data=data)
    keys = {}
    async with open_assistant(settings) as assistant, open_store(settings.database_url) as store:
        for name, (field, datasets) in wanted.items():
            keys[name], _ = await proposed_campaign(assistant, store, field, datasets)
    return keys
