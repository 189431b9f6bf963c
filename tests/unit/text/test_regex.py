"""A regular expression that is compiled late is one like any other."""

import re

import pytest

from eclaireur.text.regex import regex


def test_it_reads_as_one_that_was_compiled_at_once() -> None:
    late, now = (
        regex(r"l(?P<word>\w+)", re.IGNORECASE),
        re.compile(r"l(?P<word>\w+)", re.IGNORECASE),
    )
    for text in ("", "Les arbres", "rien", "la la"):
        assert late.sub("_", text) == now.sub("_", text)
        assert late.findall(text) == now.findall(text)
        assert (late.match(text) is None) == (now.match(text) is None)
    assert (late.pattern, late.flags, late.groups) == (now.pattern, now.flags, now.groups)


def test_it_is_compiled_once_it_reads() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("text")
