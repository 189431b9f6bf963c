"""A client of OpenID Connect: the authorization code flow, as ProConnect offers it.

Core 1.0 with errata 2, Discovery 1.0, RP-Initiated Logout 1.0, RFC 7636 (PKCE), RFC 9207 (iss).
"""

import base64
import json
import logging
from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias
from urllib.parse import quote_plus, urlencode, urlsplit

from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet, OctKey, import_key
from pydantic import BaseModel, Field, SecretStr, ValidationError

from eclaireur.core.errors import SignInRefused, SignInUnavailable, Unavailable
from eclaireur.core.sign_in import Algorithm, Provider
from eclaireur.egress import Answer, Egress
from eclaireur.sign_in.transaction import Transaction

DEADLINE_S = 10.0
"""Seconds that the provider has for one answer: a code of ProConnect lives 30."""

LARGEST = 1_000_000
"""Bytes of the longest answer read."""

LEEWAY_S = 60
"""How far the clocks of the provider and of this machine may be apart."""

_FORM = "application/x-www-form-urlencoded"

Claims: TypeAlias = Mapping[str, Any]
WebPage: TypeAlias = Annotated[str, Field(pattern=r"^https?://[!-~]+$", max_length=2000)]

logger = logging.getLogger(__name__)


class _Discovered(BaseModel):
    """What the discovery document says, of what is used here."""

    issuer: str
    authorization_endpoint: WebPage
    token_endpoint: WebPage
    userinfo_endpoint: WebPage | None = None
    jwks_uri: WebPage
    end_session_endpoint: WebPage | None = None
    code_challenge_methods_supported: tuple[str, ...] = ()
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)
    authorization_response_iss_parameter_supported: bool = False


class _Tokens(BaseModel):
    """What a code is exchanged for."""

    id_token: str
    access_token: str


class Identified(BaseModel):
    """What the provider claims of somebody, and what is needed to sign them out there."""

    claims: dict[str, Any]
    id_token: str


