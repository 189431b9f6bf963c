"""One signing-in, from the click to the way back from the provider.

Everything of it is derived from one random secret that the browser keeps in a cookie, so that no
server keeps anything, and any replica can finish what another began. Whoever reads or chooses the
cookie of their own browser cannot choose the nonce: that would be to invert HMAC-SHA-256. When it
began and where it leads are parts of what is derived, so that changing them breaks the state.
"""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

LIFE = timedelta(minutes=10)
"""How long somebody has to come back from the provider."""

_SEPARATOR = "."


@dataclass(frozen=True)
class Transaction:
    """What is known of a signing-in that is under way."""

    secret: str
    began: int
    """In seconds since 1970."""
    return_to: str
    """The page to come back to: a path of this site."""

    @classmethod
    def begin(cls, now: float, return_to: str) -> Self:
        return cls(secrets.token_urlsafe(32), int(now), return_to)

    @classmethod
    def read(cls, cookie: str, now: float) -> Self | None:
        """Read the cookie of a transaction; None when it is none, or too old."""
        secret, _, rest = cookie.partition(_SEPARATOR)
        began, _, path = rest.partition(_SEPARATOR)
        if len(secret) < 43 or not (began.isascii() and began.isdigit() and len(began) < 16):
            return None
        try:
            return_to = base64.urlsafe_b64decode(path.encode("ascii") + b"==").decode()
        except ValueError:
            return None
        is_fresh = 0 <= now - int(began) < LIFE.total_seconds()
        return cls(secret, int(began), return_to) if is_fresh else None

    @property
    def cookie(self) -> str:
        """What the browser keeps of it."""
        return _SEPARATOR.join((self.secret, str(self.began), _text(self.return_to.encode())))

    @property
    def state(self) -> str:
        """What the provider gives back with its answer."""
        return self._derived("state")

    @property
    def nonce(self) -> str:
        """What the provider puts into the token that it signs."""
        return self._derived("nonce")

    @property
    def verifier(self) -> str:
        """What proves that the code is given back by whoever asked for it (RFC 7636)."""
        return self._derived("verifier")

    @property
    def challenge(self) -> str:
        """What the provider is told of the verifier (RFC 7636, S256)."""
        return _text(hashlib.sha256(self.verifier.encode()).digest())

    def is_answered_by(self, state: str) -> bool:
        """Whether an answer of the provider is to this transaction."""
        return hmac.compare_digest(self.state.encode(), state.encode("utf-8", "replace"))

    def _derived(self, purpose: str) -> str:
        message = f"{purpose}\0{self.began}\0{self.return_to}"
        return _text(hmac.digest(self.secret.encode(), message.encode(), "sha256"))


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
