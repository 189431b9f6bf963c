"""What an operator declares, and what of it is said on the public pages."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.model import ModelDeclaration, Policy, Text

WebAddress: TypeAlias = Annotated[str, Field(pattern=r"^https://[^\s@]+$", max_length=300)]


class Publication(Noun):
    """Who answers for the installation: an organisation, never a person."""

    organisation: Text | None = None
    contact: WebAddress | None = None
    """Where anybody may contest a proposal or a figure."""
    repository: WebAddress | None = None
    """What a path of the repository is put after, to read that file: `https://HOST/.../main/`."""

    def source(self, path: str) -> str | None:
        """Return the address of a file of the repository, if one is known."""
        return None if self.repository is None else f"{self.repository.rstrip('/')}/{path}"


class Declared(Noun):
    """What an operator declared: which models there are, which may serve, who answers for them."""

    models: Mapping[str, ModelDeclaration] = {}
    """By the name that people know them by."""
    policy: Policy = Policy()
    publication: Publication = Publication()
    people_sign_in: bool = False
    """Whether those who decide or operate sign in."""


NOTHING_DECLARED = Declared()
