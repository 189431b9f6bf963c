"""The configuration file: what is wrong is said with its line, and without its value."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.configuration import Configuration, examine, read_configuration
from eclaireur.core.errors import EclaireurError
from eclaireur.messages import LOCALES, messages

GOOD = """\
[policy]
operators = ["local", "state"]
countries = ["FR"]
open_weights_only = true

[models.albert]
kind = "openai-compatible"
address = "https://albert.example/v1"
model = "openweight-small"
operator = { name = "DINUM", kind = "state" }
country = "FR"
weights = "mistralai/Ministral-3-8B-Instruct-2512"
licence = "Apache-2.0"
parameters = { total = 8, active = 8.0 }
context = 32000
key = { environment = "ALBERT_API_KEY" }

[models.here]
address = "http://127.0.0.1:8080/v1"
model = "small"
operator = { name = "Town hall", kind = "local" }
country = "FR"
weights = "org/small"
licence = "MIT"
context = 4096
"""

MARK = "hunter2"


def problems(tmp_path: Path, source: str) -> list[EclaireurError]:
    place = tmp_path / "eclaireur.toml"
    place.write_text(source, "utf-8")
    examined = examine(place)
    assert (examined.configuration is None) == bool(examined.problems)
    return list(examined.problems)


def with_line(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


TELEMETRY = "[telemetry]\n"


def test_without_a_file_nothing_is_declared() -> None:
    assert read_configuration(None) == Configuration()
    assert Configuration().destinations == ()


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []
    configuration = read_configuration(tmp_path / "eclaireur.toml")
    assert list(configuration.models) == ["albert", "here"]
    albert = configuration.models["albert"]
    assert albert.parameters is not None
    assert albert.parameters.active == 8
    assert [str(each.origin) for each in configuration.destinations] == [
        "https://albert.example",
        "http://127.0.0.1:8080",
    ]


def test_the_collector_of_traces_is_a_destination(tmp_path: Path) -> None:
    assert problems(tmp_path, f'{TELEMETRY}address = "http://localhost:4318"\n') == []
    configuration = read_configuration(tmp_path / "eclaireur.toml")
    assert configuration.telemetry is not None
    assert configuration.telemetry.service_name == "eclaireur"
    assert [str(each.origin) for each in configuration.destinations] == ["http://localhost:4318"]


@pytest.mark.parametrize(
    ("setting", "code", "said"),
    [
        ('address = "http://elsewhere.example"', "wrong-setting-address", {"problem": "plain"}),
        ('adress = "http://localhost"', "unknown-setting", {"nearest": "address"}),
        ('service_name = "x"', "setting-missing", {"setting": "telemetry.address"}),
    ],
)
def test_a_mistake_about_traces_is_told(
    tmp_path: Path, setting: str, code: str, said: dict[str, str]
) -> None:
    found = problems(tmp_path, f"{TELEMETRY}{setting}\n")
    [problem] = [each for each in found if each.code == code]
    assert said.items() <= problem.params.items()


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "said"),
    [
        ("[policy]", "[policy", "configuration-syntax", 1, {}),
        ('model = "small"', 'model = "small', "configuration-syntax", 20, {}),
        ('"MIT"\ncontext = 4096\n', '"""', "configuration-syntax", 24, {}),
        ("[policy]", "[polcy]", "unknown-setting", 1, {"nearest": "policy"}),
        ("countries", "country", "unknown-setting", 3, {"nearest": "countries"}),
        (
            'model = "small"',
            'modl = "small"\nmodel = "small"',
            "unknown-setting",
            20,
            {"setting": "models.here.modl", "nearest": "model"},
        ),
        ('kind = "local"', 'knd = "local"', "unknown-setting", 21, {"nearest": "kind"}),
        ("active", "actif", "unknown-setting", 14, {"nearest": "active"}),
        ("{ environment", "{ env", "unknown-setting", 16, {"nearest": "environment"}),
        ('model = "small"\n', "", "setting-missing", 18, {"setting": "models.here.model"}),
        ('kind = "state"', 'kind = "public"', "wrong-setting", 10, {"expected": "one-of"}),
        ('kind = "openai-compatible"', 'kind = "x"', "wrong-setting", 7, {"expected": "one-of"}),
        ('["local", "state"]', '["local", "etat"]', "wrong-setting", 2, {"expected": "one-of"}),
        ('["local", "state"]', "[]", "wrong-setting", 2, {"expected": "list"}),
        ('["FR"]', '"FR"', "wrong-setting", 3, {"expected": "list"}),
        ('["FR"]', '["France"]', "wrong-setting", 3, {"expected": "form"}),
        ("= true", '= "yes"', "wrong-setting", 4, {"expected": "boolean"}),
        ("context = 4096", 'context = "4096"', "wrong-setting", 25, {"expected": "number"}),
        ("context = 4096", "context = 4", "wrong-setting", 25, {"expected": "number"}),
        ("context = 4096", "context = 1979-05-27", "wrong-setting", 25, {"expected": "number"}),
        ("total = 8,", "total = nan,", "wrong-setting", 14, {"expected": "number"}),
        ("total = 8,", "total = 3,", "wrong-setting", 14, {"expected": "active-above-total"}),
        ('"org/small"', "7", "wrong-setting", 23, {"expected": "text"}),
        ('"org/small"', '""', "wrong-setting", 23, {"expected": "text"}),
        ('{ name = "Town hall", kind = "local" }', "1", "wrong-setting", 21, {"expected": "table"}),
        ("[models.here]", '[models."my model"]', "wrong-setting", 18, {"expected": "name"}),
        (
            '{ environment = "ALBERT_API_KEY" }',
            '{ environment = "A", file = "b" }',
            "wrong-setting",
            16,
            {"expected": "environment-or-file"},
        ),
        (
            '"https://albert.example/v1"',
            f'"https://me:{MARK}@albert.example/v1"',
            "wrong-setting-address",
            8,
            {"problem": "user"},
        ),
        ("https://albert", "http://albert", "wrong-setting-address", 8, {"problem": "plain"}),
        ("https://albert", "albert", "wrong-setting-address", 8, {"problem": "form"}),
        (
            '{ environment = "ALBERT_API_KEY" }',
            f'"{MARK}"',
            "secret-in-configuration",
            16,
            {"setting": "models.albert.key"},
        ),
        (
            'model = "small"',
            f'model = "small"\napi_key = "{MARK}"',
            "secret-in-configuration",
            21,
            {},
        ),
        (
            'kind = "state"',
            'kind = "other"',
            "model-outside-policy",
            10,
            {"model": "albert", "breach": "operator", "given": "other", "allowed": "local, state"},
        ),
        (
            'kind = "local" }\ncountry = "FR"',
            'kind = "local" }\ncountry = "US"',
            "model-outside-policy",
            22,
            {"model": "here", "breach": "country", "given": "US", "allowed": "FR"},
        ),
        ('weights = "org/small"\n', "", "model-outside-policy", 18, {"breach": "weights"}),
        ('licence = "MIT"\n', "", "model-outside-policy", 18, {"breach": "licence"}),
        *(
            (
                'model = "small"',
                f'model = "small"\nconcurrency = {wrong}',
                "wrong-setting",
                21,
                {"setting": "models.here.concurrency", "expected": "number"},
            )
            for wrong in (0, 101, 1.5)
        ),
        ("http://127.0.0.1:8080", "https://a.example", "local-model-elsewhere", 19, {}),
    ],
)
def test_each_mistake_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: int, said: dict[str, str]
) -> None:
    found = problems(tmp_path, with_line(old, new))
    [problem] = [each for each in found if each.code == code]
    assert problem.params["line"] == line
    assert problem.params["place"] == str(tmp_path / "eclaireur.toml")
    assert said.items() <= problem.params.items()
    for locale in LOCALES:
        sentence = messages(locale).error(problem)
        assert str(line) in sentence
        assert MARK not in sentence


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, GOOD.replace('"FR"', '"France"').replace("context", "contxt"))
    assert [each.code for each in found].count("unknown-setting") == 2
    with pytest.raises(type(found[0])):
        read_configuration(tmp_path / "eclaireur.toml")


