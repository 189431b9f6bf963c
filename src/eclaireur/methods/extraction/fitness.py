"""What a text must be to stand as a short description: how it opens, what it may not hold."""

import re

from eclaireur.methods.extraction.phrasing import NOUNS_TOO, VERBS
from eclaireur.text.regex import regex
from eclaireur.text.wording import holds_contact, is_notice

SHORTEST, LONGEST = 20, 200
"""What a short description may measure, in characters: data.gouv.fr takes 200."""

_OPENING = regex(r"(?:«\s?)?[A-ZÀ-ÝŒÆ0-9]")
_REFERS_BACK = (
    r"ce|cet|cette|ces|le présent|la présente|les présentes|ils?|elles?|celui|celle|ceux|celles|y"
    r"|en|cela|ceci|leurs?|ses|son|sa|on|qui|que|dont|où|c['’]est|l['’]une?|une? des?|chacune?"
    r"|chaque|seule?s?|la première|le premier|la seconde|le second|les deux|[àa] ce titre"
)
_CONNECTS = (
    r"et|mais|ou|or|car|donc|ainsi|aussi|également|toutefois|cependant|par ailleurs|en effet"
    r"|de plus|enfin|en outre|puis|ensuite|par conséquent|par exemple|comme|alors|parce|bien que"
    r"|sauf|face|parmi|uniquement|suite|afin|lorsqu\w*|si|quand|dès|d['’]après|grâce|avec|dans"
    r"|sur|sous|selon|entre|d[eu]|a|(?:tout )?d['’]abord"
    r"|[àa] titre|libres? d|compatibles? avec|spécifiquement|localement"
    r"|l[ea] (?:terme|notion|mot|dénomination|expression|sigle)"
)
_TELLS_WHEN = (
    r"toujours|depuis|aujourd['’]hui|après|avant|actuellement|initialement"
    r"|(?:dernière )?mises? à jour|mise?s? (?:en ligne|en service|à disposition (?:sur|par))"
)
_ADDRESSES = (
    r"nous|notre|nos|vous|je|bonjour|bienvenue|voici|voilà|rappelons|(?:re)?trouvez|découvrez"
    r"|liens?|maj|documentation|consultez|accédez|visualisez|plus d"
)
# What one would do with the data, or what the page offers.
_INFINITIVE = (
    r"envoyer|partager|améliorer|permettre|faciliter|favoriser|connaître|identifier|recenser|suivre"
    r"|mettre|accéder|voir|visualiser|documenter|assurer|contribuer|développer|répertorier|localiser"
    r"|informer|réaliser|créer|évaluer|disposer|savoir"
)
_NO_SUBJECT = (
    rf"(?!{NOUNS_TOO}\b)(?:{VERBS}|permet(?:tent)?|figure(?:nt)?|peu(?:t|vent)|doi(?:t|vent)|est|sont"
    r"|ont|ser(?:a|ont)|devr(?:a|ont))"
)
# Opening on a participle, a sentence tells first of something else.
_PARTICIPLE = (
    r"(?:agréé|saisi|archivé|inspiré|adapté|présent)e?s?"
    r"|(?:composé|lancé|adopté|mené|approuvé|conçu|organisé|publié|classé|fondé|constitué|créé"
    r"|réalisé|[eé]laboré|institué|instauré|situé|calculé|développé|basé|réservé|destiné|inscrit"
    r"|reproduit|né|ouvert|issu|[eé]tabli|produit|extrait)e?s?"
    r"\s(?:par|pour|en|dans|d|du|de|des|le|à|aux?|lors|depuis|sous|sur|afin|entre|avec)"
    r"|\w{4,}(?:é|i|u|is|it)e?s?"
    r"\s(?:par|pour|en|dans|à|aux?|lors|depuis|sous|sur|afin|entre|avec)\s[^.]{3,120},"
    r"\s(?:ce|cet|cette|ces|les?|la|l|il|elle|une?|(?-i:[A-Z]{2,}))"
)
_BAD_OPENING = regex(
    rf"(?:{_REFERS_BACK}|{_CONNECTS}|{_TELLS_WHEN}|{_ADDRESSES}|{_INFINITIVE}|{_NO_SUBJECT}"
    rf"|{_PARTICIPLE}|(?:les? )?jeux? de données?"
    r"|(?:les?|la) (?:fichier|couche|table|base)s? (?:contien(?:t|nent)|est un jeu))\b"
    # A list of numbered lines.
    r"|\d+[.)/,°-]|\d{1,2}\s(?:les?|la|une?|des?|du|l|d)\b",
    re.IGNORECASE,
)

_UNFIT = regex(
    r"…|\*\*|__|\]\(|^«[^»]*»\W*$|[Nn]°\s?\d+\W*$|\||\s=\s|[:;,]\s?[-–•*]|,\s\(|\bsources?\b[^.]{0,40}:"
    # The name of a file or of a table.
    r"|\w+_\w+_\w+"
    # Fields and their values on one line.
    r"|\s:\s.*\s:\s"
    # A sentence that ran into another: their boundary was lost.
    r"|\.\s[a-zà-ÿ]|[a-zà-ÿ]\s(?:Ce|Cette|Ces|Il|Elle|Ils|Elles|Le|La|Les)\s[a-zà-ÿ]"
    # Words to the reader.
    r"|\b(?:[Nn]ous|[Nn]otre|[Nn]os|[Vv]ous|[Vv]otre|[Vv]os|[Jj]e)\b"
)


def opens_well(text: str) -> bool:
    """Whether it opens as a description of data does, on a capital or a digit."""
    return _OPENING.match(text) is not None and _BAD_OPENING.match(text) is None


def is_well_formed(text: str) -> bool:
    """Whether it opens and measures as it should; `shortenings` sees to how it ends."""
    return (
        SHORTEST <= len(text) <= LONGEST
        and text.count(" ") >= 2
        and _UNFIT.search(text) is None
        and opens_well(text)
        and not holds_contact(text)
        and not is_notice(text)
    )
