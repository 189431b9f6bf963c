"""What an operator turns off, for everybody or for one organisation."""

from enum import StrEnum

from eclaireur.core.base import Noun


class Switchable(StrEnum):
    """What can be turned off."""

    TASK = "task"
    MODEL = "model"


class Switch(Noun):
    """Something that is turned off."""

    kind: Switchable
    name: str
    """A field for a task, the declared name for a model."""
    organisation: str | None = None
    """The publisher it is turned off for; None is everybody."""

    def concerns(self, kind: Switchable, name: str, organisation: str | None) -> bool:
        """Whether it turns this off for the datasets of an organisation."""
        return (self.kind, self.name) == (kind, name) and self.organisation in {None, organisation}
