"""What was masked in what a person typed: counted, said, and marked where it stood."""

import json
import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from eclaireur.core.dataset import Dataset
from eclaireur.guards.personal_data import PLACEHOLDERS, PersonalDataType, masked_types
from eclaireur.messages import Messages

_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS.values())))
_TAG_OR_PLACEHOLDER = re.compile(
    r"""<(?:[^">]|"[^"]*")*>|"""
    + "|".join(re.escape(form) for each in PLACEHOLDERS.values() for form in (each, escape(each)))
)


def masked_in(dataset: Dataset) -> Mapping[PersonalDataType, int]:
    """Count what was masked in a draft before it was kept, by type."""
    return masked_types(
        dataset.title,
        dataset.acronym,
        dataset.description,
        dataset.short_description,
        *dataset.keywords,
        *dataset.theme,
        dataset.publisher,
        dataset.license,
        json.dumps(dict(dataset.extras), ensure_ascii=False),
    )


def said_masked(dataset: Dataset, say: Messages) -> str:
    """Say what was masked in a draft: nothing if nothing was."""
    return ", ".join(
        say(f"masked-{kind}", count=count) for kind, count in masked_in(dataset).items()
    )


def with_marks(content: str | Markup) -> Markup:
    """Mark the placeholders of a text, or of HTML that is safe already.

    Those in an attribute stay: the HTML comes from a serialiser, which quotes attributes.
    """
    return Markup(  # noqa: S704 - escaped, and what is added is ours
        _TAG_OR_PLACEHOLDER.sub(
            lambda found: (
                found[0] if found[0].startswith("<") else f'<mark class="masked">{found[0]}</mark>'
            ),
            escape(content),
        )
    )


def without_placeholders(text: str) -> str:
    """Put blanks in the place of placeholders, so that nothing else moves."""
    return _PLACEHOLDER.sub(lambda found: " " * len(found[0]), text)
