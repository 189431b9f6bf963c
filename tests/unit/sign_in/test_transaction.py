"""What a browser keeps on its way to the provider, and cannot choose."""

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.sign_in import Transaction

NOW = 1_790_000_000


def test_it_comes_back_from_its_cookie() -> None:
    begun = Transaction.begin(NOW, "/datasets/é?a=b")
    read = Transaction.read(begun.cookie, NOW + 599)
    assert read == begun
    assert read.is_answered_by(begun.state)
    # A browser sends it as it is.
    assert re.fullmatch(r"[\w.-]{1,4000}", begun.cookie)


def test_it_lasts_ten_minutes() -> None:
    begun = Transaction.begin(NOW, "/")
    assert Transaction.read(begun.cookie, NOW + 600) is None
    assert Transaction.read(begun.cookie, NOW - 1) is None


def test_what_is_derived_is_long_and_different() -> None:
    begun = Transaction.begin(NOW, "/")
    derived = {begun.state, begun.nonce, begun.verifier, begun.challenge, begun.secret}
    assert len(derived) == 5
    assert all(re.fullmatch(r"[\w-]{43}", each) for each in derived)
    digest = hashlib.sha256(begun.verifier.encode()).digest()
    assert begun.challenge == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def test_each_is_of_its_own_secret() -> None:
    assert len({Transaction.begin(NOW, "/").state for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("secret", "began", "path"), [("x" * 43, NOW, "/"), (None, NOW + 1, "/"), (None, NOW, "/other")]
)
def test_whatever_is_changed_changes_the_state_and_the_nonce(
    secret: str | None, began: int, path: str
) -> None:
    begun = Transaction.begin(NOW, "/")
    changed = Transaction(secret or begun.secret, began, path)
    assert not changed.is_answered_by(begun.state)
    assert changed.nonce != begun.nonce
    assert changed.verifier != begun.verifier


@given(st.text())
def test_any_cookie_is_read_without_harm(cookie: str) -> None:
    assert Transaction.read(cookie, NOW) is None


@given(st.text())
def test_no_state_answers_but_its_own(state: str) -> None:
    assert not Transaction.begin(NOW, "/").is_answered_by(state)
