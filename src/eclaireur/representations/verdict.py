"""What a text claims and what supports it, as machines read it."""

from pydantic import BaseModel, Field

from eclaireur.guards.grounding import Claim, How, Kind, Verdict


class GroundsRecord(BaseModel):
    """The passage of the dataset that supports a claim."""

    how: How = Field(
        description="In the same words (exact), in another form (normalised), or by deduction "
        "(derived)."
    )
    field: str = Field(description="The field of the dataset that holds the passage.")
    start: int = Field(description="First code point of the passage in the field as published.")
    end: int = Field(description="The code point after its last one.")
    text: str = Field(description="The passage itself, markup included.")


class ClaimRecord(BaseModel):
    """A part of the text that can be true or false of the dataset."""

    text: str
    start: int = Field(description="Its first code point in the text.")
    end: int = Field(description="The code point after its last one.")
    kind: Kind
    supported: bool
    evidence: GroundsRecord | None = Field(description="What supports it; null when nothing does.")

    @classmethod
    def of(cls, claim: Claim) -> "ClaimRecord":
        grounds = claim.evidence
        return cls(
            **claim.model_dump(exclude={"evidence"}),
            evidence=grounds
            and GroundsRecord(how=grounds.how, **grounds.passage.model_dump(exclude={"kind"})),
        )


class VerdictRecord(BaseModel):
    """The claims of a text, in its order. It is supported when every claim is."""

    supported: bool
    claims: list[ClaimRecord]

    @classmethod
    def of(cls, verdict: Verdict) -> "VerdictRecord":
        return cls(
            supported=verdict.supported, claims=[ClaimRecord.of(each) for each in verdict.claims]
        )
