"""Our own style sheet and scripts, and htmx: all that a page loads."""

from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_TEXTS = frozenset({".html", ".css", ".js", ".svg"})


class Assets(StaticFiles):
    """The files of `static`. Their addresses name their content, so they never change."""

    def __init__(self) -> None:
        super().__init__(directory=Path(__file__).parent / "static")

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def sources() -> dict[str, str]:
    """The source of every template, style sheet and script of ours and of others, by its name."""
    here = Path(__file__).parent
    places = (place for folder in ("templates", "static") for place in (here / folder).rglob("*"))
    return {
        str(place.relative_to(here)): place.read_text("utf-8")
        for place in sorted(places)
        if place.suffix in _TEXTS
    }
