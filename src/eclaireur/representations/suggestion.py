"""A suggestion as machines read it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter

from eclaireur.core.base import Json
from eclaireur.core.evidence import (
    Alike,
    Bearers,
    DatasetReference,
    Evidence,
    NamedConcept,
    OwnKeyword,
    Passage,
    Support,
)
from eclaireur.core.suggestion import State, Suggestion
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.messages import Messages

_ANSWERED = (
    "field",
    "status",
    "value",
    "reason",
    "caution",
    "method",
    "model",
    "evidence",
    "usage",
)
"""What a line of answer says of a suggestion, besides whose it is."""


class ProposedKeyword(BaseModel):
    """A keyword, or a theme, and why it is proposed."""

    keyword: str = Field(description="The keyword; the URI of a theme.")
    label: str = Field(description="What people call it: the keyword itself, a theme's name.")
    why: list[str] = Field(
        description="One sentence for each support; empty for a keyword that a person added."
    )


class PassageEvidence(BaseModel):
    """A passage of the dataset's own metadata that supports a part of the value."""

    kind: Literal["passage"] = "passage"
    part: str = Field(description="The part of the value that is supported.")
    offset: int | None = Field(
        description="Where the part stands in the value, in code points; null for a keyword."
    )
    field: str = Field(description="The field of the dataset that holds the passage.")
    start: int = Field(description="First code point of the passage in the field as published.")
    end: int = Field(description="The code point after its last one.")
    text: str = Field(description="The passage itself, markup included.")


class BearersEvidence(BaseModel):
    """The datasets of the catalogue that carry a keyword."""

    kind: Literal["datasets"] = "datasets"
    part: str = Field(description="The keyword.")
    offset: int | None = Field(description="Always null.")
    count: int = Field(description="How many datasets carry it.")
    examples: list[DatasetReference] = Field(description="The nearest few.")


class ConceptEvidence(BaseModel):
    """A concept of a controlled vocabulary that names a keyword."""

    kind: Literal["concept"] = "concept"
    part: str = Field(description="The keyword.")
    offset: int | None = Field(description="Always null.")
    uri: str = Field(description="The concept.")
    label: str = Field(description="What the vocabulary calls it, in the record's language.")
    vocabulary: str = Field(description="The name of the vocabulary here.")
    broader: str | None = Field(description="What the concept above it is called.")


class OwnKeywordEvidence(BaseModel):
    """A keyword of the dataset itself that speaks of a theme."""

    kind: Literal["keyword"] = "keyword"
    part: str = Field(description="The theme.")
    offset: int | None = Field(description="Always null.")
    keyword: str = Field(description="The keyword.")


class AlikeEvidence(BaseModel):
    """The nearest datasets of the catalogue whose keywords speak of a theme."""

    kind: Literal["alike"] = "alike"
    part: str = Field(description="The theme.")
    offset: int | None = Field(description="Always null.")
    count: int = Field(description="How many they are.")
    examples: list[DatasetReference] = Field(description="The nearest few.")


AnyEvidence = (
    PassageEvidence | BearersEvidence | ConceptEvidence | OwnKeywordEvidence | AlikeEvidence
)


class Cost(BaseModel):
    """What the computation cost. Null is unknown, which is not zero."""

    duration_s: float | None = Field(None, description="Wall-clock seconds.")
    cpu_s: float | None = Field(None, description="Seconds of processor.")
    input_tokens: int | None = None
    output_tokens: int | None = None
    energy_wh: float | None = Field(None, description="Watt-hours.")
    carbon_g: float | None = Field(None, description="Grams of CO2 equivalent.")
    energy_source: EnergySource | None = Field(
        None, description="How energy and emissions are known."
    )


class Trace(BaseModel):
    """One step of a suggestion's life."""

    sequence: int
    status: State
    day: date


