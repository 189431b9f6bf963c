"""A CKAN portal: `package_patch` of its action API."""

import json
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from eclaireur.catalogues import mark
from eclaireur.catalogues.portals.ckan import SHORT_DESCRIPTION, entry_told, objects
from eclaireur.catalogues.recipients.courier import Courier
from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import PortalLacks
from eclaireur.core.provenance import DecidedDataset
from eclaireur.core.sending import Held

KEY_HEADER = "authorization"

THEME = "theme"


class CkanRecipient:
    """Writes fields and extras in one patch, which leaves the others as they are.

    A patch replaces a whole list: tags and extras are sent back with those that were there. The
    short description and the themes go to the fields of the portal's schema where it has them, to
    extras otherwise, where `ckanext-dcat` looks for themes.
    """

    fields = frozenset({"short_description", "keywords", "theme"})

    def __init__(self, actions: str, courier: Courier) -> None:
        """Prepare to write with `actions`, the address of the action API."""
        self._actions = actions
        self._courier = courier
        courier.present_key(KEY_HEADER)

    @property
    def name(self) -> str:
        return self._actions.partition("api/")[0]

    async def read(self, identifier: str) -> Held | None:
        query = urlencode({"id": identifier})
        try:
            answer = await self._courier.read(f"{self._actions}package_show?{query}")
        except PortalLacks:
            return None
        told = answer.get("result") if isinstance(answer, dict) else None
        return self._courier.held(told, entry_told)

    async def write(self, held: Held, wanted: DecidedDataset, fields: Iterable[str]) -> None:
        record, dataset = held.record, wanted.dataset
        patch: dict[str, Json] = {"id": held.dataset.identifier}
        extras: dict[str, str | None] = {mark.EXTRA: mark.written(wanted)}
        for field in fields:
            match field:
                case "keywords":
                    patch["tags"] = _tags(record, dataset)
                case "short_description" if SHORT_DESCRIPTION in record:
                    patch[SHORT_DESCRIPTION] = dataset.short_description or ""
                case "short_description":
                    extras[SHORT_DESCRIPTION] = dataset.short_description
                case "theme" if THEME in record:
                    patch[THEME] = list(dataset.theme)
                case "theme":
                    extras[THEME] = json.dumps(list(dataset.theme)) if dataset.theme else None
        patch["extras"] = _extras(record, extras)
        await self._courier.write(
            "POST", f"{self._actions}package_patch", held.dataset.identifier, patch
        )


def _tags(record: Mapping[str, Json], dataset: Dataset) -> list[Json]:
    """The tags, those that were there as they were: one may belong to a vocabulary."""
    there = {each.get("name"): each for each in objects(record.get("tags"))}
    return [there.get(keyword, {"name": keyword}) for keyword in dataset.keywords]


def _extras(record: Mapping[str, Json], changed: Mapping[str, str | None]) -> list[Json]:
    """The extras, those that were there as they were; None takes one away."""
    extras: list[Json] = [
        each for each in objects(record.get("extras")) if each.get("key") not in changed
    ]
    for key, value in changed.items():
        if value is not None:
            extras.append({"key": key, "value": value})
    return extras
