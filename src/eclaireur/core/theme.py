"""The themes of DCAT-AP: the thirteen of the European Union's authority table `data-theme`.

Its fourteenth, `OP_DATPRO`, says that a record is provisional and tells no subject.
"""

AUTHORITY = "http://publications.europa.eu/resource/authority/data-theme/"

THEMES = (
    "AGRI",
    "ECON",
    "EDUC",
    "ENER",
    "ENVI",
    "GOVE",
    "HEAL",
    "INTR",
    "JUST",
    "REGI",
    "SOCI",
    "TECH",
    "TRAN",
)
"""Their codes."""


def theme_uri(code: str) -> str:
    """The URI of a theme, by its code."""
    return AUTHORITY + code


def known_theme(told: str) -> str:
    """The URI of a theme of the table, told by its code or its URI; anything else as it is."""
    code = theme_code(told) or told.strip().upper()
    return theme_uri(code) if code in THEMES else told


def theme_code(uri: str) -> str | None:
    """The code of a theme, by its URI; None if it is no theme of the table."""
    bare = uri.removeprefix("https:").removeprefix("http:")
    code = bare.removeprefix(AUTHORITY.removeprefix("http:"))
    return code if code in THEMES and code != bare else None
