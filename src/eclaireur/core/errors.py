"""Everything that can go wrong in a way a person can act on.

A class's docstring is its message in English, for logs and for Python callers. The
sentence that people read is the message `error-<code>` of the catalogue, with the same
parameters. The families tell the doors what status or exit code to give.
"""

import errno
import inspect
import re
from collections.abc import Mapping
from types import MappingProxyType

from eclaireur.core.usage import Usage


class EclaireurError(Exception):
    """Something went wrong."""

    def __init__(self, **params: str | float) -> None:
        self.params = params
        super().__init__(inspect.cleandoc(type(self).__doc__ or "").format(**params))

    @property
    def code(self) -> str:
        """The class's name in kebab-case: the last part of its message's identifier."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()


_REFUSALS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: "disk-full",
        errno.EDQUOT: "disk-full",
        errno.EFBIG: "disk-full",
        errno.EROFS: "read-only",
        errno.EACCES: "read-only",
        errno.EPERM: "read-only",
    }
)


def system_problem(error: OSError) -> str:
    """Say what the system refuses: a code of the message `system-problem`, or its own words."""
    return _REFUSALS.get(error.errno or 0) or error.strerror or type(error).__name__


class NotFound(EclaireurError):
    """What was named does not exist."""


class Conflict(EclaireurError):
    """The state of things does not allow it."""


class InvalidInput(EclaireurError):
    """What was given cannot be used."""


class Unavailable(EclaireurError):
    """Something this needs does not answer."""


class NotAllowed(EclaireurError):
    """Whoever asks may not have it done."""


class DatasetNotFound(NotFound):
    """No dataset bears the identifier {identifier}. Check it, or import its catalogue first."""


class SuggestionNotFound(NotFound):
    """No suggestion bears the key {suggestion}. It may have been deleted with its draft."""


class TransitionRefused(Conflict):
    """Suggestion {suggestion} is {state}; it cannot become {target}."""


class AlreadyDecided(Conflict):
    """Suggestion {suggestion} is already {state}. Undo that decision first."""


class SuggestionStale(Conflict):
    """The dataset changed since suggestion {suggestion} was made. Ask for a new one."""


class NoOtherMethod(Conflict):
    """There is no other way to propose {field} for this dataset: all have been tried."""


class NotOpenToDecision(Conflict):
    """Suggestion {suggestion} is {state}: it holds no proposal to decide on."""


class NothingToUndo(Conflict):
    """Suggestion {suggestion} is {state}: it holds no decision to undo."""


class DecidedMeanwhile(Conflict):
    """Suggestion {suggestion} changed while you were deciding. Look at it again."""


class SuggestedMeanwhile(Conflict):
    """Somebody else asked for {field} of {dataset} at the same time. Look at it again."""


class PortalIdentifierTaken(Conflict):
    """The catalogue already holds the dataset {identifier} of this portal. Work on that one."""


class RemarksClosed(Conflict):
    """Remarks in one's own words are not open here."""


class NotACase(Conflict):
    """Suggestion {suggestion} is {state}: a case is a proposal that was edited or rejected."""


class DraftNotPublic(Conflict):
    """The dataset {identifier} is a draft. A case holds public metadata alone."""


class CampaignNotFound(NotFound):
    """No campaign bears the key {campaign}. List them, or begin one."""


class NoCampaign(NotFound):
    """There is no campaign. Begin one with `eclaireur campaign start`."""


class CampaignCancelled(Conflict):
    """The campaign {campaign} was cancelled: it does not go on. Begin another one."""


class CampaignPaused(Conflict):
    """The campaign {campaign} was paused. Go on with `eclaireur campaign resume {campaign}`."""


class CampaignStopped(Unavailable):
    """The campaign {campaign} stopped before its end ({why}): {left} records wait.

    Go on with `eclaireur campaign resume {campaign}`.
    """


class WrongLimit(InvalidInput):
    """{limit} is no number of records: give a whole number, 1 or more."""


class NothingSelected(Conflict):
    """No record of the catalogue is chosen by: {selection}. Nothing was begun."""


class UnknownTerm(InvalidInput):
    """The selection says {term}, which is no term. There are: {known}."""


class WrongDay(InvalidInput):
    """The selection says {day} where a day is expected, as in 2024-01-31."""


class UnclosedQuote(InvalidInput):
    """The selection opens a quote that it does not close: {text}."""


class TrialExists(Conflict):
    """There is already a trial {trial}. Give this one another name."""