@pytest.mark.parametrize("address", ["http://town.example", "mailto:someone@town.example", "town"])
def test_whom_to_write_to_is_a_page_and_never_a_person(tmp_path: Path, address: str) -> None:
    [refused] = problems(tmp_path, f'[publication]\ncontact = "{address}"\n')
    assert refused.code == "wrong-setting"
    assert (refused.params["line"], refused.params["setting"]) == (2, "publication.contact")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    absent = tmp_path / "absent.toml"
    [problem] = examine(absent).problems
    assert (problem.code, problem.params) == ("configuration-not-found", {"place": str(absent)})
    [problem] = examine(tmp_path).problems
    assert problem.code == "unreadable-configuration"
    latin = tmp_path / "latin.toml"
    latin.write_bytes("# é".encode("latin-1"))
    [problem] = examine(latin).problems
    assert problem.code == "unreadable-configuration"


@given(st.text(max_size=200), st.integers(0, len(GOOD)), st.integers(0, 30))
def test_whatever_is_typed_the_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, typed: str, at: int, erased: int
) -> None:
    place = tmp_path_factory.getbasetemp() / "typed.toml"
    place.write_text(GOOD[:at] + typed + GOOD[at + erased :], "utf-8", "surrogatepass")
    examined = examine(place)
    assert (examined.configuration is None) == bool(examined.problems)
    for problem in examined.problems:
        assert messages("fr").error(problem)
