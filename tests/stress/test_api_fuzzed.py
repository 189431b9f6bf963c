"""Every operation of the API, asked with what its description allows and with what it does not.

schemathesis makes the requests from the description, and the real server answers them over
PostgreSQL, which refuses more than SQLite does: NUL, large numbers. Whatever is asked: no fault of
the server; the statuses, types and shapes that the description tells; what it forbids is refused,
what it allows is not called a mistake; another method answers 405.
"""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import schemathesis
from fuzzing import examples
from postgres_server import PostgresServer
from schemathesis import Case, CheckContext, Response
from schemathesis.checks import positive_data_acceptance
from served import Server, serving
from small_catalogue import TREES

from eclaireur.web.api import openapi_document

api = schemathesis.openapi.from_dict(openapi_document())


def what_is_allowed_is_no_mistake(_: CheckContext, response: Response, case: Case) -> None:
    """In the place of schemathesis's check: what is well formed may still be refused for itself."""
    if case.meta is not None and case.meta.generation.mode.is_positive:
        assert response.status_code != 422 or response.json()["code"] != "invalid-request"


class Served:
    """A server, and what there is in it to ask for."""

    def __init__(self, server: Server) -> None:
        self.url = server.url
        asked = {"dataset": TREES, "field": "short_description"}
        suggested = httpx.post(f"{server.url}/api/v1/suggestions", json=asked, timeout=60)
        self.known = {"identifier": TREES, "key": suggested.json()["suggestion"]}

    def ask(self, case: Case) -> None:
        case.call_and_validate(
            base_url=self.url,
            excluded_checks=[positive_data_acceptance],
            additional_checks=[what_is_allowed_is_no_mistake],
        )


@pytest.fixture(scope="module")
def served(
    postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory, catalogue: Path
) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("served") / "data"
    with serving(home, catalogue, database=postgres.new_store()) as server:
        yield Served(server)
    assert "Traceback" not in server.log


@api.parametrize()
@examples(6)
def test_every_operation_does_as_it_is_described(case: Case, served: Served) -> None:
    served.ask(case)
    there = {name: served.known[name] for name in case.path_parameters if name in served.known}
    if there:
        case.path_parameters.update(there)
        served.ask(case)
