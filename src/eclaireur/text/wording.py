"""What French descriptions of data are worded with: openings, boilerplate, dangling ends."""

import re

from eclaireur.text.regex import regex
from eclaireur.text.words import folded

_FRENCH = frozenset(
    """
    au aux avec ce ces cette dans de des du elle en est et il ils la le les leur leurs ne nous ou
    par pas pour que qui sa sans se ses son sont sur un une vous être été à où
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
_FOREIGN = frozenset(
    """
    a about all an and are as at be been by can for from has have how in is it its of or that the
    their there these they this to was were which with you
    aber auf aus bei das dem den der die ein eine für im ist mit nicht oder sie sind und von werden
    wurde zu zum zur
    al con del el ella era esta este ha las lo los más mas muy o para pero por se su sus una y
    che con della delle di e gli il nel per sono è
    ar da e eus evit ez gant hag ma n'eo ur war
    """.split()  # noqa: SIM905 - a list of strings would hide the words
) - {"a", "as", "e", "il", "o", "se", "su", "sur", "un", "una", "en", "ma", "da", "per"}
_WORD = regex(r"[^\W_]+")


def is_french(text: str) -> bool:
    """Whether a text can be French: no other language gives it more of its small words."""
    words = [word.casefold() for word in _WORD.findall(text[:5_000])]
    french = sum(word in _FRENCH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    return french >= foreign


# Every repetition is bounded, or opens on what a text holds once: else, from each character of a
# long run, the whole run would be read again.
_CONTACT = regex(
    r"https?:|www\.|[\w+-]@[\w-]{1,63}\.\w|\w\.(?:fr|com|org|net|eu|gouv|bzh|html?)\b"
    r"|\b\d{1,4}(?:\s?bis|\s?ter)?,?\s(?:rue|avenue|boulevard|chemin|impasse|allée|quai)\s"
    r"|(?:\+33|\b0[1-9])(?:[ .-]?\d{2}){4}\b"
    r"|\b(?:tél(?:éphone)?|mail|e-mail|courriel|contact(?:er|ez)?|rgpd)\b",
    re.IGNORECASE,
)
# RFC 5321 gives 64 characters to what comes before the @, 255 to what comes after.
_ADDRESS = regex(r"(?:https?:|www\.)\S*|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}", re.IGNORECASE)
_PLACEHOLDER = regex(
    r"\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|\[\[[^\[\]]{0,200}\]\]|<%[^%]{0,200}%>"
    r"|\blorem ipsum\b|\bXXX+\b"
)
_NOTICE = regex(
    r"\b(?:pour (?:plus|davantage|toutes?|tout complément) d|pour en savoir|en savoir plus"
    r"|plus (?:d['’]info\w*|de (?:détails?|renseignements?|précisions?))"
    r"|licen[cs]e|conditions (?:générales|d['’]utilisation|de réutilisation)|droits? d.auteur"
    r"|copyright"
    r"|mentions? légales?|responsabilité|saurai(?:t|ent) être|veuillez|merci d|cliquez|télécharg\w*"
    r"|ci-dessous|ci-dessus|ci-joint|ci-après|cf|voir (?:le|la|les|aussi|ici)|se référer"
    r"|liens? (?:suivants?|vers|ci)"
    r"|consultez|rendez-vous (?:sur|à|au|dans)|attention|avertissement|f(?:ai|on)t foi"
    r"|caractère informatif"
    r"|titre indicatif|accès restreint|(?:utilisateurs|personnes) autorisée?s|n['’]engage"
    r"|aller plus loin|consulter l|valeur (?:juridique|légale|réglementaire)|garantit?|garanties?"
    r"|opposables?|nota|n\.b|(?:remarques?|notes?)(?=\s?:))\b",
    re.IGNORECASE,
)


_BOILERPLATE = regex(
    r"\bpour (?:plus|davantage|toutes?|tout complément) d|\b(?:pour en|en) savoir plus"
    r"|\blicen[cs]e (?:ouverte|odbl|cc)|\bmentions? légales?|\bdernière mise à jour",
    re.IGNORECASE,
)


# Said of the data or of the act that they draw; "les documents qui ne sont plus opposables" are
# some of what the data hold.
_WARNING = regex(
    r"(?<!qui )\b(?:n['’]est|ne sont) plus (?:\w+ ){0,2}?(?:opposables?|en vigueur|à jour"
    r"|val(?:able|ide)s?|(?:maintenu|actualisé|alimenté|diffusé|publié)e?s?|mise?s? à jour"
    r"|applicables?|d['’]actualité)\b"
    r"|\bobsolètes?\b|\b(?:est|sont|devenue?s?|rendue?s?) (?:cadu(?:c|que)|périmée?)s?\b"
    r"|(?<!lorsqu['’]il )\b(?:est|sont|été) (?:abrogé|annulé)e?s?\b"
    r"|\bce(?:t|tte|s)? [^.;:]{3,40} (?:est|sont|a été|ont été) remplacée?s? par\b"
    r"|\b(?:jeux?(?: de données)?|couches?|fiches?|version|plans?|arrêtés?)"
    r" (?:archivé|abrogé|annulé)e?s?\b"
    r"|[\[(]\s?(?:archivé?|abrogé|annulé|obsolète)e?s?\s?[\])]|^archives?\s?[:!-]",
    re.IGNORECASE | re.MULTILINE,
)


def holds_contact(text: str) -> bool:
    """Whether it gives an address (web, street, e-mail), a telephone or whom to write to."""
    return _CONTACT.search(text) is not None


def without_addresses(text: str) -> str:
    """The text without addresses of the web and of e-mail."""
    return _ADDRESS.sub("", text)


def holds_placeholder(text: str) -> bool:
    """Whether it is a template that nobody filled."""
    return _PLACEHOLDER.search(text) is not None


def is_boilerplate(text: str) -> bool:
    """Whether any dataset might say it."""
    return _BOILERPLATE.search(text) is not None


def warns(text: str) -> bool:
    """Whether it says that what it tells of is out of date, out of force or replaced."""
    return _WARNING.search(text) is not None


def is_notice(text: str) -> bool:
    """Whether it tells the reader what to do or know of law, rather than what the data are."""
    return _NOTICE.search(text) is not None


# Words that no French sentence ends with.
_DANGLING = frozenset(
    """
    auquel auxquels auxquelles duquel lequel laquelle lesquels lesquelles
    a afin ainsi alors apres au aucun aucune aux avant avec c car ce ces cet cette chaque chez comme
    concernant contre d dans de depuis des donc dont du elle en entre est et il ils j jusqu l la le
    les leur leurs lors lorsque mais meme n ne ni nos notre on ont ou par parmi pendant plus pour
    puis qu quand que quel quelle quels quelles qui s sa sans selon ses si soit son sont sous
    suivant suivante suivantes suivants sur tel telle telles tels the tous tout toute toutes un une
    aussi vers via vos votre y notamment savoir exemple
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)


def ends_dangling(text: str) -> bool:
    """Whether its last word calls for another one."""
    end = text.rstrip(" .…!?»)")
    words = _WORD.findall(end, max(0, len(end) - 60))
    return not words or end.endswith(("’", "'", ",", ":", ";")) or folded(words[-1]) in _DANGLING


_PAIRED = regex(r"[()\[\]«»]")
_CLOSES = {")": "(", "]": "[", "»": "«"}


def is_balanced(text: str) -> bool:
    """Whether every parenthesis, bracket and quotation that opens closes, in its turn."""
    if text.count('"') or text.count("“") != text.count("”"):
        return False
    opened: list[str] = []
    for mark in _PAIRED.findall(text):
        if mark not in _CLOSES:
            opened.append(mark)
        elif not opened or opened.pop() != _CLOSES[mark]:
            return False
    return not opened
