"""The client of OpenID Connect, against a provider that attacks it or changes."""

import base64
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from joserfc import jws, jwt
from joserfc.jwk import ECKey, OctKey, RSAKey
from openid_server import CLIENT, SECRET, OpenIdServer, new_key, openid_server
from pydantic import SecretStr

from eclaireur.core.errors import SignInRefused, SignInUnavailable
from eclaireur.core.model import KeySource
from eclaireur.core.sign_in import Provider
from eclaireur.egress import Destination, open_egress
from eclaireur.sign_in import OpenIdClient, Transaction
from eclaireur.sign_in.openid import Identified

NOW = 1_790_000_000


@pytest.fixture
async def provider() -> AsyncIterator[OpenIdServer]:
    async with openid_server() as running:
        running.now = NOW
        yield running


@asynccontextmanager
async def client_of(provider: OpenIdServer, **declared: Any) -> AsyncIterator[OpenIdClient]:
    declaration = Provider(
        issuer=provider.issuer,
        client_id=CLIENT,
        secret=KeySource(environment="X"),
        scopes=("siret",),
        **declared,
    )
    async with open_egress([Destination.of(provider.issuer, private=True)]) as egress:
        yield OpenIdClient(
            declaration,
            SecretStr(SECRET),
            egress,
            came_back="https://site.example/sign-in/back",
            signed_out="https://site.example/signed-out",
        )


@pytest.fixture
async def client(provider: OpenIdServer) -> AsyncIterator[OpenIdClient]:
    async with client_of(provider) as opened:
        yield opened


async def sign_in(client: OpenIdClient, now: int = NOW) -> Identified:
    """Go to the provider, and come back."""
    transaction = Transaction.begin(NOW, "/")
    address = await client.authorization(transaction)
    async with httpx.AsyncClient() as outside:
        answered = await outside.get(address)
    assert answered.status_code == 303, answered.text
    back = dict(parse_qsl(urlsplit(answered.headers["location"]).query))
    return await client.identify(
        transaction, state=back["state"], code=back["code"], issuer=back.get("iss"), now=now
    )


async def refused(client: OpenIdClient) -> str:
    with pytest.raises(SignInRefused) as error:
        await sign_in(client)
    return str(error.value.params["problem"])


async def test_what_is_claimed_of_somebody_comes_back(
    client: OpenIdClient, provider: OpenIdServer
) -> None:
    found = await sign_in(client)
    assert found.claims["siret"] == "13002526500013"
    assert found.claims["nonce"]
    assert "email" in found.claims
    [sent] = [each for each in provider.server.received if each.line.startswith("POST")]
    assert SECRET in sent.body.decode()
    assert "authorization" not in sent.headers
    assert not any(SECRET in each.line for each in provider.server.received)


async def test_clocks_may_be_a_minute_apart(client: OpenIdClient) -> None:
    for now in (NOW - 59, NOW + 119):
        await sign_in(client, now)
    for now in (NOW - 61, NOW + 121):
        with pytest.raises(SignInRefused):
            await sign_in(client, now)


async def test_a_provider_that_takes_no_proof_is_given_none(
    client: OpenIdClient, provider: OpenIdServer
) -> None:
    provider.takes_proof = provider.tells_issuer = False
    await sign_in(client)


async def test_a_proof_is_needed_where_it_is_taken(
    client: OpenIdClient, provider: OpenIdServer
) -> None:
    """Whoever steals a code has not the verifier: theirs is of another secret."""
    mine, theirs = Transaction.begin(NOW, "/"), Transaction.begin(NOW, "/")
    async with httpx.AsyncClient() as outside:
        answered = await outside.get(await client.authorization(mine))
    back = dict(parse_qsl(urlsplit(answered.headers["location"]).query))
    with pytest.raises(SignInRefused, match="code"):
        await client.identify(
            theirs, state=theirs.state, code=back["code"], issuer=provider.issuer, now=NOW
        )


async def test_user_information_in_plain_json_is_taken(
    client: OpenIdClient, provider: OpenIdServer
) -> None:
    provider.about_in_json = True
    assert (await sign_in(client)).claims["siret"] == "13002526500013"


