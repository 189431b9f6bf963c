"""An OpenID Connect provider on loopback that behaves as ProConnect documents, or as told.

What is documented: discovery; an authorization that refuses any parameter it does not know; a code
that serves once; a secret in the form of the token's request; user information as a signed JWT; the
end of a session by `id_token_hint`. It takes PKCE and checks it.
"""

import base64
import hashlib
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from fault_server import Behaviour, FaultServer, Received, answer, fault_server
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "eclaireur-de-test"
SECRET = "un-secret-de-test-qui-est-assez-long"  # noqa: S105
CAME_BACK = "/sign-in/back"

KNOWN = {
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "claims",
    "acr_values",
    "prompt",
    "login_hint",
    "idp_hint",
    "siret_hint",
    "code_challenge",
    "code_challenge_method",
}

SOMEBODY = {
    "sub": "b6048e95bb134ec5b1d1e1fa69f28717",
    "given_name": "Zoé",
    "usual_name": "Kermarrec-Inventée",
    "email": "zoe.kermarrec@exemple.invalid",
    "siret": "13002526500013",
    "idp_id": "71144ab3-ee1a-4401-b7b3-79b44f7daeeb",
}


@cache
def new_key(kid: str) -> RSAKey:
    """A key of that name, made once: it takes time."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"})


@dataclass
class OpenIdServer:
    """What the provider knows, and how it misbehaves."""

    server: FaultServer
    key: Any = field(default_factory=lambda: new_key("first"))
    published: list[Any] | None = None
    """The keys of its JWKS, if they are not the one that signs."""
    algorithm: str = "RS256"
    who: dict[str, Any] = field(default_factory=lambda: dict(SOMEBODY))
    takes_proof: bool = True
    tells_issuer: bool = True
    discovered: dict[str, Any] = field(default_factory=dict)
    """What its discovery document says otherwise."""
    forged: Callable[[dict[str, Any]], str] | None = None
    """Signs the ID token its own way."""
    identity: dict[str, Any] = field(default_factory=dict)
    """What the ID token says otherwise; None leaves a claim out."""
    about: dict[str, Any] = field(default_factory=dict)
    """What the user information says otherwise."""
    about_in_json: bool = False
    now: int | None = None
    """The time it is for it, in seconds since 1970; this machine's without one."""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    ended: list[dict[str, str]] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        return f"{self.server.origin}/api/v2"

    def signed(self, claims: dict[str, Any], key: Any = None, algorithm: str | None = None) -> str:
        key = key or self.key
        header = {"alg": algorithm or self.algorithm}
        if getattr(key, "kid", None):
            header["kid"] = key.kid
        return jwt.encode(header, claims, key, algorithms=[header["alg"]])

    def respond(self, received: Received) -> Behaviour:
        method, target, _ = received.line.split(" ")
        parts = urlsplit(target)
        asked = dict(parse_qsl(parts.query))
        match method, parts.path.removeprefix("/api/v2"):
            case "GET", "/.well-known/openid-configuration":
                return _json(self.discovery())
            case "GET", "/jwks":
                keys = self.published if self.published is not None else [self.key]
                return _json({"keys": [each.as_dict(private=False) for each in keys]})
            case "GET", "/authorize":
                return self._authorize(asked)
            case "POST", "/token":
                return self._token(dict(parse_qsl(received.body.decode())))
            case "GET", "/userinfo":
                return self._about(received)
            case "GET", "/session/end":
                self.ended.append(asked)
                back = f"{asked['post_logout_redirect_uri']}?{urlencode({'state': asked['state']})}"
                return answer(b"", 303, {"Location": back})
        return answer(b"{}", 404)

    def discovery(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/session/end",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "authorization_response_iss_parameter_supported": self.tells_issuer,
        }
        if self.takes_proof:
            said["code_challenge_methods_supported"] = ["S256"]
        return said | self.discovered

    def _authorize(self, asked: dict[str, str]) -> Behaviour:
        known = KNOWN if self.takes_proof else KNOWN - {"code_challenge", "code_challenge_method"}
        redirect = urlsplit(asked.get("redirect_uri", ""))
        if (
            set(asked) - known
            or asked.get("client_id") != CLIENT
            or redirect.path != CAME_BACK
            or min(len(asked.get(each, "")) for each in ("state", "nonce")) < 32
            or "openid" not in asked.get("scope", "").split()
        ):
            return answer(b"Y000400", 400)
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"]}
        if self.tells_issuer:
            back["iss"] = self.issuer
        return answer(b"", 303, {"Location": f"{asked['redirect_uri']}?{urlencode(back)}"})

    def _token(self, form: dict[str, str]) -> Behaviour:
        asked = self.codes.pop(form.get("code", ""), None)
        if (
            asked is None
            or form.get("grant_type") != "authorization_code"
            or (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET)
            or form.get("redirect_uri") != asked["redirect_uri"]
            or not self._is_proved(asked, form)
        ):
            return answer({"error": "invalid_grant"}, 400)
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": self.who["sub"],
            "iat": self._now(),
            "exp": self._now() + 60,
            "nonce": asked["nonce"],
            "acr": "eidas1",
            **self.identity,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        token = self.forged(claims) if self.forged else self.signed(claims)
        return _json({"access_token": "access", "token_type": "Bearer", "id_token": token})

    def _now(self) -> int:
        return int(time.time()) if self.now is None else self.now

    def _is_proved(self, asked: dict[str, str], form: dict[str, str]) -> bool:
        if not self.takes_proof:
            return "code_verifier" not in form
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        return asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def _about(self, received: Received) -> Behaviour:
        if received.headers.get("authorization") != "Bearer access":
            return answer(b"", 401)
        told = {
            "iss": self.issuer,
            "aud": CLIENT,
            "exp": self._now() + 60,
            **self.who,
            **self.about,
        }
        if self.about_in_json:
            return _json(told)
        return answer(self.signed(told), headers={"Content-Type": "application/jwt"})


@asynccontextmanager
async def openid_server() -> AsyncIterator[OpenIdServer]:
    """Run one for a test."""
    async with fault_server() as server:
        provider = OpenIdServer(server)
        server.respond = provider.respond
        yield provider


def _json(document: object) -> Behaviour:
    return answer(document, headers={"Content-Type": "application/json"})
