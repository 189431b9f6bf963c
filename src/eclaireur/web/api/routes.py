"""The routes of the API: each asks the assistant and writes its answer."""

from asyncio import to_thread
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path, Query, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import StreamingResponse

from eclaireur.assistant import Means
from eclaireur.catalogues.export import EXPORT_FORMATS
from eclaireur.catalogues.record import dataset_from_record, identifier_in
from eclaireur.commitments import facts_of
from eclaireur.core.campaign import CampaignState
from eclaireur.core.feedback import FeedbackCount
from eclaireur.core.ports import (
    LONGEST_FILTER,
    LONGEST_QUERY,
    MOST_RESULTS,
    Breakdown,
    DatasetQuery,
    Lack,
    SearchFilters,
    SearchOrder,
    SearchQuery,
)
from eclaireur.core.provenance import DecidedDataset
from eclaireur.core.remark import Remark
from eclaireur.core.suggestion import State
from eclaireur.guards.grounding import check
from eclaireur.guards.personal_data import mask
from eclaireur.ledger.learning import Learning
from eclaireur.ledger.summary import Ledger
from eclaireur.ledger.trial import TrialResult
from eclaireur.representations.audit import AuditRecord
from eclaireur.representations.campaign import CampaignRecord, CampaignSightRecord, EstimateRecord
from eclaireur.representations.case import case_record
from eclaireur.representations.commitments import LICENCE, CommitmentsRecord, commitments_csv
from eclaireur.representations.completion import CompletionRecord
from eclaireur.representations.masked import MaskedRecord
from eclaireur.representations.problem import ProblemExplanation, problem_types
from eclaireur.representations.register import RegisterRecord
from eclaireur.representations.search import HitRecord, SearchRecord
from eclaireur.representations.suggestion import SuggestionRecord
from eclaireur.representations.verdict import VerdictRecord
from eclaireur.text.slug import LONGEST_KEYWORD
from eclaireur.web.api.described import READING, WRITING, described, problems
from eclaireur.web.api.language import Say
from eclaireur.web.api.models import (
    CampaignRequest,
    CampaignStateRequest,
    CheckRequest,
    DatasetDetail,
    DatasetList,
    Day,
    DecisionRequest,
    MaskRequest,
    Record,
    RemarkRequest,
    SuggestionList,
    SuggestionRequest,
)
from eclaireur.web.dependencies import CurrentAssistant, CurrentCampaignWork

PREFIX = "/api/v1"

CSV = "text/csv; charset=utf-8"

LICENCE_LINK = f'<{LICENCE.address}>; rel="license"'
"""RFC 8288: under what the answer may be used."""

NAMELESS = "draft"
"""What stands for the identifier of a record that has none, and is never kept."""

_A_NAME = (
    "The publisher's name, or the beginnings of its words. As in the filters below, a name that "
    "some dataset bears whole is that one alone."
)

router = APIRouter(prefix=PREFIX)

Identifier = Annotated[
    str, Path(description="Its identifier; slashes may be written as they are or as `%2F`.")
]
Key = Annotated[str, Path(description="The suggestion's key.")]
CampaignKey = Annotated[str, Path(description="The campaign's key.")]


