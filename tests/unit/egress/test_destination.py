"""What an operator may declare, and who may answer for it."""

import pytest

from eclaireur.core.errors import WrongAddress
from eclaireur.egress import Destination
from eclaireur.egress.reach import Reach


@pytest.mark.parametrize(
    ("address", "said", "private"),
    [
        ("https://albert.example/v1", False, False),
        ("https://model.intranet/v1", True, True),
        ("http://127.0.0.1:8080", False, True),
        ("http://[::1]:8080", False, True),
        ("http://10.0.0.3", False, True),
        ("http://localhost:11434", False, True),
        ("http://LOCALHOST.:11434", False, True),
        ("https://93.184.216.34", True, False),
        ("http://ollama:11434", True, True),
    ],
)
def test_an_address_is_private_when_said_or_evident(
    address: str,
    said: bool,  # noqa: FBT001
    private: bool,  # noqa: FBT001
) -> None:
    assert Destination.of(address, private=said).private is private


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://albert.example/v1", "plain"),
        ("http://93.184.216.34/v1", "plain"),
        ("https://albert.example/v1?key=1", "query"),
        ("http://169.254.169.254/latest", "host"),
        ("http://0.0.0.0:8080", "host"),
        ("https://user@albert.example", "user"),
    ],
)
def test_what_cannot_be_declared(address: str, problem: str) -> None:
    with pytest.raises(WrongAddress) as refusal:
        Destination.of(address, private=False)
    assert refusal.value.params == {"problem": problem}


def test_only_the_kind_of_address_that_was_declared_may_answer() -> None:
    outside = Destination.of("https://albert.example", private=False)
    inside = Destination.of("https://albert.example", private=True)
    assert [each for each in Reach if outside.admits(each)] == [Reach.PUBLIC]
    assert [each for each in Reach if inside.admits(each)] == [Reach.PRIVATE]
