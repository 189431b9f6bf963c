"""What a person writes to choose records."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.assistant import Selection
from eclaireur.core.dataset import Dataset, Distribution
from eclaireur.core.errors import InvalidInput, UnclosedQuote, UnknownTerm, WrongDay

TREES = Dataset(
    identifier="trees",
    title="Arbres",
    publisher="Ville de Valmoncel, Côte d’Or",
    license="Licence Ouverte",
    keywords=("arbre",),
    theme=("ENVI",),
    distributions=(Distribution(format="csv"), Distribution(format="GeoJSON")),
    issued="2023-03-14T00:00:00",
    modified="2025-09-02T08:15:00",
)

values = st.text(min_size=1, max_size=30)
lists = st.lists(values, max_size=3, unique=True).map(tuple)
days = st.none() | st.dates(min_value=date(1000, 1, 1))


@given(
    st.builds(
        Selection,
        missing=st.booleans(),
        organisations=lists,
        formats=lists,
        licences=lists,
        keywords=lists,
        themes=lists,
        updated_after=days,
        updated_before=days,
        created_after=days,
        created_before=days,
    )
)
def test_what_is_written_is_read_again(selection: Selection) -> None:
    assert Selection.parsed(str(selection)) == selection


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        selection = Selection.parsed(text)
    except InvalidInput:
        return
    assert Selection.parsed(str(selection)) == selection


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("manquant", "missing"),
        ("Manquante, organisme=Ville", "missing,organisation=Ville"),
        ("modifié après 2024-01-01", "updated after 2024-01-01"),
        ("mis à jour  avant 2024-01-01", "modified before 2024-01-01"),
        ("créé après 2024-01-01", "created after 2024-01-01"),
        ("publié avant 2025-01-01", "published before 2025-01-01"),
        ("mot-clé=eau, thème=ENVI", "keyword=eau,theme=ENVI"),
        ("licence=lov2, format=csv", "license=lov2,format=csv"),
        ("", " , "),
    ],
)
def test_both_languages_say_the_same(french: str, english: str) -> None:
    assert Selection.parsed(french) == Selection.parsed(english)


@pytest.mark.parametrize(
    ("selection", "is_chosen"),
    [
        ("", True),
        ("missing", True),
        ('organisation="ville de valmoncel, COTE D’OR"', True),
        ("organisation=Ville de Valmoncel", False),
        ('organisation=Autre, organisation="Ville de Valmoncel, Côte d’Or"', True),
        ("format=geojson", True),
        ("format=pdf", False),
        ("licence=licence ouverte, keyword=Arbre, theme=envi", True),
        ("keyword=eau", False),
        ("updated after 2025-09-01", True),
        ("updated after 2025-09-02", False),
        ("updated before 2025-09-02", False),
        ("updated before 2025-09-03, created after 2023-01-01", True),
        ("created before 2023-01-01", False),
    ],
)
def test_records_are_chosen_by_every_term(selection: str, *, is_chosen: bool) -> None:
    assert Selection.parsed(selection).test("short_description")(TREES) is is_chosen


def test_what_is_filled_is_not_missing() -> None:
    chosen = Selection.parsed("missing")
    assert not chosen.test("keywords")(TREES)
    assert not chosen.test("short_description")(
        TREES.model_copy(update={"short_description": "Des arbres."})
    )


def test_what_is_not_dated_is_not_chosen_by_its_date() -> None:
    undated = Dataset(identifier="x", modified="2021")
    assert not Selection.parsed("updated after 2000-01-01").test("keywords")(undated)
    assert not Selection.parsed("updated before 2100-01-01").test("keywords")(undated)


@pytest.mark.parametrize(
    ("selection", "error"),
    [
        ("absent", UnknownTerm),
        ("publisher", UnknownTerm),
        ("organisation=", UnknownTerm),
        ("colour=red", UnknownTerm),
        ('organisation=a"b"', UnknownTerm),
        ("updated around 2024-01-01", UnknownTerm),
        ("updated after hier", WrongDay),
        ("updated after 2024-02-30", WrongDay),
        ('organisation="Ville', UnclosedQuote),
    ],
)
def test_what_cannot_be_read_is_told(selection: str, error: type[InvalidInput]) -> None:
    with pytest.raises(error):
        Selection.parsed(selection)
