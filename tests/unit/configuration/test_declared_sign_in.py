"""How people sign in, as the file says: what is wrong is told, and secrets stay where they are."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from eclaireur.configuration import examine, read_configuration, read_sign_in_secrets
from eclaireur.core.access import Grant, Role
from eclaireur.core.errors import SecretMissing
from eclaireur.core.sign_in import GrantRule, LocalToken, SignIn, is_origin
from eclaireur.messages import LOCALES, messages

GOOD = """\
[sign_in]
address = "https://eclaireur.example"
proxies = ["10.0.0.2", "10.1.0.0/16", "::1"]

[sign_in.openid]
name = "ProConnect"
issuer = "https://auth.example/api/v2"
client_id = "0f3bd7e1c2a94c1e9a36b1c0d2f4a6b80f3bd7e1c2a94c1e9a36b1c0d2f4a6b8"
secret = { environment = "OPENID_SECRET" }
scopes = ["siret", "idp_id"]
levels = ["eidas2"]
algorithm = "ES256"

[sign_in.local]
token = { file = "token" }

[[sign_in.grants]]
claim = "siret"
equals = "13002526500013"
role = "review"
organisation = "Ville de Valmoncel"

[[sign_in.grants]]
claim = "idp_id"
equals = "71144ab3-ee1a-4401-b7b3-79b44f7daeeb"
role = "operate"
organisation = "*"
"""


def told(tmp_path: Path, source: str) -> list[str]:
    place = tmp_path / "eclaireur.toml"
    place.write_text(source, "utf-8")
    problems = examine(place).problems
    for locale in LOCALES:
        assert all(messages(locale).error(each) for each in problems)
    return [str(each) for each in problems]


def test_a_whole_declaration_is_read(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == []
    configuration = read_configuration(tmp_path / "eclaireur.toml")
    declared = configuration.sign_in
    assert declared is not None
    assert declared.is_secure
    assert [str(each.origin) for each in configuration.destinations] == ["https://auth.example"]
    assert configuration.declared.people_sign_in
    assert declared.granted({"siret": "13002526500013"}) == (
        Grant(role=Role.REVIEW, organisation="Ville de Valmoncel"),
    )


def test_without_one_nobody_signs_in(tmp_path: Path) -> None:
    place = tmp_path / "eclaireur.toml"
    place.write_text("")
    assert read_configuration(place).sign_in is None
    assert not read_configuration(place).declared.people_sign_in


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('client_id = "0f', 'client_secret = "0f', 8, "secret"),
        ('secret = { environment = "OPENID_SECRET" }', 'secret = "hunter2hunter2"', 9, "secret"),
        ("https://eclaireur.example", "http://eclaireur.example", 1, "sign-in-address"),
        ("https://eclaireur.example", "https://eclaireur.example/", 1, "sign-in-address"),
        ('address = "https://eclaireur.example"', "", 1, "sign-in-without-address"),
        ("https://auth.example", "http://auth.example", 7, "plain"),
        ('"ES256"', '"none"', 12, "RS256"),
        ('"review"', '"admin"', 17, "read"),
        ('claim = "siret"', 'claims = "siret"', 17, "claim"),
        ('"10.0.0.2"', '"proxy.example"', 3, "proxies"),
        ('file = "token"', 'fil = "token"', 15, "file"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert GOOD.count(old) == 1
    [problem, *_] = told(tmp_path, GOOD.replace(old, new))
    assert f"line {line}" in problem, problem
    assert words in problem
    assert "hunter2" not in problem


def test_a_table_without_a_way_in_is_told(tmp_path: Path) -> None:
    [problem] = told(tmp_path, "[sign_in]\nidle_minutes = 10\n")
    assert "sign-in-without-way" in problem


def test_secrets_are_read_from_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "token"
    told(tmp_path, GOOD.replace('"token"', f'"{place}"'))
    declared = read_configuration(tmp_path / "eclaireur.toml").sign_in
    assert declared is not None
    monkeypatch.delenv("OPENID_SECRET", raising=False)
    with pytest.raises(SecretMissing, match="OPENID_SECRET"):
        read_sign_in_secrets(declared)
    monkeypatch.setenv("OPENID_SECRET", "s")
    place.write_text("x" * 31)
    with pytest.raises(SecretMissing, match="32") as error:
        read_sign_in_secrets(declared)
    assert "x" * 31 not in str(error.value)
    place.write_text("x" * 32 + "\n")
    secret, token = read_sign_in_secrets(declared)
    assert secret is not None
    assert token is not None
    assert (secret.get_secret_value(), token.get_secret_value()) == ("s", "x" * 32)
    assert "x" * 32 not in f"{secret!r}{token!r}{declared!r}"


RULE = GrantRule(claim="roles", equals="a", role=Role.REVIEW, organisation="*")


@pytest.mark.parametrize(
    ("claims", "met"),
    [
        ({"roles": "a"}, True),
        ({"roles": ["b", "a"]}, True),
        ({"roles": "ab"}, False),
        ({"roles": ["ab"]}, False),
        ({"roles": {"a": True}}, False),
        ({"roles": None}, False),
        ({"roles": [["a"]]}, False),
        ({}, False),
    ],
)
def test_a_rule_is_met_by_the_very_value(claims: dict[str, object], met: bool) -> None:  # noqa: FBT001
    assert RULE.is_met(claims) is met
    local = LocalToken.model_validate({"token": {"environment": "X"}})
    granted = SignIn(local=local, grants=(RULE,)).granted(claims)
    assert granted == ((Grant(role=Role.REVIEW),) if met else ())


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://a.example", True),
        ("https://a.example:8443", True),
        ("http://127.0.0.1:8000", True),
        ("http://[::1]:8000", True),
        ("http://localhost", True),
        ("http://a.example", False),
        ("https://a.example/eclaireur", False),
        ("https://a@b.example", False),
        ("https://", False),
        ("ftp://a.example", False),
        ("https://a.example:port", False),
        ("a.example", False),
    ],
)
def test_what_a_site_is_at(address: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_origin(address) is is_one


def test_a_session_ends_within_a_day() -> None:
    local = LocalToken.model_validate({"token": {"environment": "X"}})
    for wrong in ({"idle_minutes": 1}, {"most_hours": 25}):
        with pytest.raises(ValidationError):
            SignIn.model_validate({"local": local, **wrong})