class TrialOverlaps(Conflict):
    """The trial {trial} compares methods for {field} in the same days. One at a time."""


class TrialNotFound(NotFound):
    """No trial bears the name {trial}. There are: {known}."""


class TrialOver(Conflict):
    """The trial {trial} is over."""


class TrialVariantUnknown(InvalidInput):
    """{variant} is no method of {field}. There are: {known}."""


class TrialDates(InvalidInput):
    """A trial ends after the day it begins ({day})."""


class RemarkLength(InvalidInput):
    """A remark has 1 to {limit} characters."""


class TrialName(InvalidInput):
    """The name of a trial is in lower-case letters, figures and hyphens, 63 at most."""


class TrialVariants(InvalidInput):
    """A trial compares two to eight variants, each once."""


class DatasetVanished(Conflict):
    """The dataset {identifier} is no longer in its source: nothing is proposed for it."""


class UnknownField(InvalidInput):
    """Éclaireur proposes nothing for the field {field}. It knows: {known}."""


class UnknownModel(InvalidInput):
    """No model is declared under the name {model}. There are: {known}."""


class WrongKindOfValue(InvalidInput):
    """The field {field} takes {expected}."""


class WrongLength(InvalidInput):
    """The field {field} takes {minimum} to {maximum} characters; this text has {length}."""


class WrongKeyword(InvalidInput):
    """A keyword has {minimum} to {maximum} characters; "{keyword}" does not."""


class ReservedKeyword(InvalidInput):
    """The portal gives a badge for "{keyword}": claim it there, it cannot be added here."""


class NoTheme(InvalidInput):
    """No theme is left to keep."""


class UnknownTheme(InvalidInput):
    """{theme!r} is none of the themes: {choices}."""


class NearDuplicateKeyword(InvalidInput):
    """The keywords "{keyword}" and "{other}" are one, written in two ways: keep one of them."""


class NoKeyword(InvalidInput):
    """No keyword is left to keep. Reject the proposal instead."""


class ValueMissing(InvalidInput):
    """An edit needs the new value."""


class PersonalDataInValue(InvalidInput):
    """Nothing was kept of this text, which holds personal data. Here it is masked: {masked}."""


class InvalidRecord(InvalidInput):
    """This record cannot be read: {problem}."""


class InvalidLine(InvalidInput):
    """Line {line} cannot be read: {problem}."""


class InvalidDataset(InvalidLine):
    """The dataset {identifier} cannot be read: {problem}."""


class ArchivedDataset(InvalidLine):
    """The dataset of line {line} is archived: it was left out."""


class CatalogueNotFound(NotFound):
    """There is no file {place}."""


class CatalogueIsDirectory(InvalidInput):
    """{place} is a directory. Name the file that holds the catalogue."""


class EmptyCatalogue(InvalidInput):
    """{place} is empty."""


class EmptySource(InvalidInput):
    """This source holds no dataset: nothing was changed."""


class UnknownCatalogueFormat(InvalidInput):
    """{place} is neither JSON Lines, JSON, DCAT, nor a CSV with the columns of data.gouv.fr."""


class UnreadableCatalogue(InvalidInput):
    """{place} cannot be opened: {problem}."""


class DamagedCatalogue(InvalidInput):
    """{place} is damaged or cut short: its end could not be read."""


class CatalogueTooLarge(InvalidInput):
    """{place} holds more than {limit} MB in one piece. Give it as JSON Lines."""


class InflatedTooLarge(InvalidInput):
    """{place} holds more than {limit} MB once decompressed. Split it into smaller files."""


class InvalidRdf(InvalidInput):
    """{place} is not {syntax} from line {line} on."""


class DoctypeRefused(InvalidInput):
    """{place} has a document type (DTD), which may hide entities. Export it without one."""


class RemoteContextRefused(InvalidInput):
    """{place} has its JSON-LD context elsewhere, where it is not fetched. Put it inside."""


class UndecodableText(InvalidInput):
    """The text on standard input is not in UTF-8. Convert it first."""


class DraftTooLong(InvalidInput):
    """A draft has {maximum} characters at most, all its fields together; this one has {length}."""


class TitleMissing(InvalidInput):
    """A dataset needs a title. Say in a few words what the data are."""


class FileMissing(InvalidInput):
    """No file was chosen."""


class SourceNotFound(NotFound):
    """{source} is neither a file nor the identifier of a dataset of the catalogue. Check it."""


