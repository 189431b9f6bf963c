"""Who may do what, where people sign in: a role, for an organisation or for all of them.

Nothing here tells who somebody is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eclaireur.core.base import Noun
from eclaireur.core.errors import RoleMissing


class Role(StrEnum):
    """What somebody may do. Each may do what those before it may."""

    READ = "read"
    """Read, search, work on drafts: what anybody may do without signing in."""
    REVIEW = "review"
    """Decide on proposals, and ask for those that cost something."""
    OPERATE = "operate"
    """Turn things off, train, add vocabularies, keep cases."""

    def includes(self, other: "Role") -> bool:
        """Whether whoever has this role may do what the other is for."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(other)


class Grant(Noun):
    """A role, and what it is for."""

    role: Role
    organisation: str | None = None
    """The publisher whose datasets it is for; None is every one."""

    @property
    def scope(self) -> str:
        """Whether it is for `some` organisation or for `every` one."""
        return "every" if self.organisation is None else "some"

    def covers(self, role: Role, organisation: str | None) -> bool:
        """Whether it lets somebody act in a role on what is an organisation's, or nobody's."""
        return self.role.includes(role) and self.organisation in {None, organisation}


@dataclass(frozen=True)
class Authority:
    """What one request may do.

    Args:
        grants: what whoever makes it was granted.
        is_signed_in: whether somebody signed in to make it.
        is_unlimited: whether this is an installation where nobody signs in.
    """

    grants: tuple[Grant, ...] = ()
    is_signed_in: bool = False
    is_unlimited: bool = False

    def has(self, role: Role) -> bool:
        """Whether it may act in a role somewhere, be it for one organisation alone."""
        return self.is_unlimited or any(each.role.includes(role) for each in self.grants)

    def may(self, role: Role, organisation: str | None) -> bool:
        """Whether it may act in a role on what is an organisation's; None is nobody's, or all."""
        return self.is_unlimited or any(each.covers(role, organisation) for each in self.grants)

    def organisations(self, role: Role) -> frozenset[str] | None:
        """The organisations for which it may act in a role; None is every one."""
        if self.may(role, None):
            return None
        own = (each.organisation for each in self.grants if each.role.includes(role))
        return frozenset(each for each in own if each is not None)

    def capacity(self, role: Role, organisation: str | None) -> Grant | None:
        """Return in what capacity it acts: what it was granted that covers this most closely.

        None where nobody signs in.

        Raises:
            RoleMissing: it may not.
        """
        if self.is_unlimited:
            return None
        covering = [each for each in self.grants if each.covers(role, organisation)]
        if not covering:
            raise role_missing(role, organisation)
        return min(covering, key=lambda each: each.organisation is None)


def role_missing(role: Role, organisation: str | None) -> RoleMissing:
    """Say that a role was not granted, for an organisation or for every one."""
    scope = "every" if organisation is None else "some"
    return RoleMissing(role=role.value, scope=scope, organisation=organisation or "*")


UNLIMITED = Authority(is_unlimited=True)
"""Where nobody signs in, whoever reaches the installation may do everything."""

ANYBODY = Authority()
"""Somebody who has not signed in, where people do."""


class Session(Noun):
    """Somebody who signed in, until they sign out. Nothing tells who."""

    digest: str
    """Of the random token that their browser alone has."""
    grants: tuple[Grant, ...]
    idle_until: datetime
    """When it ends if nothing is asked until then."""
    ends_at: datetime
    """When it ends in any case."""

    def is_over(self, now: datetime) -> bool:
        return now >= min(self.idle_until, self.ends_at)


def distinct(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """The grants, each once, without those that another includes."""
    every = list(dict.fromkeys(grants))
    return tuple(
        each
        for each in every
        if not any(other != each and other.covers(each.role, each.organisation) for other in every)
    )
