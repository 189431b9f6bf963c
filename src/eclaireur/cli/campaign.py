"""`eclaireur campaign`: propose one field for many records, then let people review them."""

from collections.abc import Callable
from math import ceil

import click

from eclaireur.assistant import FEW_BATCHES, INTERRUPTED, Assistant, CampaignStanding, Prepared
from eclaireur.cli.failures import ExitCode
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.log import begin_log, log_format_option
from eclaireur.cli.progress import counted, progress
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.campaign import Campaign, CampaignProgress, CampaignState, Estimate
from eclaireur.core.errors import CampaignCancelled, CampaignPaused, CampaignStopped
from eclaireur.messages import Messages
from eclaireur.processes import cores
from eclaireur.representations.campaign import CampaignRecord, agreement
from eclaireur.wiring.campaigns import work_on_campaign

_YES = frozenset({"y", "yes", "o", "oui"})


def command(say: Messages) -> click.Group:
    """Build `eclaireur campaign`."""
    return Group(
        "campaign",
        say=say,
        help=say("cli-campaign"),
        sections={
            say("cli-heading-commands"): [
                _start(say),
                _resume(say),
                _status(say),
                _list(say),
                _pause(say),
                _cancel(say),
            ]
        },
    )


def _workers_option(say: Messages) -> Callable[[Callable[..., int]], Callable[..., int]]:
    return click.option(
        "--workers",
        type=click.IntRange(min=1, max=64),
        default=cores,
        show_default=False,
        metavar=say("cli-metavar-number"),
        help=say("cli-campaign-workers"),
    )


def _start(say: Messages) -> click.Command:
    @click.command("start", cls=Command, say=say, help=say("cli-campaign-start"))
    @click.option("--field", required=True, metavar=say("cli-metavar-field"))
    @click.option(
        "--select",
        "selection",
        default=say("cli-campaign-missing"),
        show_default=True,
        metavar=say("cli-metavar-selection"),
        help=say("cli-campaign-select"),
    )
    @click.option("--model", metavar=say("cli-metavar-model"), help=say("cli-campaign-model"))
    @click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar=say("cli-metavar-number"),
        help=say("cli-campaign-limit"),
    )
    @_workers_option(say)
    @log_format_option(say)
    @click.option("--yes", "is_agreed", is_flag=True, help=say("cli-campaign-yes"))
    @click.pass_obj
    def start(
        session: Session,
        field: str,
        selection: str,
        model: str | None,
        limit: int | None,
        workers: int,
        log_format: str,
        *,
        is_agreed: bool,
    ) -> int:
        begin_log(session, log_format)

        async def begin(assistant: Assistant) -> int:
            with progress(say("cli-campaign-reading")) as advance:
                prepared = await assistant.campaigns.prepare(
                    field, selection, model=model, limit=limit, workers=workers, tell=advance
                )
            _show_estimate(prepared, say)
            if not is_agreed and not _agrees(say):
                click.echo(say("cli-campaign-not-begun"))
                return ExitCode.DONE
            campaign = await assistant.campaigns.open(prepared)
            click.echo(say("cli-campaign-opened", campaign=campaign.key))
            return await _work(session, assistant, campaign, workers)

        return session.run(begin)

    return start


def _resume(say: Messages) -> click.Command:
    @click.command("resume", cls=Command, say=say, help=say("cli-campaign-resume"))
    @click.argument("key", required=False, metavar=say("cli-metavar-campaign"))
    @click.option("--retry-failed", is_flag=True, help=say("cli-campaign-retry-failed"))
    @_workers_option(say)
    @log_format_option(say)
    @click.pass_obj
    def resume(
        session: Session, key: str | None, workers: int, log_format: str, *, retry_failed: bool
    ) -> int:
        begin_log(session, log_format)

        async def go_on(assistant: Assistant) -> int:
            campaign = await assistant.campaigns.one(key)
            campaign = await assistant.campaigns.go_on(campaign.key, retry_failed=retry_failed)
            return await _work(session, assistant, campaign, workers)

        return session.run(go_on)

    return resume


