"""French numbers in words: `deux mille vingt-quatre`, `une douzaine`, `troisième`."""

from collections.abc import Sequence
from dataclasses import dataclass

from eclaireur.text.words import Word

_UNITS = {
    name: value
    for value, name in enumerate(
        [
            "zero",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
        ]
    )
} | {"une": 1}
_UNITS |= {"two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9}
_UNITS |= {"ten": 10, "eleven": 11, "twelve": 12}
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_TENS |= {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "vingts": 20}
_HUNDREDS = {"cent": 100, "cents": 100}
_SCALES = {"mille": 10**3, "mil": 10**3, "million": 10**6, "millions": 10**6}
_SCALES |= {"milliard": 10**9, "milliards": 10**9}
COLLECTIVES = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
ORDINALS = {"premier": 1, "premiere": 1, "second": 2, "seconde": 2, "deuxieme": 2}
ORDINALS |= {"troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7}
ORDINALS |= {"huitieme": 8, "neuvieme": 9, "dixieme": 10}
ORDINALS |= {"1er": 1, "1ere": 1, "1re": 1, "2e": 2, "2nd": 2, "2nde": 2, "2eme": 2}
ORDINALS |= {f"{n}{end}": n for n in range(3, 40) for end in ("e", "eme")}

_NUMERALS = _UNITS | _TENS | _HUNDREDS | _SCALES


@dataclass(frozen=True)
class Numeral:
    """Words `first` to `last` of a list say `value`."""

    first: int
    last: int
    value: int


def numerals(words: Sequence[Word]) -> list[Numeral]:
    """Every number in words. A lone `un` or `une` is an article, not a number."""
    found = []
    index = 0
    while index < len(words):
        last = _run_end(words, index)
        if last < index:
            index += 1
            continue
        names = [words[i].folded for i in range(index, last + 1) if words[i].folded != "et"]
        if names not in (["un"], ["une"]):
            found.append(Numeral(index, last, _value(names)))
        index = last + 1
    return found


def _run_end(words: Sequence[Word], first: int) -> int:
    last = first - 1
    for index in range(first, len(words)):
        name = words[index].folded
        if index > first and words[index].start - words[index - 1].end > 1:
            break
        if name in _NUMERALS:
            last = index
        elif name != "et" or last != index - 1 or not _joins(words, index):
            break
    return last


def _joins(words: Sequence[Word], index: int) -> bool:
    """Whether `et` is inside a number, as in `vingt et un`, and not between two."""
    before = words[index - 1].folded if index else ""
    after = words[index + 1].folded if index + 1 < len(words) else ""
    return before in _TENS and after in ("un", "une", "onze")


def _value(names: Sequence[str]) -> int:
    total = current = 0
    for name in names:
        if name in ("vingt", "vingts") and current % 100 == 4:
            current += 76
        elif name in _HUNDREDS:
            current = max(current, 1) * 100
        elif name in _SCALES:
            total += max(current, 1) * _SCALES[name]
            current = 0
        else:
            current += _UNITS.get(name, 0) + _TENS.get(name, 0)
    return total + current
