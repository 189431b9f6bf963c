"""Keys and other secrets: read when they are needed, from where the file says they are."""

import os

from pydantic import SecretStr

from eclaireur.core.errors import KeyMissing, SecretMissing
from eclaireur.core.model import KeySource
from eclaireur.core.sign_in import SignIn

SHORTEST_TOKEN = 32
"""Characters of the token that stands for one person: 128 bits in hexadecimal."""


def read_key(model: str, source: KeySource) -> SecretStr:
    """Return the key of a model's server.

    Raises:
        KeyMissing: the variable or the file is not there, or does not hold one word of ASCII.
    """
    place, key = _word_in(source)
    if not key:
        raise KeyMissing(model=model, place=place)
    return SecretStr(key)


def read_sign_in_secrets(declared: SignIn) -> tuple[SecretStr | None, SecretStr | None]:
    """Return the secret of the provider's client, and the token of one person, where declared.

    Raises:
        SecretMissing: the variable or the file is not there, or does not hold one word of ASCII,
            long enough for a token not to be guessed.
    """
    secret = token = None
    if declared.openid is not None:
        secret = _read_secret("sign_in.openid.secret", declared.openid.secret, 1)
    if declared.local is not None:
        token = _read_secret("sign_in.local.token", declared.local.token, SHORTEST_TOKEN)
    return secret, token


def _read_secret(setting: str, source: KeySource, minimum: int) -> SecretStr:
    place, secret = _word_in(source)
    if len(secret) < minimum:
        raise SecretMissing(setting=setting, place=place, minimum=minimum)
    return SecretStr(secret)


def _word_in(source: KeySource) -> tuple[str, str]:
    """Where a secret is, and the word of ASCII that is there; empty when there is none."""
    if source.environment is not None:
        place, text = source.environment, os.environ.get(source.environment, "")
    else:
        place, text = str(source.file), _text_of(source)
    word = text.strip()
    is_word = word.isascii() and word.isprintable() and len(word.split()) == 1
    return place, word if is_word else ""


def _text_of(source: KeySource) -> str:
    try:
        return source.file.read_text("utf-8") if source.file else ""
    except (OSError, UnicodeDecodeError):
        return ""