async def _json_only(request: Request) -> None:
    """Refuse the content types that a form of another site could send."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise HTTPException(415)


JSON_ONLY = [Depends(_json_only)]


@router.get(
    "/datasets",
    operation_id="listDatasets",
    tags=["datasets"],
    summary="List the datasets of the catalogue",
    responses=problems(*READING),
)
async def list_datasets(
    assistant: CurrentAssistant,
    title: Annotated[str, Query(description="Words that the title must hold.")] = "",
    lacking: Annotated[Lack | None, Query(description="What the datasets must lack.")] = None,
    offset: Annotated[int, Query(ge=0, le=10**9, description="How many to skip.")] = 0,
    limit: Annotated[int, Query(ge=1, le=500, description="How many to give.")] = 20,
) -> DatasetList:
    """List datasets by title, with what each lacks. Drafts are never listed."""
    query = DatasetQuery(title=title, lacking=lacking, offset=offset, limit=limit)
    return DatasetList.of(await assistant.find_datasets(query))


@router.post(
    "/datasets",
    operation_id="addDraft",
    tags=["datasets"],
    summary="Add a draft",
    status_code=201,
    responses=problems(*WRITING),
    dependencies=JSON_ONLY,
)
async def add_draft(
    assistant: CurrentAssistant, say: Say, response: Response, record: Annotated[Record, Body()]
) -> DatasetDetail:
    """Keep a dataset that is not in the catalogue for a day, under a random identifier.

    Personal data in its texts is masked before it is kept: `published` is what was kept, with
    a placeholder such as `[personne]` for each.
    """
    content = dataset_from_record(record, fallback_identifier=NAMELESS)
    draft = await assistant.add_draft(content, identifier_in(record))
    response.headers["Location"] = f"{PREFIX}/datasets/{draft.identifier}"
    return DatasetDetail.of(await assistant.view(draft.identifier), say)


async def _filters(
    organisation: Annotated[str, Query(max_length=LONGEST_FILTER, description=_A_NAME)] = "",
    file_format: Annotated[
        str, Query(alias="format", max_length=LONGEST_FILTER, description="Of its files.")
    ] = "",
    license_name: Annotated[
        str, Query(alias="license", max_length=LONGEST_FILTER, description="Its licence's name.")
    ] = "",
    place: Annotated[
        str, Query(max_length=LONGEST_FILTER, description="A zone that it covers.")
    ] = "",
    since: Annotated[int | None, Query(ge=1, le=9998, description="A year.")] = None,
    until: Annotated[int | None, Query(ge=1, le=9998, description="A year.")] = None,
    lacking: Annotated[Lack | None, Query(description="What it must lack.")] = None,
) -> SearchFilters:
    return SearchFilters(
        organisation=organisation,
        format=file_format,
        license=license_name,
        place=place,
        since=since,
        until=until,
        lacking=lacking,
    )


Filters = Annotated[SearchFilters, Depends(_filters)]
Sought = Annotated[
    str, Query(max_length=LONGEST_QUERY, description="Words, a question, a place, a name.")
]
Order = Annotated[SearchOrder, Query(description="How they are put in order.")]


@router.get(
    "/search",
    operation_id="search",
    tags=["search"],
    summary="Find datasets",
    responses=problems(*READING),
)
async def search(
    assistant: CurrentAssistant,
    filters: Filters,
    q: Sought = "",
    order: Order = SearchOrder.RELEVANCE,
    offset: Annotated[int, Query(ge=0, le=MOST_RESULTS, description="How many to skip.")] = 0,
    limit: Annotated[int, Query(ge=1, le=100, description="How many to give.")] = 20,
) -> SearchRecord:
    """Find datasets by what they are about, each with why it was found.

    What is looked for is neither kept nor logged. Without a word, all that the filters choose,
    the most used first.
    """
    query = SearchQuery(text=q, filters=filters, order=order, offset=offset, limit=limit)
    return SearchRecord.of(await assistant.search(query))


@router.get(
    "/search/breakdown",
    operation_id="breakDown",
    tags=["search"],
    summary="Count what a search finds",
    responses=problems(*READING),
)
async def break_down(
    assistant: CurrentAssistant,
    filters: Filters,
    q: Sought = "",
    order: Order = SearchOrder.RELEVANCE,
) -> Breakdown:
    """Count all the datasets that a search finds: by what they lack, and by the commonest names.

    Each count is what the search would find with that filter besides.
    """
    return await assistant.breakdown(SearchQuery(text=q, filters=filters, order=order))


@router.get(
    "/search/feedback",
    operation_id="readFeedback",
    tags=["search"],
    summary="Read whether results serve",
    responses=problems(*READING),
)
async def read_feedback(assistant: CurrentAssistant) -> list[FeedbackCount]:
    """Read how many people said on the pages that results were useful, or not.

    By day and by the way the results were found, the latest day first. What they looked for is
    known to nobody.
    """
    return list(await assistant.feedback())


@router.get(
    "/keywords",
    operation_id="completeKeyword",
    tags=["suggestions"],
    summary="Complete a keyword",
    responses=problems(*READING),
)
async def complete_keyword(
    assistant: CurrentAssistant,
    q: Annotated[
        str, Query(max_length=LONGEST_KEYWORD, description="How a word of it begins.")
    ] = "",
    offset: Annotated[int, Query(ge=0, le=10**9, description="How many to skip.")] = 0,
    limit: Annotated[int, Query(ge=1, le=100, description="How many to give.")] = 20,
) -> CompletionRecord:
    """Find the keywords of the catalogue of which a word begins as typed, and their use.

    Case and accents do not count. Those that begin so come first, then the most used; without
    `q`, all of them. What is typed is neither kept nor logged.
    """
    return CompletionRecord.of(await assistant.complete("keywords", q, offset, limit))


@router.get(
    "/datasets/{identifier:path}/similar",
    operation_id="listSimilar",
    tags=["search"],
    summary="List similar datasets",
    responses=problems(*READING, 404),
)
async def list_similar(
    assistant: CurrentAssistant,
    identifier: Identifier,
    limit: Annotated[int, Query(ge=1, le=20, description="How many to give.")] = 5,
) -> list[HitRecord]:
    """List the datasets closest in meaning to one, the most alike first.

    Those that bear the same title but for figures are left out. A draft has none.
    """
    await assistant.view(identifier)
    return [HitRecord.of(each) for each in await assistant.similar(identifier, limit)]


@router.get(
    "/datasets/{identifier:path}",
    operation_id="readDataset",
    tags=["datasets"],
    summary="Read a dataset",
    responses=problems(*READING, 404),
)
async def read_dataset(
    assistant: CurrentAssistant, say: Say, identifier: Identifier
) -> DatasetDetail:
    """Read a dataset or a draft, as published and as decided, and what was proposed for it."""
    return DatasetDetail.of(await assistant.view(identifier), say)


@router.post(
    "/suggestions",
    operation_id="suggest",
    tags=["suggestions"],
    summary="Ask for a proposal",
    status_code=201,
    responses={
        200: {"model": SuggestionRecord, "description": "The suggestion that answers already."},
        **problems(*WRITING, 404, 409),
    },
    dependencies=JSON_ONLY,
)
async def suggest(
    assistant: CurrentAssistant, say: Say, response: Response, request: SuggestionRequest
) -> SuggestionRecord:
    """Propose a value for a field of a dataset.

    The same question is never computed twice: an open proposal, a decision in force, or the
    same refusal for the same source is given again, with 200. What cannot be proposed is
    `withheld`, with the reason, and is a suggestion too.

    With `another`, the next method proposes: a language model, where the operator declares one.
    The open proposal gives way to the new one. Where there is none, the suggestion says why it
    is `withheld` or `failed`, and the open proposal stands. After the last method: 409.
    """
    before = await assistant.suggestion_keys(request.dataset)
    ask = assistant.suggest_another if request.another else assistant.suggest
    suggestion = await ask(request.dataset, request.field)
    response.headers["Location"] = f"{PREFIX}/suggestions/{suggestion.key}"
    if suggestion.key in before:
        response.status_code = 200
    return SuggestionRecord.of(suggestion, say)


@router.get(
    "/suggestions",
    operation_id="listSuggestions",
    tags=["suggestions"],
    summary="List suggestions",
    responses=problems(*READING),
)
async def list_suggestions(
    assistant: CurrentAssistant,
    say: Say,
    status: Annotated[State | None, Query(description="Where they must be in their life.")] = None,
    field: Annotated[str | None, Query(description="The field they must be for.")] = None,
    after: Annotated[str | None, Query(description="The `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=500, description="How many to give.")] = 100,
) -> SuggestionList:
    """List suggestions by key, which is random: the order says nothing about when."""
    found = await assistant.find_suggestions(
        state=status, field=field, after=after, limit=limit + 1
    )
    return SuggestionList.of([SuggestionRecord.of(each, say) for each in found], limit)


@router.get(
    "/suggestions/{key}",
    operation_id="readSuggestion",
    tags=["suggestions"],
    summary="Read a suggestion",
    responses=problems(*READING, 404),
)
async def read_suggestion(assistant: CurrentAssistant, say: Say, key: Key) -> SuggestionRecord:
    """Read a suggestion, its evidence and everything that happened to it."""
    return SuggestionRecord.of(await assistant.suggestion(key), say)


@router.post(
    "/suggestions/{key}/decision",
    operation_id="decide",
    tags=["suggestions"],
    summary="Accept, edit or reject a proposal",
    responses=problems(*WRITING, 404, 409),
    dependencies=JSON_ONLY,
)
async def decide(
    assistant: CurrentAssistant, say: Say, key: Key, request: DecisionRequest
) -> SuggestionRecord:
    """Record a person's decision. An edit that changes nothing is an acceptance."""
    return SuggestionRecord.of(await assistant.decide(key, request.decision()), say)


