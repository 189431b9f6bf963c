"""Portals on loopback that are written to, and answer as their sources say.

udata: `udata/core/dataset/api.py`, `apiv2.py` and `udata/forms/fields.py` (a `PUT` goes through a
form in which a missing `TagField` or `DateRangeField` is an empty one). CKAN:
`ckan/logic/action/patch.py`, `ckan/views/api.py` (403 for authorisation, 409 for validation).
"""

import asyncio
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import parse_qs, unquote, urlsplit

from fault_server import Behaviour, FaultServer, Received, answer, fault_server

from eclaireur.egress import Egress

KEY = "clef-de-Camille-0123456789"
PERSON = "Camille Kervadec"

Record: TypeAlias = dict[str, Any]


@dataclass
class Written:
    """A portal, and the server that plays it."""

    server: FaultServer
    egress: Egress | None = None
    """The way out to it, for who writes from the same process."""
    records: dict[str, Record] = field(default_factory=dict)
    ignored: set[str] = field(default_factory=set)
    """The keys that it takes and forgets."""
    forbidden: set[str] = field(default_factory=set)
    """The datasets that the holder of the key may not change."""
    faults: "list[tuple[bool, Behaviour | None]]" = field(default_factory=list)
    """For the next writings: whether it takes each in, and what it answers instead."""
    meanwhile: Callable[[], None] | None = None
    """What happens there just before the next writing."""

    def __post_init__(self) -> None:
        self.server.respond = self.respond

    @property
    def address(self) -> str:
        return f"{self.server.origin}/"

    def publish(self, *identifiers: str) -> None:
        for each in identifiers:
            self.records[each] = self.new(each)

    @property
    def writings(self) -> list[Received]:
        """What it was asked to write in a dataset."""
        return [each for each in self.server.received if self.is_writing(each)]

    def respond(self, received: Received) -> Behaviour:
        method, target, _ = received.line.split(" ")
        parts = urlsplit(target)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if not self.is_writing(received):
            return self.serve(method, unquote(parts.path), query, received)
        if self.meanwhile is not None:
            happens, self.meanwhile = self.meanwhile, None
            happens()
        takes, instead = self.faults.pop(0) if self.faults else (True, None)
        told = self.serve(method, unquote(parts.path), query, received) if takes else None
        return instead or told or answer("", 500)

    def is_writing(self, received: Received) -> bool:
        raise NotImplementedError

    def serve(self, method: str, path: str, query: dict[str, str], received: Received) -> Behaviour:
        raise NotImplementedError

    def new(self, identifier: str) -> Record:
        raise NotImplementedError

    def said(self, identifier: str, name: str) -> Any:
        """What it says of a field: a text, or a set."""
        raise NotImplementedError

    def say(self, identifier: str, name: str, value: Any) -> None:
        """Somebody changes a field there."""
        raise NotImplementedError

    def kept(self, identifier: str, key: str) -> Any:
        """What it keeps in an extra."""
        raise NotImplementedError


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class UdataWritten(Written):
    lists, extras = "/api/1/datasets/", "/api/2/datasets/"
    fields = ("short_description", "keywords")
    names: Mapping[str, str] = {"short_description": "description_short", "keywords": "tags"}
    wrong_value = ("keywords", ("ab",))
    """What it refuses as invalid."""
    invalid = 400

    def is_writing(self, received: Received) -> bool:
        return received.line.startswith(f"PUT {self.lists}")

    def new(self, identifier: str) -> Record:
        return {
            "id": identifier,
            "title": f"Titre {identifier}",
            "description": "Mesures mensuelles de la qualité de l’eau.",
            "description_short": None,
            "tags": ["eau", "riviere"],
            "archived": None,
            "deleted": None,
            "private": False,
            "temporal_coverage": {"start": "2020-01-01", "end": "2021-01-01"},
            "last_modified": "2026-01-02T03:04:05+00:00",
            "frequency": "monthly",
            "license": "lov2",
            "organization": {"class": "Organization", "id": "7", "name": "Ville"},
            "owner": {"first_name": PERSON},
            "contact_points": [{"id": "5", "name": PERSON, "role": "contact"}],
            "resources": [{"id": "1", "title": "A", "format": "csv", "url": "https://exemple.fr/"}],
            "spatial": {"zones": ["Rennes"], "granularity": "fr:commune"},
            "extras": {"check:status": 200},
        }

    def serve(
        self,
        method: str,
        path: str,
        query: dict[str, str],  # noqa: ARG002
        received: Received,
    ) -> Behaviour:
        key = received.headers.get("x-api-key")
        if key is not None and key != KEY:
            return answer({"message": "Invalid API Key"}, 401)
        if path == self.lists:
            data = list(self.records.values())
            return answer({"data": data, "total": len(data), "next_page": None})
        if path.startswith(self.extras) and path.endswith("/extras/") and method == "PUT":
            return self._put_extras(path.split("/")[4], key, received.json)
        identifier = path.removeprefix(self.lists).strip("/")
        if not path.startswith(self.lists) or identifier not in self.records:
            return answer({"message": "Not found"}, 404)
        record = self.records[identifier]
        if method == "GET":
            return answer(record)
        refusal = self._refusal(identifier, key)
        return refusal or self._put(record, received.json)

    def _refusal(self, identifier: str, key: str | None) -> Behaviour | None:
        if key is None:
            return answer({"message": "Unauthorized"}, 401)
        if identifier in self.forbidden:
            message = "You do not have the permission to modify that object."
            return answer({"message": message}, 403)
        if self.records[identifier]["deleted"]:
            return answer({"message": "Dataset has been deleted"}, 410)
        return None

    def _put(self, record: Record, body: Record) -> Behaviour:
        errors = {}
        tags = [_slug(each) for each in body.get("tags") or []]
        if any(not 3 <= len(each) <= 96 for each in tags):
            errors["tags"] = ["Tag must be between 3 and 96 characters long."]
        if len(body.get("description_short") or "") > 200:
            errors["description_short"] = ["Field cannot be longer than 200 characters."]
        if errors:
            return answer({"message": "Validation error", "errors": errors}, 400)
        body = {name: value for name, value in body.items() if name not in self.ignored}
        # What the form does not find, it empties, or sets back.
        if "tags" not in self.ignored:
            record["tags"] = sorted(set(tags))
        record["temporal_coverage"] = body.get("temporal_coverage")
        record["private"] = body.get("private", False)
        for name in ("title", "description", "description_short"):
            if name in body:
                record[name] = body[name] or None
        record["last_modified"] = "2026-11-26T12:00:00+00:00"
        return answer(record)

    def _put_extras(self, identifier: str, key: str | None, body: Any) -> Behaviour:
        if identifier not in self.records:
            return answer({"message": "Dataset not found"}, 404)
        if (refusal := self._refusal(identifier, key)) is not None:
            return refusal
        if not isinstance(body, dict):
            return answer({"message": "Wrong payload format, dict expected"}, 400)
        extras = self.records[identifier]["extras"]
        for name, value in body.items():
            if value is None:
                extras.pop(name, None)
            else:
                extras[name] = value
        return answer(extras)

    def said(self, identifier: str, name: str) -> Any:
        value = self.records[identifier][self.names[name]]
        return set(value) if isinstance(value, list) else value

    def say(self, identifier: str, name: str, value: Any) -> None:
        self.records[identifier][self.names.get(name, name)] = value

    def kept(self, identifier: str, key: str) -> Any:
        return self.records[identifier]["extras"].get(key)


