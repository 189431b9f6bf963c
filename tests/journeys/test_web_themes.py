"""Themes: asked for, understood, one chosen in the list, exported, undone."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from eclaireur.core.theme import theme_uri

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


def exported(page: Page, identifier: str) -> dict[str, object]:
    answer = page.request.get(f"/api/v1/export?format=jsonl&id={identifier}")
    record: dict[str, object] = json.loads(answer.text())
    return record


@pytest.mark.parametrize("scripting", [True, False], ids=["javascript", "no-javascript"])
def test_a_theme_is_chosen_exported_and_undone(open_page: Opened, *, scripting: bool) -> None:
    identifier = "eau-potable-analyses" if scripting else "arbres-valombreuse"
    page = open_page(f"/datasets/{identifier}", java_script_enabled=scripting)
    card = page.locator("#field-theme")
    card.get_by_role("button", name="Proposer des thèmes").click()
    proposed = card.get_by_role("checkbox", name="Environnement", exact=True)
    expect(proposed).to_be_checked()
    evidence = card.locator("details.evidence").first
    evidence.locator("summary").click()
    expect(evidence.locator("blockquote mark, p")).to_be_visible()
    expect(card.get_by_label("Ajouter un autre thème")).not_to_contain_text("Environnement")
    assert "theme" not in exported(page, identifier)

    proposed.uncheck()
    card.get_by_role("button", name="Accepter les thèmes choisis").click()
    expect(card.locator("#field-theme-problem")).to_contain_text("Il ne reste aucun thème")
    card.get_by_role("checkbox", name="Environnement", exact=True).check()
    card.get_by_label("Ajouter un autre thème").select_option(label="Santé")
    card.get_by_role("button", name="Accepter les thèmes choisis").click()
    expect(card.locator(".side--decided")).to_contain_text("Environnement")
    expect(card.locator(".side--decided")).to_contain_text("Santé")
    record = exported(page, identifier)
    assert record["theme"] == [theme_uri("ENVI"), theme_uri("HEAL")]
    assert isinstance(record["provenance"], list)
    assert [each["decision"] for each in record["provenance"]] == ["edited"]

    card.get_by_role("button", name="Annuler la décision").click()
    expect(card.get_by_role("checkbox", name="Environnement", exact=True)).to_be_checked()
    assert "theme" not in exported(page, identifier)
