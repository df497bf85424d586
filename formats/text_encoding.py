"""Bytes to text by a fixed ladder, never by statistics: a UTF-16 mark, strict UTF-8, then Windows-1252.

A file that is plainly UTF-8 (it holds at least one valid sequence of several bytes) but for stray bytes stays UTF-8:
each stray byte becomes a lone surrogate, which the reading of cells reports with row, column and byte.
"""

from formats.fault import said
from formats.ledger import Ledger, Place

SAVE = said("enregistrez le fichier en UTF-8 (« CSV UTF-8 »)", "save the file as UTF-8 (“CSV UTF-8”)")
ALIENS = {
    b"PK\x03\x04": "zip, xlsx",
    b"\xd0\xcf\x11\xe0": "xls (OLE2)",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
}


def decoded(data: bytes, place: Place, ledger: Ledger) -> str | None:
    """Gives the text of a file, None with the fault noted when its encoding is not sure."""
    if kind := alien(data):
        message = said(f"le contenu n'est pas du texte ({kind})", f"the content is not text ({kind})")
        hint = said("enregistrez la feuille en CSV UTF-8 ou en .xlsx", "save the sheet as CSV UTF-8 or as .xlsx")
        ledger.error(place, "UNSUPPORTED_TYPE", message, hint=hint)
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf_16(data, place, ledger)
    if data[:400].count(0) * 4 > len(data[:400]):
        _unsure(place, ledger, "UTF-16 ?")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_quite_utf_8(data, place, ledger)


def alien(data: bytes) -> str | None:
    """Names the kind of a file that is no text at all."""
    start = data[:512].lstrip().lower()
    if start.startswith((b"<html", b"<!doctype html")):
        return "HTML"
    return next((kind for mark, kind in ALIENS.items() if data.startswith(mark)), None)


def _utf_16(data: bytes, place: Place, ledger: Ledger) -> str | None:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        _unsure(place, ledger, "UTF-16")
        return None
    ledger.warn(place, "ENCODING", said("fichier lu en UTF-16", "file read as UTF-16"), hint=SAVE)
    return text


def _not_quite_utf_8(data: bytes, place: Place, ledger: Ledger) -> str | None:
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    if any(c > "\x7f" and not "\udc80" <= c <= "\udcff" for c in text):
        return text
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        row, byte = data.count(b"\n", 0, error.start) + 1, data[error.start]
        _unsure(place.at(row), ledger, f"0x{byte:02X}")
        return None
    ledger.warn(place, "ENCODING", said("fichier lu en Windows-1252", "file read as Windows-1252"), hint=SAVE)
    return text


def _unsure(place: Place, ledger: Ledger, shown: str) -> None:
    message = said(f"encodage inconnu ({shown})", f"unknown encoding ({shown})")
    ledger.error(place, "BAD_ENCODING", message, shown=shown, hint=SAVE)
