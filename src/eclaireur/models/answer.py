"""What servers answer, reduced to what is used of it."""

from typing import Annotated

from pydantic import BaseModel, Field

from eclaireur.core.usage import Usage

Tokens = Annotated[int, Field(ge=0)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]

PER_KILO = 1000


class Interval(BaseModel):
    """An amount between two bounds."""

    min: Amount | None = None
    max: Amount | None = None

    @property
    def middle(self) -> float | None:
        bounds = [each for each in (self.min, self.max) if each is not None]
        return sum(bounds) / len(bounds) if bounds else None


class Impacts(BaseModel):
    """The energy and emissions of a call: OpenGateLLM from its version 0.4 on."""

    energy: Annotated[Amount | None, Field(alias="kWh")] = None
    carbon: Annotated[Amount | None, Field(alias="kgCO2eq")] = None


class Carbon(BaseModel):
    """The same, between bounds: OpenGateLLM before that."""

    energy: Annotated[Interval, Field(alias="kWh")] = Interval()
    carbon: Annotated[Interval, Field(alias="kgCO2eq")] = Interval()


class ReportedUsage(BaseModel):
    """What a server says that a call cost."""

    prompt_tokens: Tokens | None = None
    completion_tokens: Tokens | None = None
    impacts: Impacts | None = None
    carbon: Carbon | None = None

    def usage(self, duration_s: float) -> Usage:
        """Return it in this program's units. OpenGateLLM writes 0 for what it did not compute."""
        impacts, carbon = self.impacts or Impacts(), self.carbon or Carbon()
        return Usage(
            duration_s=duration_s,
            input_tokens=self.prompt_tokens,
            output_tokens=self.completion_tokens,
            energy_wh=_from_kilo(impacts.energy or carbon.energy.middle),
            carbon_g=_from_kilo(impacts.carbon or carbon.carbon.middle),
        )


class ChatMessage(BaseModel):
    """What the model wrote, or why it would not."""

    content: str | None = None
    refusal: str | None = None


class Choice(BaseModel):
    """An answer, and why it ends where it does."""

    message: ChatMessage
    finish_reason: str | None = None


class ChatAnswer(BaseModel):
    """The answer of `POST /chat/completions`."""

    choices: Annotated[list[Choice], Field(min_length=1)]
    model: str | None = None
    usage: ReportedUsage | None = None


class ServedModel(BaseModel):
    """A model that a server has; OpenGateLLM adds its aliases."""

    id: str
    aliases: list[str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.id, *(self.aliases or ()))


class ModelList(BaseModel):
    """The answer of `GET /models`."""

    data: list[ServedModel]


def _from_kilo(amount: float | None) -> float | None:
    return amount * PER_KILO if amount else None
