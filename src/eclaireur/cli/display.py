"""Suggestions and models, for a person who reads them on a terminal."""

import json
import shutil
import textwrap
from itertools import groupby

import click

from eclaireur.cli.terminal import printable
from eclaireur.core.dataset import Dataset
from eclaireur.core.model import ModelDeclaration
from eclaireur.core.ports import SearchPage
from eclaireur.core.sending import Told
from eclaireur.core.suggestion import State, Suggestion, Value
from eclaireur.guards.grounding import Verdict
from eclaireur.messages import Messages
from eclaireur.representations.suggestion import SuggestionRecord, why

MAX_WIDTH = 100
MARGIN = "  "


def show_suggestion(
    dataset: Dataset, suggestion: Suggestion, say: Messages, *, stored: bool
) -> None:
    """Show what was proposed for a dataset, what supports it, and how to decide on it."""
    _line(f"{dataset.title} ({dataset.identifier})", bold=True)
    _line(f"{say(f'field-{suggestion.field}')} · {say(f'state-{suggestion.state}')}", 1)
    if suggestion.reason is not None:
        _line(SuggestionRecord.of(suggestion, say).reason or "", 1)
    if suggestion.value is not None:
        _line(_shown(suggestion, say), 1, fg="green")
    if suggestion.outcome.caution is not None:
        _line(say.reason(suggestion.outcome.caution), 1, fg="yellow")
    for part, evidence in groupby(suggestion.outcome.evidence, key=lambda each: each.part):
        _line(f"• {say.value(part)}", 2)
        for each in evidence:
            _line(why(each.support, say), 3, dim=True)
    if suggestion.state is State.PROPOSED:
        _line(say("cli-shown-open"), 1, italic=True)
        _line(say("cli-shown-method", method=say(f"method-{suggestion.outcome.method}")), 1)
        if suggestion.outcome.model is not None:
            _line(say("cli-shown-model", model=suggestion.outcome.model), 1)
    if stored:
        _line(say("cli-shown-key", key=suggestion.key), 1)
    click.echo()


def show_found(page: SearchPage, say: Messages) -> None:
    """Show the datasets found, and why each was."""
    if page.corrected:
        _line(say("search-corrected", words=", ".join(page.corrected.values())), italic=True)
    if page.hits:
        _line(say("search-total", count=page.total), italic=True)
    for hit in page.hits:
        _line(f"{hit.title} ({hit.identifier})", bold=True)
        if hit.publisher:
            _line(hit.publisher, 1)
        for reason, words in hit.why.items():
            told = [
                say("search-near", said=hit.near[each], word=each) if each in hit.near else each
                for each in words
            ]
            _line(say(f"search-why-{reason}", words=", ".join(told)), 1, dim=True)
    if not page.hits:
        _line(say("search-nothing"))


def show_state(suggestion: Suggestion, say: Messages, *, as_json: bool) -> None:
    """Show where a suggestion is in its life, and the value in force."""
    if as_json:
        record = SuggestionRecord.of(suggestion, say).model_dump(mode="json")
        click.echo(json.dumps(record, ensure_ascii=False))
        return
    field, state = say(f"field-{suggestion.field}"), say(f"state-{suggestion.state}")
    _line(f"{suggestion.key} · {suggestion.dataset} · {field} · {state}")
    if suggestion.value is not None:
        _line(_shown(suggestion, say), 1, fg="green")


def show_told(told: Told, say: Messages) -> None:
    """Show a value on its way to a portal: what is there, and what is to be."""
    _line(f"{told.title} ({told.dataset})", bold=True)
    _line(f"{say(f'field-{told.field}')} · {say(f'fate-{told.fate}')}", 1)
    _line(f"− {_listed(told.former, say)}", 1, fg="red")
    _line(f"+ {_listed(told.value, say)}", 1, fg="green")


def show_verdict(verdict: Verdict, say: Messages) -> None:
    """Show whether a dataset supports a text, then its claims: first those it does not."""
    unsupported = sum(not claim.supported for claim in verdict.claims)
    said = "check-unsupported" if unsupported else "check-supported"
    counts = {"unsupported": unsupported} if unsupported else {}
    _line(say(said, claims=len(verdict.claims), **counts), bold=True)
    for claim in sorted(verdict.claims, key=lambda claim: claim.supported):
        kind = say(f"check-kind-{claim.kind}")
        if claim.evidence is None:
            line = say("check-claim-unsupported", text=claim.text, kind=kind)
            _line(f"✗ {line}", 1, fg="red")
        else:
            passage = claim.evidence.passage
            line = say(
                "check-claim-supported",
                text=claim.text,
                kind=kind,
                field=say(f"field-{passage.field}"),
                how=say(f"check-how-{claim.evidence.how}"),
                passage=passage.text,
            )
            _line(f"✓ {line}", 1, dim=True)


def show_model(name: str, model: ModelDeclaration, say: Messages) -> None:
    """Show all that a model's operator says of it; of its key, only where it is."""
    _line(say("cli-model-line", name=name, alias=model.model, address=model.address), bold=True)
    operator = model.operator
    _line(
        say(
            "cli-model-operator",
            operator=operator.name,
            kind=operator.kind.value,
            country=model.country,
        ),
        1,
    )
    if model.weights is None:
        _line(say("cli-model-no-weights"), 1)
    else:
        licence = model.licence or "?"
        _line(say("cli-model-weights", weights=model.weights, licence=licence), 1)
    size = model.parameters
    _line(
        say(
            "cli-model-size",
            total=size.total if size else 0,
            active=size.active if size else 0,
            context=str(model.context),
        ),
        1,
    )
    _line(_key_place(model, say), 1)


def _key_place(model: ModelDeclaration, say: Messages) -> str:
    if model.key is None:
        return say("cli-model-no-key")
    if model.key.environment is not None:
        return say("cli-model-key-environment", place=model.key.environment)
    return say("cli-model-key-file", place=str(model.key.file))


def _shown(suggestion: Suggestion, say: Messages) -> str:
    return _listed(suggestion.value, say) if suggestion.value else ""


def _listed(value: Value | None, say: Messages) -> str:
    text = ", ".join(map(say.value, value)) if isinstance(value, tuple) else value
    return text or say("cli-send-empty")


def _line(
    text: str,
    level: int = 0,
    *,
    bold: bool = False,
    dim: bool = False,
    italic: bool = False,
    fg: str | None = None,
) -> None:
    """Write a paragraph, folded at the width of the terminal and never at a non-breaking space."""
    folded = textwrap.fill(
        printable(text),
        width=min(shutil.get_terminal_size().columns, MAX_WIDTH),
        initial_indent=MARGIN * level,
        subsequent_indent=MARGIN * level,
        break_on_hyphens=False,
    )
    click.secho(folded, bold=bold, dim=dim, italic=italic, fg=fg)