@router.delete(
    "/suggestions/{key}/decision",
    operation_id="undo",
    tags=["suggestions"],
    summary="Take a decision back",
    responses=problems(*READING, 403, 404, 409),
)
async def undo(assistant: CurrentAssistant, say: Say, key: Key) -> SuggestionRecord:
    """Take a decision back: the proposal is open again, or stale if the source changed."""
    return SuggestionRecord.of(await assistant.undo(key), say)


@router.get(
    "/campaigns",
    operation_id="listCampaigns",
    tags=["campaigns"],
    summary="List the campaigns",
    responses=problems(*READING, 404),
)
async def list_campaigns(work: CurrentCampaignWork) -> list[CampaignRecord]:
    """List the campaigns, the latest first, with where their records stand."""
    campaigns = work.campaigns
    return [
        CampaignRecord.standing(await campaigns.standing(each.key))
        for each in await campaigns.all()
    ]


@router.post(
    "/campaigns/estimate",
    operation_id="estimateCampaign",
    tags=["campaigns"],
    summary="Tell what a campaign would take",
    responses=problems(*WRITING, 404, 409),
    dependencies=JSON_ONLY,
)
async def estimate_campaign(work: CurrentCampaignWork, request: CampaignRequest) -> EstimateRecord:
    """Tell how many records would be chosen, and the time, requests, tokens, Wh and gCO2e expected.

    Nothing is kept, and no model is asked. The whole catalogue is read.
    """
    return EstimateRecord.of(await work.prepare(**request.model_dump()))