async def test_a_secret_may_go_in_a_header(client: OpenIdClient, provider: OpenIdServer) -> None:
    provider.discovered = {"token_endpoint_auth_methods_supported": ["client_secret_basic"]}
    assert await refused(client) == "code"
    [sent] = [each for each in provider.server.received if each.line.startswith("POST")]
    kind, _, pair = sent.headers["authorization"].partition(" ")
    assert (kind, base64.b64decode(pair).decode()) == ("Basic", f"{CLIENT}:{SECRET}")
    assert SECRET not in sent.body.decode()


IDENTITIES: dict[str, dict[str, Any]] = {
    "another nonce": {"nonce": "x" * 43},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "somebody-else"},
    "several audiences": {"aud": [CLIENT, "somebody-else"]},
    "another party": {"azp": "somebody-else"},
    "another issuer": {"iss": "https://evil.example"},
    "no issuer": {"iss": None},
    "expired": {"exp": 1_700_000_000},
    "never expires": {"exp": None},
    "an end that is no number": {"exp": "tomorrow"},
    "of the future": {"iat": 4_000_000_000},
    "not yet": {"nbf": 4_000_000_000},
    "of nobody": {"sub": None},
    "of somebody else": {"sub": "somebody-else"},
}


NO_ALGORITHM = b'{"alg":"none"}'
CONFUSED = b'{"alg":"HS256","kid":"first"}'


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def unsigned(claims: dict[str, Any], provider: OpenIdServer) -> str:
    _, body, _ = provider.signed(claims).split(".")
    return f"{encoded(NO_ALGORITHM)}.{body}."


def signed_with_the_public_key(claims: dict[str, Any], provider: OpenIdServer) -> str:
    _, body, _ = provider.signed(claims).split(".")
    # joserfc would not make it.
    signed = f"{encoded(CONFUSED)}.{body}"
    mac = hmac.digest(provider.key.as_pem(private=False), signed.encode(), "sha256")
    return f"{signed}.{encoded(mac)}"


def signed_with_the_secret(claims: dict[str, Any], provider: OpenIdServer) -> str:
    del provider
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET), algorithms=["HS256"])


def signed_with_its_own_key(claims: dict[str, Any], provider: OpenIdServer) -> str:
    del provider
    own = new_key("mine")
    header = {"alg": "RS256", "jwk": own.as_dict(private=False)}
    return jwt.encode(header, claims, own, algorithms=["RS256"])


def signed_by_another_under_its_name(claims: dict[str, Any], provider: OpenIdServer) -> str:
    own = new_key("mine").as_dict(private=True)
    return provider.signed(claims, RSAKey.import_key(own | {"kid": "first"}))


def changed_since(claims: dict[str, Any], provider: OpenIdServer) -> str:
    head, _, signature = provider.signed(claims).split(".")
    _, body, _ = provider.signed(claims | {"siret": "1"}).split(".")
    return f"{head}.{body}.{signature}"


def of_another_kind(claims: dict[str, Any], provider: OpenIdServer) -> str:
    return provider.signed(claims, ECKey.generate_key("P-256", {"kid": "ec"}), "ES256")


def no_claims(claims: dict[str, Any], provider: OpenIdServer) -> str:
    del claims
    header = {"alg": "RS256", "kid": "first"}
    return jws.serialize_compact(header, b"[1]", provider.key, algorithms=["RS256"])


def no_token(claims: dict[str, Any], provider: OpenIdServer) -> str:
    del claims, provider
    return "é.a.b"


@pytest.mark.parametrize("identity", IDENTITIES.values(), ids=IDENTITIES)
async def test_an_identity_that_is_not_for_us_is_refused(
    client: OpenIdClient, provider: OpenIdServer, identity: dict[str, Any]
) -> None:
    provider.identity = identity
    assert await refused(client) in {"claims", "subject"}


@pytest.mark.parametrize(
    "forge",
    [
        unsigned,
        signed_with_the_public_key,
        signed_with_the_secret,
        signed_with_its_own_key,
        signed_by_another_under_its_name,
        changed_since,
        of_another_kind,
        no_claims,
        no_token,
    ],
)
async def test_a_token_that_the_provider_did_not_sign_is_refused(
    client: OpenIdClient,
    provider: OpenIdServer,
    forge: Callable[[dict[str, Any], OpenIdServer], str],
) -> None:
    provider.forged = lambda claims: forge(claims, provider)
    assert await refused(client) == "signature"


