"""How people sign in, as an operator declares it."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any, Self, TypeAlias
from urllib.parse import urlsplit

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from eclaireur.core.access import Grant, Role, distinct
from eclaireur.core.base import Noun
from eclaireur.core.model import KeySource, Text

EVERY_ORGANISATION = "*"

CAME_BACK = "/sign-in/back"
"""Where the provider sends people back to: to be declared to it, after the address of the site."""

SIGNED_OUT = "/signed-out"
"""Where it sends those who signed out."""

Word: TypeAlias = Annotated[str, Field(pattern=r"^[!#-\[\]-~]+$", max_length=300)]
"""What OAuth 2 takes for one scope (RFC 6749, 3.3)."""
IpNetwork: TypeAlias = Annotated[str, Field(pattern=r"^[0-9A-Fa-f:.]+(/\d{1,3})?$")]


class Algorithm(StrEnum):
    """How a provider signs: the one that it was registered with, and no other is taken."""

    RS256 = "RS256"
    ES256 = "ES256"
    HS256 = "HS256"
    """With the client's secret."""


class Provider(Noun):
    """An OpenID Connect provider, ProConnect for instance."""

    name: Text = "OpenID Connect"
    """What the pages call it."""
    issuer: Text
    """Its address, as its discovery document says."""
    client_id: Text
    secret: KeySource
    scopes: tuple[Word, ...] = ()
    """What is asked beside `openid`: no more than the grants need."""
    levels: tuple[Text, ...] = ()
    """The values of `acr` that are enough; without any, all are."""
    algorithm: Algorithm = Algorithm.RS256
    private: bool = False
    """Whether its host is on this machine or network."""


class LocalToken(Noun):
    """The token of one person, who operates the installation."""

    token: KeySource


class GrantRule(Noun):
    """What a claim of the provider gives."""

    claim: Text
    equals: Text
    """The value of the claim, or one of its list."""
    role: Role
    organisation: Text
    """A publisher of the catalogue, or `*` for every one."""

    @property
    def grant(self) -> Grant:
        everywhere = self.organisation == EVERY_ORGANISATION
        return Grant(role=self.role, organisation=None if everywhere else self.organisation)

    def is_met(self, claims: Mapping[str, Any]) -> bool:
        """Whether what the provider claims of somebody meets the rule."""
        given = claims.get(self.claim)
        return self.equals in (given if isinstance(given, list) else [given])


class SignIn(Noun):
    """Who signs in, how, and for how long."""

    address: Text | None = None
    """The address that people know the pages by; without one, this machine's loopback."""
    proxies: tuple[IpNetwork, ...] = ()
    """The proxies whose `X-Forwarded-For` is believed, to count attempts by address."""
    idle_minutes: Annotated[int, Field(ge=5, le=720)] = 60
    most_hours: Annotated[int, Field(ge=1, le=24)] = 12
    openid: Provider | None = None
    local: LocalToken | None = None
    grants: tuple[GrantRule, ...] = ()

    @model_validator(mode="after")
    def _somebody_can(self) -> Self:
        if self.openid is None and self.local is None:
            raise PydanticCustomError("sign-in-without-way", "neither openid nor local")
        if self.openid is not None and self.address is None:
            raise PydanticCustomError("sign-in-without-address", "openid needs address")
        return self

    @model_validator(mode="after")
    def _address_is_an_origin(self) -> Self:
        if self.address is not None and not is_origin(self.address):
            raise PydanticCustomError("sign-in-address", "not the address of a site")
        return self

    @property
    def is_secure(self) -> bool:
        """Whether people reach the pages by https."""
        return (self.address or "").startswith("https://")

    @property
    def idle(self) -> timedelta:
        return timedelta(minutes=self.idle_minutes)

    @property
    def longest(self) -> timedelta:
        return timedelta(hours=self.most_hours)

    def granted(self, claims: Mapping[str, Any]) -> tuple[Grant, ...]:
        """What somebody may do, of whom the provider claims this."""
        return distinct(each.grant for each in self.grants if each.is_met(claims))


def is_origin(address: str) -> bool:
    """Whether this is where a site is: https, or http on this machine, and no path.

    >>> is_origin("https://eclaireur.example"), is_origin("http://eclaireur.example")
    (True, False)
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    is_local = parts.scheme == "http" and host in {"localhost", "127.0.0.1", "::1"}
    is_bare = address == f"{parts.scheme}://{parts.netloc}" and "@" not in address
    return bool(host) and is_bare and (parts.scheme == "https" or is_local)
