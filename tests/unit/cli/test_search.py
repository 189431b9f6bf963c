"""`search`: the same filters as elsewhere, and why each result was found."""

import json

import pytest

from .conftest import Run, lines_of

RECORDS = [
    {
        "id": f"piscines-{year}",
        "title": f"Piscines en {year}",
        "description": "Horaires des piscines.",
        "organization": "Ville d’Ombreval",
        "license": "Licence Ouverte",
        "created_at": f"{year}-01-01",
        "last_modified": f"{year}-02-01",
        "tags": ["piscine"] if year == 2020 else [],
    }
    for year in (2019, 2020, 2021)
]


@pytest.fixture
def pools(run: Run) -> Run:
    assert run("catalogue", "import", "-", given=lines_of(RECORDS)).code == 0
    return run


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("piscines", "--order", "recent"), ["2021", "2020", "2019"]),
        (("piscines", "--order", "recent", "--offset", "1", "--limit", "1"), ["2020"]),
        (("--until", "2019"), ["2019"]),
        (("piscines", "--lacking", "keywords", "--order", "recent"), ["2021", "2019"]),
        (("--organisation", "ombre", "--order", "recent"), ["2021", "2020", "2019"]),
        (("--organisation", "x" * 1_000), []),
        (("--since", "2030", "--until", "2018", "--order", "recent"), ["2021", "2020", "2019"]),
        (("--license", "ouvertes"), []),
    ],
)
def test_results_are_chosen_and_put_in_order(
    pools: Run, asked: tuple[str, ...], found: list[str]
) -> None:
    ran = pools("search", *asked, "--json")
    assert (ran.code, ran.err) == (0, "")
    [answer] = ran.json_lines
    assert [each["id"].rpartition("-")[2] for each in answer["results"]] == found


def test_a_batch_takes_the_same_filters(pools: Run) -> None:
    asked = "".join(json.dumps({"query": each}) + "\n" for each in ("piscines", "horaires"))
    ran = pools("search", "--batch", "-", "--until", "2019", given=asked.encode())
    assert [len(each["results"]) for each in ran.json_lines] == [1, 1]


def test_a_person_reads_how_many_there_are_and_why(pools: Run) -> None:
    ran = pools("--lang", "fr", "search", "piscines", "--limit", "1")
    assert ran.out.startswith("3 jeux de données\n")
    assert "Dans le titre\u00a0: piscines" in ran.out


@pytest.mark.parametrize(
    "asked",
    [(), ("--order", "recent"), ("x", "--batch", "-"), ("x", "--order", "best"), ("--since", "0")],
)
def test_what_cannot_be_asked_is_said(pools: Run, asked: tuple[str, ...]) -> None:
    assert pools("search", *asked).code == 2