class SeveralRecords(InvalidInput):
    """{place} holds several records: give one, or use --batch."""


class UnusableRanker(InvalidInput):
    """The keyword model {place} is damaged, or of another version. Delete it and train again."""


class TooFewDatasets(Conflict):
    """{number} datasets with keywords are too few to learn from: {minimum} are needed."""


class BackupPlaceTaken(Conflict):
    """No backup can be made at {place}: it is there already, or is among what is backed up."""


class RestorePlaceTaken(Conflict):
    """Nothing is put back into {place}: it is not empty, and a server may be using it."""


class DatabaseElsewhere(Conflict):
    """The database is at {place}: pg_dump backs it up, and pg_restore puts it back."""


class WorkUnderWay(Conflict):
    """A training or a measure is under way already: wait until it ends."""


class UnknownSubject(InvalidInput):
    """Nothing evaluates {task}. There are: {known}."""


class UnknownMethod(InvalidInput):
    """The task {task} has no method {method}. There are: {known}."""


class UnrecognisedEvaluation(InvalidInput):
    """The keys of {place} do not tell which task it is for. Name the task."""


class NothingToEvaluate(InvalidInput):
    """No line can be used to evaluate {task}; {left_out} could be read, and were left out."""


class ResultsNotFound(NotFound):
    """There is no file of results {place}."""


class UnreadableResults(InvalidInput):
    """{place} does not hold results of an evaluation, or in another form."""


class NothingToCompare(InvalidInput):
    """These results have no method in common with the former ones ({former} / {latter})."""


class UnreadableJudgements(InvalidInput):
    """{place}, line {line}: this is no judgement of a pair."""


class NoCommonPair(InvalidInput):
    """{place} judges none of the pairs of {other}."""


class NoPair(InvalidInput):
    """The methods {one} and {other} never propose two different values for these records."""


class NoConcept(InvalidInput):
    """{place} holds no concept with a web address and a label in French or in English."""


class WrongVocabularyName(InvalidInput):
    """A vocabulary cannot be called {name}. Give it a name of {minimum} to {maximum} characters."""


class UnusableVocabulary(InvalidInput):
    """The vocabulary {place} is damaged, or of another version. Delete it and add it again."""


class SignInMissing(InvalidInput):
    """{host} can be reached from other machines: configure sign-in first, or use 127.0.0.1."""


class RoleMissing(NotAllowed):
    """This takes the role {role} for {scope} organisation ({organisation}): it was not granted."""


class SignInRefused(NotAllowed):
    """The provider {provider} signed nobody in ({problem})."""


class SignInUnavailable(Unavailable):
    """Nobody can sign in with {provider} just now ({problem})."""


class SecretMissing(InvalidInput):
    """What {setting} names is not in {place}, or is not one word of {minimum} characters."""


class ConfigurationNotFound(NotFound):
    """There is no configuration file {place}."""


class UnreadableConfiguration(InvalidInput):
    """The configuration file {place} cannot be read: {problem}."""


class ConfigurationSyntax(InvalidInput):
    """{place}, line {line}: this is not TOML."""


class UnknownSetting(InvalidInput):
    """{place}, line {line}: there is no setting {setting}. Did you mean {nearest}?"""


class SettingMissing(InvalidInput):
    """{place}, line {line}: the setting {setting} is missing."""


class WrongSetting(InvalidInput):
    """{place}, line {line}: the setting {setting} is not {expected} {choices}."""


class WrongSettingAddress(InvalidInput):
    """{place}, line {line}: {setting} is not an address that can be used ({problem})."""


class SecretInConfiguration(InvalidInput):
    """{place}, line {line}: {setting} holds a secret. Name a variable or a file that holds it."""


class ModelOutsidePolicy(InvalidInput):
    """{place}, line {line}: the policy refuses the model {model} for its {breach} {given}."""


class LocalModelElsewhere(InvalidInput):
    """{place}, line {line}: the model {model} is declared local, but its address is not."""


class KeyMissing(InvalidInput):
    """The key of the model {model} is not in {place}."""


class WrongAddress(InvalidInput):
    """This is not an address that can be used ({problem})."""


class EgressRefused(Unavailable):
    """Nothing may be sent to {origin} ({problem})."""


class HostUnreachable(Unavailable):
    """{origin} cannot be reached ({problem})."""


class HostTooSlow(Unavailable):
    """{origin} did not answer within {seconds} seconds."""


class AnswerCutShort(Unavailable):
    """{origin} broke off its answer."""


