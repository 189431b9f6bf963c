import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.text.markup import readable


def blocks(source: str) -> list[tuple[str, str]]:
    read = readable(source)
    return [(block.kind, read.text[block.start : block.end]) for block in read.blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Liste des arbres.", "Liste des arbres."),
        ("**Thème **Arbres, mars 2025**\n**", "Thème Arbres, mars 2025"),
        ("La __liste de la Ville", "La liste de la Ville"),
        ("Table n__arbre, soit 10**3 arbres", "Table n__arbre, soit 10**3 arbres"),
        ("La **liste** des _arbres_ de `commune`", "La liste des arbres de commune"),
        ("Voir [le site](https://exemple.fr/a_b) ici", "Voir le site ici"),
        ("![plan](data:image/png;base64,iVBORw0KGgo=) Le plan", "Le plan"),
        (
            '<p>Les <b>arbres</b> d&#39;<a href="https://exemple.fr">Albi</a></p>',
            "Les arbres d'Albi",
        ),
        ("&lt;p&gt;L&amp;eacute;gende&lt;/p&gt;", "Légende"),
        ("Moins de <10 m et > 5 m, a & b", "Moins de <10 m et > 5 m, a & b"),
        ("Un\x00deux\ud800trois\u200b", "Undeuxtrois"),
        ("<style>p {color: red}</style><script>alert(1)</script>Ville", "Ville"),
        ("<!-- rien -->Ville", "Ville"),
        ("```\nSELECT 1\n```\nVille", "Ville"),
        ("          Indenté par la moisson", "Indenté par la moisson"),
        ("", ""),
        (" \r\n\t", ""),
    ],
)
def test_gives_what_a_person_reads(source: str, text: str) -> None:
    assert readable(source).text == text


def test_tells_headings_items_and_cells() -> None:
    assert blocks("# Arbres\n\nTexte\n\n- un\n- deux\n\n| a | b |\n|---|---|\n| 1 | 2 |") == [
        ("heading", "Arbres"),
        ("paragraph", "Texte"),
        ("item", "un"),
        ("item", "deux"),
        ("cell", "a"),
        ("cell", "b"),
        ("cell", "1"),
        ("cell", "2"),
    ]


def test_reads_html_and_typed_bullets_as_lists() -> None:
    expected = [("paragraph", "Contenu :"), ("item", "noms"), ("item", "dates")]
    assert blocks("<div>Contenu :<ul><li>noms</li>\n<li>\n dates</li></ul></div>") == expected
    assert blocks("Contenu :\r\n• noms\r\n• dates") == expected


def test_joins_a_sentence_broken_in_two_lines_and_keeps_short_lines_apart() -> None:
    assert blocks("La liste des\nArbres de la\nville") == [
        ("paragraph", "La liste des Arbres de la ville")
    ]
    assert blocks("Source : DDT\r\nDate : 2024") == [
        ("paragraph", "Source : DDT"),
        ("paragraph", "Date : 2024"),
    ]


def test_a_line_after_a_list_is_no_item() -> None:
    assert blocks("- noms\nLes dates suivent.")[-1] == ("paragraph", "Les dates suivent.")


def test_a_span_of_the_text_is_found_in_the_source() -> None:
    source = "<p>Les <b>arbres</b> d&#39;Albi</p>"
    read = readable(source)
    start = read.text.index("arbres")
    first, last = read.source_span(start, len(read.text))
    assert source[first:last] == "arbres</b> d&#39;Albi"


def test_code_on_two_lines_is_found_in_the_source() -> None:
    read = readable("`arbre\nremarquable`")
    assert read.text == "arbre remarquable"
    assert read.source_span(6, 17) == (7, 18)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 100)])
def test_refuses_a_span_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        readable("Albi").source_span(start, end)


def test_images_do_not_use_up_the_limit() -> None:
    source = "![x](data:image/png;base64," + "A" * 200_000 + ")\n\nLa liste."
    assert readable(source, limit=1_000).text == "La liste."


PIECES = (
    *("arbre", "Ville ", "é", "\r\n", "\n\n", "- ", "# ", "**", "_", "<b>", "</b>", "<br/>", "<p"),
    *("<li>", "</ul>", "&eacute;", "&amp;lt;", "&#0;", "](http://x.fr)", "[", "![", "`", "|"),
    *(
        "|---|\n",
        "<!--",
        "-->",
        "\x00",
        "\ud800",
        "🌳",
        "    ",
        "\xa0",
        "1. ",
        "•",
        "\\*",
        "<",
        ">",
    ),
)
MIXED = st.lists(st.sampled_from(PIECES)).map("".join)


@given(MIXED | st.text())
def test_the_source_says_the_same_at_every_place(source: str) -> None:
    read = readable(source)
    assert len(read.text) == len(read.offsets) == len(read.ends)
    assert "\n".join(read.text[b.start : b.end] for b in read.blocks) == read.text
    assert list(read.offsets) == sorted(read.offsets)
    for index, char in enumerate(read.text):
        start, end = read.source_span(index, index + 1)
        assert 0 <= start < end <= len(source)
        published = source[start:end]
        assert published == char or "&" in published or char.isspace()


@given(st.text(alphabet="abc éà,;\n"))
def test_words_without_markup_are_kept(source: str) -> None:
    assert readable(source).text.split() == source.split()


@pytest.mark.parametrize(
    "unit",
    ["<a ", "[", "![", "<!--", "*_", "&amp;", "> ", "- ", "<p>", "|", "`", "\\", "<b", "**a"],
)
def test_reads_hostile_repetition_up_to_the_limit(unit: str) -> None:
    assert len(readable(unit * 200_000, limit=20_000).text) <= 20_000
