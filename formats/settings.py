"""The programme's own settings, from `programme.toml`, a JSON document or a sheet of names and values."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import Field, ValidationError

from formats.cells import tidy
from formats.documents import Document
from formats.grid import Grid
from formats.invalid import note_invalid
from formats.ledger import Ledger, Place
from formats.nearest import folded
from formats.words import value_named
from models import GroupSettings, SessionSettings
from models.record import Id, Language, Line, Paragraph, Record
from models.settings import TimeZone

_PURPOSE = re.compile(r"(?:motif|purpose)\W+(.+)", re.IGNORECASE)
_FRENCH = {
    "titre": "title", "langue": "language", "fuseau": "timezone", "fuseauhoraire": "timezone", "niveaux": "levels",
    "taillemin": "min_size", "taillemax": "max_size", "taillecible": "target_size", "taillevisee": "target_size",
    "tailleminimale": "min_size", "taillemaximale": "max_size", "sansplacepermis": "allow_unplaced",
}  # fmt: skip


class Settings(Record):
    """What `programme.toml` says besides its rules; `purposes` gives the written reason for a sensitive column."""

    title: Line = ""
    language: Language = "fr"
    timezone: TimeZone = "Europe/Paris"
    levels: tuple[Id, ...] = ()
    purposes: dict[Id, Paragraph] = Field(default_factory=dict)
    groups: GroupSettings = GroupSettings()
    sessions: SessionSettings = SessionSettings()


def settings_of(document: Document, place: Place, ledger: Ledger) -> Settings:
    """Reads the settings of a document; the defaults, with the faults noted, when they are refused."""
    try:
        return Settings.model_validate(document)
    except ValidationError as error:
        note_invalid(error, [*_FIELDS, "rules"], place, ledger)
        return _what_is_sound(document, error)


def settings_document(grid: Grid, place: Place, ledger: Ledger) -> tuple[Document, Place]:
    """Turns a sheet of two columns, names and values, into a document, and says where each value was.

    A line `motif Sexe` (or `purpose Sexe`) gives the written purpose of a sensitive column.
    """
    document: Document = {}
    headers: dict[str, str] = {}
    for row in grid.rows:
        name, value = (*(tidy(cell) for cell in row.cells if cell), "", "")[:2]
        if not value:
            continue
        if purpose := _PURPOSE.fullmatch(name):
            document.setdefault("purposes", {})[purpose[1]] = value
            continue
        field = _field(name)
        part = next((p for p, m in _PARTS.items() if field in m.model_fields), None)
        target = document.setdefault(part, {}) if part else document
        target[field] = _plain(field, value)
        headers[field] = headers[f"{part}/{field}"] = name
    return document, Place(place.file, "programme", place.sheet, headers=headers)


_PARTS: Mapping[str, type[Record]] = {"groups": GroupSettings, "sessions": SessionSettings}
_FIELDS = [*Settings.model_fields, *GroupSettings.model_fields, *SessionSettings.model_fields]
_BY_FORM: dict[str, str] = {folded(field): field for field in _FIELDS} | _FRENCH


def _field(name: str) -> str:
    return _BY_FORM.get(folded(name), name)


def _plain(field: str, value: str) -> Any:
    if field in ("levels", "reviews_after"):
        return [_number(tidy(item)) if field == "reviews_after" else tidy(item) for item in value.split(";")]
    if field in ("title", "language", "timezone"):
        return {"francais": "fr", "anglais": "en", "french": "fr", "english": "en"}.get(folded(value), value)
    if field in ("allow_unplaced", "launch_in_rooms"):
        return {"true": True, "false": False}.get(value_named("truth", value) or "", value)
    return _number(value)


def _number(value: str) -> int | str:
    return int(value) if re.fullmatch("-?[0-9]{1,9}", value) else value


def _what_is_sound(document: Document, error: ValidationError) -> Settings:
    refused = {found["loc"][0] for found in error.errors() if found["loc"]}
    kept = {k: v for k, v in document.items() if k in Settings.model_fields and k not in refused}
    try:
        return Settings.model_validate(kept)
    except ValidationError:
        return Settings()
