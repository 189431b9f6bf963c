"""Where somebody reviews: which campaign, on which page, shown how."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Self

from fastapi import Depends

from eclaireur.core.review import ReviewOrder
from eclaireur.web.csrf import CheckedForm, text
from eclaireur.web.language import Links

_PAGE = re.compile(r"[\w-]{16,64}", re.ASCII)


@dataclass(frozen=True)
class Desk:
    """Where somebody reviews: the campaign, the page, and how it shows what waits."""

    campaign: str
    page: str
    """A random text of this page's own, which holds records from the others."""
    order: ReviewOrder
    is_list: bool

    @classmethod
    def of(cls, campaign: str, page: str, order: str, view: str) -> Self:
        """Read it off an address or a form; what is none is as by default."""
        return cls(
            campaign=campaign,
            page=page if _PAGE.fullmatch(page) else secrets.token_urlsafe(16),
            order=ReviewOrder(order) if order in {*ReviewOrder} else ReviewOrder.VIEWS,
            is_list=view == "list",
        )

    @property
    def path(self) -> str:
        """The address of its pages, without the language."""
        return f"/campaigns/{self.campaign}/review"

    @property
    def fields(self) -> Mapping[str, str]:
        """What its forms carry."""
        return {"page": self.page, "order": self.order.value, "view": self.view}

    @property
    def view(self) -> str:
        return "list" if self.is_list else "one"

    def link(self, links: Links, below: str = "", **query: str | None) -> str:
        """The address of one of its pages."""
        return links(self.path + below, **{**self.fields, **query})

    def other(self, links: Links, **query: str) -> str:
        """The address of another page, which shows what waits in another way.

        It is not this page: what this one holds is given back when it is left, at any moment.
        """
        return links(self.path, **{"order": self.order.value, "view": self.view, **query})


async def _asked(campaign: str, page: str = "", order: str = "", view: str = "") -> Desk:
    return Desk.of(campaign, page, order, view)


async def _sent(campaign: str, form: CheckedForm) -> Desk:
    return Desk.of(campaign, text(form, "page"), text(form, "order"), text(form, "view"))


AskedDesk = Annotated[Desk, Depends(_asked)]
SentDesk = Annotated[Desk, Depends(_sent)]
