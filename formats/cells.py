"""One cell's text to a value, or the reason why not."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from formats.fault import excerpt, said
from formats.limits import CELL_CHARACTERS, LINE_CHARACTERS
from formats.words import VALUES, value_named
from models import Text

# Controls, marks that turn or hide text, and halves of characters; joiners are left, names are written with them.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_BREAK = re.compile(r"[\t\r\n]")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


class Unreadable(Exception):  # noqa: N818 - it is caught at once and becomes a fault
    """Why a cell cannot be read."""

    def __init__(self, code: str, message: Text, hint: Text | None = None) -> None:
        super().__init__(code)
        self.code, self.message, self.hint = code, message, hint


class Reader(NamedTuple):
    """How a column's cells are read: `textual` ones must not have been turned into dates by a spreadsheet."""

    read: Callable[[str], object]
    textual: bool = True


def tidy(text: str) -> str:
    """Gives a cell's text in canonical Unicode form (NFC), without outer spaces: the same text, written one way."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()


def legal(text: str, longest: int = CELL_CHARACTERS) -> str:
    """Gives the text back, or says which character it must not hold, or that it is too long."""
    found = None if text.isascii() and text.isprintable() else _ILLEGAL.search(text)
    if found:
        raise _illegal(found[0])
    if len(text) > longest:
        message = said(f"{len(text)} caractères, {longest} au plus", f"{len(text)} characters, at most {longest}")
        raise Unreadable("TOO_LONG", message, said("raccourcissez le texte", "shorten the text"))
    return text


def line(text: str) -> str:
    """Reads one line of at most 200 characters."""
    legal(text, LINE_CHARACTERS)
    if not text.isprintable() and _BREAK.search(text):
        raise Unreadable(
            "ILLEGAL_CHARACTER",
            said("retour à la ligne ou tabulation dans un texte d'une ligne", "line break or tab in a one-line text"),
            said("remplacez-le par une espace", "replace it with a space"),
        )
    return text


def listed(text: str) -> tuple[str, ...]:
    """Reads a list separated by semicolons or line breaks."""
    return tuple(line(tidy(item)) for item in re.split(r"[;\r\n]", legal(text)) if item.strip())


def whole(low: int, high: int, below: str = "OUT_OF_RANGE") -> Callable[[str], int]:
    """Makes the reading of a whole number from `low` to `high`; `below` is the code of a smaller one."""

    def read(text: str) -> int:
        if not _WHOLE.fullmatch(text):
            raise Unreadable("WRONG_TYPE", *_whole_wanted(text, low, high))
        number = int(text)
        if not low <= number <= high:
            raise Unreadable(below if number < low else "OUT_OF_RANGE", *_whole_wanted(text, low, high))
        return number

    return read


def word(kind: str) -> Callable[[str], str]:
    """Makes the reading of one of the words of a kind (`horizon`, `kind`)."""

    def read(text: str) -> str:
        if value := value_named(kind, text):
            return value
        allowed = ", ".join(VALUES[kind])
        message = said(f"« {excerpt(text)} » n'est pas connu", f"“{excerpt(text)}” is not known")
        raise Unreadable("UNKNOWN_VALUE", message, said(f"valeurs : {allowed}", f"values: {allowed}"))

    return read


def truth(text: str) -> bool:
    """Reads yes or no."""
    value = value_named("truth", text)
    if value is None:
        message = said("oui ou non attendu", "yes or no expected")
        raise Unreadable("WRONG_TYPE", message, said("écrivez oui ou non", "write yes or no"))
    return value == "true"


def _illegal(character: str) -> Unreadable:
    if "\udc80" <= character <= "\udcff":
        byte = f"0x{ord(character) - 0xDC00:02X}"
        message = said(f"octet {byte} étranger à l'UTF-8", f"byte {byte} is not UTF-8")
        hint = said("corrigez ce caractère, enregistrez en CSV UTF-8", "mend this character, save as CSV UTF-8")
        return Unreadable("BAD_ENCODING", message, hint)
    name = f"U+{ord(character):04X}"
    message = said(f"caractère invisible ou de contrôle {name}", f"invisible or control character {name}")
    return Unreadable("ILLEGAL_CHARACTER", message, said("effacez-le, retapez le texte", "delete it, retype the text"))


def _whole_wanted(text: str, low: int, high: int) -> tuple[Text, Text]:
    message = said(f"nombre entier de {low} à {high} attendu", f"whole number from {low} to {high} expected")
    if re.search(r"[0-9]\s*(?:-|à|to|/)\s*[0-9]", text):
        return message, said("utilisez deux colonnes, min et max", "use two columns, min and max")
    return message, said("écrivez un nombre entier", "write a whole number")
