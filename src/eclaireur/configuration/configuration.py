"""What the file holds, once it is known to be right."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from eclaireur.core.base import Noun
from eclaireur.core.harvest import CatalogueDeclaration
from eclaireur.core.model import ModelDeclaration, Policy, Text
from eclaireur.core.publication import Declared, Publication
from eclaireur.core.sign_in import SignIn
from eclaireur.egress import Destination
from eclaireur.ledger.budget import Budget, Budgets

Name: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$")]


class TaskSettings(Noun):
    """How models serve one task."""

    models: tuple[Name, ...] | None = None
    """The models to ask, in order; without the setting, all that are declared."""
    automatic: bool = False
    """Whether the first is asked without waiting for a person to want another proposal."""


class EveryTask(Noun):
    """The settings of each task, by its field."""

    short_description: TaskSettings = TaskSettings()
    keywords: TaskSettings = TaskSettings()
    theme: TaskSettings = TaskSettings()


class EveryBudget(Noun):
    """What models may be asked for in a day: in all, and for each task by its field."""

    total: Budget = Budget()
    short_description: Budget = Budget()
    keywords: Budget = Budget()
    theme: Budget = Budget()


class TelemetrySettings(Noun):
    """Where traces go."""

    address: Text
    """The base of a collector that speaks OTLP over HTTP: `http://localhost:4318`."""
    private: bool = False
    """Whether the host is on this machine or network, where no outside address may answer."""
    service_name: Text = "eclaireur"
    """What the traces call this installation."""


class SearchSettings(Noun):
    """How datasets are found."""

    popularity: Annotated[float, Field(ge=0, le=3)] = 1.0
    """What the use of a dataset counts in its rank: 1 as learned, 0 nothing."""


class FeedbackSettings(Noun):
    """What people may say of proposals."""

    free_text: bool = False
    """Whether they may say it in their own words, which are masked before they are kept."""


class ReviewSettings(Noun):
    """How the proposals of campaigns are reviewed."""

    second_looks: Annotated[float, Field(ge=0, le=1)] = 0.05
    """The share of decisions that are looked at a second time, blind, to measure the first."""


class BackupSettings(Noun):
    """Where copies of the state are, which something else makes."""

    directory: Path
    """From the data directory, unless it is absolute."""
    most_days: Annotated[int, Field(ge=1, le=365)] = 7
    """The age, in days, from which an audit finds the newest too old."""


class Configuration(Noun):
    """The choices of an operator. Without a file, no model is declared and nothing is sent."""

    policy: Policy = Policy()
    models: Mapping[Name, ModelDeclaration] = {}
    """The models by the name that people know them by."""
    catalogues: Mapping[Name, CatalogueDeclaration] = {}
    """The portals that the catalogue may be read from, by the name that the import takes."""
    tasks: EveryTask = EveryTask()
    budgets: EveryBudget = EveryBudget()
    search: SearchSettings = SearchSettings()
    telemetry: TelemetrySettings | None = None
    """None sends no trace to anyone."""
    feedback: FeedbackSettings = FeedbackSettings()
    review: ReviewSettings = ReviewSettings()
    publication: Publication = Publication()
    backups: BackupSettings | None = None
    """None leaves backups out of what is audited."""
    sign_in: SignIn | None = None
    """None lets whoever reaches the pages, which is this machine alone, do everything."""

    @model_validator(mode="after")
    def _tasks_name_models(self) -> Self:
        for field in EveryTask.model_fields:
            for name in self.settings_of(field).models or ():
                if name not in self.models:
                    raise PydanticCustomError(
                        "undeclared-model", "{field}", {"field": field, "choices": [*self.models]}
                    )
        return self

    def settings_of(self, field: str) -> TaskSettings:
        """The settings of the task that proposes a field."""
        settings: TaskSettings = getattr(self.tasks, field)
        return settings

    def budgets_of(self, field: str) -> Budgets:
        """The limits that the calls for a task must keep to."""
        return Budgets(task=getattr(self.budgets, field), total=self.budgets.total)

    def models_for(self, field: str) -> tuple[str, ...]:
        """The names of the models that a task may ask, in order."""
        named = self.settings_of(field).models
        return tuple(self.models) if named is None else named

    @property
    def declared(self) -> Declared:
        """The models, the policy, who answers for them, and whether people sign in."""
        return Declared(
            models=self.models,
            policy=self.policy,
            publication=self.publication,
            people_sign_in=self.sign_in is not None,
        )

    @property
    def standing_destinations(self) -> tuple[Destination, ...]:
        """Where models are asked, traces go and people sign in: what is open all the time."""
        declared = [
            Destination.of(each.address, private=each.private)
            for each in (*self.models.values(), self.telemetry)
            if each is not None
        ]
        provider = self.sign_in and self.sign_in.openid
        if provider:
            declared.append(Destination.of(provider.issuer, private=provider.private))
        return tuple(dict.fromkeys(declared))

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Every place to which something may be sent, once each."""
        portals = (
            Destination.of_document(each.address, private=each.private)
            for each in self.catalogues.values()
        )
        return tuple(dict.fromkeys((*self.standing_destinations, *portals)))

    def portals_beside(self, portal: CatalogueDeclaration) -> tuple[str, ...]:
        """The names of the declared catalogues that are on other origins than a portal."""
        origin = _origin(portal)
        return tuple(name for name, each in self.catalogues.items() if _origin(each) != origin)


def _origin(portal: CatalogueDeclaration) -> str:
    return str(Destination.of_document(portal.address, private=portal.private).origin)
