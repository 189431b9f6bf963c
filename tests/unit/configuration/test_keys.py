"""Keys come from where the file says, and are shown nowhere."""

from pathlib import Path

import pytest

from eclaireur.configuration import read_key
from eclaireur.core.errors import KeyMissing
from eclaireur.core.model import KeySource

KEY = "sk-1234567890abcdef"


def test_a_key_is_read_from_a_variable_or_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "key"
    place.write_text(f"{KEY}\n")
    monkeypatch.setenv("SOME_KEY", KEY)
    for source in (KeySource(environment="SOME_KEY"), KeySource(file=place)):
        key = read_key("a", source)
        assert key.get_secret_value() == KEY
        assert KEY not in f"{key} {key!r}"


@pytest.mark.parametrize("held", [None, b"", b" \n", b"two words", b"a\nb", b"\xff", "é".encode()])
def test_what_is_not_one_word_is_no_key(tmp_path: Path, held: bytes | None) -> None:
    place = tmp_path / "key"
    if held is not None:
        place.write_bytes(held)
    with pytest.raises(KeyMissing) as error:
        read_key("a", KeySource(file=place))
    assert error.value.params == {"model": "a", "place": str(place)}


def test_a_variable_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOME_KEY", raising=False)
    with pytest.raises(KeyMissing, match="SOME_KEY"):
        read_key("a", KeySource(environment="SOME_KEY"))
