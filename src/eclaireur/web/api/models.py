"""What the API takes and gives, besides what every door gives."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from eclaireur.assistant import DatasetView
from eclaireur.catalogues.export.records import exported_record
from eclaireur.catalogues.record import record_from_dataset
from eclaireur.core.base import Json
from eclaireur.core.campaign import CampaignState
from eclaireur.core.ports import DatasetPage, DatasetSummary, Lack
from eclaireur.core.suggestion import Action, Decision, DecisionReason
from eclaireur.messages import Messages
from eclaireur.representations.suggestion import SuggestionRecord

LONGEST_TEXT = 100_000
"""Characters of a text that is checked or masked: about a second of work."""

LONGEST_SELECTION = 10_000
"""Characters of the words that choose the records of a campaign."""

RECORD_EXAMPLE: dict[str, Json] = {
    "id": "comptages-velos-2025",
    "title": "Comptages de vélos",
    "description": "Nombre de passages de vélos relevés chaque heure par douze compteurs…",
    "tags": ["mobilite"],
    "organization": "Ville de Valmoncel",
    "license": "Licence Ouverte / Open Licence version 2.0",
    "frequency": "daily",
}


def _nullable(description: str, *kinds: str) -> dict[str, Any]:
    return {"type": [*kinds, "null"], "description": description}


_TEXT = ("string", "number")
_LABEL = (*_TEXT, "object")
"""udata and CKAN write what an object is called in it: `name`, `title`, `label`…"""

Record = Annotated[
    dict[str, Json],
    WithJsonSchema(
        {
            "type": "object",
            "title": "Record",
            "description": "A dataset under the keys of data.gouv.fr's catalogue. Other keys are "
            "kept as they are; those that name a person are dropped. Where a text is due, a number "
            "is read as it is written.",
            "properties": {
                "id": _nullable("The identifier that its portal knows it by.", *_TEXT),
                "title": _nullable("Its title.", *_TEXT),
                "acronym": _nullable("Its acronym.", *_TEXT),
                "description": _nullable("Markdown or HTML, as published.", *_TEXT),
                "description_short": _nullable("At most 200 characters.", *_TEXT),
                "tags": {
                    "type": ["array", "string", "null"],
                    "items": {"type": [*_LABEL, "null"]},
                    "description": "Its keywords; in one text, commas between them.",
                },
                "organization": _nullable("Who publishes it.", *_LABEL),
                "license": _nullable("Its licence.", *_LABEL),
                "frequency": _nullable("The portal's code, `annual` for instance.", *_LABEL),
                "spatial": _nullable("`granularity` and `zones`, or a zone.", "object", "string"),
                "temporal": _nullable("`start` and `end`, in ISO 8601.", "object"),
                "created_at": _nullable("ISO 8601.", *_TEXT),
                "last_modified": _nullable("ISO 8601.", *_TEXT),
            },
            "additionalProperties": True,
            "examples": [RECORD_EXAMPLE],
        }
    ),
]


def _as_written(given: object) -> object:
    """Refuse the numbers of seconds that pydantic would take a day for."""
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise PydanticCustomError("date_parsing", "not a day")
    return given


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Day = Annotated[date, BeforeValidator(_as_written)]
"""A day as ISO 8601 writes it: `2026-03-14`."""


class DatasetItem(BaseModel):
    """A line of the list."""

    identifier: str
    title: str
    publisher: str | None
    lacks: list[Lack] = Field(description="What it lacks, once what people retained is counted.")
    open_proposals: int = Field(description="How many proposals wait for a decision.")

    @classmethod
    def of(cls, summary: DatasetSummary) -> Self:
        return cls(**summary.model_dump(exclude={"lacks"}), lacks=sorted(summary.lacks))


class DatasetList(BaseModel):
    """Some of the datasets found, by title."""

    total: int = Field(description="How many there are in all.")
    items: list[DatasetItem]

    @classmethod
    def of(cls, page: DatasetPage) -> Self:
        return cls(total=page.total, items=[DatasetItem.of(each) for each in page.items])


class DatasetDetail(BaseModel):
    """A dataset, as published and as decided, and what was proposed for it."""

    identifier: str = Field(description="Its identifier here. A draft has a random one.")
    expires_at: datetime | None = Field(description="When it is deleted, if it is a draft.")
    vanished_on: date | None = Field(
        description="The day when its source was found without it; it is kept, with its decisions."
    )
    published: Record = Field(description="As its producer published it.")
    decided: Record = Field(
        description="With the values people retained, and the `provenance` of each."
    )
    suggestions: list[SuggestionRecord] = Field(
        description="By field, then in the order they were made: the last of a field counts."
    )

    @classmethod
    def of(cls, view: DatasetView, say: Messages) -> Self:
        return cls(
            identifier=view.published.identifier,
            expires_at=view.expires_at,
            vanished_on=view.vanished_on,
            published=record_from_dataset(view.published),
            decided=exported_record(view.decided),
            suggestions=[SuggestionRecord.of(each, say) for each in view.suggestions],
        )


class SuggestionRequest(BaseModel):
    """What to propose a value for."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"dataset": "comptages-velos-2025", "field": "short_description"},
                {"dataset": "comptages-velos-2025", "field": "keywords", "another": True},
            ]
        },
    )

    dataset: str = Field(min_length=1, description="The identifier of the dataset here.")
    field: str = Field(min_length=1, description="`short_description`, `keywords` or `theme`.")
    another: bool = Field(
        default=False,
        description="Ask for another proposal than the one there is: the next method makes it.",
    )


