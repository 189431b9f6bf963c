"""DCAT themes, told by words: those of the text, of keywords, of neighbours and of concepts.

`lexicon.toml` says what each word speaks of, and `method` weighs it.
"""

from eclaireur.methods.themes.method import MOST, READS, ThemesOfWords

__all__ = ["MOST", "READS", "ThemesOfWords"]
