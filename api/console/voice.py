"""How a command speaks: its language, for people or for machines, on which stream."""

import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rich.console import Console

from models import Text
from models.record import Language

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Voice:
    """Speaks one language; for machines, nothing but lines of JSON goes to the standard output."""

    language: Language
    for_machines: bool = False

    @cached_property
    def out(self) -> Console:
        """Where answers go."""
        return Console(markup=False, highlight=False, emoji=False)

    @cached_property
    def err(self) -> Console:
        """Where progress and problems go."""
        return Console(stderr=True, markup=False, highlight=False, emoji=False)

    def say(self, fr: str, en: str) -> str:
        """Chooses a sentence."""
        return fr if self.language == "fr" else en

    def said(self, text: Text) -> str:
        """Gives a text, safe for a terminal."""
        return clean(text.said_in(self.language))

    def tell(self, fr: str, en: str) -> None:
        """Tells people how things go, beside the answer."""
        self.err.print(clean(self.say(fr, en)))

    def write_line(self, document: Mapping[str, Any]) -> None:
        """Writes one line of JSON to the standard output, at once."""
        sys.stdout.write(json.dumps(document, ensure_ascii=True, allow_nan=False) + "\n")
        sys.stdout.flush()


def clean(text: str) -> str:
    """Takes out what could command a terminal or turn the reading direction."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def spoken(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """Tells the language asked for: `--lang`, else the locale, else French."""
    for k, argument in enumerate(arguments):
        wanted = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        wanted = arguments[k + 1] if argument == "--lang" and k + 1 < len(arguments) else wanted
        if wanted:
            return "en" if wanted == "en" else "fr"
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "fr"
