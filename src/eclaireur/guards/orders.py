"""Orders that a record's text gives to a language model, which would take them for its own.

A paragraph that gives some is neither shown to a model nor counted as a source. The rules know
the usual ways to speak to a model, in French and in English; what they miss is still delimited
as data, and the answer is still checked.
"""

import re

from eclaireur.core.dataset import Dataset
from eclaireur.text.markup import LONGEST_READ, readable
from eclaireur.text.regex import regex
from eclaireur.text.words import folded

_ORDER = regex(
    # Setting aside what was asked.
    r"\b(?:ignore[sz]?|oublie[sz]?|neglige[sz]?|annule[sz]?|contourne[sz]?|desobei\w*|disregard|forget"
    r"|override|bypass|passe[sz]? outre|(?:ne )?(?:tiens|tenez) (?:pas|aucun) compte)\b.{0,60}"
    r"\b(?:consignes?|instructions?|regles?|prompt|ordres?|directives?|precede\w*|previous|above"
    r"|rules?|system\w*|tout ce qui|everything|limites?|demande)\b"
    r"|\b(?:nouvel(?:le)?s?|new|updated?) (?:consignes?|instructions?|mission|task|tache)\b"
    r"|\b(?:vraies?|veritables?|seules?|real|new) (?:consignes?|instructions?|regles?|rules?)\b"
    # Second person singular, which no description of data uses.
    r"|\b(?:tu (?:es|dois|vas|as|peux|devras|seras|ne|n|agis|joues|reponds)|tes (?:consignes"
    r"|instructions|regles)|ton (?:prompt|role|systeme|createur)|ta (?:reponse|mission|tache))\b"
    r"|\b(?:reponds|ecris|traduis|redige-|recopie|repete|revele|agis comme|fais comme si|obeis)\b"
    r"|(?:^|[.!?:;]\s*)(?:affiche|ajoute|insere|remplace|termine|commence|propose|donne|renvoie"
    r"|retourne|imprime|mets|dis|cite|place|glisse|utilise|parle|genere)\b(?!nt)"
    r"|\byou (?:are|must|will|should|have to)\b|\b(?:as|act as) an? (?:ai|assistant|expert)\b"
    r"|\byour (?:instructions?|answer|task|prompt|system|output|reply)\b"
    r"|(?:^|[.!?:;]\s*)(?:output|print|repeat|reply|respond|answer|write|say|translate|reveal"
    r"|append|return|add|include|pretend|summari[sz]e)\b"
    # Speaking to a machine, or in its name.
    r"|\b(?:a l.attention|aux?|cher|chere|pour|note|message|attention|dear|hey|hello|bonjour|to)\b"
    r".{0,30}\b(?:modeles? de langage|ia|assistants?|llms?|chatbots?|agents? ia|language models?|ai"
    r"|robots?|intelligences? artificielles?|gpt|albert|mistral)\b\s?[:,!.]"
    r"|\b(?:system|assistant|user|human|developer)(?: (?:message|prompt))?\s?:"
    r"|\bprompt systeme\b|\bsystem prompt\b|\[/?inst\]|<{1,2}/?sys>{1,2}|<\|\w+\|?>?|\|im_\w+\|"
    r"|###? ?(?:instruction|system|response|consigne)|\bjailbreak"
    r"|\bmode (?:developpeur|debug|admin\w*|dan|sans filtre)\b|\bdo anything now\b"
    r"|^\s*(?:instructions?|consignes?|ordres?|prompt)\s?:"
    # Wording the answer.
    r"|\b(?:reponse|resume|description courte|mots-cles|sortie|answer|summary|keywords?|output)"
    r"\b.{0,25}(?:\bdoi(?:t|vent)\b|\bmust\b|\bshould\b|\battendue?\b|\bcorrecte?\b|\bexpected\b|=)"
    r"|\bfin (?:de la fiche|des donnees|du document|du texte)\b|\bend of (?:the )?(?:data|document"
    r"|record|text|input)\b|\bmot pour mot\b|\bverbatim\b|[{]\s?\"\w+\"\s?:",
    re.DOTALL,
)


def gives_orders(text: str) -> bool:
    """Whether a text speaks to a language model."""
    return _ORDER.search(folded(text).replace("’", "'")) is not None


def without_orders(dataset: Dataset) -> Dataset:
    """Return the dataset with blanks for what gives orders. Offsets do not move.

    A title that gives some is blank; of a description, each paragraph that does.
    """
    description = dataset.description
    read = readable(description, max(len(description), LONGEST_READ))
    for block in read.blocks:
        if gives_orders(read.text[block.start : block.end]):
            start, end = read.source_span(block.start, block.end)
            description = description[:start] + " " * (end - start) + description[end:]
    title = " " * len(dataset.title) if gives_orders(dataset.title) else dataset.title
    return dataset.model_copy(update={"title": title, "description": description})