async def test_a_key_that_the_provider_did_not_publish_as_one_is_not_taken(
    client: OpenIdClient, provider: OpenIdServer
) -> None:
    """A symmetric key among the published ones would let anybody sign."""
    provider.published = [OctKey.import_key("a" * 40, {"kid": "first"}), new_key("first")]
    await sign_in(client)
    provider.published = [OctKey.import_key("a" * 40, {"kid": "first"})]
    async with client_of(provider) as other:
        with pytest.raises(SignInUnavailable):
            await sign_in(other)


@pytest.mark.parametrize(
    ("about", "problem"),
    [
        ({"sub": "somebody-else"}, "subject"),
        ({"aud": "another"}, "claims"),
        ({"iss": "https://evil.example"}, "claims"),
        ({"exp": NOW - 100}, "claims"),
    ],
)
async def test_user_information_that_is_not_for_us_is_refused(
    client: OpenIdClient, provider: OpenIdServer, about: dict[str, Any], problem: str
) -> None:
    provider.about = about
    assert await refused(client) == problem


async def test_keys_that_change_are_asked_for_again(
    client: OpenIdClient, provider: OpenIdServer
) -> None:
    await sign_in(client)
    await sign_in(client)
    asked = sum("/jwks" in each.line for each in provider.server.received)
    assert asked == 1
    provider.key = new_key("second")
    await sign_in(client)
    # A key that is not published stays refused.
    provider.published = [provider.key]
    provider.key = new_key("third")
    assert await refused(client) == "signature"


@pytest.mark.parametrize("algorithm", ["ES256", "HS256"])
async def test_the_algorithms_that_proconnect_offers(
    provider: OpenIdServer, algorithm: str
) -> None:
    provider.algorithm = algorithm
    provider.key = (
        ECKey.generate_key("P-256", {"kid": "ec", "use": "sig"})
        if algorithm == "ES256"
        else OctKey.import_key(SECRET)
    )
    if algorithm == "HS256":
        provider.published = [new_key("useless")]
    async with client_of(provider, algorithm=algorithm) as client:
        await sign_in(client)
        provider.forged = lambda claims: provider.signed(claims, new_key("useless"), "RS256")
        assert await refused(client) == "signature"


async def test_a_level_is_asked_for_and_checked(provider: OpenIdServer) -> None:
    async with client_of(provider, levels=("eidas2", "eidas3")) as client:
        address = await client.authorization(Transaction.begin(NOW, "/"))
        claims = dict(parse_qsl(urlsplit(address).query))["claims"]
        level = {"essential": True, "values": ["eidas2", "eidas3"]}
        assert json.loads(claims) == {"id_token": {"acr": level}}
        assert await refused(client) == "level"
        provider.identity["acr"] = "eidas2"
        await sign_in(client)


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
async def test_a_provider_that_describes_itself_wrongly_is_not_used(
    client: OpenIdClient, provider: OpenIdServer, said: dict[str, Any]
) -> None:
    provider.discovered = said
    with pytest.raises(SignInUnavailable):
        await client.authorization(Transaction.begin(NOW, "/"))
    # It is asked again by the next person: it may have been put right.
    provider.discovered = {}
    await client.authorization(Transaction.begin(NOW, "/"))


@pytest.mark.parametrize("place", ["token_endpoint", "jwks_uri", "userinfo_endpoint"])
async def test_nothing_is_sent_to_an_address_that_is_not_declared(
    client: OpenIdClient, provider: OpenIdServer, place: str
) -> None:
    provider.discovered = {place: "https://evil.example/"}
    with pytest.raises(SignInUnavailable, match="egress-refused"):
        await sign_in(client)


async def test_somebody_without_an_identity_token_signs_out_of_here_alone(
    client: OpenIdClient, provider: OpenIdServer
) -> None:
    assert await client.signing_out(None, "s" * 32) is None
    provider.discovered = {"end_session_endpoint": None}
    async with client_of(provider) as other:
        assert await other.signing_out("a.b.c", "s" * 32) is None
