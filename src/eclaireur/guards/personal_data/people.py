"""Names of people.

A name is read where words that are not ordinary ones stand together: a given name beside a
surname, or any of them after a title, a label or an introduction. Streets, works and famous
people are left out by what surrounds them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.cues import Cue, cues
from eclaireur.guards.personal_data.lexicon import (
    fold,
    is_common_given_name,
    is_commune,
    is_given_name,
    is_ordinary,
)
from eclaireur.guards.personal_data.mailbox import is_service_account
from eclaireur.guards.personal_data.renown import is_public
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.guards.personal_data.tokens import Token, tokens
from eclaireur.text.regex import regex

_JOIN = regex(r"[ \u00a0]{1,2}(?:[dDlLnN]['’])?|(?<=\.)(?:[dD]['’])?|['’]")
_LIST_LINK = regex(
    r"\s?(?:,|;|/|&)?\s?(?:\bet\b|\bou\b|&)?\s?(?:d[e'’]\s?)?(?:(?:MM|M|Mme|Mmes|Mr|Dr)\.?\s)?",
    re.IGNORECASE,
)
_PLURAL_TITLE = regex(r"\b(?:MM\.?|M(?:es|lles|mes)|Messieurs|Mesdames) $", re.IGNORECASE)
_BIRTH_FOLLOWS = regex(r"[\s,(]{1,3}n[ée](?:\(?e\)?|·e)?s?\s(?:le|[àa]|en)\b", re.IGNORECASE)
_BY = regex(r"\w[ée]e?s? par $")
"""What a report or a film may be: made by its author."""
_ACTS = regex(r" (?:(?:m|t)['’]a|(?:nous|vous|lui) (?:a|ont)|me|te) ")
"""What only a person does, after a given name alone."""
_NEVER_BEGINS = frozenset({"saint", "sainte", "st", "ste", "san", "santa", "notre-dame"})
_AFTER_A_NAME = frozenset({"ne", "nee", "epouse", "veuve", "dit", "dite"})
_MOST_WORDS = 7
_LONGEST_ACRONYM = 5
_SHORTEST_AFTER_AN_INITIAL = 5
"""How long a part of a mailbox must be to be read as `mkerbrat`, an initial and a surname."""
_REACH = 25
"""How far a mailbox or a number may stand from the name of its owner."""


def people(text: str, context: Context, contacts: Sequence[PersonalData]) -> list[PersonalData]:
    """Names of natural persons, without their titles; `contacts` are what was found of theirs."""
    words = tokens(text)
    reader = _Reader(text, context, words, contacts)
    found = list(reader.names())
    return found + list(_mentioned_again(context, words, found))


class _Reader:
    def __init__(
        self,
        text: str,
        context: Context,
        words: list[Token],
        contacts: Sequence[PersonalData],
    ) -> None:
        self._text = text
        self._context = context
        self._words = words
        self._cues = cues(text)
        self._contacts = sorted(contact.start for contact in contacts)
        self._mailboxes = {
            part
            for contact in contacts
            if contact.type is PersonalDataType.EMAIL
            for part in re.split(
                r"[^a-z]+", fold(text[contact.start : contact.end].partition("@")[0])
            )
            if len(part) > 2
        }
        self._mailboxes.update(
            [part[1:] for part in self._mailboxes if len(part) > _SHORTEST_AFTER_AN_INITIAL]
        )

    def names(self) -> Iterator[PersonalData]:
        index = 0
        honoured: int | None = None
        listed: tuple[int, Cue] | None = None
        while index < len(self._words):
            start = self._words[index].start
            cue = self._cues.get(start) or self._listed(listed, start)
            end = self._read(index, cue)
            if end is None:
                index += 1
                continue
            name = self._words[index].start, self._words[end - 1].end
            if self._is_personal(index, end, cue):
                if self._is_public(name, cue, honoured):
                    honoured = name[1]
                else:
                    yield PersonalData(*name, PersonalDataType.PERSON)
                    listed = (name[1], self._cue_of_the_next(name[0])) if cue else None
            elif self._is_public(name, cue, honoured):
                honoured = name[1]
            index = end

    def _cue_of_the_next(self, start: int) -> Cue:
        """What is said of the next name of a list: a title in the plural holds for all."""
        plural = _PLURAL_TITLE.search(self._text, max(0, start - 15), start)
        return Cue.TITLE if plural else Cue.LABEL

    def _listed(self, listed: tuple[int, Cue] | None, start: int) -> Cue | None:
        """The cue of the name before, when this one follows it in a list."""
        if listed is None or not 0 < start - listed[0] < 12:
            return None
        linked = _LIST_LINK.fullmatch(self._text, listed[0], start)
        return listed[1] if linked and self._text[listed[0] : start].strip() else None

    def _read(self, index: int, cue: Cue | None) -> int | None:
        """Where the words that may make one name end."""
        first = self._words[index]
        if not self._may_begin(index, first, cue):
            return None
        end, position, capitalised = index, index, False
        previous: Token | None = None
        while position < len(self._words) and position - index < _MOST_WORDS:
            word = self._words[position]
            if position > index and not self._joined(position):
                break
            if not word.particle:
                if not self._continues(word, previous, capitalised=capitalised, cue=cue):
                    break
                capitalised = capitalised or (word.capitalised and not word.initial)
                previous = word
                end = position + 1
            position += 1
        return end if end > index else None

    def _may_begin(self, index: int, first: Token, cue: Cue | None) -> bool:
        if first.folded in _NEVER_BEGINS:
            return False
        if index and self._words[index - 1].folded in _NEVER_BEGINS and self._joined(index):
            return False
        if first.initial and self._cued_as(index + 1, Cue.TITLE):
            return False
        if cue is not None:
            return not (cue is Cue.TITLE and self._is_a_function(index, first))
        if first.particle:
            return first.capitalised and self._next_is_rare(index) and not self._in_capitals(index)
        return first.capitalised or first.given or first.initial

    def _is_a_function(self, index: int, first: Token) -> bool:
        """Whether a title goes before a function: `Mme la rectrice`, but `m. le goff`."""
        if first.folded not in ("le", "la", "les") or first.capitalised:
            return False
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        if following is None or following.capitalised:
            return False
        title = self._text[max(0, first.start - 12) : first.start].split()[-1]
        feminine = fold(title).startswith(("mm", "madame", "ml", "mad"))
        return first.folded != "le" or (title[0].isupper() and not feminine)

    def _in_capitals(self, index: int) -> bool:
        """Whether it goes on a line in capitals, where a particle is rather a preposition."""
        return index > 0 and self._words[index - 1].capitals and self._joined(index)

    def _cued_as(self, index: int, cue: Cue) -> bool:
        return index < len(self._words) and self._cues.get(self._words[index].start) is cue

    def _next_is_rare(self, index: int) -> bool:
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        return (
            following is not None
            and following.capitalised
            and following.rare
            and self._joined(index + 1)
        )

    def _continues(
        self, word: Token, previous: Token | None, *, capitalised: bool, cue: Cue | None
    ) -> bool:
        if word.initial:
            return word.capitalised or cue is not None
        if word.folded in _AFTER_A_NAME or self._is_a_service(word, previous):
            return False
        if word.surname and not is_given_name(word.folded):
            named = previous is not None and (previous.given or previous.initial)
            return named or (previous is None and cue in (Cue.TITLE, Cue.FIELD))
        if word.capitalised:
            return word.rare or is_given_name(word.folded)
        cued = cue is not None and previous is None and is_given_name(word.folded)
        second = (
            previous is not None
            and previous.given
            and is_given_name(word.folded)
            and not is_ordinary(word.folded)
        )
        return not capitalised and (word.rare or cued or second) and len(word.folded) > 2

    def _is_a_service(self, word: Token, previous: Token | None) -> bool:
        """Whether it is an acronym after a name: `Ninon Castéran de la DSI`."""
        return (
            previous is not None
            and word.capitals
            and len(word.folded) <= _LONGEST_ACRONYM
            and not previous.capitals
            and not previous.initial
            and word.start - previous.end > 1
        )

    def _joined(self, index: int) -> bool:
        previous, word = self._words[index - 1], self._words[index]
        gap = word.start - previous.end
        return gap <= 4 and _JOIN.fullmatch(self._text, previous.end, word.start) is not None

    def _is_personal(self, index: int, end: int, cue: Cue | None) -> bool:
        words = [word for word in self._words[index:end] if word.rare or word.capitalised]
        names = [w for w in words if not w.initial and not w.particle]
        if not names or not any(word.rare or word.surname for word in names):
            return False
        given = any(is_given_name(word.folded) for word in names)
        initial = self._words[index].initial
        acronyms = all(w.capitals and len(w.folded) <= _LONGEST_ACRONYM for w in names)
        if cue in (Cue.TITLE, Cue.FIELD):
            return True
        if cue is Cue.GREETING and not acronyms:
            return not any(is_commune(w.folded) or is_service_account(w.folded) for w in names)
        if cue is not None and not acronyms and (given or initial or self._reads_as_one(names)):
            return len(names) > 1 or initial or cue is Cue.SELF or names[0].capitalised
        if self._is_introduced(end, names):
            return True
        if len(names) > 1:
            return self._pairs(names)
        if names[0].given and names[0].capitalised and self._words[end - 1].initial:
            return True
        return initial and names[0].capitalised and len(names[0].folded) > 2 and not acronyms

    def _reads_as_one(self, names: list[Token]) -> bool:
        """Whether several words, none of them a known given name, look like somebody's."""
        return len(names) > 1 and not any(
            is_commune(word.folded) or (word.capitals and len(word.folded) <= _LONGEST_ACRONYM)
            for word in names
        )

    def _pairs(self, names: list[Token]) -> bool:
        """Whether a given name stands beside a surname, both written alike."""
        if _is_a_station(names):
            return False
        if any(word.given for word in names):
            return not self._is_named_after(names)
        first, *rest = names
        weak = first.capitalised and is_given_name(first.folded)
        return weak and any((word.rare and not word.capitals) or word.surname for word in rest)

    def _is_named_after(self, names: list[Token]) -> bool:
        """Whether it reads as a species that bears a name: `Ara de Buffon`."""
        first, second = names[0], names[1]
        linked = self._text[first.end : second.start].lower().strip() in ("de", "d'", "d’")
        return linked and first.given and not is_common_given_name(first.folded)

    def _is_introduced(self, end: int, names: list[Token]) -> bool:
        """Whether a mailbox, a number or a birth says whose name it is."""
        if any(word.folded in self._mailboxes and word.rare for word in names):
            return names[0].capitalised or len(names) > 1
        stop = self._words[end - 1].end
        if _BIRTH_FOLLOWS.match(self._text, stop):
            return names[0].capitalised
        if _ACTS.match(self._text, stop) and names[0].given:
            return names[0].capitalised
        following = bisect_left(self._contacts, stop)
        near = following < len(self._contacts) and self._contacts[following] <= stop + _REACH
        return near and len(names) > 1 and names[0].capitalised and not names[0].capitals

    def _is_public(self, name: tuple[int, int], cue: Cue | None, honoured: int | None) -> bool:
        if cue in (Cue.SELF, Cue.FIELD):
            return False
        made_by = _BY.search(self._text, max(0, name[0] - 12), name[0]) is not None
        born = _BIRTH_FOLLOWS.match(self._text, name[1]) is not None
        return is_public(
            self._context,
            *name,
            honoured if cue is None else None,
            in_sentence=(cue is None or made_by) and not born,
        )


