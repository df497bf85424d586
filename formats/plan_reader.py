"""Reads a plan: `plan.json`, `assignments.csv`, a workbook such as `plan.xlsx`, or a folder that holds a plan."""

from pathlib import Path

from pydantic import ValidationError

from formats.canonical import canonical
from formats.fault import InputError, said
from formats.ledger import Ledger, Place
from formats.limits import DOCUMENT_BYTES, guarded_bytes
from formats.plan_table_reader import plan_from_tables, plan_from_workbook
from formats.text_encoding import decoded
from models import Plan, Programme


def read_plan(path: str | Path, programme: Programme) -> Plan:
    """Reads a plan of a programme, ours or hand-made; whether it is any good is for the judge to say.

    Raises
    ------
    InputError
        With every problem found, each with its file, row and column.
    """
    ledger = Ledger()
    plan = _read(Path(path), programme, ledger)
    if plan is None or ledger.failed:
        raise InputError(ledger.faults)
    return plan


def _read(path: Path, programme: Programme, ledger: Ledger) -> Plan | None:
    if path.is_dir():
        return _from_folder(path, programme, ledger)
    if path.suffix.lower() == ".json":
        return _from_document(path, ledger)
    if path.suffix.lower() == ".xlsx":
        return plan_from_workbook(path, programme, ledger)
    return plan_from_tables(path, programme, ledger)


def _from_folder(folder: Path, programme: Programme, ledger: Ledger) -> Plan | None:
    document, table = folder / "plan.json", folder / "assignments.csv"
    if not document.exists() and not table.exists():
        message = said("ni plan.json ni assignments.csv ici", "neither plan.json nor assignments.csv here")
        ledger.error(Place(file=folder.name), "MISSING_FILE", message)
        return None
    plan = _from_document(document, ledger) if document.exists() else None
    drawn = plan_from_tables(table, programme, ledger) if table.exists() else None
    if plan and drawn and not ledger.failed and _placing(plan) != _placing(drawn):
        message = said("assignments.csv et groups.csv ne disent pas le même plan que plan.json",
                       "assignments.csv and groups.csv do not tell the same plan as plan.json")  # fmt: skip
        hint = said("donnez le fichier voulu plutôt que le dossier", "name the file you mean rather than the folder")
        ledger.error(Place(file=folder.name), "PLANS_DISAGREE", message, hint=hint)
    return plan or drawn


def _placing(plan: Plan) -> list[object]:
    groups = [(g.id, g.theme, g.members, g.facilitators) for g in canonical(plan).groups]
    return [*groups, *(row.volunteer for row in canonical(plan).unplaced)]


def _from_document(path: Path, ledger: Ledger) -> Plan | None:
    place = Place(file=path.name, table="plan")
    data = guarded_bytes(path, place, ledger, DOCUMENT_BYTES)
    text = None if data is None else decoded(data, place, ledger)
    if text is None:
        return None
    try:
        return Plan.model_validate_json(text)
    except (ValidationError, UnicodeEncodeError) as error:
        _note(error, place, ledger)
        return None


def _note(error: ValidationError | UnicodeEncodeError, place: Place, ledger: Ledger) -> None:
    if isinstance(error, UnicodeEncodeError):
        ledger.error(place, "BAD_ENCODING", said("octets qui ne sont pas du texte", "bytes that are no text"))
        return
    for problem in error.errors(include_url=False, include_input=False, include_context=False):
        code = "BAD_JSON" if problem["type"] == "json_invalid" else "BAD_VALUE"
        pointer = "".join(f"/{part}" for part in problem["loc"])
        message = said(f"valeur non admise : {problem['msg']}", f"value not allowed: {problem['msg']}")
        ledger.error(Place(file=place.file, table=place.table, pointer=pointer), code, message)