class OpenIdClient:
    """Talks to one provider.

    Args:
        provider: as declared.
        secret: the client's.
        egress: the way out.
        came_back: the address that the provider sends people back to.
        signed_out: the one it sends those to who signed out.
    """

    def __init__(
        self,
        provider: Provider,
        secret: SecretStr,
        egress: Egress,
        *,
        came_back: str,
        signed_out: str,
    ) -> None:
        self.provider = provider
        self._secret = secret
        self._egress = egress
        self._came_back = came_back
        self._signed_out = signed_out
        self._discovered: _Discovered | None = None
        self._keys: KeySet | OctKey | None = None

    async def authorization(self, transaction: Transaction) -> str:
        """Return the address of the provider's page where somebody says who they are.

        Raises:
            SignInUnavailable: the provider does not answer as it should.
        """
        found = await self._discover()
        asked = {
            "response_type": "code",
            "client_id": self.provider.client_id,
            "redirect_uri": self._came_back,
            "scope": " ".join(dict.fromkeys(("openid", *self.provider.scopes))),
            "state": transaction.state,
            "nonce": transaction.nonce,
        }
        if self.provider.levels:
            level = {"essential": True, "values": list(self.provider.levels)}
            asked["claims"] = json.dumps({"id_token": {"acr": level}}, separators=(",", ":"))
        if _takes_proof(found):
            asked |= {"code_challenge": transaction.challenge, "code_challenge_method": "S256"}
        return _with_query(found.authorization_endpoint, asked)

    async def identify(
        self,
        transaction: Transaction | None,
        *,
        state: str,
        code: str | None,
        issuer: str | None,
        now: int,
    ) -> Identified:
        """Exchange the code that somebody came back with for what the provider claims of them.

        Args:
            transaction: what their browser began, if it did.
            state: what came back with the code,
            code: the code, if the provider gave one,
            issuer: and who says to have given it, if they say.
            now: in seconds since 1970.

        Raises:
            SignInRefused: what came back is not the provider's answer to this transaction.
            SignInUnavailable: the provider does not answer as it should.
        """
        if transaction is None or not transaction.is_answered_by(state):
            raise self._refused("state")
        if code is None:
            # What the provider says of it may be anybody's words: they are not repeated.
            raise self._refused("provider")
        found = await self._discover()
        told = issuer is not None or found.authorization_response_iss_parameter_supported
        if told and issuer != self.provider.issuer:
            raise self._refused("issuer")
        tokens = await self._exchanged(found, transaction, code)
        identity = await self._verified(tokens.id_token)
        self._check_identity(identity, transaction, now)
        about = await self._told(found, tokens.access_token, identity, now)
        return Identified(claims={**about, **identity}, id_token=tokens.id_token)

    async def signing_out(self, id_token: str | None, state: str) -> str | None:
        """Return the address where somebody signs out of the provider too, if it has one."""
        try:
            found = await self._discover()
        except SignInUnavailable:
            # They have signed out of here, which does not wait for the provider.
            return None
        if found.end_session_endpoint is None or id_token is None:
            return None
        asked = {
            "id_token_hint": id_token,
            "state": state,
            "post_logout_redirect_uri": self._signed_out,
        }
        return _with_query(found.end_session_endpoint, asked)

    async def _discover(self) -> _Discovered:
        if self._discovered is None:
            issuer = self.provider.issuer
            address = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
            try:
                found = _Discovered.model_validate(await self._json("GET", address))
            except ValidationError as error:
                raise self._unavailable("discovery") from error
            # An issuer that speaks for another could have its tokens taken for the other's.
            if found.issuer != issuer:
                raise self._unavailable("issuer")
            self._discovered = found
        return self._discovered

    async def _exchanged(self, found: _Discovered, transaction: Transaction, code: str) -> _Tokens:
        form = {
            "grant_type": "authorization_code",
            "redirect_uri": self._came_back,
            "code": code,
        }
        headers = {"Content-Type": _FORM, "Accept": "application/json"}
        client = (self.provider.client_id, self._secret.get_secret_value())
        if "client_secret_post" in found.token_endpoint_auth_methods_supported:
            form |= dict(zip(("client_id", "client_secret"), client, strict=True))
        else:
            pair = ":".join(map(quote_plus, client))
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        if _takes_proof(found):
            form["code_verifier"] = transaction.verifier
        answer = await self._send("POST", found.token_endpoint, headers, urlencode(form).encode())
        if answer.status in {400, 401}:
            # A code is refused when it was used or is too old; so is a client that is not known.
            raise self._refused("code")
        try:
            return _Tokens.model_validate_json(self._body(answer.status, answer.body))
        except ValidationError as error:
            raise self._unavailable("tokens") from error

    def _check_identity(self, identity: Claims, transaction: Transaction, now: int) -> None:
        """Check the ID token (Core, 3.1.3.7)."""
        expected = jwt.JWTClaimsRegistry(
            now,
            LEEWAY_S,
            iss={"essential": True, "value": self.provider.issuer},
            aud={"essential": True, "value": self.provider.client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": transaction.nonce},
        )
        try:
            expected.validate(dict(identity))
        except JoseError as error:
            raise self._refused("claims") from error
        audience, party = identity["aud"], identity.get("azp")
        others = isinstance(audience, list) and len(audience) > 1
        if (others or party is not None) and party != self.provider.client_id:
            raise self._refused("claims")
        if self.provider.levels and identity.get("acr") not in self.provider.levels:
            raise self._refused("level")

    async def _told(
        self, found: _Discovered, access_token: str, identity: Claims, now: int
    ) -> Claims:
        """What the provider says of somebody beside their ID token (Core, 5.3)."""
        if found.userinfo_endpoint is None:
            return {}
        answer = await self._send(
            "GET", found.userinfo_endpoint, {"Authorization": f"Bearer {access_token}"}
        )
        body = self._body(answer.status, answer.body)
        if answer.headers.get("content-type", "").partition(";")[0].strip() == "application/jwt":
            about = await self._verified(body.decode("ascii", "replace").strip())
            expected = jwt.JWTClaimsRegistry(
                now,
                LEEWAY_S,
                iss={"essential": True, "value": self.provider.issuer},
                aud={"essential": True, "value": self.provider.client_id},
            )
            try:
                expected.validate(dict(about))
            except JoseError as error:
                raise self._refused("claims") from error
        else:
            about = self._read_json(body)
        # What is said of somebody else is not said of them (Core, 5.3.2).
        if about.get("sub") != identity["sub"]:
            raise self._refused("subject")
        return about

    async def _verified(self, token: str) -> Claims:
        """What a token says, once it is known that the provider signed it.

        Its keys are asked for again, once, when it signs with one that is not known: they change.
        """
        had_keys = self._keys is not None
        keys = self._keys or await self._ask_keys()
        algorithms = [self.provider.algorithm.value]
        try:
            try:
                return jwt.decode(token, keys, algorithms=algorithms).claims
            except (InvalidKeyIdError, BadSignatureError):
                if not had_keys or self.provider.algorithm is Algorithm.HS256:
                    raise
                return jwt.decode(token, await self._ask_keys(), algorithms=algorithms).claims
        # joserfc raises ValueError for some tokens that cannot be read at all.
        except (JoseError, ValueError) as error:
            raise self._refused("signature") from error

    async def _ask_keys(self) -> KeySet | OctKey:
        if self.provider.algorithm is Algorithm.HS256:
            self._keys = OctKey.import_key(self._secret.get_secret_value())
            return self._keys
        found = await self._discover()
        kind = "RSA" if self.provider.algorithm is Algorithm.RS256 else "EC"
        listed = (await self._json("GET", found.jwks_uri)).get("keys")
        try:
            # Only the kind that its algorithm signs with: no other can be confused with it.
            keys = [
                import_key(each)
                for each in listed or ()
                if each.get("kty") == kind and each.get("use", "sig") == "sig"
            ]
        except (JoseError, ValueError, TypeError, AttributeError) as error:
            raise self._unavailable("keys") from error
        if not keys:
            raise self._unavailable("keys")
        self._keys = KeySet(keys)
        return self._keys

    async def _json(self, method: str, address: str) -> dict[str, Any]:
        answer = await self._send(method, address, {"Accept": "application/json"})
        return self._read_json(self._body(answer.status, answer.body))

    def _read_json(self, body: bytes) -> dict[str, Any]:
        try:
            document = json.loads(body)
        except ValueError as error:
            raise self._unavailable("json") from error
        if not isinstance(document, dict):
            raise self._unavailable("json")
        return document

    async def _send(
        self, method: str, address: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Answer:
        try:
            return await self._egress.send(
                method,
                address,
                headers=headers,
                body=body,
                deadline_s=DEADLINE_S,
                max_bytes=LARGEST,
            )
        except Unavailable as error:
            raise self._unavailable(error.code) from error

    def _body(self, status: int, body: bytes) -> bytes:
        if status != 200:
            raise self._unavailable(str(status))
        return body

    def _refused(self, problem: str) -> SignInRefused:
        # An attack looks like this: the log keeps its kind, and nothing of what was sent.
        logger.warning("sign-in refused: %s", problem)
        return SignInRefused(provider=self.provider.name, problem=problem)

    def _unavailable(self, problem: str) -> SignInUnavailable:
        logger.warning("sign-in unavailable: %s", problem)
        return SignInUnavailable(provider=self.provider.name, problem=problem)


def _takes_proof(found: _Discovered) -> bool:
    """Whether the provider says that it takes PKCE: some refuse what they do not know."""
    return "S256" in found.code_challenge_methods_supported


def _with_query(address: str, asked: Mapping[str, str]) -> str:
    joint = "&" if urlsplit(address).query else "?"
    return f"{address}{joint}{urlencode(asked)}"
