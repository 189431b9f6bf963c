"""What the page of a dataset tells to whom may use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eclaireur.assistant import Assistant, DatasetView
from eclaireur.core.dataset import Dataset, Distribution
from eclaireur.core.errors import EclaireurError, Unavailable
from eclaireur.core.ports import LONGEST_QUERY, SearchHit, SearchQuery
from eclaireur.core.provenance import Provenance
from eclaireur.web import freshness
from eclaireur.web.results import same_but_for_figures

MOST_FILES = 10
"""Files shown at once; the others are one click away."""

USES = {"views": "views", "resources_downloads": "downloads", "reuses": "reuses"}
"""By the key of udata's `metric`, what it counts."""


@dataclass(frozen=True)
class Portrait:
    """A dataset, for whom may use it. What nobody decided on is not in it."""

    view: DatasetView
    today: date
    similar: tuple[SearchHit, ...]
    twins: int
    """How many others bear the same title but for figures."""
    problem: EclaireurError | None
    """Why those alike could not be looked for."""

    @property
    def published(self) -> Dataset:
        return self.view.published

    @property
    def short_description(self) -> str | None:
        """What it is, as retained here or else as published."""
        return self.view.decided.dataset.short_description

    @property
    def retained(self) -> Mapping[str, Provenance]:
        """What people retained here, by field: the rest is as published."""
        return {each.field: each for each in self.view.decided.provenance}

    def retained_beside(self, field: str) -> tuple[str, ...]:
        """What people retained here of a field that is a list, beside what is published."""
        published, decided = (
            getattr(each, field) for each in (self.published, self.view.decided.dataset)
        )
        return tuple(each for each in decided if each not in published)

    @property
    def files(self) -> tuple[Distribution, ...]:
        """The first files."""
        return self.published.distributions[:MOST_FILES]

    @property
    def more_files(self) -> tuple[Distribution, ...]:
        return self.published.distributions[MOST_FILES:]

    @property
    def is_late(self) -> bool:
        return freshness.is_late(self.published, self.today)

    @property
    def uses(self) -> Mapping[str, int]:
        """How much it is used, as far as its portal tells."""
        metric = self.published.extras.get("metric")
        if not isinstance(metric, Mapping):
            return {}
        return {
            name: int(count)
            for key, name in USES.items()
            if isinstance(count := metric.get(key), int | float) and count >= 1
        }

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that say nothing, what people retained here counted in."""
        decided, fields = self.view.decided.dataset, []
        for field in (
            "description",
            "short_description",
            "keywords",
            "theme",
            "publisher",
            "distributions",
            "license",
            "frequency",
            "modified",
            "temporal",
            "spatial",
        ):
            value = getattr(decided, field)
            says = bool(value)
            if field == "temporal":
                says = bool(value and (value.start or value.end))
            elif field == "spatial":
                says = bool(value and value.zones)
            elif field == "frequency":
                says = bool(value and value != "unknown")
            if not says:
                fields.append(field)
        return tuple(fields)


async def portrait_of(assistant: Assistant, view: DatasetView) -> Portrait:
    """Look for what is like a dataset. That it cannot be is told, and hides nothing of the rest."""
    dataset = view.published
    similar: tuple[SearchHit, ...] = ()
    twins, problem = 0, None
    if view.expires_at is None and view.vanished_on is None:
        try:
            similar = await assistant.similar(dataset.identifier)
            twins = await _twins(assistant, dataset)
        except Unavailable as error:
            problem = error
    return Portrait(view, assistant.today, similar, twins, problem)


async def _twins(assistant: Assistant, dataset: Dataset) -> int:
    """How many others bear the same title but for figures."""
    page = await assistant.search(SearchQuery(text=dataset.title[:LONGEST_QUERY]))
    return next(
        (
            hit.alike
            for hit in page.hits
            if hit.identifier == dataset.identifier
            or same_but_for_figures([hit.title, dataset.title])
        ),
        0,
    )