class AnswerTooLarge(Unavailable):
    """{origin} answered more than {limit} MB."""


class ModelKeyRefused(Unavailable):
    """{origin} refuses the key given for the model {model} ({status})."""


class ModelNotServed(Unavailable):
    """{origin} has no model {alias} (404)."""


class ModelBusy(Unavailable):
    """The model {model} has too many requests; it may be free in {seconds} s."""


class ModelServerFailed(Unavailable):
    """{origin} failed on the model {model} ({status})."""


class ModelRequestRefused(Unavailable):
    """{origin} refuses what is asked of the model {model} ({status})."""


class ModelResting(Unavailable):
    """The model {model} failed {failures} times in a row; it is left alone for {seconds} s."""


class ModelAnswerUnusable(Unavailable):
    """The answer of the model {model} cannot be used ({problem})."""

    def __init__(self, usage: Usage | None = None, **params: str | float) -> None:
        super().__init__(**params)
        self.usage = usage
        """What the answer cost all the same, where the server said."""


class LogUnreadable(Unavailable):
    """The log {place} cannot be read: {problem}."""


class PortalRefuses(Unavailable):
    """{origin} refuses access to its catalogue ({status})."""


class PortalLacks(Unavailable):
    """{origin} has no such catalogue ({status}). Check its address, and its kind."""


class PortalBusy(Unavailable):
    """{origin} has too many requests; it may be free in {seconds} s. What was read is kept."""


class PortalFailed(Unavailable):
    """{origin} failed ({status}). What was read is kept: import again to go on."""


class PortalAnswerUnusable(Unavailable):
    """The answer of {origin} cannot be used ({problem}). What was read is kept."""


class SendingKeyMissing(InvalidInput):
    """No key was given to write at {portal}, in {variable} or elsewhere, or it is not one word."""


class PortalNotDeclared(NotFound):
    """No portal is declared under the name {portal}."""


class SendingUnderWay(Conflict):
    """A portal is being read or written already: wait until that ends."""


class NothingLookedAt(Conflict):
    """Nothing that was looked at is left to write: look again at what would be sent."""


class NothingCanBeSent(InvalidInput):
    """{portal} is a document, or answers as one: nothing can be sent to it. Export a file."""


class SendingKeyRefused(PortalRefuses):
    """{origin} refuses the key given ({status}). What was sent before it is kept."""


class SendingForbidden(PortalRefuses):
    """{origin} does not let the holder of this key change the dataset {identifier} ({status})."""


class SendingRejected(Conflict):
    """{origin} refuses what is sent for the dataset {identifier} ({status}): {said}."""


class SendingBusy(PortalBusy):
    """{origin} has too many requests; it may be free in {seconds} s. Send again to go on."""


class SendingFailed(PortalFailed):
    """{origin} failed ({status}). Send again to go on: nothing is written twice."""


class SendingStopped(Unavailable):
    """{origin}: nothing could be written for {number} datasets in a row. The sending stopped."""


class ChangedAtPortal(Conflict):
    """{identifier}: the portal changed since {field} was decided. Nothing was written."""


class AlteredByPortal(Conflict):
    """{identifier}: the portal made something else of {field}. Look at it there."""


class IgnoredByPortal(Conflict):
    """{identifier}: the portal took the request and did not change {field}."""


class NotAtPortal(NotFound):
    """{identifier}: the portal has no such dataset, or no longer."""


class NoLongerOurs(Conflict):
    """{identifier}: the portal no longer says what was sent for {field}. It is not reverted."""


class TaskSwitchedOff(Unavailable):
    """Proposals of {field} are turned off here."""


class ModelSwitchedOff(Unavailable):
    """The model {model} is turned off here."""


class BudgetSpent(Unavailable):
    """Today's budget of {resource} is spent ({limit}); it starts again tomorrow."""


class BackupUnusable(InvalidInput):
    """{place} is no backup that can be put back: {problem}."""


class AddressTaken(Unavailable):
    """Nothing can listen on {host}, port {port}: {problem}."""


class StoreUnavailable(Unavailable):
    """The data cannot be read or written at {place}: {problem}."""


class OutputUnwritable(Unavailable):
    """{place} cannot be written: {problem}."""


class SearchIndexUnreadable(Unavailable):
    """The search index at {place} cannot be read: {problem}. It will be made again."""


class SearchIndexUnwritable(Unavailable):
    """The search index at {place} cannot be written: {problem}. Check its disk and its owner."""