@router.post(
    "/campaigns",
    operation_id="addCampaign",
    tags=["campaigns"],
    summary="Record a campaign",
    status_code=201,
    responses=problems(*WRITING, 404, 409),
    dependencies=JSON_ONLY,
)
async def add_campaign(
    work: CurrentCampaignWork, response: Response, request: CampaignRequest
) -> CampaignSightRecord:
    """Choose the records of a campaign, and keep it. Nothing is proposed yet.

    This server works on it once its `state` is set to `running`; any other machine on the same
    database, by `eclaireur campaign resume`.
    """
    campaign = await work.campaigns.open(await work.prepare(**request.model_dump()))
    response.headers["Location"] = f"{PREFIX}/campaigns/{campaign.key}"
    return CampaignSightRecord.seen(await work.sight(campaign.key))


@router.get(
    "/campaigns/{key}",
    operation_id="readCampaign",
    tags=["campaigns"],
    summary="Read where a campaign is",
    responses=problems(*READING, 404),
)
async def read_campaign(work: CurrentCampaignWork, key: CampaignKey) -> CampaignSightRecord:
    """Read where its records stand, whether anybody works on it, and the time left."""
    return CampaignSightRecord.seen(await work.sight(key))


@router.put(
    "/campaigns/{key}/state",
    operation_id="turnCampaign",
    tags=["campaigns"],
    summary="Let a campaign go on, rest or end",
    responses=problems(*WRITING, 404, 409),
    dependencies=JSON_ONLY,
)
async def turn_campaign(
    work: CurrentCampaignWork, key: CampaignKey, request: CampaignStateRequest
) -> CampaignSightRecord:
    """Let a campaign go on (`running`), rest (`paused`), or end for good (`cancelled`).

    `running` has this server work on it, unless somebody does. What is under way when a campaign
    is paused or cancelled ends; what was proposed stays.
    """
    match request.state:
        case CampaignState.RUNNING:
            await work.go_on(key, retry_failed=request.retry_failed)
        case CampaignState.PAUSED:
            await work.campaigns.pause(key)
        case CampaignState.CANCELLED:
            await work.campaigns.cancel(key)
    return CampaignSightRecord.seen(await work.sight(key))


@router.post(
    "/checks",
    operation_id="checkText",
    tags=["checks"],
    summary="Confront a text with a dataset",
    responses=problems(*WRITING, 404),
    dependencies=JSON_ONLY,
)
async def check_text(assistant: CurrentAssistant, request: CheckRequest) -> VerdictRecord:
    """Find the claims of a text, and what supports each in the dataset. Nothing is kept."""
    if request.dataset is not None:
        return VerdictRecord.of(await assistant.check(request.dataset, request.text))
    dataset = dataset_from_record(request.record or {}, fallback_identifier=NAMELESS)
    return VerdictRecord.of(await to_thread(check, request.text, dataset))


