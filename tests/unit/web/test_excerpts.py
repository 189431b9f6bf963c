"""Passages, shown where they stand in what people read."""

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.web.excerpts import CONTEXT, MAX_SHOWN, Excerpt, Source


def excerpt(dataset: Dataset, text: str, field: str = "description") -> Excerpt:
    start = getattr(dataset, field).index(text)
    passage = Passage(field=field, start=start, end=start + len(text), text=text)
    return Source(dataset).excerpt(passage)


def described(description: str) -> Dataset:
    return Dataset(identifier="x", title="Le titre", description=description)


def test_a_passage_is_found_among_its_words() -> None:
    found = excerpt(described("Avant. Le passage lu. Après."), "Le passage lu.")
    assert found == Excerpt("Avant. ", "Le passage lu.", " Après.")


def test_markup_is_not_shown() -> None:
    found = excerpt(described("<p>Avant. <b>Le</b> pass&eacute;.</p>"), "<b>Le</b> pass&eacute;.")
    assert found == Excerpt("Avant. ", "Le passé.", "")


def test_a_title_has_passages_too() -> None:
    assert excerpt(described(""), "titre", "title") == Excerpt("Le ", "titre", "")


def test_the_words_around_are_cut_between_words() -> None:
    found = excerpt(described("mot " * 200 + "ICI" + " mot" * 200), "ICI")
    assert found.passage == "ICI"
    assert found.before.startswith("… mot ")
    assert found.after.endswith(" mot …")
    assert len(found.before) <= CONTEXT + 2


def test_a_passage_of_a_former_text_is_shown_alone() -> None:
    passage = Passage(field="description", start=0, end=9, text="**Ancien**")
    found = Source(described("Tout autre chose.")).excerpt(passage)
    assert found == Excerpt("", "Ancien", "")


def test_a_passage_of_several_values_is_shown_alone() -> None:
    dataset = Dataset(identifier="x", keywords=("arbre",))
    passage = Passage(field="keywords", start=0, end=5, text="arbre")
    assert Source(dataset).excerpt(passage) == Excerpt("", "arbre", "")


def whole(dataset: Dataset, *texts: str, field: str = "description") -> list[tuple[str, bool]]:
    source = getattr(dataset, field)
    passages = [
        Passage(
            field=field, start=source.index(each), end=source.index(each) + len(each), text=each
        )
        for each in texts
    ]
    return list(Source(dataset).whole(field, passages))


def test_a_whole_field_is_shown_with_its_passages() -> None:
    pieces = whole(described("<p>Un. <b>Deux</b>. Trois.</p>"), "Trois", "Un", "Deux")
    assert pieces == [
        ("Un", True),
        (". ", False),
        ("Deux", True),
        (". ", False),
        ("Trois", True),
        (".", False),
    ]


def test_a_long_field_is_cut_after_its_last_passage() -> None:
    long = described("mot " * MAX_SHOWN)
    assert sum(len(piece) for piece, _ in whole(long)) == MAX_SHOWN + 2
    late = described("mot " * MAX_SHOWN + "FIN")
    assert whole(late, "FIN")[-1] == ("FIN", True)


def test_a_passage_of_a_former_text_marks_nothing() -> None:
    passage = Passage(field="description", start=0, end=5, text="Autre")
    assert list(Source(described("Texte.")).whole("description", [passage])) == [("Texte.", False)]
    assert list(Source(described("")).whole("description", [])) == []
