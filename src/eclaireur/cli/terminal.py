"""What comes from the terminal and goes to it. Text from a catalogue is never a command to it."""

import io
import re
import sys

import click

from eclaireur.core.errors import UndecodableText
from eclaireur.messages import Messages

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, colours a screen, turns text around or cannot be written."""


def printable(text: str) -> str:
    """Return the text with what a terminal would obey, or could not show, made visible."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale; in JSON, a lone surrogate comes out as its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def standard_input() -> str:
    """Read a text, as it is to its ends of lines. Raises UndecodableText if it is not UTF-8."""
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise UndecodableText from None


def agreed(question: str, say: Messages) -> bool:
    """Ask somebody at a terminal, on standard error; anything but a yes is a no."""
    asked = f"{question} [{say('cli-yes-or-no')}]"
    answered: str = click.prompt(asked, default="", show_default=False, err=True)
    return answered.strip().lower() in say("cli-yes").split()
