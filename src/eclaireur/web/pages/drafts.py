"""Working on a dataset that is in no catalogue: typed, pasted, or opened from a file."""

import asyncio
from itertools import islice
from typing import TypeAlias

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import Assistant, refuse_long_draft
from eclaireur.catalogues.read import read_records
from eclaireur.catalogues.record import dataset_from_record, identifier_in, record_from_dataset
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    DatasetNotFound,
    DraftTooLong,
    EclaireurError,
    FileMissing,
    InvalidLine,
    InvalidRecord,
    TitleMissing,
)
from eclaireur.formats.jsonl import NumberedRecord
from eclaireur.web.cards import MAXIMUMS
from eclaireur.web.checks import Check, checked
from eclaireur.web.csrf import CheckedForm, checked_form, text
from eclaireur.web.dependencies import CurrentAssistant, CurrentLinks
from eclaireur.web.errors import status_of
from eclaireur.web.rendering import is_fragment, render

MAX_OPENED = 20
"""Datasets of a file opened at once. A whole catalogue is for the command line."""

MAX_INFLATED = 20 * 2**20
"""Bytes that a gzip file may hold: four times what may be sent as it is."""

_Opened: TypeAlias = tuple[Dataset, str | None]
"""A dataset of a file, and the identifier that its portal knows it by, if any."""

FIELDS = {
    "title": "title",
    "publisher": "organization",
    "description": "description",
    "short_description": "description_short",
    "keywords": "tags",
    "license": "license",
}
"""The fields of the form, and the key that each has in a record."""

_BLANK = Dataset(identifier="new")
"""What nobody has typed yet. Its identifier stands in addresses, and is never kept."""

router = APIRouter()


@router.get("/drafts/new")
async def new_draft(request: Request) -> Response:
    """Show the form for a new dataset, and the one that opens a file."""
    return _form(request, _BLANK)


@router.post("/drafts")
async def add_draft(
    request: Request, assistant: CurrentAssistant, links: CurrentLinks, form: CheckedForm
) -> Response:
    """Keep the dataset typed for a day, and show it."""
    content = _filled_in(_BLANK, form)
    if not content.title:
        return _form(request, content, TitleMissing())
    try:
        draft = await assistant.add_draft(content)
    except DraftTooLong as error:
        return _form(request, content, error)
    return RedirectResponse(links.dataset(draft.identifier), status_code=303)


@router.post("/drafts/file")
async def open_file(
    request: Request, assistant: CurrentAssistant, links: CurrentLinks, form: CheckedForm
) -> Response:
    """Open the datasets of a file as drafts: show the only one, or list them."""
    try:
        read = await _read(form)
        problems = [each for each in read if isinstance(each, InvalidLine)]
        opened = [each for each in read if not isinstance(each, InvalidLine)]
        for content, _ in opened:
            refuse_long_draft(content)
    except EclaireurError as error:
        return _form(request, _BLANK, error)
    if not opened:
        return _form(request, _BLANK, problems[0])
    drafts = [await assistant.add_draft(*each) for each in opened[:MAX_OPENED]]
    if len(read) == 1:
        return RedirectResponse(links.dataset(drafts[0].identifier), status_code=303)
    context = {"drafts": drafts, "problems": problems, "has_more": len(read) > MAX_OPENED}
    return render(request, "opened.html", context, here="/drafts/new")


@router.get("/drafts/{identifier}/edit")
async def edit_draft(request: Request, assistant: CurrentAssistant, identifier: str) -> Response:
    """Show what a draft says, to be changed."""
    return _form(request, await _draft(assistant, identifier))


@router.post("/drafts/{identifier}")
async def change_draft(
    request: Request,
    assistant: CurrentAssistant,
    links: CurrentLinks,
    identifier: str,
    form: CheckedForm,
) -> Response:
    """Replace what a draft says."""
    content = _filled_in(await _draft(assistant, identifier), form)
    if not content.title:
        return _form(request, content, TitleMissing())
    try:
        await assistant.change_draft(identifier, content)
    except DraftTooLong as error:
        return _form(request, content, error)
    return RedirectResponse(links.dataset(identifier), status_code=303)


@router.post("/drafts/{identifier}/check")
async def check_draft(
    request: Request, assistant: CurrentAssistant, identifier: str, form: CheckedForm
) -> Response:
    """Show what the short description being typed says that the rest does not. Keep nothing."""
    is_new = identifier == _BLANK.identifier
    content = _filled_in(_BLANK if is_new else await _draft(assistant, identifier), form)
    check = await checked(content.short_description or "", content)
    if is_fragment(request):
        return render(request, "typed_check.html", {"check": check})
    return _form(request, content, check=check)


@router.post("/drafts/{identifier}/keep", dependencies=[Depends(checked_form)])
async def keep_draft(assistant: CurrentAssistant, links: CurrentLinks, identifier: str) -> Response:
    """Put a draft into the catalogue."""
    await assistant.keep_draft(identifier)
    return RedirectResponse(links.dataset(identifier), status_code=303)


async def _draft(assistant: Assistant, identifier: str) -> Dataset:
    view = await assistant.view(identifier)
    if view.expires_at is None:
        raise DatasetNotFound(identifier=identifier)
    return view.published


def _form(
    request: Request,
    dataset: Dataset,
    error: EclaireurError | None = None,
    check: Check | None = None,
) -> Response:
    is_new = dataset.identifier == _BLANK.identifier
    action = "/drafts" if is_new else f"/drafts/{dataset.identifier}"
    here = "/drafts/new" if is_new else f"{action}/edit"
    context = {
        "dataset": dataset,
        "fields": tuple(FIELDS),
        "is_new": is_new,
        "action": action,
        "error": error,
        "check": check,
        "maximum": MAXIMUMS["short_description"],
    }
    status = status_of(error) if error else 200
    return render(request, "draft_form.html", context, status=status, here=here)


def _filled_in(former: Dataset, form: FormData) -> Dataset:
    """The dataset with what the form says; what the form does not show stays."""
    typed = {key: text(form, field) or None for field, key in FIELDS.items()}
    return dataset_from_record(record_from_dataset(former) | typed | {"id": former.identifier})


async def _read(form: FormData) -> list[_Opened | InvalidLine]:
    """Read the file sent, to one record more than can be opened."""
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        raise FileMissing
    return await asyncio.to_thread(_opened, await file.read(), file.filename)


def _opened(content: bytes, name: str) -> list[_Opened | InvalidLine]:
    records = read_records(content, name, max_inflated=MAX_INFLATED)
    return [_dataset(each) for each in islice(records, MAX_OPENED + 1)]


def _dataset(record: NumberedRecord | InvalidLine) -> _Opened | InvalidLine:
    if isinstance(record, InvalidLine):
        return record
    number, content = record
    try:
        dataset = dataset_from_record(content, fallback_identifier=_BLANK.identifier)
        return dataset, identifier_in(content)
    except InvalidRecord as refusal:
        return InvalidLine(line=number, **refusal.params)
