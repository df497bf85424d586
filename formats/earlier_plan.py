"""Who was where in an earlier plan, named by a path beside the programme."""

from pathlib import Path, PureWindowsPath

from formats.csv_grid import csv_grid
from formats.documents import json_document
from formats.fault import said
from formats.grid import Grid
from formats.layout import layout_of
from formats.ledger import Ledger, Place
from formats.limits import DOCUMENT_BYTES, guarded_bytes
from formats.text_encoding import decoded
from models import Plan

NAMES = ("assignments.csv", "plan.json")


def earlier_seats(path: str, folder: Path, place: Place, ledger: Ledger) -> dict[str, str] | None:
    """Gives volunteer id → group id of an earlier plan; None, with the fault noted, when there is none to read.

    `path` is relative to the programme's folder, and stays inside it or beside it.
    """
    found = _inside(path, folder)
    if found is None:
        message = said("chemin hors du dossier du programme", "path outside the programme's folder")
        hint = said("copiez le plan près du programme", "copy the plan beside the programme")
        ledger.error(place, "UNSAFE_PATH", message, field="plan", shown=path, hint=hint)
        return None
    if not found.is_file():
        message = said("ce plan n'existe pas", "there is no such plan")
        hint = said("donnez assignments.csv ou plan.json", "give assignments.csv or plan.json")
        ledger.error(place, "MISSING_FILE", message, field="plan", shown=path, hint=hint)
        return None
    here = Place(found.name, "assignments")
    data = guarded_bytes(found, here, ledger, DOCUMENT_BYTES)
    text = decoded(data, here, ledger) if data is not None else None
    if text is None:
        return None
    return _from_json(text, here, ledger) if found.suffix == ".json" else _from_csv(text, here, ledger)


def _inside(path: str, folder: Path) -> Path | None:
    if not path or "\0" in path or PureWindowsPath(path).drive or Path(path).is_absolute():
        return None
    near = folder.resolve()
    found = (near / path).resolve()
    if not found.is_relative_to(near.parent):
        return None
    inside = (found / name for name in NAMES)
    return next((f for f in inside if f.is_file()), found) if found.is_dir() else found


def _from_json(text: str, place: Place, ledger: Ledger) -> dict[str, str] | None:
    document = json_document(text, place, ledger)
    if document is None:
        return None
    try:
        return Plan.model_validate(document).group_of()
    except ValueError:
        ledger.error(place, "BAD_PLAN", said("ce n'est pas un plan", "this is not a plan"))
        return None


def _from_csv(text: str, place: Place, ledger: Ledger) -> dict[str, str] | None:
    grid: Grid = csv_grid(text, place, ledger)
    layout = layout_of(grid, "assignments", ("volunteer", "group"), place, ledger)
    if layout is None:
        return None
    who, where = layout.fields["volunteer"], layout.fields["group"]
    rows = (row.cells for row in grid.rows if row.number > layout.row and len(row.cells) > max(who, where))
    return {cells[who]: cells[where] for cells in rows if cells[who] and cells[where]}
