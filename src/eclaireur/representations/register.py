"""The register of the uses of artificial intelligence: one record a task."""

from datetime import date
from importlib.metadata import version
from typing import Literal, Self

from pydantic import BaseModel, Field

from eclaireur.commitments import Facts, ModelSheet, TaskSheet
from eclaireur.core.publication import Publication
from eclaireur.messages import Messages
from eclaireur.representations.commitments import LICENCE, Licence

NOTES = ("decision", "crpa", "ai-act", "gdpr")
"""What the law asks, as we read it; each is the message `register-note-<code>`."""


class MethodRecord(BaseModel):
    """A method of a task, in its turn."""

    name: str
    description: str
    model: str | None = Field(description="The declared name of the model that it asks.")
    automatic: bool = Field(description="Whether it answers by itself, without being asked again.")


class UseRecord(BaseModel):
    """One use of artificial intelligence."""

    task: str
    name: str
    purpose: str
    status: Literal["in-use", "off"]
    off_for: list[str] = Field(description="The organisations that it is turned off for.")
    version: str
    since: date | None = Field(
        description="The first day that this version served here; null as long as it has not."
    )
    inputs: list[str] = Field(description="The fields of a record that it reads.")
    inputs_of_models: list[str] = Field(
        description="Those that a language model is shown, personal data masked."
    )
    never_read: list[str]
    output: str
    methods: list[MethodRecord]
    models: list[ModelSheet]
    prompt: str = Field(description="What a language model is told, in French.")
    human_role: str
    effect: str = Field(description="What it does to people.")
    personal_data: str
    notes: list[str] = Field(description="What the law asks, in plain words. No legal advice.")

    @classmethod
    def of(cls, sheet: TaskSheet, facts: Facts, say: Messages) -> Self:
        return cls(
            task=sheet.task,
            name=say(f"field-{sheet.task}"),
            purpose=say(f"purpose-{sheet.task}"),
            status="off" if sheet.off else "in-use",
            off_for=list(sheet.off_for),
            version=sheet.version,
            since=sheet.since,
            inputs=list(sheet.reads),
            inputs_of_models=list(sheet.shows),
            never_read=list(sheet.never_reads),
            output=say("register-output", field=say(f"field-{sheet.task}")),
            methods=[
                MethodRecord(
                    name=each.method,
                    description=say(f"method-{each.method}"),
                    model=each.model,
                    automatic=each.automatic,
                )
                for each in sheet.turns
            ],
            models=[each for each in facts.models if sheet.task in each.tasks],
            prompt=sheet.prompt.system.strip(),
            human_role=say("register-human-role"),
            effect=say("register-effect"),
            personal_data=say("register-personal-data"),
            notes=[say(f"register-note-{each}") for each in NOTES],
        )


class RegisterRecord(BaseModel):
    """Every use of artificial intelligence of an installation."""

    licence: Licence
    as_of: date
    version: str = Field(description="Of the program.")
    publication: Publication
    uses: list[UseRecord]

    @classmethod
    def of(cls, facts: Facts, say: Messages) -> Self:
        return cls(
            licence=LICENCE,
            as_of=facts.day,
            version=version("eclaireur"),
            publication=facts.publication,
            uses=[UseRecord.of(each, facts, say) for each in facts.tasks],
        )
