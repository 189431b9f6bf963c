"""Who comes in, and until when: sessions that tell nobody's name, and the token of one person."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr

from eclaireur.core.access import Authority, Grant, Role, Session
from eclaireur.core.ports import SessionBook
from eclaireur.core.sign_in import SignIn
from eclaireur.sign_in.openid import OpenIdClient

LOCAL = (Grant(role=Role.OPERATE),)
"""What the token of one person gives."""

COARSE = timedelta(minutes=5)
"""Ends are kept to this: the store does not follow anybody from click to click."""


class Reception:
    """Begins and ends sessions.

    Args:
        declared: how people sign in.
        sessions: where sessions are kept, for every replica.
        provider: the client of the OpenID Connect provider, where there is one.
        token: the token of one person, where there is one.
        now: the time it is.
    """

    def __init__(
        self,
        declared: SignIn,
        sessions: SessionBook,
        *,
        provider: OpenIdClient | None = None,
        token: SecretStr | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.declared = declared
        self.provider = provider
        self.takes_token = token is not None
        self._sessions = sessions
        self._token = token
        self._now = now
        # Other grants, or another token, and the sessions that they gave are not found any more.
        kept = token.get_secret_value() if token else ""
        self._configuration = hmac.digest(
            declared.model_dump_json().encode(), kept.encode(), "sha256"
        )

    @property
    def now(self) -> datetime:
        return self._now()

    def knows(self, token: str) -> bool:
        """Whether this is the token of the one person, found in the same time whatever it is."""
        if self._token is None:
            return False
        # Digests have one length, so that the token's own does not show.
        one, other = (
            hashlib.sha256(each.encode("utf-8", "replace")).digest()
            for each in (self._token.get_secret_value(), token)
        )
        return hmac.compare_digest(one, other)

    async def begin(self, grants: tuple[Grant, ...], *, former: str | None) -> str:
        """Begin a session, in the place of the one that the browser had.

        Returns:
            A token for the browser alone: the store has its digest.
        """
        if former is not None:
            await self.end(former)
        token, now = secrets.token_urlsafe(32), self._now()
        await self._sessions.keep_session(
            Session(
                digest=self._digest(token),
                grants=grants,
                idle_until=_coarse(now + self.declared.idle),
                ends_at=_coarse(now + self.declared.longest),
            )
        )
        return token

    async def authority(self, token: str) -> Authority | None:
        """Return what a session gives; None when there is none, or it is over."""
        digest, now = self._digest(token), self._now()
        session = await self._sessions.session(digest)
        if session is None:
            return None
        if session.is_over(now):
            await self._sessions.end_session(digest)
            return None
        idle_until = _coarse(now + self.declared.idle)
        if idle_until > session.idle_until:
            await self._sessions.prolong_session(digest, idle_until)
        return Authority(session.grants, is_signed_in=True)

    async def end(self, token: str) -> None:
        """End a session, for every replica."""
        await self._sessions.end_session(self._digest(token))

    def _digest(self, token: str) -> str:
        return hmac.new(self._configuration, token.encode("utf-8", "replace"), "sha256").hexdigest()


def _coarse(moment: datetime) -> datetime:
    """The next coarse step."""
    steps = moment.timestamp() // COARSE.total_seconds() + 1
    return datetime.fromtimestamp(steps * COARSE.total_seconds(), UTC)
