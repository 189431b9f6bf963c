import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.text.markup import Traced
from eclaireur.text.typography import typeset

NB, NNB = "\xa0", "\u202f"


@pytest.mark.parametrize(
    ("written", "typeset_as"),
    [
        ("l'arbre d'Albi", "l’arbre d’Albi"),
        ("Contenu : noms ; dates !", f"Contenu{NB}: noms{NNB}; dates{NNB}!"),
        ("Contenu: noms", f"Contenu{NB}: noms"),
        ('les "zones rouges" du plan', f"les «{NB}zones rouges{NB}» du plan"),
        ("les «zones rouges» du plan", f"les «{NB}zones rouges{NB}» du plan"),
        ("plus de 23 000 €", f"plus de 23{NNB}000{NB}€"),
        ("de 2019 à 2023", "de 2019 à 2023"),
        ("la loi n°2000-321", f"la loi n°{NB}2000-321"),
        ("lacs, étangs...", "lacs, étangs…"),
        ("nom ,prénom", "nom, prénom"),
        ("au 1:50 000 à 12:30", f"au 1:50{NNB}000 à 12:30"),
        ("Gaspar , mise  à jour", "Gaspar, mise à jour"),
        ("arbre(s)", "arbre(s)"),
    ],
)
def test_writes_as_french_is_printed(written: str, typeset_as: str) -> None:
    assert typeset(Traced.whole(written)).text == typeset_as


WRITTEN = st.lists(
    st.sampled_from(
        [
            *(
                "arbre",
                "l'",
                "d’",
                " ",
                "  ",
                "\n",
                ", ",
                " , ",
                ",",
                ".",
                "...",
                " : ",
                ": ",
                " ; ",
            ),
            *("; ", " ! ", "? ", ' "zone" ', "(", ")", " ( ", "« zone »", "«zone»", "23 000", " €"),
            *("2024 ", "n°", "12:30", "\xa0", "\u202f", "50 %", "…"),
        ]
    )
).map("".join)


@given(WRITTEN)
def test_doing_it_twice_changes_nothing_and_the_trace_holds(written: str) -> None:
    once = typeset(Traced.whole(written))
    assert typeset(once).text == once.text
    assert len(once.text) == len(once.starts) == len(once.ends)
    for char, start, end in zip(once.text, once.starts, once.ends, strict=True):
        assert char in written[start:end] or not char.isalnum()
