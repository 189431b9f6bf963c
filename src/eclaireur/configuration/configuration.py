"""What the file holds, once it is known to be right."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.model import ModelDeclaration, Policy
from eclaireur.egress import Destination

ModelName: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$")]


class Configuration(Noun):
    """The choices of an operator. Without a file, no model is declared and nothing is sent."""

    policy: Policy = Policy()
    models: Mapping[ModelName, ModelDeclaration] = {}
    """The models by the name that people know them by."""

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Every place to which something may be sent, once each."""
        declared = (
            Destination.of(each.address, private=each.private) for each in self.models.values()
        )
        return tuple(dict.fromkeys(declared))
