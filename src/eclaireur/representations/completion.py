"""The keywords that complete what is typed, for machines."""

from typing import Self

from pydantic import BaseModel, Field

from eclaireur.core.completion import Completions


class UsedKeyword(BaseModel):
    """A keyword of the catalogue."""

    keyword: str
    datasets: int = Field(description="How many datasets of the catalogue carry it.")


class CompletionRecord(BaseModel):
    """Some of the keywords that were found."""

    total: int = Field(description="How many there are.")
    keywords: list[UsedKeyword]

    @classmethod
    def of(cls, found: Completions) -> Self:
        return cls(
            total=found.total,
            keywords=[
                UsedKeyword(keyword=each.value, datasets=each.count) for each in found.values
            ],
        )
