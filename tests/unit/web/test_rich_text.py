"""Untrusted descriptions: readable, and harmless."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.web.rich_text import MAX_SHOWN, is_cut, rich_text

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "[x](javascript:alert(1))",
    "[x](  JaVaScRiPt:alert(1))",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=data:text/html,<script>alert(1)</script>>x</a>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<iframe src='https://exemple.fr'></iframe>",
    "<form action='https://exemple.fr'><input name=csrf></form>",
    "<div hx-post='/drafts' hx-trigger=load>x</div>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "![x](https://exemple.fr/pixel.png)",
    "<p id=field-keywords class=card>x</p>",
    "<base href='https://exemple.fr'>",
    "<meta http-equiv=refresh content='0;url=https://exemple.fr'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]
ELEMENT = re.compile(r"<(/?)(\w+)([^>]*)>")


def assert_harmless(html: str) -> None:
    for _, name, attributes in ELEMENT.findall(html):
        assert name in {
            *("a", "b", "blockquote", "br", "code", "del", "em", "i", "li", "ol", "p", "pre"),
            *("s", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul"),
        }
        if name == "a" and attributes:
            assert re.fullmatch(
                r'( href="(https?://|mailto:)[^"]*")? rel="nofollow noopener noreferrer ugc"',
                attributes,
            )
        else:
            assert not attributes


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_only_text(attack: str) -> None:
    assert_harmless(rich_text(attack))
    assert_harmless(rich_text(f"Du texte.\n\n{attack}\n\n- {attack}"))


@given(st.text(alphabet=st.sampled_from("<>/\"'=&;:()[]!# \n`*_-|ascriptonjvhef"), max_size=200))
def test_no_text_makes_anything_else(text: str) -> None:
    assert_harmless(rich_text(text))


def test_paragraphs_lists_tables_and_links_stay() -> None:
    html = rich_text("Un **mot**.\n\n- item\n\n| a |\n|---|\n| 1 |\n\n[lien](https://exemple.fr)")
    assert "<strong>mot</strong>" in html
    assert "<li>item</li>" in html
    assert "<td>1</td>" in html
    assert '<a href="https://exemple.fr" rel="nofollow noopener noreferrer ugc">lien</a>' in html


def test_a_heading_is_not_one_of_the_page() -> None:
    assert rich_text("# Titre") == "<p><strong>Titre</strong></p>\n"
    assert "<h1>" not in rich_text("<h1>Titre</h1>")


def test_an_image_of_a_megabyte_neither_shows_nor_hides_the_text() -> None:
    source = f"![x](data:image/png;base64,{'A' * 1_700_000})\n\nLe texte."
    assert "Le texte." in rich_text(source)
    assert not is_cut(source)


def test_only_the_beginning_of_a_very_long_text_is_shown() -> None:
    assert is_cut("mot " * MAX_SHOWN)
    assert len(rich_text("mot " * MAX_SHOWN)) < MAX_SHOWN * 2
