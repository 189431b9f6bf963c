import pytest

from eclaireur.core.theme import THEMES, known_theme, theme_code, theme_uri


@pytest.mark.parametrize("code", THEMES)
def test_a_theme_is_told_by_its_uri_and_by_its_code(code: str) -> None:
    uri = theme_uri(code)
    assert theme_code(uri) == theme_code(uri.replace("http:", "https:")) == code
    assert known_theme(uri) == known_theme(code) == known_theme(f" {code.lower()} ") == uri


@pytest.mark.parametrize("told", ["ENVI", theme_uri("OP_DATPRO"), theme_uri("envi"), "", "eau"])
def test_what_is_no_uri_of_the_table_has_no_code(told: str) -> None:
    assert theme_code(told) is None


def test_another_s_theme_stays_as_it_is() -> None:
    for told in ("eau", "https://example.org/ENVI", "http://inspire.ec.europa.eu/theme/hy"):
        assert known_theme(told) == told
