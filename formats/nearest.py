"""The word that was probably meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from formats.fault import said
from models import Text

GUESSES = 200


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Gives a text without accents, case, spaces and punctuation: what is left when people type by hand."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plain.casefold() if c.isalnum())


def words_in_order(name: str) -> str:
    """Gives a person's name with its words in one order: people write the given name before or after."""
    return " ".join(sorted(filter(None, map(folded, re.split(r"[\s,]+", name)))))


class Words:
    """Known words, asked many times which of them was meant; after many guesses only exact likenesses are told."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_form: dict[str, str] = {}
        for name in known:
            self._by_form.setdefault(folded(name), name)
        self._guesses = GUESSES

    def nearest(self, word: str) -> str | None:
        """Gives the known word closest to a word, None when none comes near."""
        form = folded(word)
        if form in self._by_form or not form or not self._guesses:
            return self._by_form.get(form)
        self._guesses -= 1
        longer = [whole for whole in self._by_form if whole.startswith(form)]
        if len(longer) == 1 and len(form) > 2:
            return self._by_form[longer[0]]
        found = get_close_matches(form, list(self._by_form)[:2000], n=1, cutoff=0.7)
        return self._by_form[found[0]] if found else None

    def meant(self, word: str, otherwise: Text) -> Text:
        """Asks whether the nearest known word was meant; says `otherwise` when none comes near."""
        found = self.nearest(word)
        return said(f"vouliez-vous dire « {found} » ?", f"did you mean “{found}”?") if found else otherwise


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Gives the known word closest to a word, None when none comes near."""
    return Words(known).nearest(word)


def did_you_mean(word: str, known: Iterable[str], otherwise: Text | None = None) -> Text | None:
    """Asks whether the nearest known word was meant; says `otherwise` when none comes near."""
    found = nearest(word, known)
    return said(f"vouliez-vous dire « {found} » ?", f"did you mean “{found}”?") if found else otherwise


def some(names: Iterable[str], most: int = 12) -> str:
    """Lists the first names, and an ellipsis for the rest."""
    listed = list(names)
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")
