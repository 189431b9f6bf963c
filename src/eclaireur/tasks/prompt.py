"""What a task tells a language model: one file a field, in `prompts`, for anyone to read."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from string import Template

from eclaireur.core.base import Noun
from eclaireur.core.proposal import Fault

CHARACTERS_PER_TOKEN = 3
"""Of French, at the least: what is counted so is never too long for a model."""


class Prompt(Noun):
    """All that a model is told, in French."""

    version: str
    """The task's: a prompt that changes makes another version of the task."""
    changelog: Mapping[str, str]
    """What each version changed."""
    system: str
    """The task and its rules."""
    record: str
    """What surrounds the record: `$fence`, `$title` and `$description` are its own."""
    repair: str
    """What is said of a wrong answer, `$fault`."""
    faults: Mapping[str, str]
    """What each fault is called, by the code of its reason: `$quote` and its parameters."""

    @property
    def words(self) -> str:
        """Everything that a model must not repeat."""
        return "\n".join((self.system, self.record, self.repair, *self.faults.values()))

    def about(self, *, fence: str, title: str, description: str) -> str:
        """Present a record, whose text is never read as a template."""
        return Template(self.record).substitute(fence=fence, title=title, description=description)

    def told(self, fault: Fault) -> str:
        """Say what is wrong with an answer, and ask for another."""
        sentence = Template(self.faults[fault.reason.code])
        said = sentence.substitute(quote=fault.quote, **fault.reason.params)
        return Template(self.repair).substitute(fault=said)


def prompt_of(field: str) -> Prompt:
    """Read the prompt of a field."""
    place = resources.files("eclaireur.tasks") / "prompts" / f"{field}.toml"
    return Prompt.model_validate(tomllib.loads(place.read_text("utf-8")))
