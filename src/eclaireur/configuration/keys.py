"""The keys of servers: read when they are needed, from where the file says they are."""

import os

from pydantic import SecretStr

from eclaireur.core.errors import KeyMissing
from eclaireur.core.model import KeySource


def read_key(model: str, source: KeySource) -> SecretStr:
    """Return the key of a model's server.

    Raises:
        KeyMissing: the variable or the file is not there, or does not hold one word of ASCII.
    """
    if source.environment is not None:
        place, text = source.environment, os.environ.get(source.environment, "")
    else:
        place, text = str(source.file), _text_of(source)
    key = text.strip()
    if not (key.isascii() and key.isprintable() and len(key.split()) == 1):
        raise KeyMissing(model=model, place=place)
    return SecretStr(key)


def _text_of(source: KeySource) -> str:
    try:
        return source.file.read_text("utf-8") if source.file else ""
    except (OSError, UnicodeDecodeError):
        return ""
