"""`eclaireur campaign`."""

import pytest

from .conftest import Run

START = ("campaign", "start", "--field", "short_description")
SEVEN = ("total", "proposed", "withheld", "failed", "accepted", "edited", "rejected")


def test_a_campaign_from_its_beginning_to_its_end(stocked: Run) -> None:
    assert stocked("campaign", "list").out == "Aucune campagne.\n"
    started = stocked(*START, "--yes")
    assert started.code == 0, started.err
    told = started.out.replace("\u00a0", " ")
    assert "Requêtes : 0 (aucun modèle n’est interrogé)" in told
    assert "Émissions : inconnu (rien ne le dit)" in told
    assert "Campagne terminée." in told

    [status] = stocked("campaign", "status", "--json").json_lines
    assert status["total"] == sum(status[each] for each in SEVEN[1:]) > 0
    assert (status["pending"], status["state"]) == (0, "running")
    assert status["second_looks"] == {"looks": 0, "same": None, "kappa": None}
    [listed] = stocked("campaign", "list", "--json").json_lines
    assert listed == status
    assert f"{status['campaign']} : Description courte" in stocked(
        "campaign", "status"
    ).out.replace("\u00a0", " ")
    assert "Campagne terminée." in stocked("campaign", "resume").out

    assert stocked("campaign", "cancel", status["campaign"]).code == 0
    assert stocked("campaign", "resume").code == 4


@pytest.mark.parametrize(("answer", "begun"), [("n", 0), ("", 0), ("o", 1), ("yes", 1)])
def test_nothing_is_begun_without_a_yes(stocked: Run, answer: str, begun: int) -> None:
    asked = stocked(*START, "--limit", "1", given=f"{answer}\n".encode())
    assert asked.code == 0
    assert len(stocked("campaign", "list", "--json").json_lines) == begun
    assert ("Rien n’est commencé." in asked.out) is not begun


def test_what_cannot_be_begun_or_found_is_told(stocked: Run) -> None:
    for arguments, code in (
        (("campaign", "status"), 3),
        (("campaign", "resume"), 3),
        (("campaign", "pause", "none"), 3),
        ((*START, "--select", "absent", "--yes"), 5),
        ((*START, "--select", "organisation=Personne", "--yes"), 4),
        ((*START, "--model", "grand", "--yes"), 5),
        (("campaign", "start", "--yes"), 2),
    ):
        refused = stocked(*arguments)
        assert refused.code == code, arguments
        assert refused.err
