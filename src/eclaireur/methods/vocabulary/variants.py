"""When two keywords are one, written in two ways."""

from eclaireur.methods.vocabulary.subjects import content_words, singular


def variant_key(text: str) -> str:
    """What a keyword shares with the variants of its writing: its words, in the singular.

    Accents, capitals, hyphens and empty words do not count. It is empty where no word is left.
    """
    return " ".join(singular(word.folded) for word in content_words(text))
