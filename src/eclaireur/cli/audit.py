"""`eclaireur audit`: whether this installation keeps its commitments, with the evidence."""

import asyncio
from pathlib import Path

import click

from eclaireur.cli.failures import ExitCode
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.audit import AuditReport, Verdict
from eclaireur.messages import Messages
from eclaireur.representations.audit import AuditRecord
from eclaireur.web.assets import sources
from eclaireur.web.security import CONTENT_SECURITY_POLICY
from eclaireur.wiring.audit import audit_installation

_COLOURS = {Verdict.PASSED: "green", Verdict.FAILED: "red", Verdict.NOT_APPLICABLE: "yellow"}


def command(say: Messages) -> click.Command:
    """Build `eclaireur audit`."""

    @click.command("audit", cls=Command, say=say, help=say("cli-audit"))
    @click.option(
        "--log",
        "logs",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar=say("cli-metavar-file"),
        help=say("cli-audit-log"),
    )
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def audit(session: Session, *, logs: tuple[Path, ...], as_json: bool) -> int:
        report = asyncio.run(
            audit_installation(
                session.settings,
                pages=sources(),
                policy_of_content=CONTENT_SECURITY_POLICY,
                logs=logs,
            )
        )
        if as_json:
            click.echo(AuditRecord.of(report, say).model_dump_json())
        else:
            _show(report, say)
        return ExitCode.DONE if report.passed else ExitCode.NOT_KEPT

    return audit


def _show(report: AuditReport, say: Messages) -> None:
    for each in report.findings:
        verdict = click.style(
            say("audit-verdict", verdict=each.verdict), fg=_COLOURS[each.verdict], bold=True
        )
        click.echo(f"{verdict}  {say(f'audit-{each.check}')}")
        for reason in each.evidence:
            click.echo(f"    {printable(say.reason(reason))}")
    failed = sum(each.verdict is Verdict.FAILED for each in report.findings)
    click.echo(say("audit-summary", failed=failed, checks=len(report.findings)))
