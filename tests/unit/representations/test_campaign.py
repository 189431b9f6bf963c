"""Campaigns, for machines."""

from datetime import date

from eclaireur.assistant import CampaignStanding
from eclaireur.core.campaign import Campaign, CampaignProgress
from eclaireur.core.review import SecondLook
from eclaireur.core.suggestion import State
from eclaireur.ledger.agreement import ReviewQuality
from eclaireur.messages import messages
from eclaireur.representations.campaign import CampaignRecord, agreement

DAY = date(2026, 11, 26)


def looks(same: int, other: int) -> ReviewQuality:
    told = [(State.ACCEPTED, State.ACCEPTED, same), (State.REJECTED, State.ACCEPTED, other)]
    return ReviewQuality.of(
        SecondLook(first=first, second=second, count=count)
        for first, second, count in told
        if count
    )


def test_a_campaign_tells_how_far_second_looks_agree() -> None:
    campaign = Campaign.opened(field="keywords", selection="", total=9, day=DAY)
    progress = CampaignProgress.of({State.ACCEPTED: 9})
    standing = CampaignStanding(campaign, progress, None, None, looks(8, 1))
    told = CampaignRecord.standing(standing).model_dump(mode="json")
    assert (told["total"], told["accepted"], told["second_looks"]["looks"]) == (9, 9, 9)
    assert round(told["second_looks"]["same"]["value"], 3) == round(8 / 9, 3)


def test_agreement_is_said_where_it_may_be_published() -> None:
    say = messages("en")
    assert agreement(ReviewQuality.of([]), say) is None
    assert agreement(looks(1, 1), say) == "Too few second looks to publish an agreement."
    assert str(agreement(looks(8, 1), say)).startswith("Agreement between two looks: 89")
    assert "kappa: 0" in str(agreement(looks(8, 1), say))
    assert "kappa" not in str(agreement(looks(9, 0), say)), "all say one thing"
