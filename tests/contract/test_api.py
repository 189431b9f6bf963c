"""The API: what it gives, and one shape for everything that goes wrong."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from empty_stores import empty_data

from eclaireur import Dataset, Settings, open_assistant
from eclaireur.assistant import Assistant
from eclaireur.catalogues.export import EXPORT_FORMATS
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.feedback import FoundBy
from eclaireur.messages import LOCALES, Locale, messages
from eclaireur.representations.problem import problem_types
from eclaireur.web.api import openapi_document
from eclaireur.web.app import create_app

BASE = "http://127.0.0.1:8000"
LONG_ENOUGH = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts."
)
HOSTILE_IDENTIFIER = "a/b c?d#é%2F"
DATASETS = [
    Dataset(identifier="arbres", title="Arbres de la commune", description=LONG_ENOUGH),
    Dataset(identifier="bancs", title="Bancs publics", description="Liste des bancs."),
    Dataset(identifier=HOSTILE_IDENTIFIER, title="Divers", description=LONG_ENOUGH),
]


@pytest.fixture
async def assistant(tmp_path: Path) -> AsyncIterator[Assistant]:
    async with open_assistant(Settings(data=empty_data(tmp_path / "data"))) as opened:
        await opened.put_datasets(DATASETS)
        yield opened


@pytest.fixture
async def client(assistant: Assistant) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(assistant), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=f"{BASE}/api/v1") as opened:
        yield opened


@pytest.fixture
async def key(client: httpx.AsyncClient) -> str:
    question = {"dataset": "arbres", "field": "short_description"}
    return str((await client.post("/suggestions", json=question)).json()["suggestion"])


async def test_datasets_are_listed_with_what_they_lack(client: httpx.AsyncClient) -> None:
    page = (await client.get("/datasets", params={"lacking": "keywords", "limit": 2})).json()
    assert page["total"] == 3
    assert [item["identifier"] for item in page["items"]] == ["arbres", "bancs"]
    assert page["items"][0]["lacks"] == ["keywords", "short_description", "theme"]
    assert (await client.get("/datasets?title=BANCS")).json()["total"] == 1


async def test_an_identifier_may_hold_anything(client: httpx.AsyncClient) -> None:
    for written in ("a/b%20c%3Fd%23%C3%A9%252F", "a%2Fb%20c%3Fd%23%C3%A9%252F"):
        dataset = (await client.get(f"/datasets/{written}")).json()
        assert dataset["identifier"] == HOSTILE_IDENTIFIER
        assert dataset["published"]["title"] == "Divers"
        assert dataset["expires_at"] is None


async def test_drafts_without_an_identifier_are_known_by_their_own(
    client: httpx.AsyncClient,
) -> None:
    for record in ({"title": "Un"}, {"title": "Deux", "id": None}):
        draft = (await client.post("/datasets", json=record)).json()
        assert draft["published"]["id"] == draft["identifier"]


async def test_a_record_becomes_a_draft_that_can_be_worked_on(client: httpx.AsyncClient) -> None:
    record = {"id": "mine", "title": "Arbres", "description": LONG_ENOUGH, "colour": "green"}
    added = await client.post("/datasets", json=record)
    assert added.status_code == 201
    draft = added.json()
    assert draft["published"]["id"] == "mine"
    assert draft["published"]["colour"] == "green"
    assert draft["expires_at"] is not None
    assert (await client.get(added.headers["location"].removeprefix("/api/v1"))).json() == draft
    question = {"dataset": draft["identifier"], "field": "short_description"}
    assert (await client.post("/suggestions", json=question)).json()["status"] == "proposed"
    assert (await client.get("/datasets")).json()["total"] == 3


async def test_a_suggestion_is_made_once(client: httpx.AsyncClient) -> None:
    question = {"dataset": "arbres", "field": "short_description"}
    first, second = [await client.post("/suggestions", json=question) for _ in range(2)]
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.headers["location"] == second.headers["location"]
    assert first.json() == second.json()
    assert (await client.get(first.headers["location"].removeprefix("/api/v1"))).json() == (
        first.json()
    )


async def test_what_is_withheld_is_an_answer(client: httpx.AsyncClient) -> None:
    question = {"dataset": "bancs", "field": "short_description"}
    answer = await client.post("/suggestions", json=question, headers={"Accept-Language": "en"})
    assert answer.status_code == 201
    assert (answer.json()["status"], answer.json()["value"]) == ("withheld", None)
    assert "200" in answer.json()["reason"]


async def test_a_decision_is_recorded_and_taken_back(client: httpx.AsyncClient, key: str) -> None:
    place = f"/suggestions/{key}/decision"
    decided = await client.post(place, json={"action": "edit", "value": "Arbres de la commune."})
    assert (decided.status_code, decided.json()["status"]) == (200, "edited")
    exported = (await client.get("/export?format=json&id=arbres")).json()
    assert exported[0]["description_short"] == "Arbres de la commune."
    again = await client.post(place, json={"action": "accept"})
    _assert_problem(again, 409, "already-decided")
    undone = await client.delete(place)
    assert [step["status"] for step in undone.json()["trace"]][-2:] == ["edited", "proposed"]
    _assert_problem(await client.delete(place), 409, "nothing-to-undo")


async def test_suggestions_are_listed_page_by_page(client: httpx.AsyncClient) -> None:
    for dataset in DATASETS:
        for field in ("keywords", "short_description"):
            question = {"dataset": dataset.identifier, "field": field}
            await client.post("/suggestions", json=question)
    keys, after = [], None
    while True:
        params = {"limit": 4} | ({"after": after} if after else {})
        page = (await client.get("/suggestions", params=params)).json()
        keys += [item["suggestion"] for item in page["items"]]
        if not (after := page["next"]):
            break
    assert len(keys) == len(set(keys)) == 6
    assert keys == sorted(keys)
    withheld = (await client.get("/suggestions?status=withheld&field=short_description")).json()
    assert [item["dataset"] for item in withheld["items"]] == ["bancs"]
    assert withheld["next"] is None


@pytest.mark.parametrize("name", list(EXPORT_FORMATS))
async def test_every_format_is_exported(client: httpx.AsyncClient, name: str) -> None:
    answer = await client.get(f"/export?format={name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == EXPORT_FORMATS[name].media_type
    assert "attachment" in answer.headers["content-disposition"]
    assert "Arbres de la commune" in answer.text


ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}
JSON = {"Content-Type": "application/json"}
REFUSED: list[tuple[str, str, dict[str, Any], int, str]] = [
    ("GET", "/nothing", {}, 404, "route-not-found"),
    ("PUT", "/datasets", {"json": {}}, 405, "method-not-allowed"),
    ("HEAD", "/datasets", {}, 405, "method-not-allowed"),
    ("GET", "/datasets?limit=0", {}, 422, "invalid-request"),
    ("GET", "/datasets?offset=-1", {}, 422, "invalid-request"),
    ("GET", "/datasets?offset=99999999999999999999", {}, 422, "invalid-request"),
    ("GET", "/datasets?lacking=title", {}, 422, "invalid-request"),
    ("GET", "/datasets/", {}, 404, "dataset-not-found"),
    ("GET", "/datasets/nope", {}, 404, "dataset-not-found"),
    ("GET", "/datasets/%00%FF", {}, 404, "dataset-not-found"),
    ("POST", "/datasets", {"content": b"[]", "headers": JSON}, 422, "invalid-request"),
    ("POST", "/datasets", {"content": b"{", "headers": JSON}, 422, "invalid-request"),
    ("POST", "/datasets", {"content": b"\xff", "headers": JSON}, 400, "bad-request"),
    ("POST", "/datasets", {"content": b"[" * 100_000, "headers": JSON}, 400, "bad-request"),
    ("POST", "/datasets", {"json": {"tags": 3}}, 422, "invalid-record"),
    ("POST", "/datasets", {"data": {"title": "a"}}, 415, "unsupported-media-type"),
    ("POST", "/datasets", {"content": b"{}"}, 415, "unsupported-media-type"),
    ("POST", "/datasets", {"content": b" " * 6_000_000, "headers": JSON}, 413, "too-large"),
    ("POST", "/suggestions", {"json": {}}, 422, "invalid-request"),
    ("POST", "/suggestions", {"json": {"dataset": "arbres", "field": "x"}}, 422, "unknown-field"),
    (
        "POST",
        "/suggestions",
        {"json": {"dataset": "nope", "field": "keywords"}},
        404,
        "dataset-not-found",
    ),
    ("GET", "/suggestions?status=lost", {}, 422, "invalid-request"),
    ("GET", "/suggestions/nope", {}, 404, "suggestion-not-found"),
    (
        "POST",
        "/suggestions/nope/decision",
        {"json": {"action": "accept"}},
        404,
        "suggestion-not-found",
    ),
    ("POST", "/suggestions/nope/decision", {"json": {"action": "x"}}, 422, "invalid-request"),
    (
        "POST",
        "/suggestions/nope/decision",
        {"json": {"action": "accept", "value": "x"}},
        422,
        "invalid-request",
    ),
    (
        "POST",
        "/suggestions/nope/decision",
        {"json": {"action": "accept", "reason": "other"}},
        422,
        "invalid-request",
    ),
    ("DELETE", "/suggestions/nope/decision", {}, 404, "suggestion-not-found"),
    ("POST", "/suggestions/nope/remarks", {"json": {"text": "a"}}, 409, "remarks-closed"),
    ("POST", "/suggestions/nope/case", {"json": {}}, 404, "suggestion-not-found"),
    ("GET", "/learning?since=yesterday", {}, 422, "invalid-request"),
    ("GET", "/export?format=xml", {}, 422, "invalid-request"),
    ("GET", "/export?id=arbres&id=nope", {}, 404, "dataset-not-found"),
    ("GET", "/search?limit=0", {}, 422, "invalid-request"),
    ("GET", "/search?offset=1001", {}, 422, "invalid-request"),
    ("GET", "/search?since=many", {}, 422, "invalid-request"),
    ("GET", f"/search?organisation={'x' * 301}", {}, 422, "invalid-request"),
    ("GET", "/search/breakdown?lacking=title", {}, 422, "invalid-request"),
    ("GET", "/search?order=best", {}, 422, "invalid-request"),
    ("GET", f"/search?q={'x' * 1_001}", {}, 422, "invalid-request"),
    ("POST", "/search", {"json": {}}, 405, "method-not-allowed"),
    ("GET", "/datasets/nope/similar", {}, 404, "dataset-not-found"),
    ("GET", "/keywords?limit=101", {}, 422, "invalid-request"),
    ("GET", f"/keywords?q={'a' * 97}", {}, 422, "invalid-request"),
    ("GET", "/datasets/arbres/similar?limit=21", {}, 422, "invalid-request"),
    ("GET", "/problems/nope", {}, 404, "route-not-found"),
    (
        "POST",
        "/suggestions",
        {"json": {}, "headers": {"Origin": "https://elsewhere.example"}},
        403,
        "forbidden",
    ),
    (
        "DELETE",
        "/suggestions/x/decision",
        {"headers": ELSEWHERE},
        403,
        "forbidden",
    ),
    ("GET", "/datasets", {"headers": {"Host": "elsewhere.example"}}, 400, "bad-request"),
]


def _assert_problem(answer: httpx.Response, status: int, code: str) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["vary"] == "Accept-Language"
    if answer.request.method == "HEAD":
        return
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "instance", "code"}
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"/api/v1/problems/{code}"
    assert problem["title"]
    assert problem["detail"]


@pytest.mark.parametrize(("method", "path", "options", "status", "code"), REFUSED)
@pytest.mark.parametrize("locale", LOCALES)
async def test_every_error_has_the_one_shape(
    client: httpx.AsyncClient,
    method: str,
    path: str,
    options: dict[str, Any],
    status: int,
    code: str,
    locale: Locale,
) -> None:
    headers = {"Accept-Language": locale, **options.get("headers", {})}
    answer = await client.request(method, path, **(options | {"headers": headers}))
    _assert_problem(answer, status, code)
    assert answer.headers["content-language"] == locale


async def test_a_value_that_cannot_be_kept_is_refused(client: httpx.AsyncClient, key: str) -> None:
    place = f"/suggestions/{key}/decision"
    for decision, code in (
        ({"action": "edit"}, "value-missing"),
        ({"action": "edit", "value": "x" * 500}, "wrong-length"),
        ({"action": "edit", "value": ["a"]}, "wrong-kind-of-value"),
    ):
        _assert_problem(await client.post(place, json=decision), 422, code)


async def test_a_value_that_no_reply_can_hold_is_kept_without_it(
    client: httpx.AsyncClient, key: str
) -> None:
    body = b'{"action": "edit", "value": "Les arbres \\ud800 de la commune."}'
    decided = await client.post(f"/suggestions/{key}/decision", content=body, headers=JSON)
    assert decided.json()["value"] == "Les arbres \N{REPLACEMENT CHARACTER} de la commune."


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (StoreUnavailable(place="here", problem="no"), 503, "store-unavailable"),
        (ZeroDivisionError("what a record says"), 500, "unexpected"),
    ],
)
async def test_what_fails_inside_has_the_shape_too(
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
    code: str,
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Assistant, "find_datasets", fail)
    answer = await client.get("/datasets")
    _assert_problem(answer, status, code)
    assert "what a record says" not in answer.text


async def test_a_refused_method_tells_those_accepted(client: httpx.AsyncClient) -> None:
    assert (await client.put("/datasets")).headers["allow"] == "GET, POST"
    assert (await client.get("/suggestions/x/decision")).headers["allow"] == "DELETE, POST"


async def test_every_type_of_problem_leads_to_its_explanation(client: httpx.AsyncClient) -> None:
    for code, expected in problem_types(messages("fr")).items():
        answer = await client.get(f"/problems/{code}")
        assert answer.json() == expected.model_dump()
    listed = (await client.get("/problems")).json()
    assert {each["code"] for each in listed} == problem_types(messages("fr")).keys()


async def test_the_description_names_every_operation_and_error(client: httpx.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    identifiers = [operation["operationId"] for operation in operations]
    assert len(identifiers) == len(set(identifiers)) == 33
    for operation in operations:
        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"]
        for status, response in operation["responses"].items():
            assert response["description"]
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"]
    references = set(_references(document))
    assert {name.removeprefix("#/components/schemas/") for name in references} <= (
        document["components"]["schemas"].keys()
    )


def test_the_page_of_the_docs_names_what_exists() -> None:
    page = (Path(__file__).parents[2] / "docs/http-api.md").read_text("utf-8")
    named = set(re.findall(r"`(GET|POST|PUT|DELETE) (/api/v1/[^`?]*)", page))
    paths = openapi_document()["paths"]
    described = {
        (method.upper(), path.replace("{identifier:path}", "{identifier}"))
        for path, operations in paths.items()
        for method in operations
    }
    assert named == described
    codes = set(re.findall(r"`code` `([a-z-]+)`", page))
    assert codes <= problem_types(messages("en")).keys()


async def test_documented_errors_are_those_given(client: httpx.AsyncClient) -> None:
    """An error is on the page of the operation that gives it."""
    paths = (await client.get("/openapi.json")).json()["paths"]
    for method, path, _, status, code in REFUSED:
        documented = paths.get(f"/api/v1{path.partition('?')[0]}", {}).get(method.lower())
        if documented and code != "method-not-allowed":
            assert str(status) in documented["responses"], (method, path, status)


def _references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for each in node for found in _references(each)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
    return own + [found for each in node.values() for found in _references(each)]


async def test_a_text_is_confronted_with_a_dataset_or_a_record(client: httpx.AsyncClient) -> None:
    text = "Arbres plantés par la commune en 1954."
    verdict = (await client.post("/checks", json={"dataset": "arbres", "text": text})).json()
    record = {"title": "Arbres de la commune", "description": LONG_ENOUGH}
    same = (await client.post("/checks", json={"record": record, "text": text})).json()
    assert not verdict["supported"]
    assert [each["text"] for each in verdict["claims"] if not each["supported"]] == ["1954"]
    assert same == verdict
    unknown = await client.post("/checks", json={"dataset": "nowhere", "text": text})
    assert unknown.status_code == 404
    for sources in ({}, {"dataset": "arbres", "record": record}):
        assert (await client.post("/checks", json={"text": text, **sources})).status_code == 422


async def test_a_text_is_cleared_of_personal_data(client: httpx.AsyncClient) -> None:
    text = "Je suis Soizic Kerbrat, 06 39 98 12 34"
    masked = (await client.post("/masks", json={"text": text})).json()
    assert masked["text"] == "Je suis [personne], [téléphone]"
    assert [text[each["start"] : each["end"]] for each in masked["spans"]] == [
        "Soizic Kerbrat",
        "06 39 98 12 34",
    ]


async def test_personal_data_in_an_edit_is_refused_and_given_back_masked(
    client: httpx.AsyncClient, key: str
) -> None:
    decision = {"action": "edit", "value": "Arbres suivis par Mme Soizic Kerbrat."}
    refused = await client.post(f"/suggestions/{key}/decision", json=decision)
    assert (refused.status_code, refused.json()["code"]) == (422, "personal-data-in-value")
    assert "Mme [personne]" in refused.json()["detail"]
    assert "Kerbrat" not in refused.text


@pytest.mark.parametrize("path", ["/datasets/", "/suggestions/", "/export?id="])
async def test_names_of_any_length_are_told(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path + "x" * 3000)
    assert (answer.status_code, "…" in answer.json()["detail"]) == (404, True)


async def test_a_title_of_any_length_supports_a_keyword(
    assistant: Assistant, client: httpx.AsyncClient
) -> None:
    title = "Arbres plantés dans les rues " * 200
    bearers = [
        Dataset(identifier=f"bearer-{number}", title=title, keywords=("arbres",))
        for number in range(5)
    ]
    await assistant.put_datasets(bearers)
    question = {"dataset": "arbres", "field": "keywords"}
    proposed = (await client.post("/suggestions", json=question)).json()
    assert any("…" in why for each in proposed["value"] for why in each["why"])
    assert (await client.get("/suggestions")).status_code == 200


MISTAKES: list[tuple[str, str, dict[str, Any], str]] = [
    ("GET", "/datasets?limit=0", {}, "query.limit est trop petit, 1 au moins"),
    ("GET", "/datasets?limit=many", {}, "query.limit n’a pas le type attendu"),
    ("GET", "/export?format=xml", {}, "query.format prend l’une de ces valeurs"),
    ("POST", "/masks", {"json": {}}, "body.text manque"),
    ("POST", "/masks", {"json": {"text": 3}}, "body.text n’a pas le type attendu"),
    ("POST", "/masks", {"json": {"text": "x" * 100_001}}, "body.text est trop long"),
    ("POST", "/masks", {"content": b"{", "headers": JSON}, "body n’est pas du JSON valide"),
    ("POST", "/masks", {"json": {"text": "x", "Kerbrat": 1}}, "body contient une clé"),
    ("POST", "/checks", {"json": {"text": "x"}}, "body réunit des valeurs"),
    ("POST", "/checks", {"json": {"text": "x", "record": {"Kerbrat": {}}}}, ""),
    ("POST", "/suggestions/x/decision", {"json": {"action": "Kerbrat"}}, "'accept', 'edit'"),
]
ENGLISH = re.compile(
    r"\b(?:input|should|field|valid|error|required|or|permitted|extra)\b", re.IGNORECASE
)


@pytest.mark.parametrize(("method", "path", "options", "said"), MISTAKES)
async def test_a_mistake_is_told_in_the_language_asked_for_without_what_was_sent(
    client: httpx.AsyncClient, method: str, path: str, options: dict[str, Any], said: str
) -> None:
    answer = await client.request(method, path, **options)
    assert "Kerbrat" not in answer.text
    if said:
        _assert_problem(answer, 422, "invalid-request")
        assert said in answer.json()["detail"]
        assert not ENGLISH.search(answer.json()["detail"])


@pytest.mark.parametrize("host", ["127.0.0.2:8000", "[::1]:8000", "LOCALHOST"])
async def test_every_name_of_this_machine_is_answered(client: httpx.AsyncClient, host: str) -> None:
    assert (await client.get("/datasets", headers={"Host": host})).status_code == 200


async def test_a_search_says_what_was_found_and_why(client: httpx.AsyncClient) -> None:
    found = (await client.get("/search", params={"q": "Arbrés"})).json()
    assert set(found) == {"total", "left_out", "results", "corrected", "unknown"}
    assert (found["total"], found["unknown"]) == (2, [])
    first = found["results"][0]
    assert set(first) == {"id", "title", "organization", "score", "why", "near", "alike"}
    assert (first["id"], first["title"]) == ("arbres", "Arbres de la commune")
    assert first["why"]["title"] == ["arbres"]
    scores = [each["score"] for each in found["results"]]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= each <= 1 for each in scores)
    nothing = (await client.get("/search?q=xyzzyx")).json()
    assert (nothing["results"], nothing["unknown"]) == ([], ["xyzzyx"])


async def test_a_search_is_filtered_put_in_order_and_paged(
    assistant: Assistant, client: httpx.AsyncClient
) -> None:
    await assistant.put_datasets(
        Dataset(
            identifier=f"piscine-{year}",
            title=f"Piscines en {year}",
            publisher="Ville d’Ombreval",
            issued=f"{year}-01-01",
            modified=f"{year}-02-01",
        )
        for year in (2019, 2020, 2021)
    )
    params = {"q": "piscines", "order": "recent", "limit": 2}
    page = (await client.get("/search", params=params)).json()
    assert [each["id"] for each in page["results"]] == ["piscine-2021", "piscine-2020"]
    assert (page["total"], page["results"][0]["alike"]) == (3, 2)
    page = (await client.get("/search", params=params | {"offset": 2})).json()
    assert [each["id"] for each in page["results"]] == ["piscine-2019"]
    for filters, count in (
        ({"organisation": "VILLE D’OMBREVAL"}, 3),
        ({"organisation": "ville d’ailleurs"}, 0),
        ({"organisation": "ombre"}, 3),
        ({"until": 2019}, 1),
        ({"q": "piscines", "lacking": "keywords"}, 3),
    ):
        assert (await client.get("/search", params=filters)).json()["total"] == count
    counted = (await client.get("/search/breakdown", params={"q": "piscines"})).json()
    assert counted == {
        "total": 3,
        "lacking": {"short_description": 3, "keywords": 3, "theme": 3},
        "names": {
            "organisation": [{"name": "Ville d’Ombreval", "count": 3}],
            "format": [],
            "license": [],
            "place": [],
        },
    }


async def test_keywords_complete_what_is_typed(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    carried = [("Eau", "eau-potable"), ("eau-potable", "arbre"), ("eau-potable",)]
    await assistant.put_datasets(
        Dataset(identifier=f"eau-{number}", title="Eau", keywords=keywords)
        for number, keywords in enumerate(carried)
    )
    found = (await client.get("/keywords", params={"q": "ÉAU", "limit": 1})).json()
    first = {"keyword": "eau-potable", "datasets": 3}
    assert found == {"total": 2, "keywords": [first]}
    rest = (await client.get("/keywords", params={"q": "eau", "offset": 1})).json()
    assert rest == {"total": 2, "keywords": [{"keyword": "Eau", "datasets": 1}]}
    assert (await client.get("/keywords")).json()["total"] == 3
    # It follows the catalogue.
    await assistant.put_datasets([Dataset(identifier="n", title="N", keywords=("eaux-usees",))])
    assert (await client.get("/keywords?q=eau")).json()["total"] == 3


async def test_similar_datasets_are_listed(client: httpx.AsyncClient) -> None:
    found = (await client.get("/datasets/arbres/similar")).json()
    assert found[0]["id"] == HOSTILE_IDENTIFIER
    assert "arbres" not in [each["id"] for each in found]
    written = "a/b%20c%3Fd%23%C3%A9%252F"
    alike = (await client.get(f"/datasets/{written}/similar?limit=1")).json()
    assert [each["id"] for each in alike] == ["arbres"]


async def test_what_people_say_of_results_is_read_by_day(
    assistant: Assistant, client: httpx.AsyncClient
) -> None:
    assert (await client.get("/search/feedback")).json() == []
    await assistant.count_feedback(FoundBy.MEANING, useful=False)
    assert (await client.get("/search/feedback")).json() == [
        {
            "day": assistant.today.isoformat(),
            "found_by": "meaning",
            "useful": False,
            "count": 1,
        }
    ]
