"""Read the configuration file. What is wrong in it is said with its line and never its value."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from eclaireur.configuration.configuration import (
    BackupSettings,
    Configuration,
    EveryBudget,
    EveryTask,
    FeedbackSettings,
    ReviewSettings,
    SearchSettings,
    TaskSettings,
    TelemetrySettings,
)
from eclaireur.configuration.lines import SettingPath, line_of
from eclaireur.configuration.secrets import secrets_in
from eclaireur.core.errors import (
    ConfigurationNotFound,
    ConfigurationSyntax,
    EclaireurError,
    LocalModelElsewhere,
    ModelOutsidePolicy,
    SecretInConfiguration,
    SettingMissing,
    UnknownSetting,
    UnreadableConfiguration,
    WrongAddress,
    WrongSetting,
    WrongSettingAddress,
)
from eclaireur.core.harvest import CatalogueDeclaration
from eclaireur.core.model import (
    Breach,
    KeySource,
    ModelDeclaration,
    Operator,
    OperatorKind,
    Parameters,
    Policy,
)
from eclaireur.core.publication import Publication
from eclaireur.core.sign_in import GrantRule, LocalToken, Provider, SignIn
from eclaireur.egress import Destination
from eclaireur.ledger.budget import Budget

_EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "enum": "one-of",
        "literal_error": "one-of",
        "bool_type": "boolean",
        "int_type": "number",
        "float_type": "number",
        "finite_number": "number",
        "greater_than": "number",
        "greater_than_equal": "number",
        "less_than_equal": "number",
        "tuple_type": "list",
        "too_short": "list",
        "model_type": "table",
        "model_attributes_type": "table",
        "mapping_type": "table",
        "dict_type": "table",
        "string_pattern_mismatch": "form",
        "active-above-total": "active-above-total",
        "environment-or-file": "environment-or-file",
        "sign-in-without-way": "sign-in-without-way",
        "sign-in-without-address": "sign-in-without-address",
        "sign-in-address": "sign-in-address",
    }
)
"""What a setting takes, by the kind of pydantic's error; anything else takes a text."""


@dataclass(frozen=True)
class Examined:
    """A file that was read, with everything that is wrong in it."""

    configuration: Configuration | None
    """None when something is wrong."""
    problems: tuple[EclaireurError, ...] = ()


def read_configuration(place: Path | None) -> Configuration:
    """Return what a file configures; without a file, the defaults.

    Raises:
        ConfigurationNotFound: there is no such file.
        InvalidInput: the first thing that is wrong in it, with its line.
    """
    examined = examine(place)
    if examined.configuration is None:
        raise examined.problems[0]
    return examined.configuration


def examine(place: Path | None) -> Examined:
    """Read a file, or nothing, and find all that is wrong in it."""
    if place is None:
        return Examined(Configuration())
    try:
        source = place.read_text("utf-8")
    except FileNotFoundError:
        return Examined(None, (ConfigurationNotFound(place=str(place)),))
    except UnicodeDecodeError:
        return Examined(None, (UnreadableConfiguration(place=str(place), problem="UTF-8"),))
    except OSError as error:
        problem = error.strerror or type(error).__name__
        return Examined(None, (UnreadableConfiguration(place=str(place), problem=problem),))
    return _File(str(place), source).examined()


