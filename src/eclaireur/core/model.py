"""A language model as its operator declares it, and the policy that says which may serve."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from eclaireur.core.base import Noun

Text: TypeAlias = Annotated[str, Field(min_length=1, max_length=300)]
Country: TypeAlias = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""
Billions: TypeAlias = Annotated[float, Field(gt=0, le=100_000, allow_inf_nan=False)]


class OperatorKind(StrEnum):
    """Who runs a model."""

    LOCAL = "local"
    """This installation, on its own machine or network."""
    STATE = "state"
    """A public administration."""
    OTHER = "other"


class Operator(Noun):
    """Who runs a model, by name."""

    name: Text
    kind: OperatorKind


class Parameters(Noun):
    """The size of a model, in billions of parameters."""

    total: Billions
    active: Billions
    """Those that serve for one token: all of them, unless the model is a mixture of experts."""

    @model_validator(mode="after")
    def _active_among_total(self) -> Self:
        if self.active > self.total:
            raise PydanticCustomError("active-above-total", "more active parameters than there are")
        return self


class KeySource(Noun):
    """Where the key of a server is read: never the key itself."""

    environment: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")] | None = None
    """The name of an environment variable."""
    file: Path | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if (self.environment is None) == (self.file is None):
            raise PydanticCustomError("environment-or-file", "either a variable or a file")
        return self


class ModelDeclaration(Noun):
    """Everything an operator must say of a model before it may be asked anything."""

    kind: Literal["openai-compatible"] = "openai-compatible"
    """What its server speaks."""
    address: Text
    """The base of the server's API: `https://HOST[:PORT]/v1`."""
    private: bool = False
    """Whether the host is on this machine or network, where no outside address may answer."""
    model: Text
    """The name, or the alias, that the server gives the model."""
    operator: Operator
    country: Country
    """Where the server stands."""
    weights: Text | None = None
    """The public identifier of the weights; None for weights that are not published."""
    licence: Text | None = None
    """The licence of the weights, by its SPDX identifier where it has one."""
    parameters: Parameters | None = None
    """None when nobody says: the energy of a call then stays unknown."""
    context: Annotated[int, Field(ge=512)]
    """Tokens that a question and its answer may hold together."""
    json_schema: bool = True
    """Whether the server can be made to follow a JSON schema."""
    concurrency: Annotated[int, Field(ge=1, le=100)] = 8
    """Calls under way at once; the others wait for their turn."""
    key: KeySource | None = None


class Breach(StrEnum):
    """What a policy refuses in a model; each is also the setting to look at."""

    OPERATOR = "operator"
    COUNTRY = "country"
    WEIGHTS = "weights"
    LICENCE = "licence"


class Policy(Noun):
    """Which models may serve."""

    operators: Annotated[tuple[OperatorKind, ...], Field(min_length=1)] = (
        OperatorKind.LOCAL,
        OperatorKind.STATE,
    )
    countries: Annotated[tuple[Country, ...], Field(min_length=1)] = ("FR",)
    open_weights_only: bool = True
    """Whether the weights must be public, under a licence that is named."""

    def breach(self, model: ModelDeclaration) -> Breach | None:
        """Return the first thing that this policy refuses in a model."""
        if model.operator.kind not in self.operators:
            return Breach.OPERATOR
        if model.country not in self.countries:
            return Breach.COUNTRY
        if self.open_weights_only and model.weights is None:
            return Breach.WEIGHTS
        if self.open_weights_only and model.licence is None:
            return Breach.LICENCE
        return None