class CheckRequest(BaseModel):
    """A text, and the dataset that it speaks of."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "oneOf": [
                {
                    "required": ["dataset"],
                    "properties": {"dataset": {"type": "string"}, "record": {"type": "null"}},
                },
                {
                    "required": ["record"],
                    "properties": {"record": {"type": "object"}, "dataset": {"type": "null"}},
                },
            ],
            "examples": [
                {"dataset": "comptages-velos-2025", "text": "Passages de vélos relevés en 2019."},
                {"record": RECORD_EXAMPLE, "text": "Passages de vélos relevés en 2019."},
            ],
        },
    )

    dataset: str | None = Field(
        None, min_length=1, description="The identifier of the dataset here."
    )
    record: Record | None = Field(None, description="Or the dataset itself, which is not kept.")
    text: str = Field(max_length=LONGEST_TEXT)

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if (self.dataset is None) == (self.record is None):
            raise ValueError("give either a dataset or a record")
        return self


class MaskRequest(BaseModel):
    """A text to clear of personal data. It is not kept."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"text": "Écrire à Soizic Kerbrat, 06 39 98 12 34."}]},
    )

    text: str = Field(max_length=LONGEST_TEXT)


class SuggestionList(BaseModel):
    """Some of the suggestions found, by key."""

    items: list[SuggestionRecord]
    next: str | None = Field(description="The `after` of the next page; null on the last one.")

    @classmethod
    def of(cls, items: Sequence[SuggestionRecord], limit: int) -> Self:
        has_more = len(items) > limit
        page = list(items[:limit])
        return cls(items=page, next=page[-1].suggestion if has_more else None)


class RemarkRequest(BaseModel):
    """What somebody says of a proposal in their own words."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(description="1 to 500 characters; personal data is masked.")


class CampaignRequest(BaseModel):
    """What a campaign would be about."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"field": "short_description", "selection": "missing, updated after 2024-01-01"}
            ]
        },
    )

    field: str = Field(min_length=1, description="`short_description`, `keywords` or `theme`.")
    selection: str = Field(
        default="missing",
        max_length=LONGEST_SELECTION,
        description="The records, in terms that commas separate; empty for all.",
    )
    model: str | None = Field(
        None, description="The declared name of the model that proposes; null for the frugal one."
    )
    limit: int | None = Field(
        None, ge=1, le=10**9, description="The most records, those that matter most."
    )


class CampaignStateRequest(BaseModel):
    """What is asked of a campaign."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"state": "paused"}]})

    state: CampaignState
    retry_failed: bool = Field(
        default=False, description="Whether the records that failed are tried again, if it runs."
    )


def _only_for(property_name: str, *actions: Action) -> dict[str, Any]:
    return {
        "if": {"properties": {"action": {"not": {"enum": list(actions)}}}},
        "then": {"properties": {property_name: {"type": "null"}}},
    }


class DecisionRequest(BaseModel):
    """What a person decided. It names nobody."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "allOf": [
                _only_for("value", Action.EDIT),
                _only_for("reason", Action.EDIT, Action.REJECT),
            ],
            "examples": [
                {"action": "accept"},
                {"action": "edit", "value": "Passages de vélos relevés chaque heure."},
                {"action": "edit", "value": ["mobilite", "velo"]},
                {"action": "reject", "reason": "too_long"},
            ],
        },
    )

    action: Action
    value: str | list[str] | None = Field(
        None, description="The person's own value; an edit has one, and nothing else does."
    )
    reason: DecisionReason | None = Field(
        None,
        description="Why it is edited or rejected, when the person says. It is counted by day and"
        " kept nowhere else.",
    )

    @model_validator(mode="after")
    def _goes_with_its_action(self) -> Self:
        if self.value is not None and self.action is not Action.EDIT:
            raise ValueError("only an edit has a value")
        if self.reason is not None and self.action is Action.ACCEPT:
            raise ValueError("an acceptance has no reason")
        return self

    def decision(self) -> Decision:
        value = tuple(self.value) if isinstance(self.value, list) else self.value
        return Decision(action=self.action, value=value, reason=self.reason)
