"""What people say beside their decision, on the page of a dataset."""

import html
import re

import pytest

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import Action, Decision
from eclaireur.web.language import Links

from .visitors import Browser

HTMX = {"HX-Request": "true"}


async def decided(assistant: Assistant, dataset: Dataset, action: Action = Action.REJECT) -> str:
    key = (await assistant.suggest(dataset.identifier, "short_description")).key
    value = "Arbres des rues." if action is Action.EDIT else None
    await assistant.decide(key, Decision(action=action, value=value))
    return key


async def why(assistant: Assistant) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in (await assistant.learning(threshold=1)).fates:
        found |= each.why
    return found


@pytest.mark.parametrize("action", ["edit", "reject"])
async def test_why_is_asked_beside_an_edit_and_a_rejection(
    browser: Browser, assistant: Assistant, dataset: Dataset, action: str
) -> None:
    key = (await assistant.suggest(dataset.identifier, "short_description")).key
    page = (await browser.get(Links("fr").dataset(dataset.identifier))).text
    assert page.count('name="reason"') == 2
    form = {"action": action, "value": "Arbres des rues.", "reason": "incomplete"}
    await browser.send_form(f"/suggestions/{key}/decision", form)
    assert await why(assistant) == {"incomplete": 1}


async def test_why_a_list_is_changed_is_counted(browser: Browser, assistant: Assistant) -> None:
    dataset = Dataset(
        identifier="bornes",
        title="Bornes de recharge",
        description="Les bornes, sans géothermie ni énergie fossile. " * 8,
    )
    await assistant.put_datasets([dataset])
    made = await assistant.suggest("bornes", "keywords")
    assert isinstance(made.value, tuple)
    form = {"value": list(made.value), "kept": ["0"], "do": "decide", "added": "recharge"}
    await browser.send_form(f"/suggestions/{made.key}/choices", form | {"reason": "off_topic"})
    assert await why(assistant) == {"off_topic": 1}


async def test_a_remark_is_asked_for_where_an_operator_says_so(
    browser: Browser, assistant: Assistant, dataset: Dataset
) -> None:
    key = await decided(assistant, dataset)
    address = Links("fr").dataset(dataset.identifier)
    assert 'name="text"' not in (await browser.get(address)).text
    assistant.takes_remarks = True
    assert 'name="text"' in (await browser.get(address)).text
    said = {"text": "Demandez à soizic.kerbrat@courrier.example <b>"}
    answer = await browser.send_form(f"/suggestions/{key}/remarks", said, headers=HTMX)
    assert answer.status_code == 200
    kept = re.search(r"Voici ce qui est gardé\s: «\s*(.*?)\s*»", html.unescape(answer.text))
    assert kept is not None
    assert kept[1] == "Demandez à [e-mail] <b>"
    assert "<b>" not in answer.text
    assert [each.text for each in await assistant.remarks()] == ["Demandez à [e-mail] <b>"]


async def test_a_remark_that_cannot_be_kept_is_not_lost(
    browser: Browser, assistant: Assistant, dataset: Dataset
) -> None:
    key = await decided(assistant, dataset)
    assistant.takes_remarks = True
    answer = await browser.send_form(f"/suggestions/{key}/remarks", {"text": "trop " * 101})
    assert answer.status_code == 422
    assert "trop trop" in answer.text
    assert "Une remarque a de 1 à 500 caractères." in answer.text
    assert await assistant.remarks() == ()


async def test_remarks_have_a_rate(
    browser: Browser, assistant: Assistant, dataset: Dataset
) -> None:
    key = await decided(assistant, dataset)
    assistant.takes_remarks = True
    answers = [
        await browser.send_form(f"/suggestions/{key}/remarks", {"text": "Trop long."})
        for _ in range(21)
    ]
    assert [each.status_code for each in answers] == [200] * 20 + [429]


@pytest.mark.parametrize("action", [Action.EDIT, Action.REJECT])
async def test_what_was_edited_or_rejected_may_become_a_case(
    browser: Browser, assistant: Assistant, dataset: Dataset, action: Action
) -> None:
    key = await decided(assistant, dataset, action)
    page = (await browser.get(Links("fr").dataset(dataset.identifier))).text
    assert f"/suggestions/{key}/case" in page
    answer = await browser.send_form(f"/suggestions/{key}/case", {}, headers=HTMX)
    assert "fait partie des cas d’évaluation" in answer.text
    assert [each.dataset for each in await assistant.cases()] == [dataset]


async def test_what_was_accepted_and_what_is_a_draft_do_not(
    browser: Browser, assistant: Assistant, dataset: Dataset
) -> None:
    key = await decided(assistant, dataset, Action.ACCEPT)
    assert "/case" not in (await browser.get(Links("fr").dataset(dataset.identifier))).text
    assert (await browser.send_form(f"/suggestions/{key}/case", {})).status_code == 409
    draft = await assistant.add_draft(dataset)
    await decided(assistant, draft)
    assert "/case" not in (await browser.get(Links("fr").dataset(draft.identifier))).text


async def test_neither_logs_nor_metrics_tell_what_somebody_said(
    browser: Browser,
    assistant: Assistant,
    dataset: Dataset,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(0)
    assistant.takes_remarks = True
    other = dataset.model_copy(update={"identifier": "bancs"})
    await assistant.put_datasets([other])
    keys = []
    for each, reason in ((dataset, "too_long"), (other, "inaccurate")):
        key = (await assistant.suggest(each.identifier, "short_description")).key
        form = {"action": "reject", "reason": reason}
        await browser.send_form(f"/suggestions/{key}/decision", form)
        await browser.send_form(f"/suggestions/{key}/remarks", {"text": "Vraiment trop vague."})
        keys.append(key)
    metrics = (await browser.get("/metrics")).text
    assert "eclaireur_http_requests_total" in metrics
    # The visitor's own client logs what it asks; the server does not.
    logged = [each.getMessage() for each in caplog.records if each.name.startswith("eclaireur")]
    assert any("decision" in each for each in logged)
    told = "\n".join([metrics, *logged])
    marks = (*keys, "arbres", "bancs", "too_long", "inaccurate", "vague")
    assert [each for each in marks if each in told] == []
