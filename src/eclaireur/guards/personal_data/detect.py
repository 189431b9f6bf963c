"""Every kind of personal data together, and which one stands where two overlap."""

from collections.abc import Iterable, Iterator

from eclaireur.guards.personal_data.address import addresses
from eclaireur.guards.personal_data.birth import birth_dates
from eclaireur.guards.personal_data.contact import emails, handles, own_sites, phones
from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.numbers import (
    bank_accounts,
    identity_documents,
    plates,
    social_security_numbers,
)
from eclaireur.guards.personal_data.people import people
from eclaireur.guards.personal_data.placeholders import blanked
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.guards.personal_data.tables import cells

_PRECEDENCE = (
    PersonalDataType.EMAIL,
    PersonalDataType.HANDLE,
    PersonalDataType.IBAN,
    PersonalDataType.NIR,
    PersonalDataType.ID_DOCUMENT,
    PersonalDataType.BIRTH_DATE,
    PersonalDataType.ADDRESS,
    PersonalDataType.PHONE,
    PersonalDataType.PLATE,
    PersonalDataType.PERSON,
)
"""Where two spans overlap, the first of these stands: the surest sign, or the widest."""
_RANK = {kind: rank for rank, kind in enumerate(_PRECEDENCE)}


def detect(text: str) -> tuple[PersonalData, ...]:
    """Return what one reading of the text finds, sorted and disjoint."""
    plain = blanked(text)
    return disjoint(_candidates(plain, Context(plain)))


def _candidates(text: str, context: Context) -> Iterator[PersonalData]:
    reachable = [*emails(text), *handles(text)]
    yield from reachable
    yield from bank_accounts(text, context)
    yield from social_security_numbers(text, context)
    yield from identity_documents(text)
    yield from plates(text, context)
    table = cells(text)
    yield from table.personal
    named = [
        person
        for person in people(text, context, [*reachable, *phones(text, context, [])])
        if not table.is_public(person.start)
    ]
    yield from named
    holders = sorted(
        named + [each for each in table.personal if each.type is PersonalDataType.PERSON]
    )
    yield from own_sites(text, holders)
    yield from phones(text, context, holders)
    yield from addresses(text, context, holders)
    yield from birth_dates(text, context, holders)


def disjoint(candidates: Iterable[PersonalData]) -> tuple[PersonalData, ...]:
    """Keep, of the spans that overlap, the one of the surest kind, then the longest."""
    kept: list[PersonalData] = []
    for span in sorted(candidates):
        while kept and kept[-1].end > span.start:
            if _order(kept[-1]) <= _order(span):
                break
            kept.pop()
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


def _order(span: PersonalData) -> tuple[int, int]:
    return _RANK[span.type], span.start - span.end


def surest(*kinds: PersonalDataType) -> PersonalDataType:
    """Return the kind that takes precedence."""
    return min(kinds, key=_RANK.__getitem__)
