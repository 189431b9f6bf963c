"""Keywords are kept, changed, removed and added one by one; one decision is recorded."""

import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from empty_stores import empty_data

from eclaireur import Settings, open_assistant
from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import State, Suggestion

from .visitors import Browser

TREES = Dataset(
    identifier="arbres",
    title="Arbres des rues et des parcs",
    description="Emplacement des arbres plantés par la commune. Essence, hauteur, élagage.",
    publisher="Ville de Valmorel",
    keywords=("espaces-verts", "hvd"),
)
OTHERS = [
    Dataset(
        identifier=f"autre-{number}",
        title=f"Arbres remarquables, secteur {number}",
        publisher="Ville de Valmorel",
        keywords=("arbre", "biodiversite", "plantation"),
    )
    for number in range(3)
]


@pytest.fixture
async def assistant(tmp_path: Path) -> AsyncIterator[Assistant]:
    async with open_assistant(Settings(data=empty_data(tmp_path / "data"))) as opened:
        await opened.put_datasets([TREES, *OTHERS])
        yield opened


@pytest.fixture
async def suggestion(assistant: Assistant) -> Suggestion:
    suggestion = await assistant.suggest("arbres", "keywords")
    assert suggestion.value
    assert "arbre" in suggestion.value
    return suggestion


def form(suggestion: Suggestion, **changed: Any) -> dict[str, Any]:
    """What the form sends when nothing is touched, with changes."""
    values = list(suggestion.value or ())
    kept = [str(number) for number in range(len(values))]
    return {"value": values, "kept": kept, "added": "", "do": "decide", **changed}


async def send(browser: Browser, suggestion: Suggestion, **changed: Any) -> httpx.Response:
    return await browser.send_form(
        f"/suggestions/{suggestion.key}/choices",
        form(suggestion, **changed),
        headers={"HX-Request": "true"},
    )


def fields(answer: httpx.Response) -> list[tuple[str, bool]]:
    """The values of the rows, and whether each is ticked."""
    ticks = re.findall(r'<input type="checkbox"[^>]*?( checked)?>', answer.text)
    values = re.findall(r'name="value" value="([^"]*)"', answer.text)
    return list(zip(map(unescape, values), map(bool, ticks), strict=True))


def added(answer: httpx.Response) -> str:
    [value] = re.findall(r'name="added" value="([^"]*)"', answer.text)
    return unescape(value)