@router.post(
    "/masks",
    operation_id="maskText",
    tags=["checks"],
    summary="Clear a text of personal data",
    responses=problems(*WRITING),
    dependencies=JSON_ONLY,
)
async def mask_text(request: MaskRequest) -> MaskedRecord:
    """Put the name of its type in the place of each personal data. Nothing is kept."""
    return MaskedRecord.of(await to_thread(mask, request.text))


@router.get(
    "/ledger",
    operation_id="readLedger",
    tags=["ledger"],
    summary="Read what everything cost",
    responses=problems(*READING),
)
async def read_ledger(assistant: CurrentAssistant) -> Ledger:
    """Read what models and methods cost, by day and by task, and what was not spent.

    An amount that nobody knows is null, which is not zero.
    """
    return await assistant.ledger()


@router.post(
    "/suggestions/{key}/remarks",
    operation_id="addRemark",
    tags=["suggestions"],
    summary="Say in one's own words what one thinks of a proposal",
    status_code=201,
    dependencies=JSON_ONLY,
    responses=problems(*WRITING, 404, 409),
)
async def add_remark(assistant: CurrentAssistant, key: Key, asked: RemarkRequest) -> Remark:
    """Keep a remark, where the operator lets people make some, and answer what is kept.

    Personal data is masked before. Nothing kept tells the proposal nor its dataset.
    """
    return await assistant.remark(key, asked.text)


@router.post(
    "/suggestions/{key}/case",
    operation_id="addCase",
    tags=["suggestions"],
    summary="Turn a proposal into a case of the evaluation set",
    status_code=201,
    responses=problems(*WRITING, 404, 409),
    dependencies=JSON_ONLY,
)
async def add_case(assistant: CurrentAssistant, key: Key) -> dict[str, Any]:
    """Keep a proposal that was edited or rejected as a case, with the dataset as published.

    The answer is the record, as a line of the file that `eclaireur evaluate --on` reads. Nothing is
    sent but `Content-Type: application/json`.
    """
    return dict(case_record(await assistant.keep_case(key)))


@router.get(
    "/learning",
    operation_id="readLearning",
    tags=["ledger"],
    summary="Read what people did with proposals",
    responses=problems(*READING),
)
async def read_learning(
    assistant: CurrentAssistant,
    since: Annotated[Day | None, Query(description="The first day of the period.")] = None,
    until: Annotated[Day | None, Query(description="Its last day, included.")] = None,
) -> Learning:
    """Read what became of proposals, by task, version, method and model.

    Shares have their 95 % interval. Decisions and reasons are told from five on: fewer could tell
    of somebody.
    """
    return await assistant.learning(since, until)


@router.get(
    "/trials",
    operation_id="listTrials",
    tags=["ledger"],
    summary="Read what each trial shows",
    responses=problems(*READING),
)
async def list_trials(assistant: CurrentAssistant) -> tuple[TrialResult, ...]:
    """Read the trials: their variants, when they end, and whether a difference is seen."""
    return await assistant.trials.results()


@router.get(
    "/audit",
    operation_id="readAudit",
    tags=["ledger"],
    summary="Read the last audit",
    responses=problems(*READING),
)
async def read_audit(assistant: CurrentAssistant, say: Say) -> AuditRecord | None:
    """Read what the last audit of this installation found; null when there was none yet."""
    report = await assistant.last_audit()
    return None if report is None else AuditRecord.of(report, say)


@router.get(
    "/commitments",
    operation_id="readCommitments",
    tags=["commitments"],
    summary="Read the commitments, with their live figures",
    responses=problems(*READING),
)
async def read_commitments(
    assistant: CurrentAssistant, say: Say, response: Response
) -> CommitmentsRecord:
    """Read all that the page of commitments tells, under the Licence Ouverte 2.0."""
    response.headers["Link"] = LICENCE_LINK
    return CommitmentsRecord.of(await facts_of(assistant), say)


