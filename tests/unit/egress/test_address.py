"""One strict way to read an address: equal origins are equal, and tricks are refused."""

import ipaddress
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eclaireur.core.errors import WrongAddress
from eclaireur.egress.address import Address


def origin(text: str) -> str:
    return str(Address.read(text).origin)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://albert.example/v1", "https://albert.example"),
        ("HTTPS://Albert.EXAMPLE:443/v1", "https://albert.example"),
        ("https://albert.example./v1", "https://albert.example"),
        ("https://albert.example:8443", "https://albert.example:8443"),
        ("http://albert.example:0080/", "http://albert.example"),
        ("https://modèle.example/", "https://xn--modle-6ra.example"),
        ("https://MODÈLE。example/", "https://xn--modle-6ra.example"),
        ("http://my_model:11434/v1", "http://my_model:11434"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.0.0.1.:8080", "http://127.0.0.1:8080"),
        ("http://１２７.０.０.１/", "http://127.0.0.1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080"),
        ("http://[0:0:0:0:0:0:0:1]/", "http://[::1]"),
        ("http://[::FFFF:127.0.0.1]/", "http://127.0.0.1"),
        ("http://[::ffff:7f00:1]/", "http://127.0.0.1"),
    ],
)
def test_forms_of_one_origin_are_one(written: str, read: str) -> None:
    assert origin(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "albert.example",
        "//albert.example",
        "ftp://albert.example",
        "file:///etc/passwd",
        "https:/albert.example",
        "https://",
        "https://albert.example:",
        "https://albert.example:0",
        "https://albert.example:65536",
        "https://albert.example:４４３",
        "https://user@albert.example",
        "https://user:password@albert.example/",
        "https://albert.example@evil.example/",
        "https://albert.example\\@evil.example/",
        "https://albert.example#@evil.example/",
        "https://albert.example/#fragment",
        "https://albert.example?query",
        "https://albert.example /",
        " https://albert.example/",
        "https://albert.example/\n",
        "https://albert.example/a b",
        "https://alb\x00ert.example/",
        "https://alb\tert.example/",
        "https://%61lbert.example/",
        "https://albert..example/",
        "https://.albert.example/",
        "https://-albert.example/",
        "https://albert.example../",
        "https://℀.example/",
        "https://" + "a" * 64 + ".example/",
        "https://" + ".".join(["abcdefghi"] * 26) + "/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0X7F.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1.1/",
        "http://256.0.0.1/",
        "http://127.0.0.0x1/",
        "http://evil.example.0x7f/",
        "http://[::1/",
        "http://::1/",
        "http://[127.0.0.1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fe80::1%eth0]/",
        "http://[::1]evil.example/",
        "http://[1::2::3]/",
    ],
)
def test_anything_unusual_is_refused(text: str) -> None:
    with pytest.raises(WrongAddress):
        Address.read(text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://a.example", "/"),
        ("https://a.example/v1/models?page=2&x=%20", "/v1/models?page=2&x=%20"),
        ("https://a.example/@me", "/@me"),
    ],
)
def test_the_target_is_the_path_and_the_query(text: str, target: str) -> None:
    assert Address.read(text).target == target


def test_what_is_refused_is_not_repeated() -> None:
    with pytest.raises(WrongAddress) as refusal:
        Address.read("https://user:hunter2@albert.example/")
    assert "hunter2" not in f"{refusal.value} {refusal.value.params}"


@given(st.ip_addresses(v=4), st.sampled_from(["{}", "0x{:x}", "0{:o}"]))
def test_an_ipv4_address_as_a_number_is_refused(address: ipaddress.IPv4Address, form: str) -> None:
    with pytest.raises(WrongAddress):
        Address.read(f"http://{form.format(int(address))}/")


@given(st.ip_addresses(v=4), st.lists(st.sampled_from(["{}", "0x{:x}", "0{:o}"]), min_size=4))
def test_an_ipv4_address_is_read_in_decimal_or_refused(
    address: ipaddress.IPv4Address, forms: list[str]
) -> None:
    written = ".".join(form.format(byte) for form, byte in zip(forms, address.packed, strict=False))
    try:
        assert Address.read(f"http://{written}/").origin.host == str(address)
    except WrongAddress:
        assert written != str(address)


@given(st.ip_addresses(v=6))
def test_every_form_of_an_ipv6_address_is_one_origin(address: ipaddress.IPv6Address) -> None:
    forms = {address.compressed, address.exploded, address.exploded.upper()}
    assert len({Address.read(f"http://[{form}]/") for form in forms}) == 1


@given(
    st.one_of(
        st.text(max_size=40),
        st.text(alphabet="htps:/.[]@\\#?%0x1a9:-_é。１ \t\n", max_size=40).map("https://{}".format),
    )
)
@example("https://a/?@b")
def test_what_is_read_has_one_meaning(text: str) -> None:
    try:
        read = Address.read(text)
    except WrongAddress:
        return
    assert Address.read(f"{read.origin}{read.target}") == read
    if text.isascii() and "[" not in text:
        # Another reader of addresses finds the same host.
        assert (urlsplit(text).hostname or "").removesuffix(".") == read.origin.host
