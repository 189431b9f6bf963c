"""`eclaireur search`: find datasets of the catalogue."""

from collections.abc import Callable
from typing import Any

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.batch import Record, awaited_lines, value_of
from eclaireur.cli.display import show_found
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.core.errors import InvalidRecord
from eclaireur.core.ports import (
    LONGEST_FILTER,
    LONGEST_QUERY,
    MOST_RESULTS,
    NAMED,
    Lack,
    SearchFilters,
    SearchOrder,
    SearchQuery,
)
from eclaireur.messages import Messages
from eclaireur.representations.search import SearchRecord


def command(say: Messages) -> click.Command:
    """Build `eclaireur search`."""

    @click.command("search", cls=Command, say=say, help=say("cli-search"))
    @click.argument("text", required=False, metavar=say("cli-metavar-text"))
    @click.option("--batch", metavar=say("cli-metavar-file"), help=say("cli-search-batch"))
    @click.option("--limit", type=click.IntRange(1, 100), default=20, help=say("cli-search-limit"))
    @click.option(
        "--offset", type=click.IntRange(0, MOST_RESULTS), default=0, help=say("cli-search-offset")
    )
    @click.option(
        "--order",
        type=click.Choice([each.value for each in SearchOrder]),
        default=SearchOrder.RELEVANCE.value,
        help=say("cli-search-order"),
    )
    @_filters(say)
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def search(
        session: Session,
        /,
        text: str | None,
        batch: str | None,
        limit: int,
        offset: int,
        order: str,
        *,
        as_json: bool,
        **filters: str | int | None,
    ) -> None:
        chosen = SearchFilters.model_validate(filters)
        if text is None and batch is None and chosen == SearchFilters():
            raise click.UsageError(say("usage-search"), click.get_current_context())
        if text is not None and batch is not None:
            raise click.UsageError(say("usage-search"), click.get_current_context())

        def query_of(sought: str) -> SearchQuery:
            return SearchQuery(
                text=sought, filters=chosen, order=SearchOrder(order), offset=offset, limit=limit
            )

        async def find(assistant: Assistant) -> None:
            if batch is not None:

                async def answer(request: Record) -> Record:
                    sought = value_of(request, "query", str)
                    if len(sought) > LONGEST_QUERY:
                        raise InvalidRecord(problem="wrong-type", key="query")
                    found = SearchRecord.of(await assistant.search(query_of(sought)))
                    return {"query": sought, **found.model_dump(mode="json")}

                await awaited_lines(batch, session.failures, say("cli-search-progress"), answer)
                return
            page = await assistant.search(query_of((text or "")[:LONGEST_QUERY]))
            if as_json:
                click.echo(SearchRecord.of(page).model_dump_json())
            else:
                show_found(page, say)

        session.run(find)

    return search


def _filters(say: Messages) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option for each of `SearchFilters`, under the same name."""
    year = click.IntRange(1, 9998)
    options = [
        *(
            click.option(f"--{name}", default="", callback=_bounded, help=say(f"cli-search-{name}"))
            for name in NAMED
        ),
        *(
            click.option(
                f"--{name}",
                type=year,
                metavar=say("cli-metavar-year"),
                help=say(f"cli-search-{name}"),
            )
            for name in ("since", "until")
        ),
        click.option(
            "--lacking",
            type=click.Choice([each.value for each in Lack]),
            help=say("cli-search-lacking"),
        ),
    ]

    def with_options(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


def _bounded(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    return value[:LONGEST_FILTER]
