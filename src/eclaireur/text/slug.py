"""The form that data.gouv.fr gives to keywords."""

from slugify import slugify

SHORTEST_KEYWORD = 3
LONGEST_KEYWORD = 96
"""Lengths that udata accepts for a tag (`udata.tags`: TAG_MIN_LENGTH and TAG_MAX_LENGTH)."""

# data.gouv.fr closes up over an apostrophe, straight or curly: `cours-deau`.
_APOSTROPHES = (("'", ""), ("’", ""))


def slugified(text: str) -> str:
    """The text in lower-case ASCII and hyphens, whatever its length."""
    return str(slugify(text, replacements=_APOSTROPHES))


def slug(text: str) -> str | None:
    """The text as a keyword: lower-case ASCII and hyphens. None if its length is not allowed."""
    keyword = slugified(text)
    return keyword if SHORTEST_KEYWORD <= len(keyword) <= LONGEST_KEYWORD else None