def _is_a_station(names: list[Token]) -> bool:
    """Whether a town goes before what bears a name there: `Vaulx-en-Velin Georges-Dimitrov`.

    A hyphen joins the given name and the surname of whom a place is named after.
    """
    town, *rest = names
    if len(rest) != 1 or not is_commune(town.folded) or "-" not in rest[0].folded:
        return False
    parts = rest[0].folded.split("-")
    return is_given_name(parts[0]) and ("-" in town.folded or not is_given_name(parts[-1]))


def _mentioned_again(
    context: Context, words: list[Token], found: list[PersonalData]
) -> Iterator[PersonalData]:
    """Surnames of the people found, where they stand alone elsewhere in the text."""
    inside = iter(sorted(found))
    current = next(inside, None)
    surnames: set[str] = set()
    free: list[Token] = []
    for word in words:
        while current and current.end <= word.start:
            current = next(inside, None)
        if current and current.start <= word.start:
            if word.capitalised and word.rare and not is_given_name(word.folded):
                surnames.add(word.folded)
        elif word.capitalised and word.rare and len(word.folded) > 3:
            free.append(word)
    for word in free:
        if is_commune(word.folded):
            continue
        if word.folded in surnames and not is_public(
            context, word.start, word.end, None, in_sentence=False
        ):
            yield PersonalData(word.start, word.end, PersonalDataType.PERSON)
