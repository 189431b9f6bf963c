"""Plain text out of what producers publish, each character with its place in the source.

Descriptions mix Markdown and HTML. Tags are read first and become the Markdown that means the
same; pulldown-cmark, which gives the range of every event, then reads the whole. Each step is a
`Traced` text, whose characters remember where they come from: steps compose, and the spans of
the result point into the field as published.
"""

import html
import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Self, TypeAlias

import pyromark

from eclaireur.text.regex import regex

Kind: TypeAlias = Literal["paragraph", "heading", "item", "cell"]


LONGEST_READ = 50_000
"""Characters of a description that are read, images and invisible characters aside."""


@dataclass(frozen=True)
class Block:
    """A run of text that stands alone: it spans `start` to `end` in the readable text."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Traced:
    """A text; character `i` was read from `starts[i]` to `ends[i]` of the source."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    @classmethod
    def whole(cls, source: str) -> Self:
        """Trace a source to itself."""
        size = len(source)
        return cls(source, array("I", range(size)), array("I", range(1, size + 1)))

    def rewritten(
        self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]
    ) -> "Traced":
        """Replace what matches; what is put there is traced to the whole match."""
        matches = list(pattern.finditer(self.text))
        if not matches:
            return self
        trace = _Trace(self)
        position = 0
        for match in matches:
            start, end = match.span()
            trace.copy(position, start)
            new = replacement if isinstance(replacement, str) else replacement(match)
            trace.put(new, start, end)
            position = end
        trace.copy(position, len(self.text))
        return trace.done()

    def part(self, start: int, end: int | None = None) -> "Traced":
        """Only its characters from `start` to `end`."""
        return Traced(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def through(self, origin: "Traced") -> "Traced":
        """Itself, traced to what the text that it was made of is traced to."""
        return Traced(
            self.text,
            array("I", (origin.starts[start] for start in self.starts)),
            array("I", (origin.ends[end - 1] for end in self.ends)),
        )

    def followed_by_mark(self, mark: str) -> "Traced":
        """Itself and a mark, traced to its last character."""
        size = len(mark)
        return Traced(
            self.text + mark,
            self.starts + self.starts[-1:] * size,
            self.ends + self.ends[-1:] * size,
        )

    def followed_by(self, other: "Traced") -> "Traced":
        """Itself, a space and another text; the space is traced to where the other begins."""
        return Traced(
            f"{self.text} {other.text}",
            self.starts + other.starts[:1] + other.starts,
            self.ends + other.starts[:1] + other.ends,
        )


@dataclass(frozen=True)
class Readable:
    """What a person reads of a source: its words, without markup, image, code or link target."""

    text: str
    """Its blocks, one on each line."""
    offsets: "array[int]"
    """For each character, where it begins in the source, in code points."""
    ends: "array[int]"
    """For each character, where it ends in the source: `&eacute;` is one character."""
    blocks: tuple[Block, ...]

    def traced(self, start: int, end: int) -> Traced:
        """Return a span of the text with its trace."""
        return Traced(self.text[start:end], self.offsets[start:end], self.ends[start:end])

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source, markup included, that a span of the text was read from.

        Raises:
            ValueError: the span is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a text of {len(self.text)} characters")
        return self.offsets[start], self.ends[end - 1]


@lru_cache(maxsize=64)
def readable(source: str, limit: int = LONGEST_READ) -> Readable:
    """Read a description, whatever it is made of. Whoever reads it again soon does not wait.

    Args:
        source: the field as published, untrusted.
        limit: how many characters to read at most, images and invisible characters aside.
    """
    traced = Traced.whole(source).rewritten(_UNREADABLE, "").part(0, limit)
    for pattern, replacement in _STEPS:
        traced = traced.rewritten(pattern, replacement)
    return _Blocks(traced).read()


class _Trace:
    """Builds a traced text out of another."""

    def __init__(self, origin: Traced) -> None:
        self._origin = origin
        self._pieces: list[str] = []
        self._starts = array("I")
        self._ends = array("I")

    def __len__(self) -> int:
        return len(self._starts)

    def copy(self, start: int, end: int) -> None:
        self._pieces.append(self._origin.text[start:end])
        self._starts.extend(self._origin.starts[start:end])
        self._ends.extend(self._origin.ends[start:end])

    def put(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        self._pieces.append(text)
        self._starts.extend([self._origin.starts[start]] * len(text))
        self._ends.extend([self._origin.ends[max(start, end - 1)]] * len(text))

    def done(self) -> Traced:
        return Traced("".join(self._pieces), self._starts, self._ends)


_UNREADABLE = regex(
    r"data:[\w/+.-]{1,100};base64,[A-Za-z0-9+/=]*"
    r"|<!--.*?(?:-->|\Z)"
    # Control, surrogate and zero-width characters, and those that change the direction.
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    r"\ud800-\udfff\ufeff]",
    re.DOTALL,
)
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINE_BREAK = regex(r"\r\n?|[\x85\u2028\u2029]")
# A page's parser takes any `<` for a tag and gives no place for what it reads. Here `<` often
# means "less than", and `<https://…>` is a link.
_TAG = regex(
    r"<(?P<hidden>script|style|svg)\b[^<>]*>.*?(?:</(?P=hidden)\s*>|\Z)"
    r"|</?(?P<name>[A-Za-z][\w:.-]*)(?:\s[^<>]*)?/?>(?P<space>\s*)",
    re.DOTALL | re.IGNORECASE,
)
_SPACES = regex(r"[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\u2000-\u200a\u205f\u3000]")
# Harvested descriptions are indented, which Markdown would take for code.
_INDENT = regex(r"^[ \xa0\u202f]+", re.MULTILINE)
_BULLET = regex(r"^(?:[•·▪■●○◦‣⁃➢➤➔→✓✔–—\uf0b7\uf0a7]|o (?=\S))\s?[ \xa0]*", re.MULTILINE)
_RULE = regex(r"^(?:[-=_*~#+.] ?){3,}$", re.MULTILINE)

_OPENS = {"br": "\n", "li": "\n\n- ", "td": "\n\n- ", "th": "\n\n- ", "dt": "\n\n- "}
_OPENS |= {"dd": "\n\n- "} | {f"h{level}": "\n\n# " for level in range(1, 7)}
_BREAKS = regex(
    r"address|article|aside|blockquote|body|caption|center|div|dl|fieldset"
    r"|figcaption|figure|footer|form|head|header|hr|html|legend|main|nav|ol|option"
    r"|p|pre|section|summary|table|tbody|tfoot|thead|title|tr|ul"
)


def _as_markdown(tag: re.Match[str]) -> str:
    name = (tag["name"] or "").lower()
    if name in _OPENS:
        return "\n\n" if tag[0].startswith("</") else _OPENS[name]
    return "\n\n" if _BREAKS.fullmatch(name) else tag["space"] or ""


def _character(entity: re.Match[str]) -> str:
    decoded = html.unescape(entity[0])
    return _UNREADABLE.sub("", decoded)


_STEPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_LINE_BREAK, "\n"),
    # Twice: text that went through two forms bears `&amp;eacute;`.
    (_ENTITY, _character),
    (_ENTITY, _character),
    (_TAG, _as_markdown),
    (_SPACES, " "),
    (_INDENT, ""),
    (_BULLET, "- "),
    (_RULE, ""),
)

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
_KINDS: dict[str, Kind] = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "Item": "item",
    "TableCell": "cell",
}
_HIDDEN = frozenset({"Image", "CodeBlock", "MetadataBlock"})