class SuggestionRecord(BaseModel):
    """A suggestion, its evidence and everything that happened to it."""

    suggestion: str = Field(description="Its key.")
    dataset: str = Field(description="The identifier of the dataset here.")
    field: str
    status: State
    value: str | list[ProposedKeyword] | None = Field(
        description="The value in force: the person's when they edited it, else the one proposed."
    )
    reason: str | None = Field(
        description="Why it was withheld, failed or was rejected: a sentence to show."
    )
    caution: str | None = Field(
        description="What to know of the proposal before it is trusted: a sentence to show."
    )
    method: str | None = Field(description="How it was made; null when nothing was computed.")
    model: str | None = Field(description="The language model that was asked; null when none was.")
    evidence: list[AnyEvidence]
    usage: Cost
    task_version: str
    source: str = Field(
        description="SHA-256 of the fields it was computed from; another one means another source."
    )
    trace: list[Trace]

    @classmethod
    def of(cls, suggestion: Suggestion, say: Messages) -> "SuggestionRecord":
        """Write a suggestion, with its sentences in the language of `say`."""
        outcome = suggestion.outcome
        return cls(
            suggestion=suggestion.key,
            dataset=suggestion.dataset,
            field=suggestion.field,
            status=suggestion.state,
            value=_value(suggestion, say),
            reason=_reason(suggestion, say),
            caution=say.reason(outcome.caution) if outcome.caution else None,
            method=outcome.method,
            model=outcome.model,
            evidence=[_evidence(each) for each in outcome.evidence],
            usage=_cost(outcome.usage),
            task_version=suggestion.task_version,
            source=suggestion.source,
            trace=[
                Trace(sequence=event.sequence, status=event.state, day=event.day)
                for event in suggestion.events
            ],
        )


def answer(
    suggestion: Suggestion, say: Messages, *, identifier: str, stored: bool
) -> dict[str, Json]:
    """Write one line of `eclaireur suggest --json`.

    Args:
        suggestion: what was answered.
        say: the messages of the language asked for.
        identifier: the record's own identifier.
        stored: whether the suggestion was kept, so that its key leads to it.
    """
    record = SuggestionRecord.of(suggestion, say).model_dump(mode="json")
    return {
        "suggestion": suggestion.key if stored else None,
        "id": identifier,
        **{key: record[key] for key in _ANSWERED},
    }


def why(support: Support, say: Messages) -> str:
    """Say in a sentence what supports a part of a proposal."""
    match support:
        case Passage():
            field = say(f"field-{support.field}").lower()
            return say("why-passage", field=field, text=support.text)
        case NamedConcept():
            named = {"label": support.label, "vocabulary": support.vocabulary, "uri": support.uri}
            if support.broader is None:
                return say("why-concept", **named)
            return say("why-concept-under", broader=support.broader, **named)
        case OwnKeyword():
            return say("why-keyword", keyword=support.keyword)
        case Bearers() | Alike():
            examples = [say("why-example", title=each.title) for each in support.examples]
            return say(f"why-{support.kind}", count=support.count, examples=" ; ".join(examples))


def _value(suggestion: Suggestion, say: Messages) -> str | list[ProposedKeyword] | None:
    value = suggestion.value
    if not isinstance(value, tuple):
        return value
    evidence = suggestion.outcome.evidence
    return [
        ProposedKeyword(
            keyword=keyword,
            label=say.value(keyword),
            why=[why(each.support, say) for each in evidence if each.part == keyword],
        )
        for keyword in value
    ]


def _reason(suggestion: Suggestion, say: Messages) -> str | None:
    if suggestion.reason is None:
        return None
    return say.reason(suggestion.reason)


def _evidence(evidence: Evidence) -> AnyEvidence:
    told = evidence.support.model_dump() | {"part": evidence.part, "offset": evidence.offset}
    return _EVIDENCE.validate_python(told)


_EVIDENCE: TypeAdapter[AnyEvidence] = TypeAdapter(
    Annotated[AnyEvidence, Field(discriminator="kind")]
)


def _cost(usage: Usage | None) -> Cost:
    return Cost(**usage.model_dump()) if usage else Cost()
