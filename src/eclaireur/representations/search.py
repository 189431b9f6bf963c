"""What was found, for machines."""

from typing import Self

from pydantic import BaseModel, Field

from eclaireur.core.ports import MOST_RESULTS, SearchHit, SearchPage, WhyFound


class HitRecord(BaseModel):
    """A dataset that was found."""

    id: str
    title: str
    organization: str | None
    score: float = Field(description="From 0 to 1; it compares the results of one query.")
    why: dict[WhyFound, list[str]] = Field(
        description="Why it was found, each reason with the words of the query it is about."
    )
    near: dict[str, str] = Field(
        description="Of the words found by their meaning, what the dataset says in their place."
    )
    alike: int = Field(description="How many others bear the same title but for figures.")

    @classmethod
    def of(cls, hit: SearchHit) -> Self:
        return cls(
            id=hit.identifier,
            title=hit.title,
            organization=hit.publisher,
            score=hit.score,
            why={reason: list(words) for reason, words in hit.why.items()},
            near=dict(hit.near),
            alike=hit.alike,
        )


class SearchRecord(BaseModel):
    """Some of what was found."""

    total: int = Field(
        description=f"How many datasets answer; the first {MOST_RESULTS} may be paged through."
    )
    left_out: int = Field(
        description="How many more say less than half of the query, in an order by date or use."
    )
    results: list[HitRecord]
    corrected: dict[str, str] = Field(
        description="Words that were also read as others of the catalogue, by what was typed."
    )
    unknown: list[str] = Field(description="Words that the catalogue does not hold.")

    @classmethod
    def of(cls, page: SearchPage) -> Self:
        return cls(
            total=page.total,
            left_out=page.left_out,
            results=[HitRecord.of(hit) for hit in page.hits],
            corrected=dict(page.corrected),
            unknown=list(page.unknown),
        )
