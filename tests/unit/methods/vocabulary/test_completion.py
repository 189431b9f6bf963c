"""Completing what is typed by the portal's own keywords."""

from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.completion import UsedValue
from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary import KeywordCompletion, PortalVocabulary
from eclaireur.text.slug import slugified

CARRIED = ("eau", "eau", "eau-potable", "Eau potable", "réseau-eau", "eaux-usees", "arbre", "hvd")


def learned(keywords: tuple[str, ...]) -> PortalVocabulary:
    return PortalVocabulary.learn(
        KeywordUse(
            identifier=str(number), title="", description="", publisher=None, keywords=(each,)
        )
        for number, each in enumerate(keywords)
    )


def completion_of(*keywords: str) -> KeywordCompletion:
    vocabulary = learned(keywords)

    async def current() -> PortalVocabulary:
        return vocabulary

    return KeywordCompletion(current)


async def test_what_begins_as_typed_comes_first_and_the_most_used_of_it() -> None:
    found = await completion_of(*CARRIED).complete("Éau", 0, 10)
    assert [(each.value, each.count) for each in found.values] == [
        ("eau", 2),
        ("Eau potable", 1),
        ("eau-potable", 1),
        ("eaux-usees", 1),
        ("réseau-eau", 1),
    ]
    assert found.total == 5


async def test_another_word_than_the_first_may_begin_so() -> None:
    found = await completion_of(*CARRIED).complete("pot", 0, 10)
    assert {each.value for each in found.values} == {"eau-potable", "Eau potable"}


async def test_nothing_typed_gives_the_most_used_and_pages_do_not_overlap() -> None:
    completion = completion_of(*CARRIED)
    whole = await completion.complete("", 0, 10)
    assert whole.values[0] == UsedValue("eau", 2)
    assert "hvd" not in {each.value for each in whole.values}
    pages = [await completion.complete("", offset, 2) for offset in (0, 2, 4, 6)]
    assert [each for page in pages for each in page.values] == list(whole.values)
    assert {page.total for page in pages} == {6}


async def test_uses_are_told_of_each_in_order() -> None:
    told = await completion_of(*CARRIED).uses(["arbre", "inconnu", "eau"])
    assert [each.count for each in told] == [1, 0, 2]


async def test_it_follows_the_vocabulary() -> None:
    vocabularies = [learned(("arbre",)), learned(("arbre", "arbuste"))]

    async def current() -> PortalVocabulary:
        return vocabularies[0]

    completion = KeywordCompletion(current)
    assert (await completion.complete("arb", 0, 5)).total == 1
    del vocabularies[0]
    assert (await completion.complete("arb", 0, 5)).total == 2


async def test_an_empty_catalogue_completes_nothing() -> None:
    assert (await completion_of().complete("a", 0, 5)).values == ()


@given(st.lists(st.text("aéÂb- 1", max_size=6), max_size=12), st.text("aébB- ", max_size=3))
async def test_it_finds_what_looking_at_each_finds(keywords: list[str], typed: str) -> None:
    vocabulary = learned(tuple(keywords))
    found = await completion_of(*keywords).complete(typed, 0, 100)
    folded = slugified(typed)
    expected = {
        each for each in vocabulary.keywords if f"-{slugified(each)}".find(f"-{folded}") >= 0
    }
    assert {each.value for each in found.values} == expected
    assert found.total == len(expected) == len(found.values)
