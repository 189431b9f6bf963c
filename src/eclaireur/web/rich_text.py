"""What a producer wrote, shown with its paragraphs and lists, and without anything else."""

import re

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

MAX_SHOWN = 20_000
"""Characters of a description that a page shows. The export has all of it."""

_TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "code", "del", "em", "i", "li", "ol", "p", "pre", "s"),
        *("strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul"),
    }
)
_INLINE_DATA = re.compile(r"data:[\w/+.-]{1,100};base64,[A-Za-z0-9+/=]*")

_markdown = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
# The page has its own headings: those of a description are paragraphs in bold.
_markdown.add_render_rule("heading_open", lambda *_: "<p><strong>")
_markdown.add_render_rule("heading_close", lambda *_: "</strong></p>\n")


def rich_text(source: str) -> Markup:
    """Render an untrusted description, Markdown or HTML.

    No image, no style, nothing loaded; links lead out, visibly, without a referrer.
    """
    shown = _INLINE_DATA.sub("", source)[:MAX_SHOWN]
    return Markup(  # noqa: S704 - cleaned by the line below
        nh3.clean(
            _markdown.render(shown),
            tags=set(_TAGS),
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            url_relative="deny",
            link_rel="nofollow noopener noreferrer ugc",
        )
    )


def is_cut(source: str) -> bool:
    """Whether a page shows only the beginning of a description."""
    return len(_INLINE_DATA.sub("", source)) > MAX_SHOWN