class CkanWritten(Written):
    actions = "/api/3/action/"
    fields = ("short_description", "keywords", "theme")
    wrong_value = ("keywords", ("a",))
    invalid = 409

    def is_writing(self, received: Received) -> bool:
        return received.line.startswith(f"POST {self.actions}package_patch")

    def new(self, identifier: str) -> Record:
        return {
            "id": identifier,
            "name": identifier,
            "title": f"Titre {identifier}",
            "notes": "Mesures mensuelles de la qualité de l’eau.",
            "author": PERSON,
            "state": "active",
            "private": False,
            "metadata_modified": "2026-01-02T03:04:05",
            "organization": {"id": "7", "name": "ville", "title": "Ville"},
            "tags": [
                {"id": "t1", "name": "eau", "vocabulary_id": None, "display_name": "Eau"},
                {"id": "t2", "name": "riviere", "vocabulary_id": None, "display_name": "riviere"},
            ],
            "resources": [{"id": "1", "name": "A", "format": "csv", "url": "https://exemple.fr/"}],
            "extras": [{"key": "contact", "value": PERSON}],
        }

    def serve(self, method: str, path: str, query: dict[str, str], received: Received) -> Behaviour:
        action = path.removeprefix(self.actions)
        if method == "GET" and action == "package_search":
            return _done({"count": len(self.records), "results": []})
        if method == "GET" and action == "package_show":
            found = self.records.get(query["id"])
            return _done(found) if found and found["state"] == "active" else _not_found()
        if method == "POST" and action == "package_patch":
            return self._patch(received)
        return answer({"message": "no such page"}, 404)

    def _patch(self, received: Received) -> Behaviour:
        body = received.json
        record = self.records.get(body["id"])
        if record is None:
            return _not_found()
        key = received.headers.get("authorization")
        if key != KEY or body["id"] in self.forbidden:
            return _undone({"__type": "Authorization Error", "message": "Access denied"}, 403)
        names = [each["name"] for each in body.get("tags", [])]
        keys = [each["key"] for each in body.get("extras", [])]
        wrong = {}
        if any(not 2 <= len(each) <= 100 for each in names):
            wrong["tags"] = [{"name": ["Tag length is less than minimum 2"]}]
        if len(set(keys)) < len(keys):
            wrong["extras"] = [{"key": ["There is a schema field with the same name"]}]
        if wrong:
            return _undone({"__type": "Validation Error", **wrong}, 409)
        for name, value in body.items():
            if name == "extras":
                kept = [each for each in value if each["key"] not in self.ignored]
                record["extras"] = kept
            elif name not in self.ignored:
                record[name] = value
        record["metadata_modified"] = "2026-11-26T12:00:00"
        return _done(record)

    def said(self, identifier: str, name: str) -> Any:
        record = self.records[identifier]
        if name == "keywords":
            return {each["name"] for each in record["tags"]}
        if name == "short_description":
            return self.kept(identifier, "description_short")
        told = self.kept(identifier, name)
        return set(json.loads(told)) if told else set()

    def say(self, identifier: str, name: str, value: Any) -> None:
        record = self.records[identifier]
        if name == "keywords":
            record["tags"] = [{"name": each} for each in value]
        elif name == "short_description":
            record["extras"].append({"key": "description_short", "value": value})
        else:
            record[{"description": "notes"}.get(name, name)] = value

    def kept(self, identifier: str, key: str) -> Any:
        extras = self.records[identifier]["extras"]
        return next((each["value"] for each in extras if each["key"] == key), None)


