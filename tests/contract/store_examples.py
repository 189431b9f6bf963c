"""Datasets and suggestions that the contract of the store is tried with."""

from datetime import UTC, date, datetime

from eclaireur.core.dataset import Column, Dataset, Distribution, Location, PeriodOfTime
from eclaireur.core.suggestion import Event, State, Suggestion, Value
from eclaireur.store import SqlStore

DAY = date(2026, 3, 14)
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
READS = ("title", "description")


def suggestion(
    dataset: Dataset, *states: State, field: str = "short_description", number: int = 1
) -> Suggestion:
    """A suggestion that went through these states after the request."""
    made = Suggestion.requested(
        dataset, field=field, number=number, task_version="1", reads=READS, day=DAY
    )
    value: Value = ("eau", "riviere") if field == "keywords" else "Les mesures des rivières."
    for state in states:
        valued = state in {State.PROPOSED, State.EDITED}
        made = made.following(Event(state=state, day=DAY, value=value if valued else None))
    return made


async def decide(store: SqlStore, key: str, state: State) -> Suggestion:
    decided = (await store.suggestion(key)).following(Event(state=state, day=DAY))
    await store.append_event(key, decided.events[-1])
    return decided


RIVERS = Dataset(
    identifier="rivers",
    title="Qualité de l’eau des rivières",
    description="Mesures mensuelles.",
    publisher="Agence de l’eau",
    keywords=("eau",),
)
FULL = Dataset(
    identifier="full",
    other_identifier="elsewhere",
    title="Tout",
    acronym="T",
    description="**Gras**\r\n<p>é</p>",
    short_description="Un jeu complet.",
    keywords=("a-b", "c-d"),
    theme=("http://publications.europa.eu/resource/authority/data-theme/ENVI", "eau"),
    publisher="Ville",
    license="fr-lo",
    frequency="annual",
    temporal=PeriodOfTime(start="2020-01-01"),
    spatial=Location(granularity="fr:commune", zones=("Rennes", "Brest")),
    distributions=(Distribution(format="csv", columns=(Column(name="x", datatype="int"),)),),
    issued="2020-01-01T00:00:00",
    modified="2021",
    extras={"z": {"nested": [1, 2.5, None, True]}, "a": "first key last"},
)
