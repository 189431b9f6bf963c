"""`eclaireur search`: find datasets of the catalogue."""

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.batch import Record, awaited_lines, value_of
from eclaireur.cli.display import show_found
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.core.errors import InvalidRecord
from eclaireur.core.ports import LONGEST_QUERY, SearchFilters, SearchQuery
from eclaireur.messages import Messages
from eclaireur.representations import SearchRecord


def command(say: Messages) -> click.Command:
    """Build `eclaireur search`."""

    @click.command("search", cls=Command, say=say, help=say("cli-search"))
    @click.argument("text", required=False, metavar=say("cli-metavar-text"))
    @click.option("--batch", metavar=say("cli-metavar-file"), help=say("cli-search-batch"))
    @click.option("--limit", type=click.IntRange(1, 100), default=20, help=say("cli-search-limit"))
    @click.option("--organisation", default="", help=say("cli-search-organisation"))
    @click.option("--format", "file_format", default="", help=say("cli-search-format"))
    @click.option("--license", "terms", default="", help=say("cli-search-license"))
    @click.option("--place", default="", help=say("cli-search-place"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def search(
        session: Session,
        text: str | None,
        batch: str | None,
        limit: int,
        organisation: str,
        file_format: str,
        terms: str,
        place: str,
        *,
        as_json: bool,
    ) -> None:
        if (text is None) == (batch is None):
            raise click.UsageError(say("usage-search"), click.get_current_context())
        filters = SearchFilters(
            organisation=organisation, format=file_format, license=terms, place=place
        )

        async def find(assistant: Assistant) -> None:
            if batch is not None:

                async def answer(request: Record) -> Record:
                    sought = value_of(request, "query", str)
                    if len(sought) > LONGEST_QUERY:
                        raise InvalidRecord(problem="wrong-type", key="query")
                    query = SearchQuery(text=sought, filters=filters, limit=limit)
                    found = SearchRecord.of(await assistant.search(query))
                    return {"query": sought, **found.model_dump(mode="json")}

                await awaited_lines(batch, session.failures, say("cli-search-progress"), answer)
                return
            query = SearchQuery(text=(text or "")[:LONGEST_QUERY], filters=filters, limit=limit)
            page = await assistant.search(query)
            if as_json:
                click.echo(SearchRecord.of(page).model_dump_json())
            else:
                show_found(page, say)

        session.run(find)

    return search