class CkanWithSchema(CkanWritten):
    """One whose schema (ckanext-scheming) has fields for what CKAN itself has none."""

    def new(self, identifier: str) -> Record:
        return super().new(identifier) | {"description_short": "", "theme": []}

    def said(self, identifier: str, name: str) -> Any:
        record = self.records[identifier]
        if name == "short_description":
            return record["description_short"] or None
        return set(record["theme"]) if name == "theme" else super().said(identifier, name)

    def say(self, identifier: str, name: str, value: Any) -> None:
        if name == "short_description":
            self.records[identifier]["description_short"] = value
        else:
            super().say(identifier, name, value)


def _done(result: object) -> Behaviour:
    return answer({"help": "", "success": True, "result": result})


def _undone(error: Record, status: int) -> Behaviour:
    return answer({"help": "", "success": False, "error": error}, status)


def _not_found() -> Behaviour:
    return _undone({"__type": "Not Found Error", "message": "Not found"}, 404)


@contextmanager
def portal_aside(kind: type[Written]) -> Iterator[Written]:
    """A portal served by another thread, for tests that drive the product from outside."""
    loop, begun, ended = asyncio.new_event_loop(), threading.Event(), asyncio.Event()
    served: list[Written] = []

    async def serve() -> None:
        async with fault_server() as server:
            served.append(kind(server))
            begun.set()
            await ended.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    try:
        assert begun.wait(60)
        yield served[0]
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        loop.close()


WRITTEN = {"udata": UdataWritten, "ckan": CkanWritten, "ckan-schema": CkanWithSchema}
