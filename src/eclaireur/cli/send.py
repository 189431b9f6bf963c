"""`eclaireur send`: give decided values back to a portal, or take them back from it."""

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator

import click
from pydantic import SecretStr

from eclaireur.assistant import Sender
from eclaireur.cli.display import show_told
from eclaireur.cli.localised import Command
from eclaireur.cli.progress import progress
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import agreed, standard_input
from eclaireur.configuration import read_configuration
from eclaireur.core.errors import PortalNotDeclared
from eclaireur.core.harvest import CatalogueDeclaration, PortalKind, is_address
from eclaireur.core.ports import Lack
from eclaireur.core.sending import KEY_VARIABLE, Fate, SendingChoice, Told, sending_key
from eclaireur.messages import Messages
from eclaireur.representations.sending import told_record
from eclaireur.wiring.sending import open_sending

_LEADING_TO_WRITE = frozenset({Fate.READY, Fate.SENT, Fate.CHANGED})
"""What is written down, there or here: what is ready, what was lost on its way, what changed."""

WRITTEN_TO = (PortalKind.UDATA, PortalKind.CKAN)


def command(say: Messages) -> click.Command:
    """Build `eclaireur send`."""

    @click.command("send", cls=Command, say=say, help=say("cli-send"))
    @click.option(
        "--to", "place", required=True, metavar=say("cli-metavar-portal"), help=say("cli-send-to")
    )
    @click.option(
        "--kind",
        type=click.Choice([each.value for each in WRITTEN_TO]),
        help=say("cli-import-kind"),
    )
    @click.option("--private", is_flag=True, help=say("cli-import-private"))
    @click.option(
        "--field",
        "fields",
        multiple=True,
        type=click.Choice([each.value for each in Lack]),
        help=say("cli-send-field"),
    )
    @click.option(
        "--suggestion",
        "suggestions",
        multiple=True,
        metavar=say("cli-metavar-key"),
        help=say("cli-send-suggestion"),
    )
    @click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar=say("cli-metavar-number"),
        help=say("cli-send-limit"),
    )
    @click.option("--revert", is_flag=True, help=say("cli-send-revert"))
    @click.option("--dry-run", is_flag=True, help=say("cli-send-dry-run"))
    @click.option("--yes", is_flag=True, help=say("cli-send-yes"))
    @click.option("--key-stdin", is_flag=True, help=say("cli-send-key-stdin"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def send(
        session: Session,
        place: str,
        kind: str | None,
        *,
        private: bool,
        fields: tuple[str, ...],
        suggestions: tuple[str, ...],
        limit: int | None,
        revert: bool,
        dry_run: bool,
        yes: bool,
        key_stdin: bool,
        as_json: bool,
    ) -> None:
        if not (dry_run or yes) and (key_stdin or not sys.stdin.isatty()):
            raise click.UsageError(say("usage-send-yes"), click.get_current_context())
        portal, others = _portal(session, place, kind, private=private)
        choice = SendingChoice(fields, suggestions, limit, others)
        key = None if dry_run else _key(say, place, from_input=key_stdin)
        run = _Run(session, say, choice, reverts=revert, as_json=as_json)

        async def work() -> None:
            async with open_sending(session.settings, portal, key) as sender:
                if dry_run:
                    await run.preview(sender)
                elif yes or await run.is_agreed(sender):
                    await run.write(sender, shown_before=not yes)

        asyncio.run(work())

    return send


class _Run:
    """One sending, or one reverting, and what is told of it."""

    def __init__(
        self,
        session: Session,
        say: Messages,
        choice: SendingChoice,
        *,
        reverts: bool,
        as_json: bool,
    ) -> None:
        self._failures = session.failures
        self._say = say
        self._choice = choice
        self._reverts = reverts
        self._as_json = as_json

    async def preview(self, sender: Sender) -> None:
        """Show what would be written."""
        async for told in self._followed(sender, Counter(), dry=True):
            self._show(told)
            self._fail(told)

    async def is_agreed(self, sender: Sender) -> bool:
        """Show what would be written, and ask whether to write it."""
        counts: Counter[Fate] = Counter()
        async for told in self._followed(sender, counts, dry=True):
            self._show(told)
        if not counts.keys() & _LEADING_TO_WRITE:
            return False
        asked = "cli-send-agree-revert" if self._reverts else "cli-send-agree"
        question = self._say(asked, count=counts[Fate.READY], portal=sender.portal)
        return agreed(question, self._say)

    async def write(self, sender: Sender, *, shown_before: bool) -> None:
        """Write, and show what became of each value; only what went wrong, where all was shown."""
        async for told in self._followed(sender, Counter(), dry=False):
            if not shown_before or told.error is not None:
                self._show(told)
            self._fail(told)

    async def _followed(
        self, sender: Sender, counts: Counter[Fate], *, dry: bool
    ) -> AsyncIterator[Told]:
        """What becomes of each value, with its progress, and the counts at the end."""
        work = sender.revert if self._reverts else sender.send
        label = self._say("cli-send-reading" if dry else "cli-send-writing")
        try:
            with progress(label, beside_results=True) as advance:
                async for told in work(self._choice, dry=dry):
                    counts[told.fate] += 1
                    yield told
                    advance()
        finally:
            self._show_counts(sender, counts)

    def _show(self, told: Told) -> None:
        if self._as_json:
            click.echo(json.dumps(told_record(told), ensure_ascii=False))
        else:
            show_told(told, self._say)

    def _fail(self, told: Told) -> None:
        if told.error is not None:
            self._failures.error(told.error)

    def _show_counts(self, sender: Sender, counts: Counter[Fate]) -> None:
        if self._as_json:
            listed = {fate.value: counts[fate] for fate in Fate if counts[fate]}
            click.echo(json.dumps({"portal": sender.portal, "counts": listed}))
        elif counts:
            named = [
                self._say("cli-send-count", fate=self._say(f"fate-{fate}"), count=counts[fate])
                for fate in Fate
                if counts[fate]
            ]
            told = self._say("cli-send-counts", portal=sender.portal, listed=" · ".join(named))
            click.echo(told)
        else:
            nothing = "cli-send-nothing-revert" if self._reverts else "cli-send-nothing"
            click.echo(self._say(nothing, portal=sender.portal))


def _portal(
    session: Session, place: str, kind: str | None, *, private: bool
) -> tuple[CatalogueDeclaration, tuple[str, ...]]:
    """The portal that is named, and the declared ones that are others.

    Raises:
        PortalNotDeclared: none is declared under that name.
        WrongAddress: it is not one.
    """
    configuration = read_configuration(session.settings.configuration_file)
    if place in configuration.catalogues:
        portal = configuration.catalogues[place]
        if kind is not None:
            portal = portal.model_copy(update={"kind": PortalKind(kind)})
    elif is_address(place):
        portal = CatalogueDeclaration(
            address=place, kind=PortalKind(kind) if kind else None, private=private
        )
    else:
        raise PortalNotDeclared(portal=place)
    return portal, configuration.portals_beside(portal)


def _key(say: Messages, place: str, *, from_input: bool) -> SecretStr:
    """The key of the person who sends: from standard input, the environment, or a hidden prompt.

    Raises:
        SendingKeyMissing: none was given, or it cannot be one.
    """
    # What is started after this does not inherit it.
    given = os.environ.pop(KEY_VARIABLE, "")
    if from_input:
        given = standard_input()
    elif not given and sys.stdin.isatty():
        given = click.prompt(say("cli-send-key", portal=place), hide_input=True, err=True)
    return sending_key(given, place)