class _File:
    """A file's text, and where it comes from."""

    def __init__(self, place: str, source: str) -> None:
        self._place = place
        self._source = source

    def examined(self) -> Examined:
        try:
            document = tomllib.loads(self._source)
        except tomllib.TOMLDecodeError as error:
            # The message is all that tells the line; it may quote the text, so no more is kept.
            line = re.search(r"at line (\d+)", str(error))
            last = self._source.count("\n") + 1
            number = int(line[1]) if line else last
            return Examined(None, (ConfigurationSyntax(place=self._place, line=number),))
        secrets = tuple(SecretInConfiguration(**self._at(path)) for path in secrets_in(document))
        if secrets:
            return Examined(None, secrets)
        try:
            # Strict JSON tells an enumeration from any text, and "yes" from a boolean.
            configuration = Configuration.model_validate_json(
                json.dumps(document, default=str), strict=True
            )
        except ValidationError as error:
            # A list whose item is wrong is also found too short: the first mistake is the one.
            mistakes: dict[SettingPath, EclaireurError] = {}
            for each in error.errors():
                mistakes.setdefault(_path_of(each), self._mistake(each))
            return Examined(None, tuple(mistakes.values()))
        refused = (*self._refused(configuration), *self._unusable(configuration))
        return Examined(None if refused else configuration, refused)

    def _unusable(self, configuration: Configuration) -> Iterator[EclaireurError]:
        """The portals whose address is none that can be used."""
        for name, portal in configuration.catalogues.items():
            try:
                Destination.of_document(portal.address, private=portal.private)
            except WrongAddress as error:
                at = self._at(("catalogues", name, "address"))
                yield WrongSettingAddress(**at, problem=error.params["problem"])

    def _refused(self, configuration: Configuration) -> Iterator[EclaireurError]:
        """What each model breaks: its address must be one, then the policy must allow it.

        The collector of traces, and the provider that people sign in with, are the operator's own
        choice: their addresses alone must be some.
        """
        chosen: list[tuple[SettingPath, str, bool]] = []
        if (telemetry := configuration.telemetry) is not None:
            chosen.append((("telemetry", "address"), telemetry.address, telemetry.private))
        if provider := configuration.sign_in and configuration.sign_in.openid:
            chosen.append((("sign_in", "openid", "issuer"), provider.issuer, provider.private))
        for path, address, private in chosen:
            try:
                Destination.of(address, private=private)
            except WrongAddress as error:
                yield WrongSettingAddress(**self._at(path), problem=error.params["problem"])
        for name, model in configuration.models.items():
            where = ("models", name)
            try:
                destination = Destination.of(model.address, private=model.private)
            except WrongAddress as error:
                at = self._at((*where, "address"))
                yield WrongSettingAddress(**at, problem=error.params["problem"])
                continue
            breach = configuration.policy.breach(model)
            if breach is not None:
                at = self._at((*where, *_SETTING_OF[breach]))
                yield ModelOutsidePolicy(
                    place=self._place,
                    line=at["line"],
                    model=name,
                    breach=breach.value,
                    given=_given(model, breach),
                    allowed=_allowed(configuration.policy, breach),
                )
            elif model.operator.kind is OperatorKind.LOCAL and not destination.private:
                at = self._at((*where, "address"))
                yield LocalModelElsewhere(place=self._place, line=at["line"], model=name)

    def _mistake(self, error: ErrorDetails) -> EclaireurError:
        path = _path_of(error)
        if error["type"] == "undeclared-model":
            context = error.get("ctx", {})
            at = self._at(("tasks", context["field"], "models"))
            return WrongSetting(**at, expected="one-of", choices=", ".join(context["choices"]))
        if path[-1] == "[key]":
            return WrongSetting(**self._at(path[:-1]), expected="name", choices="")
        at = self._at(path)
        if error["type"] == "missing":
            return SettingMissing(**at)
        if error["type"] == "extra_forbidden":
            [nearest] = get_close_matches(path[-1], _settings_of(path[:-1]), n=1, cutoff=0)
            return UnknownSetting(**at, nearest=nearest)
        choices = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
        expected = _EXPECTED.get(error["type"], "text")
        return WrongSetting(**at, expected=expected, choices=", ".join(choices))

    def _at(self, path: SettingPath) -> dict[str, Any]:
        return {
            "place": self._place,
            "line": line_of(self._source, path),
            "setting": ".".join(path),
        }


_SETTING_OF: Mapping[Breach, SettingPath] = MappingProxyType(
    {
        Breach.OPERATOR: ("operator", "kind"),
        Breach.COUNTRY: ("country",),
        Breach.WEIGHTS: ("weights",),
        Breach.LICENCE: ("licence",),
    }
)


def _path_of(error: ErrorDetails) -> SettingPath:
    """The setting that an error is about, without the place in its list."""
    return tuple(part for part in error["loc"] if isinstance(part, str))


def _given(model: ModelDeclaration, breach: Breach) -> str:
    return {Breach.OPERATOR: model.operator.kind.value, Breach.COUNTRY: model.country}.get(
        breach, ""
    )


def _allowed(policy: Policy, breach: Breach) -> str:
    allowed = {
        Breach.OPERATOR: [each.value for each in policy.operators],
        Breach.COUNTRY: policy.countries,
    }
    return ", ".join(allowed.get(breach, ()))


_TABLES: Mapping[SettingPath, type[BaseModel]] = MappingProxyType(
    {
        (): Configuration,
        ("policy",): Policy,
        ("tasks",): EveryTask,
        ("tasks", "*"): TaskSettings,
        ("budgets",): EveryBudget,
        ("budgets", "*"): Budget,
        ("telemetry",): TelemetrySettings,
        ("publication",): Publication,
        ("search",): SearchSettings,
        ("feedback",): FeedbackSettings,
        ("review",): ReviewSettings,
        ("backups",): BackupSettings,
        ("catalogues", "*"): CatalogueDeclaration,
        ("models", "*"): ModelDeclaration,
        ("models", "*", "operator"): Operator,
        ("models", "*", "parameters"): Parameters,
        ("models", "*", "key"): KeySource,
        ("sign_in",): SignIn,
        ("sign_in", "openid"): Provider,
        ("sign_in", "openid", "secret"): KeySource,
        ("sign_in", "local"): LocalToken,
        ("sign_in", "local", "token"): KeySource,
        ("sign_in", "grants"): GrantRule,
    }
)
"""What each table holds; `*` stands for a name."""


def _settings_of(table: SettingPath) -> Sequence[str]:
    """The names of the settings that a table takes."""
    unnamed = tuple("*" if place == 1 else part for place, part in enumerate(table))
    found = _TABLES.get(tuple(table)) or _TABLES.get(unnamed, Configuration)
    return list(found.model_fields)
