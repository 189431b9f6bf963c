"""Write the pages of these docs that say what the program says: `python -m docs.generate`."""

import ast
import json
import os
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import click

from eclaireur.cli import PROGRAM, command_line
from eclaireur.cli.failures import Failures
from eclaireur.messages import messages
from eclaireur.web.api import openapi_document

DOCS = Path(__file__).parent
WIDTH = 88
JOURNEYS = DOCS.parent / "tests" / "journeys"
AXE = DOCS.parent / "node_modules" / "axe-core" / "axe.min.js"
CRITERIA = 106
"""Of the RGAA 4.1."""

INTRODUCTION = """\
# The command line

<!-- Written by `make docs` from the help of the command. Change the help, not this page. -->

This is `eclaireur --help` and the help of each command, in English. The command speaks French
by default; `--lang en`, or the language of the system, makes it speak English.
"""

ACCESSIBILITY = """\
# Accessibility statement

<!-- Written by `make docs` from the tests. Change the tests, not this page. -->

This is what tests check of the RGAA 4.1 (*Référentiel général d’amélioration de l’accessibilité*,
DINUM, {all} criteria). **No person has audited the pages, so no rate of conformity is declared.** A
test that passes does not prove its criterion: most criteria also ask whether a text is relevant,
which a person must read.

## What is tested, and how

Real pages, in Debian’s Chromium, on every change (`make test`): the catalogue and its results, a
dataset with its proposals and decisions, drafts, errors, the ledger and [the
commitments](commitments.md), in French and in English.

- **axe-core {axe}** on each: all its rules in light colours, those on colours again in dark ones,
  those on sizes again 320 pixels wide and at 200 %. No violation of WCAG 2.2 AA nor of its best
  practices is let through, nor anything wider than the page. The rules below are those tied to a
  criterion.
- **The keyboard**: Tab through a whole page, and whole journeys without a mouse.
- **The tree that screen readers read**: names, roles, headers, legends.
- **Without scripts**: producers and readers can do everything.

{touched} criteria of {all} are touched by a test.

| Criterion | What it is about | Rules of axe-core | Tests of ours |
| --- | --- | --- | --- |
"""

UNTESTED = """
## What is not tested

The other criteria need a person, or have nothing to be about: the pages have no frame, no sound, no
video, no CAPTCHA, no time limit, and no document to download but data. No test was made with a real
screen reader, nor with people who use one. Nothing is known to fail; that is not to say that
nothing does.

## Telling a difficulty

To whoever runs the installation: the address is on its page of commitments, where the operator
declares one (`[publication] contact`).
"""


def documents() -> dict[Path, str]:
    """Return the text of each generated page."""
    openapi = json.dumps(openapi_document(), ensure_ascii=False, indent=2)
    return {
        DOCS / "command-line.md": "\n".join([INTRODUCTION, *_helps()]),
        DOCS / "openapi.json": f"{openapi}\n",
        DOCS / "accessibility.md": _accessibility(),
    }


def _helps() -> Iterator[str]:
    # Where data goes by default depends on the machine; the page shows the usual place.
    os.environ.pop("XDG_DATA_HOME", None)
    say = messages("en")
    root = command_line(say, Failures(say, as_json=False))
    yield from _help(
        root, click.Context(root, info_name=PROGRAM, terminal_width=WIDTH, **root.context_settings)
    )


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    yield "\n".join([f"## `{context.command_path}`", "", "```text", *lines, "```", ""])
    if isinstance(command, click.Group):
        for name in command.commands:
            below = command.get_command(context, name)
            if below is not None:
                yield from _help(
                    below,
                    click.Context(below, parent=context, info_name=name, terminal_width=WIDTH),
                )


def _accessibility() -> str:
    known = tomllib.loads((DOCS / "rgaa.toml").read_text("utf-8"))
    topics = known["topics"]
    axe = AXE.read_text("utf-8")
    rules, tests = _rules(axe), _tests()
    touched = {*rules, *tests}.difference(known["absent"])
    criteria = sorted(touched, key=lambda each: [int(part) for part in each.split(".")])
    [version] = re.findall(r"axe v([\d.]+)", axe[:200])
    return "".join(
        [
            ACCESSIBILITY.format(all=CRITERIA, axe=version, touched=len(criteria)),
            *(
                f"| {each} | {topics[each]} | {_listed(rules.get(each))} |"
                f" {_listed(tests.get(each))} |\n"
                for each in criteria
            ),
            UNTESTED,
        ]
    )


def _listed(names: set[str] | None) -> str:
    return ", ".join(f"`{each}`" for each in sorted(names or ()))


def _rules(axe: str) -> Mapping[str, set[str]]:
    """The rules of axe-core that run, by the criteria that their tags name."""
    rules: defaultdict[str, set[str]] = defaultdict(set)
    name = ""
    for found in re.finditer(r'\{id:"(?P<name>[a-z0-9-]+)"|tags:\[(?P<tags>[^\]]*)\]', axe):
        name = found["name"] or name
        tags = found["tags"] or ""
        if "experimental" not in tags and "wcag2aaa" not in tags:
            for criterion in re.findall(r"RGAA-(\d+\.\d+)", tags):
                rules[criterion].add(name)
    return rules


def _tests() -> Mapping[str, set[str]]:
    """The journeys, by the criteria that their `rgaa` mark names."""
    tests: defaultdict[str, set[str]] = defaultdict(set)
    for place in JOURNEYS.glob("test_*.py"):
        for node in ast.walk(ast.parse(place.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                marks = chain.from_iterable(
                    mark.args
                    for mark in node.decorator_list
                    if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.rgaa"
                )
                for criterion in marks:
                    tests[ast.literal_eval(criterion)].add(node.name)
    return tests


def main() -> None:
    """Write the pages."""
    for place, text in documents().items():
        place.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