@router.get(
    "/commitments.csv",
    operation_id="exportCommitments",
    tags=["commitments"],
    summary="Export the figures of the commitments",
    response_class=Response,
    responses={
        200: {"description": "One figure a line.", "content": {CSV: {}}},
        **problems(*READING),
    },
)
async def export_commitments(assistant: CurrentAssistant) -> Response:
    """Export every figure in one table, in codes, under the Licence Ouverte 2.0.

    UTF-8 with a byte order mark, separated by `;`. A value that nobody knows, or that would tell
    of too few decisions, is an empty cell.
    """
    headers = {
        "Content-Disposition": 'attachment; filename="eclaireur-commitments.csv"',
        "Link": LICENCE_LINK,
    }
    content = commitments_csv(await facts_of(assistant))
    return Response(content, media_type=CSV, headers=headers)


@router.get(
    "/register",
    operation_id="readRegister",
    tags=["commitments"],
    summary="Read the register of the uses of artificial intelligence",
    responses=problems(*READING),
)
async def read_register(
    assistant: CurrentAssistant, say: Say, response: Response
) -> RegisterRecord:
    """Read, for each task, what it is for, what it reads, what makes it, and what people decide."""
    response.headers["Link"] = LICENCE_LINK
    return RegisterRecord.of(await facts_of(assistant), say)


@router.get(
    "/means",
    operation_id="readMeans",
    tags=["ledger"],
    summary="Read what each task may use now",
    responses=problems(*READING),
)
async def read_means(assistant: CurrentAssistant) -> Means:
    """Read the methods of each task in their order, the limits of the day and what is turned off.

    What the way out refused to send is told too, by the process that answers alone.
    """
    return await assistant.means()


@router.get(
    "/export",
    operation_id="export",
    tags=["export"],
    summary="Export what was decided",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "The datasets, in the format asked for.",
            "content": {each.media_type: {} for each in EXPORT_FORMATS.values()},
        },
        **problems(*READING, 404),
    },
)
async def export(
    assistant: CurrentAssistant,
    format_name: Annotated[
        str,
        Query(
            alias="format",
            description="How to write them.",
            pattern=f"^({'|'.join(EXPORT_FORMATS)})$",
            json_schema_extra={"enum": list(EXPORT_FORMATS)},
        ),
    ] = "jsonl",
    identifiers: Annotated[
        list[str] | None, Query(alias="id", description="Only these; drafts may be named.")
    ] = None,
) -> StreamingResponse:
    """Export the whole catalogue by identifier, or the datasets named, as decided."""
    chosen = EXPORT_FORMATS[format_name]
    datasets = assistant.export(identifiers or ())
    if identifiers:
        # An unknown one must be told before the answer begins.
        datasets = _again([each async for each in datasets])
    else:
        datasets = await _begun(datasets)
    name = f"eclaireur{chosen.extension}"
    return StreamingResponse(
        chosen.write(datasets),
        media_type=chosen.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


async def _begun(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[DecidedDataset]:
    """The same, of which the first is read: a database that does not answer is told in time."""
    first = await anext(datasets, None)

    async def all_of_them() -> AsyncIterator[DecidedDataset]:
        if first is not None:
            yield first
        async for each in datasets:
            yield each

    return all_of_them()


async def _again(datasets: list[DecidedDataset]) -> AsyncIterator[DecidedDataset]:
    for each in datasets:
        yield each


@router.get(
    "/problems",
    operation_id="listProblems",
    tags=["problems"],
    summary="List the types of problem",
    responses=problems(500),
)
async def list_problems(say: Say) -> list[ProblemExplanation]:
    """List every type of problem that the API may answer with."""
    return list(problem_types(say).values())


@router.get(
    "/problems/{code}",
    operation_id="readProblem",
    tags=["problems"],
    summary="Read what a type of problem means",
    responses=problems(404, 422, 500),
)
async def read_problem(
    say: Say, code: Annotated[str, Path(description="The `code` of the problem.")]
) -> ProblemExplanation:
    """Read what a type of problem means: this is where the `type` of a problem leads."""
    explanation = problem_types(say).get(code)
    if explanation is None:
        raise HTTPException(404)
    return explanation


def openapi_document() -> dict[str, Any]:
    """Return the description of these routes."""
    return described(router.routes)


@router.get("/openapi.json", include_in_schema=False)
async def read_openapi() -> dict[str, Any]:
    """Describe the API."""
    return openapi_document()
