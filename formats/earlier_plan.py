"""Who was where in an earlier plan, named by a path beside the programme."""

from pathlib import Path, PureWindowsPath

from formats.documents import json_document
from formats.fault import said
from formats.ledger import Ledger, Place
from formats.limits import DOCUMENT_BYTES, guarded_bytes
from formats.plan_lines import lines_of_text
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
    return _from_json(found, ledger) if found.suffix == ".json" else _from_table(found, ledger)


def _inside(path: str, folder: Path) -> Path | None:
    if not path or "\0" in path or PureWindowsPath(path).drive or Path(path).is_absolute():
        return None
    near = folder.resolve()
    found = (near / path).resolve()
    if not found.is_relative_to(near.parent):
        return None
    inside = (found / name for name in NAMES)
    return next((f for f in inside if f.is_file()), found) if found.is_dir() else found


def _from_json(path: Path, ledger: Ledger) -> dict[str, str] | None:
    place = Place(path.name, "assignments")
    data = guarded_bytes(path, place, ledger, DOCUMENT_BYTES)
    text = decoded(data, place, ledger) if data is not None else None
    document = json_document(text, place, ledger) if text is not None else None
    if document is None:
        return None
    try:
        return Plan.model_validate(document).group_of()
    except ValueError:
        ledger.error(place, "BAD_PLAN", said("ce n'est pas un plan", "this is not a plan"))
        return None


def _from_table(path: Path, ledger: Ledger) -> dict[str, str] | None:
    lines = lines_of_text(path, "assignments", ledger)
    seats = {line.cell("volunteer"): line.cell("group") for line in lines if line.cell("volunteer")}
    placed = {who: group for who, group in seats.items() if group}
    return placed if placed or not ledger.failed else None
