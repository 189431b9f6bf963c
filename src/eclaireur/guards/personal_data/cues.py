"""What says that a name follows: a title, a label, a way of introducing oneself, a sign-off."""

import re
from enum import IntEnum

from eclaireur.text.regex import regex


class Cue(IntEnum):
    """How strongly what precedes says that a person's name follows."""

    LABEL = 1
    """A role or a verb that a body may follow too: `Contact :`, `rédigé par`."""
    GREETING = 2
    """One capitalised name is enough, unless it is a body's or a place's: `Salut Wassim,`."""
    TITLE = 3
    """One rare word is enough, but a street may bear it: `Dr`, `Mme`."""
    FIELD = 4
    """One rare word is enough: `Nom :`, `Prénom :`."""
    SELF = 5
    """Nobody else can be meant: `je m'appelle`, `à mon nom`, `ma fille`."""


_OPENING = r"[\s\u00a0]?(?:[*_\"«“'(>\s\u00a0]|</?[a-z]{1,6}>){0,6}"
_TITLE = regex(
    r"(?<![\w'’-])(?:MM?\.|MM|M(?=\s[A-ZÀ-Ý]{2})|M(?:me|mes|lle|lles|r)\b\.?|MME|MLLE|MR"
    r"|[Mm](?:onsieur|adame|ademoiselle|esdames|essieurs)|MONSIEUR|MADAME"
    r"|[Dd](?:octeur|octeure|r\.?)|DR\.?|DOCTEUR|[Pp](?:rofesseur|rofesseure|r\.?)|M(?:r|rs"
    r"|s)\b\.?|PR\.?"
    r"|Ma[îi]tre|Me|[Ff]amille(?=\s[A-ZÀ-Ý][a-zà-ÿ])|(?:[Ll]e fils|[Ll]a fille"
    r"|[Ll]es? (?:[ée]poux|h[ée]ritiers?|fr[èe]res))(?=\s[A-ZÀ-Ý])|[Cc]onsorts|(?:[ÉEé]pou(?:x"
    r"|se)|[Vv]euve|n[ée]e?)(?=\s[A-ZÀ-Ý])|mm?\.|mr|mme|mlle|(?<=[.!?] )m\.)(?=\s)[ \u00a0]{1,2}"
)
_ROLES = (
    r"contacts?(?: \w{3,12})?|auteure?s?|autrices?|r[ée]dact(?:eur|rice)s?|responsables?(?: \w+)?"
    r"|r[ée]f[ée]rente?s?(?: \w+)?|d[ée]clarante?s?|titulaires?|demandeu(?:r|se)s?|requ[ée]rante?s?"
    r"|pr[ée]sidente?s?|vice-pr[ée]sidente?s?|tr[ée]sori(?:er|[èe]re)s?|secr[ée]taires?"
    r"|direct(?:eur|rice)s?(?: \w+)?|propri[ée]taires?|locataires?|b[ée]n[ée]ficiaires?"
    r"|signataires?|signature|sign[ée]|agente?s?(?: \w+)?|interlocut(?:eur|rice)s?"
    r"|rapporteure?s?|gestionnaires?|[ée]lue?s?|maires?|adjointe?s?|m[ée]decins?|candidate?s?"
    r"|conduct(?:eur|rice)s?|patiente?s?|victimes?|parents?|tut(?:eur|rice)s?|relecture|relu par"
    r"|photographe|cr[ée]dits?|usag[eè]re?s?|plaignante?s?|salari[ée]e?s?|encadrante?s?"
    r"|participante?s?|pr[ée]sente?s?|excus[ée]e?s?|absente?s?|membres?|correspondante?s?"
    r"|producteur|productrice|administrat(?:eur|rice)s?|chefs? de projet|charg[ée]e? de \w+"
    r"|notaire|avocate?s?|assur[ée]e?|allocataire|abonn[ée]e?|client[e]?|destinataire|exp[ée]diteur"
    r"|expéditrice|pilote|animat(?:eur|rice)s?|coordinat(?:eur|rice)s?|intervenante?s?"
)
_LABEL = regex(
    rf"(?<![\w'’-])(?:(?:{_ROLES})(?:\s?\([\w ·.-]{{1,20}}\))?\**[ \u00a0]?[:=]"
    r"|pr[ée]sente?s?|excus[ée]e?s?|absente?s?"
    r"|(?:r[ée]dig[ée]|[ée]crit|sign[ée]|saisi|transmis|propos[ée]|g[ée]r[ée]|r[ée]alis[ée]"
    r"|produit|[ée]tabli|remis|pris|suivi|pilot[ée]|encadr[ée]|dirig[ée]|relu|cr[ée][ée]|valid[ée]"
    r"|d[ée]pos[ée]|envoy[ée]|signal[ée]|instruit|trait[ée]|anim[ée]|coordonn[ée])e?s? par"
    r"|sous la direction d[ue']|questions? [àa]|(?:re)?contact(?:ez|er)|joindre|r?appel(?:ez"
    r"|er)|pr[ée]ven(?:ez|ir)|remerci(?:e|ons|er)"
    r"|adress(?:ez|er)(?:-vous)? [àa]|de la part d[e'’]"
    r"|(?<!répond )(?<!répondant )au nom d[e'’]|agent(?:e)? instruct(?:eur|rice)"
    r"|demand(?:ez|er) [àa]|merci [àa]|voir avec|vu avec|r[ée]ponse de|salaire d[e'’]"
    r"|coordonn[ée]es d[e'’]|num[ée]ro d[e'’]|adresse d[e'’]|mails? d[e'’]|qui est|c['’]est"
    r"|appartien(?:t|nent) [àa]"
    rf"|signalements? d[e'’]|demandes? d[e'’]|dossiers? d[e'’]|enfants? d[e'’])\**{_OPENING}",
    re.IGNORECASE,
)
_FIELD = regex(
    r"(?<![\w'’-])(?:(?:nom|pr[ée]nom)s?(?: et pr[ée]noms?| d['’]usage| de naissance| de famille"
    rf"| du \w+| de l['’]\w+)?|nom[,/ ]+pr[ée]nom|identit[ée])\**[ \u00a0]?[:=]\**{_OPENING}",
    re.IGNORECASE,
)
_SELF = regex(
    r"(?<![\w'’-])(?:(?:je )?m['’ ]?appel(?:le|e)|mon (?:nom|pr[ée]nom)(?: complet)? (?:est"
    r"|c['’]est)"
    r"|[àa] (?:mon|son) nom(?: et pr[ée]nom)?|(?:je|moi),? (?:suis|c['’]est|c)"
    r"|ici|[àa] l['’]attention d[e'’]|(?:ma|mon|notre|sa|son) (?:fille|fils|mari|femme|[ée]pouse?"
    r"|enfant|(?:belle[- ])?m[èe]re|(?:beau[- ])?p[èe]re|(?:beau[- ])?fr[èe]re|neveu|ni[èe]ce"
    r"|gendre|filleule?|papa|maman|cop(?:ain|ine)|s[œo]e?ur|conjointe?|compagne|compagnon"
    r"|voisine?|coll[èe]gue"
    r"|chef(?:fe)?|amie?|cousine?|tante|oncle|grand-m[èe]re|grand-p[èe]re|b[ée]b[ée]|patron"
    rf"|patronne|propri[ée]taire|locataire|directrice|directeur)),?(?: c['’]est)?{_OPENING}",
    re.IGNORECASE,
)
_GREETING = regex(
    r"(?<![\w'’-])(?:(?:[Rr]e)?[Bb]onjour|[Bb]onsoir|[Ss]alut|[Cc]oucou|[Hh]ello|Hi|Hey|Dear"
    r"|[Cc]h(?:er|[èe]re)s?)[ \u00a0]"
    r"(?=[A-ZÀ-Ý][\w'’-]{1,20}(?: (?:et )?[A-ZÀ-Ý][\w'’-]{1,20}){0,3}"
    r"[ \u00a0]?(?:[,!:;\n]|\.\s|[-–—]\s|$))"
)
_LETTER = regex(
    r"\b(?:(?:re)?bonjour|bonsoir|salut|coucou|hello|dear|ch[eè]re?s?)\b", re.IGNORECASE
)
_LAST_LINE = regex(r"\n\s{0,9}(?=[A-ZÀ-Ý][\w'’-]{1,20}\.?\s{0,9}\Z)")
"""Where a name alone closes what a greeting opened."""
_SIGN_OFF = regex(
    r"\b(?:cordialement|cdt|cdlt|bien [àa] vous|sinc[èe]rement|salutations(?: distingu[ée]es)?"
    r"|amicalement|respectueusement|bonne (?:journ[ée]e|soir[ée]e|r[ée]ception)|[àa] bient[ôo]t"
    r"|merci(?: d['’]avance| beaucoup| bien| pour (?:tout|votre aide|votre r[ée]ponse))?|bises)"
    r"[\s,.!;:–—-]{1,6}",
    re.IGNORECASE,
)


def cues(text: str) -> dict[int, Cue]:
    """Where a name may begin, by its offset, and what says so."""
    found: dict[int, Cue] = {}
    for pattern, cue in (
        (_LABEL, Cue.LABEL),
        (_SIGN_OFF, Cue.LABEL),
        (_GREETING, Cue.GREETING),
        (_TITLE, Cue.TITLE),
        (_FIELD, Cue.FIELD),
        (_SELF, Cue.SELF),
    ):
        for match in pattern.finditer(text):
            found[match.end()] = max(cue, found.get(match.end(), cue))
    if (closing := _LAST_LINE.search(text)) and _LETTER.search(text):
        found.setdefault(closing.end(), Cue.GREETING)
    return found
