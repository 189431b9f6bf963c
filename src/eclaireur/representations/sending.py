"""What became of a value on its way to a portal, as machines read it."""

from eclaireur.core.base import Json
from eclaireur.core.sending import Told
from eclaireur.core.suggestion import Value


def told_record(told: Told) -> dict[str, Json]:
    """Return the JSON object of a value that was sent, or would be."""
    return {
        "dataset": told.dataset,
        "title": told.title,
        "field": told.field,
        "suggestion": told.suggestion,
        "former": _json(told.former),
        "value": _json(told.value),
        "outcome": told.fate.value,
        "error": None if told.error is None else told.error.code,
    }


def _json(value: Value | None) -> Json:
    return list(value) if isinstance(value, tuple) else value
