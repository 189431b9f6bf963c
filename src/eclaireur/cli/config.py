"""`eclaireur config check`: what the configuration allows, or what is wrong in it."""

import json

import click

from eclaireur.cli.display import show_model
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.configuration import Configuration, examine, read_key, read_sign_in_secrets
from eclaireur.core.errors import KeyMissing, SecretMissing
from eclaireur.core.sign_in import SignIn
from eclaireur.messages import Messages

HERE = "http://127.0.0.1"
"""Where people reach the pages, if the operator says nothing else."""


def command(say: Messages) -> click.Group:
    """Build `eclaireur config`."""
    return Group(
        "config",
        say=say,
        help=say("cli-config"),
        sections={say("cli-heading-commands"): [_check(say)]},
    )


def _check(say: Messages) -> click.Command:
    @click.command("check", cls=Command, say=say, help=say("cli-config-check"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def check(session: Session, *, as_json: bool) -> None:
        place = session.settings.configuration_file
        examined = examine(place)
        for problem in examined.problems:
            session.failures.error(problem)
        if examined.configuration is None:
            return
        _look_for_keys(examined.configuration, session)
        if as_json:
            click.echo(json.dumps(_record(examined.configuration, session), ensure_ascii=False))
        else:
            _explain(examined.configuration, session, say)

    return check


def _look_for_keys(configuration: Configuration, session: Session) -> None:
    for name, model in configuration.models.items():
        if model.key is not None:
            try:
                read_key(name, model.key)
            except KeyMissing as error:
                session.failures.error(error)
    if configuration.sign_in is not None:
        try:
            read_sign_in_secrets(configuration.sign_in)
        except SecretMissing as error:
            session.failures.error(error)


def _record(configuration: Configuration, session: Session) -> dict[str, object]:
    place = session.settings.configuration_file
    return {
        "file": None if place is None else str(place),
        **configuration.model_dump(mode="json"),
        "destinations": [str(each.origin) for each in configuration.destinations],
    }


def _explain(configuration: Configuration, session: Session, say: Messages) -> None:
    place = session.settings.configuration_file
    if place is None:
        click.echo(say("cli-config-no-file"))
    else:
        click.echo(printable(say("cli-config-file", place=str(place))))
    policy = configuration.policy
    click.echo(
        say(
            "cli-config-policy",
            operators=", ".join(policy.operators),
            countries=", ".join(policy.countries),
            open_weights="yes" if policy.open_weights_only else "no",
        )
    )
    if not configuration.models:
        click.echo(say("cli-config-no-model"))
    for name, model in configuration.models.items():
        show_model(name, model, say)
    click.echo(say("cli-config-popularity", popularity=str(configuration.search.popularity)))
    if configuration.telemetry is not None:
        telemetry = configuration.telemetry
        told = say(
            "cli-config-telemetry", address=telemetry.address, service=telemetry.service_name
        )
        click.echo(printable(told))
    if configuration.sign_in is not None:
        _explain_sign_in(configuration.sign_in, say)
    origins = ", ".join(str(each.origin) for each in configuration.destinations)
    if origins:
        click.echo(say("cli-config-destinations", origins=origins))
    else:
        click.echo(say("cli-config-no-destination"))


def _explain_sign_in(declared: SignIn, say: Messages) -> None:
    ways = [
        *([declared.openid.issuer] if declared.openid else []),
        *([say("sign-in-token").lower()] if declared.local else []),
    ]
    told = say("cli-config-sign-in", ways=", ".join(ways), address=declared.address or HERE)
    click.echo(printable(told))
    for each in declared.grants:
        role = say(f"role-{each.role}").lower()
        told = say("cli-config-sign-in-grant", role=role, **each.model_dump(exclude={"role"}))
        click.echo(printable(f"  {told}"))