async def test_what_is_left_as_it_was_is_accepted(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    assert (await send(browser, suggestion)).status_code == 200
    assert (await assistant.suggestion(suggestion.key)).state is State.ACCEPTED


async def test_one_is_removed_one_changed_and_one_added_in_one_decision(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    first, second, *rest = form(suggestion)["value"]
    numbers = [str(number) for number in range(1, len(rest) + 2)]
    changed = {"value": [first, "Élagage annuel", *rest], "kept": numbers, "added": "Ma rue"}
    answer = await send(browser, suggestion, **changed)
    assert answer.status_code == 200
    decided = await assistant.suggestion(suggestion.key)
    assert decided.state is State.EDITED
    assert decided.value == ("elagage-annuel", *rest, "ma-rue")
    assert second not in decided.value


async def test_adding_records_nothing_and_shows_the_use_of_each(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    proposed = form(suggestion)["value"]
    answer = await send(browser, suggestion, do="add", added="Ville fleurie, Plantations")
    assert answer.status_code == (422 if "plantation" in proposed else 200)
    assert ("ville-fleurie", True) in fields(answer)
    assert "Ajouté par vous. Nouveau dans ce catalogue." in answer.text
    assert (await assistant.suggestion(suggestion.key)).state is State.PROPOSED


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("HVD", "le portail accorde un label"),
        ("inspire", "le portail accorde un label"),
        ("eu", "un mot-clé a de 3 à 96 caractères"),
        ("arbres", "sont un même mot-clé, écrit de deux façons"),
        ("Arbre", "est déjà dans cette liste"),
        ("espaces verts", "est déjà dans la fiche"),
        ("espace vert", "sont un même mot-clé, écrit de deux façons"),
    ],
)
@pytest.mark.parametrize("do", ["add", "decide"])
async def test_what_cannot_be_kept_is_told_where_it_is_typed_and_the_rest_is_not_lost(
    browser: Browser, assistant: Assistant, suggestion: Suggestion, typed: str, told: str, do: str
) -> None:
    answer = await send(browser, suggestion, added=f"Ma rue, {typed}", do=do)
    assert answer.status_code == 422
    problem = answer.text.partition('id="field-keywords-added-problem"')[2].partition("</ul>")[0]
    assert told in problem.replace("\u00a0", " ")
    assert added(answer) == typed
    assert fields(answer)[-1] == ("ma-rue", True)
    assert re.search(r'name="added"[^>]*aria-invalid="true"', answer.text)
    assert (await assistant.suggestion(suggestion.key)).state is State.PROPOSED


async def test_a_changed_row_that_cannot_be_kept_is_told_in_its_row(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    values = ["x", *form(suggestion)["value"][1:]]
    answer = await send(browser, suggestion, value=values)
    assert answer.status_code == 422
    assert fields(answer)[0] == ("x", True)
    assert 'id="field-keywords-1-problem"' in answer.text
    assert 'aria-describedby="field-keywords-1-why field-keywords-1-problem"' in answer.text
    assert 'data-focus role="combobox"' in answer.text
    assert (await assistant.suggestion(suggestion.key)).state is State.PROPOSED


async def test_an_emptied_row_is_removed_and_can_be_ticked_again(
    browser: Browser, suggestion: Suggestion
) -> None:
    first, *rest = form(suggestion)["value"]
    answer = await send(browser, suggestion, value=["  ", *rest], do="add")
    assert fields(answer)[0] == (first, False)
    typed_again = await send(browser, suggestion, value=["", *rest], added=first, do="add")
    assert fields(typed_again) == [(each, True) for each in (first, *rest)]


async def test_nothing_kept_is_refused(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    answer = await send(browser, suggestion, kept=[])
    assert answer.status_code == 422
    assert "Rejetez plutôt la proposition" in answer.text
    assert not any(ticked for _, ticked in fields(answer))
    assert (await assistant.suggestion(suggestion.key)).state is State.PROPOSED


async def test_a_decision_taken_back_gives_the_list_as_the_person_left_it(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    first, *rest = form(suggestion)["value"]
    await send(browser, suggestion, kept=["0"], added="Ma rue")
    answer = await browser.send_form(
        f"/suggestions/{suggestion.key}/undo", {}, headers={"HX-Request": "true"}
    )
    assert fields(answer) == [(first, True), *((each, False) for each in rest), ("ma-rue", True)]
    # The list that was left is decided again as it was.
    again = {"value": [first, *rest, "ma-rue"], "kept": ["0", str(len(rest) + 1)]}
    await send(browser, suggestion, **again)
    assert (await assistant.suggestion(suggestion.key)).value == (first, "ma-rue")


async def test_personal_data_is_taken_out_wherever_it_was_typed(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    first, *rest = form(suggestion)["value"]
    answer = await send(
        browser,
        suggestion,
        value=["soizic.kerbrat@exemple.fr", *rest],
        added="Soizic Kerbrat, parc",
    )
    assert answer.status_code == 422
    assert "Kerbrat" not in answer.text
    assert "kerbrat" not in answer.text
    assert fields(answer)[0] == (first, True)
    assert fields(answer)[-1] == ("parc", True)
    assert "«\u00a0[e-mail]\u00a0»" in answer.text
    assert "«\u00a0[personne]\u00a0»" in answer.text
    assert added(answer) == ""
    assert (await assistant.suggestion(suggestion.key)).state is State.PROPOSED


async def test_what_is_typed_is_shown_escaped(browser: Browser, suggestion: Suggestion) -> None:
    answer = await send(browser, suggestion, added='"><script>x</script>' * 10)
    assert answer.status_code == 422
    assert "<script>" not in answer.text


async def test_what_was_given_for_a_stale_proposal_is_given_back(
    browser: Browser, assistant: Assistant, suggestion: Suggestion
) -> None:
    await assistant.put_datasets([TREES.model_copy(update={"title": "Autre chose"})])
    answer = await send(browser, suggestion, added="mes mots")
    assert answer.status_code == 409
    assert "Demandez-en une nouvelle" in answer.text
    assert "mes-mots" in answer.text


async def test_completions_show_what_the_catalogue_uses_and_how_much(browser: Browser) -> None:
    asked = {"field": "keywords", "options": "liste", "added": "parc, BIO"}
    answer = await browser.get("/completions", params=asked)
    assert 'data-value="biodiversite"' in answer.text
    assert "3 jeux de données" in answer.text
    assert 'id="liste"' in answer.text
    nothing = await browser.get("/completions", params={**asked, "added": "parc, "})
    assert 'role="option"' not in nothing.text
    unknown = await browser.get("/completions", params={**asked, "field": "nope"})
    assert unknown.status_code == 422
