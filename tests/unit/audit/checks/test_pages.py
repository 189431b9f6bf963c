"""What a browser would ask elsewhere is found in templates, style sheets and scripts."""

from dataclasses import replace

import pytest

from eclaireur.audit import Inspected
from eclaireur.audit.checks.pages import check, loaded_from_elsewhere
from eclaireur.core.audit import Verdict
from eclaireur.web.assets import sources


@pytest.mark.parametrize(
    "source",
    [
        '<script src="https://cdn.example/a.js"></script>',
        "<link rel=stylesheet href=//fonts.example/a.css>",
        '<img\n  alt=""\n  src="http://x.example/pixel">',
        "@font-face { src: url(https://fonts.example/a.woff2) }",
        '@import "https://x.example/a.css";',
        'fetch("https://x.example/count")',
        'import("https://x.example/a.js")',
        'import x from "https://x.example/a.js"',
        'new EventSource("//x.example/")',
    ],
)
def test_what_is_loaded_from_elsewhere(source: str) -> None:
    assert len(list(loaded_from_elsewhere(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        '<a href="https://x.example/">ailleurs</a>',
        '<script src="/static/a.js"></script>',
        '<link href="{{ asset }}" rel="stylesheet">',
        "background: url(/static/a.svg)",
        'fetch("/suggestions")',
        '<svg xmlns="http://www.w3.org/2000/svg">',
    ],
)
def test_what_is_not(source: str) -> None:
    assert list(loaded_from_elsewhere(source)) == []


async def test_our_own_pages_load_nothing_from_elsewhere(inspected: Inspected) -> None:
    read = sources()
    assert {"templates/base.html", "static/vendor/htmx.min.js"} <= set(read)
    verdict, evidence = await check(replace(inspected, pages=read))
    assert (verdict, len(evidence)) == (Verdict.PASSED, 1)


@pytest.mark.parametrize(
    ("policy", "source"),
    [
        ("default-src 'none'; script-src 'self' https://cdn.example", "https://cdn.example"),
        ("script-src 'self'", "default-src"),
        ("default-src *", "*"),
    ],
)
async def test_a_policy_that_lets_others_in(inspected: Inspected, policy: str, source: str) -> None:
    verdict, evidence = await check(replace(inspected, policy_of_content=policy))
    assert verdict is Verdict.FAILED
    assert source in {each.params.get("source") for each in evidence}
