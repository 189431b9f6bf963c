"""Where a setting is, for errors to say."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.configuration.lines import line_of

SOURCE = '''\
# comment
[policy]
countries = [
  "FR",
  "DE",
]

[models.albert]
address = "https://albert.example/v1"
note = """
[models.trap]
model = "not here"
"""
operator = { name = "DINUM", kind = "state" }
"quoted name" = 1

[models.albert.key]
environment = "ALBERT_API_KEY"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("policy",), 2),
        (("policy", "countries"), 3),
        (("models", "albert"), 8),
        (("models", "albert", "address"), 9),
        (("models", "albert", "note"), 10),
        (("models", "albert", "operator", "kind"), 14),
        (("models", "albert", "quoted name"), 15),
        (("models", "albert", "key", "environment"), 18),
        (("models", "albert", "model"), 8),
        (("models", "trap", "model"), 8),
        (("nothing",), 1),
        ((), 1),
    ],
)
def test_a_setting_is_where_its_statement_begins_or_its_table(
    path: tuple[str, ...], line: int
) -> None:
    assert line_of(SOURCE, path) == line
    assert line_of(SOURCE.replace("\n", "\r\n"), path) == line


NAMES = st.text(alphabet="abc", min_size=1, max_size=3)
VALUES = st.sampled_from(["1", '"x"', "[\n1,\n2\n]", '"""\na = 1\n"""', "{ d = 1 }"])


@given(st.dictionaries(NAMES, VALUES, min_size=1), st.data())
def test_the_line_of_a_setting_begins_with_its_name(
    settings: dict[str, str], data: st.DataObject
) -> None:
    source = "\n".join(f"{name} = {value}" for name, value in settings.items())
    assert tomllib.loads(source).keys() == settings.keys()
    name = data.draw(st.sampled_from(sorted(settings)))
    assert source.split("\n")[line_of(source, (name,)) - 1].startswith(f"{name} = ")
