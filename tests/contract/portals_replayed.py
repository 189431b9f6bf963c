"""Portals on loopback that answer as their documentation says, from a catalogue given to them."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from fault_server import Behaviour, FaultServer, Received, answer

PERSON = "Camille Kervadec"
MAILBOX = "camille@exemple.fr"


@dataclass(frozen=True)
class Told:
    """What a portal publishes of a dataset, whatever its API makes of it."""

    identifier: str
    title: str
    description: str = "Mesures mensuelles de la qualité de l’eau."
    modified: str = "2026-01-02T03:04:05+00:00"
    archived: bool = False

    def renamed(self, title: str) -> "Told":
        return replace(self, title=title, modified="2026-02-03T04:05:06+00:00")


@dataclass
class Portal:
    """A portal, and the server that plays it."""

    server: FaultServer
    page: int
    """Datasets that a page of its list holds at most."""
    told: list[Told] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{self.server.origin}/"

    @property
    def asked(self) -> list[str]:
        return [each.line.split(" ")[1] for each in self.server.received]

    def publish(self, *told: Told) -> None:
        self.told = list(told)
        self.server.respond = self.respond

    def respond(self, received: Received) -> Behaviour:
        target = urlsplit(received.line.split(" ")[1])
        query = {name: values[0] for name, values in parse_qs(target.query).items()}
        return self.serve(unquote(target.path), query, received.headers)

    def serve(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Behaviour:
        raise NotImplementedError

    def lists(self, target: str) -> bool:
        """Whether what was asked is a page of its list."""
        raise NotImplementedError


NOT_FOUND = answer({"message": "Not found"}, 404)


class UdataPortal(Portal):
    """`GET /api/1/datasets/`, `GET /api/1/datasets/{id}/`, with the mask `X-Fields`."""

    api = "/api/1/datasets/"

    def serve(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Behaviour:
        if not path.startswith(self.api):
            return NOT_FOUND
        rest = path.removeprefix(self.api).strip("/")
        masked = "x-fields" in headers
        if rest:
            found = [each for each in self.told if each.identifier == rest]
            return answer(self.record(found[0])) if found else answer({"message": "gone"}, 410)
        number, size = int(query.get("page", 1)), min(int(query["page_size"]), self.page)
        live = [each for each in self.told if not each.archived]
        shown = live[(number - 1) * size : number * size]
        following = f"http://elsewhere.example{self.api}?page={number + 1}"
        data = [self.record(each) for each in shown]
        if masked:
            kept = (
                "id",
                "archived",
                "deleted",
                "private",
                "last_modified",
                "last_update",
                "internal",
            )
            data = [{key: each[key] for key in kept} for each in data]
        return answer(
            {
                "data": data,
                "page": number,
                "page_size": size,
                "total": len(live),
                "next_page": following if number * size < len(live) else None,
                "previous_page": None,
            }
        )

    def record(self, told: Told) -> dict[str, Any]:
        return {
            "id": told.identifier,
            "title": told.title,
            "acronym": None,
            "slug": "x",
            "description": told.description,
            "created_at": "2020-01-01T00:00:00+00:00",
            "last_modified": told.modified,
            "last_update": told.modified,
            "archived": "2026-01-01T00:00:00+00:00" if told.archived else None,
            "deleted": None,
            "private": False,
            "tags": ["eau", "riviere"],
            "resources": [
                {"title": "Mesures", "format": "csv", "url": "https://exemple.fr/a.csv", "id": "1"}
            ],
            "frequency": "monthly",
            "license": "lov2",
            "organization": {"class": "Organization", "id": "7", "name": "Ville"},
            "owner": {"first_name": PERSON},
            "contact_points": [{"name": PERSON, "email": MAILBOX, "role": "contact"}],
            "temporal_coverage": {"start": "2020-01-01", "end": None},
            "spatial": {"zones": ["Rennes"], "granularity": "fr:commune", "geom": None},
            "metrics": {"views": 12},
            "quality": {"score": 0.5},
            "extras": {"theme": "eau"},
            "internal": {"last_modified_internal": told.modified},
        }

    def lists(self, target: str) -> bool:
        return urlsplit(target).path == self.api and "page_size=1&" not in f"{target}&"


class UdataSecondPortal(UdataPortal):
    """The API v2, whose list is a search, and whose files are elsewhere."""

    api = "/api/2/datasets/"

    def serve(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Behaviour:
        return super().serve(path, query, headers)

    def record(self, told: Told) -> dict[str, Any]:
        resources = {"rel": "subsection", "href": "http://elsewhere.example/", "total": 1}
        frequency = {"id": "monthly", "label": "Mensuelle"}
        return super().record(told) | {"resources": resources, "frequency": frequency}


class CkanPortal(Portal):
    """`package_search` and `package_show` of CKAN's action API."""

    def serve(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Behaviour:  # noqa: ARG002
        live = [each for each in self.told if not each.archived]
        if path == "/api/3/action/package_show":
            found = [each for each in live if each.identifier == query["id"]]
            if not found:
                return answer({"success": False, "error": {"__type": "Not Found Error"}}, 404)
            return answer({"success": True, "result": self.package(found[0])})
        if path != "/api/3/action/package_search":
            return NOT_FOUND
        start, rows = int(query.get("start", 0)), min(int(query["rows"]), self.page)
        results = [self.package(each) for each in live[start : start + rows]]
        if "fl" in query:
            kept = query["fl"].split(",")
            results = [{key: each[key] for key in kept} for each in results]
        result = {"count": len(live), "results": results, "sort": "", "search_facets": {}}
        return answer({"help": "", "success": True, "result": result})

    def package(self, told: Told) -> dict[str, Any]:
        return {
            "id": told.identifier,
            "name": "x",
            "title": told.title,
            "notes": told.description,
            "author": PERSON,
            "author_email": MAILBOX,
            "maintainer": PERSON,
            "maintainer_email": MAILBOX,
            "state": "active",
            "private": False,
            "metadata_created": "2020-01-01T00:00:00",
            "metadata_modified": told.modified,
            "license_id": "lov2",
            "license_title": "Licence Ouverte / Open Licence version 2.0",
            "organization": {"id": "7", "name": "ville", "title": "Ville"},
            "tags": [{"name": "eau"}, {"name": "riviere"}],
            "resources": [
                {"name": "Mesures", "format": "csv", "url": "https://exemple.fr/a.csv", "id": "1"}
            ],
            "extras": [
                {"key": "frequency", "value": "monthly"},
                {"key": "contact-email", "value": MAILBOX},
                {"key": "theme", "value": "eau"},
            ],
        }

    def lists(self, target: str) -> bool:
        return "package_search" in target and "rows=0" not in target


PREFIXES = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def turtle(told: Told) -> str:
    return f"""
<https://exemple.fr/{told.identifier}> a dcat:Dataset ;
  dct:identifier "{told.identifier}" ; dct:title "{told.title}"@fr, "Another"@en ;
  dct:description "{told.description}"@fr ;
  dcat:keyword "eau"@fr, "riviere"@fr, "water"@en ;
  dct:publisher [ a foaf:Organization ; foaf:name "Ville" ; foaf:mbox <mailto:{MAILBOX}> ] ;
  dct:creator [ a foaf:Person ; foaf:name "{PERSON}" ] ;
  dcat:contactPoint [ a vcard:Individual ; vcard:fn "{PERSON}" ;
    vcard:hasEmail <mailto:{MAILBOX}> ] ;
  dct:license <https://spdx.org/licenses/etalab-2.0> ;
  dct:accrualPeriodicity
    <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ;
  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date ] ;
  dct:spatial [ a dct:Location ; rdfs:label "Rennes"@fr ] ;
  dct:modified "{told.modified}"^^xsd:dateTime ;
  dcat:theme "eau" ;
  dcat:distribution [ a dcat:Distribution ; dct:title "Mesures"@fr ;
    dct:format [ rdfs:label "csv" ] ; dcat:accessURL <https://exemple.fr/a.csv> ] .
"""


class Serialised(Protocol):
    def __call__(self, text: str) -> bytes: ...


def as_turtle(text: str) -> bytes:
    return text.encode()


def as_rdf_xml(text: str) -> bytes:
    import rdflib  # noqa: PLC0415

    return rdflib.Graph().parse(data=text, format="turtle").serialize(format="xml").encode()


def as_json_ld(text: str) -> bytes:
    import rdflib  # noqa: PLC0415

    written = rdflib.Graph().parse(data=text, format="turtle").serialize(format="json-ld")
    return json.dumps({"@context": {}, "@graph": json.loads(written)}).encode()


class DcatPortal(Portal):
    """A catalogue in DCAT, in pages that Hydra links."""

    serialise: Serialised = staticmethod(as_turtle)
    path = "/catalog.ttl"

    @property
    def address(self) -> str:
        return f"{self.server.origin}{self.path}"

    def serve(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Behaviour:  # noqa: ARG002
        if path != self.path:
            return NOT_FOUND
        live = [each for each in self.told if not each.archived]
        number = int(query.get("page", 1))
        text = PREFIXES + "".join(map(turtle, live[(number - 1) * self.page : number * self.page]))
        if number * self.page < len(live):
            following = f"{self.address}?page={number + 1}"
            text += f"<{self.address}> a hydra:PartialCollectionView ; hydra:next <{following}> ."
        return answer(self.serialise(text))

    def lists(self, target: str) -> bool:
        return target.startswith(self.path)


class DcatXmlPortal(DcatPortal):
    serialise = staticmethod(as_rdf_xml)
    path = "/catalog.rdf"


class DcatJsonPortal(DcatPortal):
    serialise = staticmethod(as_json_ld)
    path = "/catalog.jsonld"


class DcatGzipPortal(DcatPortal):
    serialise = staticmethod(lambda text: gzip.compress(text.encode()))
    path = "/catalog.ttl.gz"


PORTALS: Mapping[str, type[Portal]] = {
    "udata": UdataPortal,
    "udata-v2": UdataSecondPortal,
    "ckan": CkanPortal,
    "turtle": DcatPortal,
    "rdf-xml": DcatXmlPortal,
    "json-ld": DcatJsonPortal,
    "gzip": DcatGzipPortal,
}