# Emphasis that opens or closes nothing: Markdown gives each of its marks as a text.
# Between two digits it is a power.
_STRAY_MARK = regex(r"(?<!\d)\*{2,}|\*{2,}(?!\d)|(?<!\w)_{2,}|_{2,}(?!\w)")

# In a paragraph wrapped at 80 columns a line goes on with the one before; in a list of short
# lines it does not. It does if it opens in lower case, or if the one before cannot end there.
_UNFINISHED = regex(
    r"(?:,|\b(?:à|au|aux|avec|ce|ces|cette|chez|dans|de|des|du|en|entre|et|la|le|les|leur|leurs|ou"
    r"|où|par|pour|que|qui|sa|sans|ses|son|sous|sur|un|une|vers)|['’])$",
    re.IGNORECASE,
)


class _Blocks:
    """Lays the events of pulldown-cmark out as blocks."""

    def __init__(self, origin: Traced) -> None:
        self._origin = origin
        self._trace = _Trace(origin)
        self._blocks: list[Block] = []
        self._kinds: list[Kind] = []
        self._line: list[str] = []
        self._start = 0
        self._breaking = False
        self._after_list = False
        self._hidden = 0

    def read(self) -> Readable:
        data = self._origin.text.encode()
        stray = {
            place
            for mark in _STRAY_MARK.finditer(self._origin.text)
            for place in range(*mark.span())
        }
        position = byte = 0
        for event, span in pyromark.events_with_range(self._origin.text, options=_OPTIONS):
            if isinstance(event, str):
                self._breaking = self._breaking or event in ("SoftBreak", "HardBreak")
                continue
            ((name, content),) = event.items()
            if name in ("Start", "End"):
                self._turn(name, content)
            elif isinstance(content, str) and not self._hidden:
                # Ranges count bytes; those of texts only go forward.
                position += len(data[byte : span["start"]].decode())
                byte = span["start"]
                raw = data[byte : span["end"]].decode()
                if name != "Text" or position not in stray:
                    self._say(content, raw, position)
        self._close()
        traced = self._trace.done()
        return Readable(traced.text, traced.starts, traced.ends, tuple(self._blocks))

    def _turn(self, way: str, content: object) -> None:
        tag = next(iter(content)) if isinstance(content, dict) else str(content)
        if tag in _HIDDEN:
            self._hidden += 1 if way == "Start" else -1
        elif tag in _KINDS:
            self._close()
            self._after_list = False
            if way == "Start":
                self._kinds.append(_KINDS[tag])
            else:
                self._kinds.pop()

    def _say(self, text: str, raw: str, position: int) -> None:
        if self._breaking and self._line:
            if text[:1].islower() or _UNFINISHED.search("".join(self._line)[-20:].rstrip()):
                self._trace.put(" ", position, position + 1)
                self._line.append(" ")
            else:
                self._close()
                self._after_list = True
        self._breaking = False
        if not self._line:
            text = text.lstrip()
            if not text:
                return
            if self._blocks:
                self._trace.put("\n", position, position + 1)
            self._start = len(self._trace)
        inside = raw.find(text)
        # In code, a line break is read as a space.
        broken = raw.replace("\n", " ").find(text)
        if inside >= 0:
            self._trace.copy(position + inside, position + inside + len(text))
        elif broken >= 0:
            for place, char in enumerate(text, start=position + broken):
                self._trace.put(char, place, place + 1)
        else:
            self._trace.put(text, position, position + len(raw))
        self._line.append(text)

    def _close(self) -> None:
        if self._line:
            self._blocks.append(Block(self._start, len(self._trace), self._kind()))
        self._line.clear()
        self._breaking = False

    def _kind(self) -> Kind:
        for kind in reversed(self._kinds):
            # Markdown gives to the last item of a list the lines that follow it.
            if kind != "paragraph" and not (kind == "item" and self._after_list):
                return kind
        return "paragraph"
