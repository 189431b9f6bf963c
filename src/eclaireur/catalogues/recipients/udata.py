"""A udata portal, such as data.gouv.fr: `PUT` of a dataset, and of its extras."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from eclaireur.catalogues import mark
from eclaireur.catalogues.portals.udata import entry_told
from eclaireur.catalogues.recipients.courier import Courier
from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import PortalLacks
from eclaireur.core.provenance import DecidedDataset
from eclaireur.core.sending import Held

DATASETS = "api/1/datasets/"
EXTRAS = "api/2/datasets/"

KEY_HEADER = "x-api-key"

_RESENT = ("tags", "temporal_coverage", "private")
"""What a `PUT` that does not say it erases, or sets back: a form without the field is an empty one.

`TagField` and `DateRangeField` of udata's forms do so, and `BooleanField` in its older versions;
the other fields keep what they hold.
"""


class UdataRecipient:
    """Writes fields, and in the extras where they come from."""

    fields = frozenset({"short_description", "keywords"})

    def __init__(self, datasets: str, courier: Courier) -> None:
        """Prepare to write under `datasets`, the address of the list in the API v1."""
        self._root = datasets.removesuffix(DATASETS)
        self._courier = courier
        courier.present_key(KEY_HEADER)

    @property
    def name(self) -> str:
        return self._root

    async def read(self, identifier: str) -> Held | None:
        try:
            told = await self._courier.read(self._address(DATASETS, identifier))
        except PortalLacks:
            return None
        return self._courier.held(told, entry_told)

    async def write(self, held: Held, wanted: DecidedDataset, fields: Iterable[str]) -> None:
        identifier = held.dataset.identifier
        told, now = mark.written(wanted), _extra(held.record)
        if told != now:
            # First where it comes from: a mark counts only beside the value that it names.
            extras: Json = {mark.EXTRA: told}
            address = f"{self._address(EXTRAS, identifier)}extras/"
            await self._courier.write("PUT", address, identifier, extras)
        body: dict[str, Json] = {
            key: held.record[key] for key in _RESENT if held.record.get(key) is not None
        }
        for field in fields:
            key, value = _FIELDS[field](wanted.dataset)
            body[key] = value
        await self._courier.write("PUT", self._address(DATASETS, identifier), identifier, body)

    def _address(self, api: str, identifier: str) -> str:
        return f"{self._root}{api}{quote(identifier, safe='')}/"


def _extra(record: Mapping[str, Json]) -> Json:
    extras = record.get("extras")
    return extras.get(mark.EXTRA) if isinstance(extras, dict) else None


def _short_description(dataset: Dataset) -> tuple[str, Json]:
    return "description_short", dataset.short_description or ""


def _tags(dataset: Dataset) -> tuple[str, Json]:
    return "tags", list(dataset.keywords)


_FIELDS = {"short_description": _short_description, "keywords": _tags}
