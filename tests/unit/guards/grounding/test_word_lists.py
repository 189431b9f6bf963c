"""The word lists say one thing of each word."""

from eclaireur.guards.grounding.lexicon.checkable import checkable_forms
from eclaireur.guards.grounding.lexicon.generic import generic_forms


def test_no_word_both_states_something_and_nothing() -> None:
    assert not checkable_forms() & generic_forms()
