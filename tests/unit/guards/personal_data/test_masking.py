"""What holds of every text, and how a masked text reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireur.guards.personal_data import PLACEHOLDERS, PersonalDataType, find, mask

# What the detectors look for, put together at random.
PIECES = st.sampled_from(
    [
        "Soizic", "Kerbrat", "DUPONT", "jean", "Mme", "M.", "J.-P.", "Nom :", "née", "née le",
        "de la", "d'", "Le", "je m'appelle", "Contact :", "rue", "12 rue", "12 bis, avenue",
        "Jean-Jaurès", "35000", "Rennes", "à", "domicile", "lieu-dit", "06 39 98 12 34", "+33",
        "(0)6", "0639981234", "tél.", "standard", "@", "@lou_b", "lou@exemple.fr", "lou [at]",
        "exemple point fr", "chez", "https://", "github.com/", "www.", "lea-cartes.fr", "/~lou",
        "pseudo :", "FR76 3000 1007 9412", "3456 7890 185", "RIB", "1 85 02 75 116 004 28", "NIR",
        "AB-123-CE", "plaque", "123 ABC 29", "CNI", "passeport n°", "19FH48213", "12/03/1984",
        "12 mars 1984", "le trois mai mil neuf cent", "(2016)", "et al.", "loi", "école", "SARL",
        "nom;prenom\n", "nom_voie;x\n", '{"nom": "', '"}', "|", ";", ",", "\n", "\t", ".", ":",
        "- ", "(", ")", "<b>", "&nbsp;", "[personne]", "[adresse]", "[e-mail]", "[", "]",
        "\x00", "\u0301", "ﬁ", "İ", "ß", "٣", "½", "🌉", "a" * 80, "9" * 50,
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_spans_are_in_order_apart_and_inside_the_text(text: str) -> None:
    position = 0
    for span in find(text):
        assert position <= span.start < span.end <= len(text)
        position = span.end


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_masking_replaces_the_spans_and_nothing_else(text: str) -> None:
    masked = mask(text)
    rest, position = masked.text, 0
    for span in masked.spans:
        kept = text[position : span.start] + PLACEHOLDERS[span.type]
        assert rest.startswith(kept)
        rest, position = rest[len(kept) :], span.end
    assert rest == text[position:]


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_masking_twice_changes_nothing(text: str) -> None:
    once = mask(text).text
    assert mask(once).text == once


def test_each_kind_has_a_placeholder_that_is_not_personal_data() -> None:
    assert set(PLACEHOLDERS) == set(PersonalDataType)
    assert find(" ".join(PLACEHOLDERS.values())) == ()


def test_a_masked_text_says_what_was_there() -> None:
    masked = mask("Je suis Soizic Kerbrat, 06 39 98 12 34, pas la mairie (02 99 00 00 00).")
    assert masked.text == "Je suis [personne], [téléphone], pas la mairie (02 99 00 00 00)."
    assert [span.type for span in masked.spans] == ["person", "phone"]


def test_offsets_count_code_points() -> None:
    text = "🌉🌉 écrivez à lea.kerbrat@exemple.fr"
    (span,) = find(text)
    assert text[span.start : span.end] == "lea.kerbrat@exemple.fr"


@pytest.mark.parametrize(
    "piece",
    [
        "Jean ", "Jean-", "A. ", "a@", "06 ", "1 rue ", "12 rue de la ", "http://a", "www.", "<a",
        "nom;", "nom_voie;prenom\n", '"nom": "', "FR76 1234 ", "permis ", "chez ", " point ",
        "a (at) ", "1/1/", "né le ", "le deux mai deux mille ", "&nbsp;", "Mme ", "d'", "\u0301",
        "9", "a", " ", "\n",
    ],
)  # fmt: skip
def test_a_repeated_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    assert all(span.end <= len(text) for span in find(text))
