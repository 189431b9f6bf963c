"""Campaigns, for machines."""

from datetime import date
from typing import Self

from pydantic import Field

from eclaireur.assistant import CampaignSight, CampaignStanding, Phase, Prepared
from eclaireur.core.campaign import CampaignProgress, CampaignState, Estimate
from eclaireur.ledger.agreement import ReviewQuality
from eclaireur.messages import Messages


class CampaignRecord(CampaignProgress):
    """A campaign, and where its records stand. Each counts once, so they add up to the total."""

    campaign: str = Field(description="Its key.")
    field: str
    selection: str = Field(description="Which records were chosen; empty for all.")
    model: str | None = Field(description="The model that proposes; null for the frugal method.")
    day: date = Field(description="When it was recorded.")
    state: CampaignState = Field(description="What was asked of it.")
    second_looks: ReviewQuality = Field(
        description="How far a second, blind look at what was decided agrees with the first."
    )

    @classmethod
    def standing(cls, standing: CampaignStanding) -> Self:
        campaign = standing.campaign
        return cls(
            **standing.progress.model_dump(),
            campaign=campaign.key,
            field=campaign.field,
            selection=campaign.selection,
            model=campaign.model,
            day=campaign.day,
            state=campaign.state,
            second_looks=standing.second_looks,
        )


def agreement(looks: ReviewQuality, say: Messages) -> str | None:
    """Say how far second looks agree with the first; None where nothing was looked at twice."""
    if looks.looks is None:
        return say("review-quality-few")
    if looks.same is None:
        return None
    same = looks.same
    said = say("review-quality", count=looks.looks, share=same.value, low=same.low, high=same.high)
    return said if looks.kappa is None else f"{said} {say('review-kappa', kappa=looks.kappa)}"


class CampaignSightRecord(CampaignRecord):
    """A campaign as it is seen now."""

    phase: Phase = Field(
        description="Where the work is: `left` where records wait and nobody works on it."
    )
    obstacle: str | None = Field(
        description="Why those who worked on it left: the code of a reason, or `stuck`."
    )
    records_per_second: float | None = Field(
        description="As seen over the last half minute; null where that is not known."
    )
    seconds_left: float | None = Field(
        description="Until every record has been tried, at this pace; null where unknown."
    )

    @classmethod
    def seen(cls, sight: CampaignSight) -> Self:
        standing = sight.standing
        failure = sight.failure.code if sight.failure else None
        return cls(
            **dict(CampaignRecord.standing(standing)),
            phase=sight.phase,
            obstacle=sight.obstacle or failure,
            records_per_second=standing.a_second,
            seconds_left=standing.left_s,
        )


class EstimateRecord(Estimate):
    """What a campaign is expected to take. A value that nothing tells is null, which is not 0."""

    field: str
    selection: str
    model: str | None

    @classmethod
    def of(cls, prepared: Prepared) -> Self:
        campaign = prepared.campaign
        return cls(
            **prepared.estimate.model_dump(),
            field=campaign.field,
            selection=campaign.selection,
            model=campaign.model,
        )