def _status(say: Messages) -> click.Command:
    @click.command("status", cls=Command, say=say, help=say("cli-campaign-status"))
    @click.argument("key", required=False, metavar=say("cli-metavar-campaign"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def status(session: Session, key: str | None, *, as_json: bool) -> None:
        standing = session.run(lambda assistant: assistant.campaigns.standing(key))
        if as_json:
            click.echo(CampaignRecord.standing(standing).model_dump_json())
        else:
            _show_standing(standing, say)

    return status


def _list(say: Messages) -> click.Command:
    @click.command("list", cls=Command, say=say, help=say("cli-campaign-list"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def list_all(session: Session, *, as_json: bool) -> None:
        async def standings(assistant: Assistant) -> list[CampaignStanding]:
            campaigns = await assistant.campaigns.all()
            return [await assistant.campaigns.standing(each.key) for each in campaigns]

        every = session.run(standings)
        if not every and not as_json:
            click.echo(say("campaign-none"))
        for each in every:
            if as_json:
                click.echo(CampaignRecord.standing(each).model_dump_json())
            else:
                _show_standing(each, say)

    return list_all


def _pause(say: Messages) -> click.Command:
    @click.command("pause", cls=Command, say=say, help=say("cli-campaign-pause"))
    @click.argument("key", required=False, metavar=say("cli-metavar-campaign"))
    @click.pass_obj
    def pause(session: Session, key: str | None) -> None:
        async def rest(assistant: Assistant) -> Campaign:
            return await assistant.campaigns.pause((await assistant.campaigns.one(key)).key)

        click.echo(say("cli-campaign-paused", campaign=session.run(rest).key))

    return pause


def _cancel(say: Messages) -> click.Command:
    @click.command("cancel", cls=Command, say=say, help=say("cli-campaign-cancel"))
    @click.argument("key", required=False, metavar=say("cli-metavar-campaign"))
    @click.pass_obj
    def cancel(session: Session, key: str | None) -> None:
        async def end(assistant: Assistant) -> Campaign:
            return await assistant.campaigns.cancel((await assistant.campaigns.one(key)).key)

        click.echo(say("cli-campaign-cancelled", campaign=session.run(end).key))

    return cancel


async def _work(session: Session, assistant: Assistant, campaign: Campaign, workers: int) -> int:
    """Work to the end, and say how it went."""
    say, campaigns = session.say, assistant.campaigns
    stopped: str | None = None
    batches = await campaigns.pending_batches(campaign.key)
    if batches:
        before = (await campaigns.standing(campaign.key)).progress
        with counted(say("cli-campaign-progress"), before.total) as show:

            async def tell() -> None:
                show((await campaigns.standing(campaign.key)).progress.tried)

            worked = await work_on_campaign(
                session.settings,
                assistant,
                campaign.key,
                workers=1 if len(batches) < FEW_BATCHES else workers,
                tell=tell,
            )
            stopped = worked.stopped
    standing = await campaigns.standing(campaign.key)
    _show_progress(standing.progress, say)
    if stopped is None:
        click.echo(say("cli-campaign-finished", campaign=campaign.key))
        return ExitCode.DONE
    if stopped == INTERRUPTED:
        click.echo(say("cli-campaign-interrupted", left=standing.progress.pending), err=True)
        return ExitCode.INTERRUPTED
    if stopped == CampaignState.PAUSED:
        raise CampaignPaused(campaign=campaign.key)
    if stopped == CampaignState.CANCELLED:
        raise CampaignCancelled(campaign=campaign.key)
    raise CampaignStopped(campaign=campaign.key, why=stopped, left=standing.progress.pending)


def _agrees(say: Messages) -> bool:
    asked = click.prompt(say("cli-campaign-ask"), default="", show_default=False, err=True)
    return str(asked).strip().casefold() in _YES


def _show_campaign(campaign: Campaign, say: Messages) -> None:
    click.secho(
        printable(
            say(
                "campaign-title",
                campaign=campaign.key,
                field=say(f"field-{campaign.field}"),
                day=say("web-day", day=campaign.day),
                state=campaign.state.value,
            )
        ),
        bold=True,
    )
    selection = campaign.selection or say("campaign-every-record")
    click.echo(printable(f"  {say('campaign-selection', selection=selection)}"))
    if campaign.model is not None:
        click.echo(printable(f"  {say('campaign-model', model=campaign.model)}"))


def _show_standing(standing: CampaignStanding, say: Messages) -> None:
    _show_campaign(standing.campaign, say)
    _show_progress(standing.progress, say)
    said = agreement(standing.second_looks, say)
    if said:
        click.echo(f"  {said}")


def _show_progress(progress: CampaignProgress, say: Messages) -> None:
    click.echo(f"  {say('campaign-progress', **progress.model_dump())}")


def _show_estimate(prepared: Prepared, say: Messages) -> None:
    estimate = prepared.estimate
    _show_campaign(prepared.campaign, say)
    for line in estimate_lines(estimate, say):
        click.echo(f"  {line}")


def estimate_lines(estimate: Estimate, say: Messages) -> list[str]:
    """What a campaign is expected to take, a sentence each, with how each is known."""
    lines = [
        say(
            "campaign-estimate-records",
            total=estimate.total,
            answered=estimate.answered,
            distinct=estimate.distinct,
        )
    ]
    for label, figure, value in (
        ("duration", estimate.duration_s, _duration),
        ("requests", estimate.requests, _number),
        ("read", estimate.input_tokens, _number),
        ("written", estimate.output_tokens, _number),
        ("energy", estimate.energy_wh, lambda amount, say: say("ledger-energy", amount=amount)),
        ("carbon", estimate.carbon_g, lambda amount, say: say("ledger-carbon", amount=amount)),
    ):
        lines.append(
            say(
                "campaign-estimate-line",
                label=label,
                value=say("ledger-unknown") if figure.value is None else value(figure.value, say),
                how=figure.known.value,
            )
        )
    return lines


def _number(amount: float, say: Messages) -> str:
    return say("web-number", number=round(amount))


def _duration(seconds: float, say: Messages) -> str:
    """A duration as people say it: rounded up, in seconds, minutes or hours."""
    for unit, length, most in (("seconds", 1, 120), ("minutes", 60, 7_200)):
        if seconds <= most:
            return say("campaign-about", amount=ceil(seconds / length), unit=unit)
    return say("campaign-about", amount=ceil(seconds / 3_600), unit="hours")
