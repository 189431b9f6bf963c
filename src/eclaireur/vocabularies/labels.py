"""Which labels are kept, and which concepts may be cited."""

from eclaireur.core.concept import ANY_LANGUAGE

LANGUAGES = ("fr", "en")


def language_of(tag: str | None) -> str | None:
    """The language of a tag of RDF, its region left out; None for a language that is not kept."""
    if not tag:
        return ANY_LANGUAGE
    language = tag.partition("-")[0].lower()
    return language if language in LANGUAGES else None


def is_citable(uri: str) -> bool:
    """Whether it is an address of the web, that a page may link to."""
    return uri.startswith(("http://", "https://"))
