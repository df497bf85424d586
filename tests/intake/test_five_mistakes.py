"""A spreadsheet made by hand with five mistakes gets five named errors."""

from pathlib import Path

from formats import intake
from tests.intake.small import book, saved

BY_HAND = [
    ["Réseau apprenant 2027", None, None, None, None, None, None],
    ["Matricule", "Nom", "Niveau", "Responsable", "Vœu 1", "Vœu 2", "Refus"],
    ["00101", "Awa Ndiaye", "cadre", None, "T1", "T2", None],
    ["00102", "Bruno Petit", "terrain", "00101", "T2", "T2", None],
    ["00101", "Chloé Roux", "terrain", "00101", "T1", None, None],
    ["00104", "Denis Faure", "cadr", "00101", "T2", None, None],
    ["00105", "Emma Leroy", "terrain", "00105", "T1", None, None],
    ["00106", "Farid Amari", "terrain", "00101", "Climatt", None, None],
]
SETTINGS = [["Titre", "Réseau"], ["Niveaux", "terrain;cadre"], ["Taille min", 3]]


def test_five_mistakes_made_by_hand_are_five_named_errors(tmp_path: Path) -> None:
    sheets = {"Volontaires": BY_HAND, "programme": SETTINGS, "Règles": [["genre", "poids"], ["choices", 10]]}
    found = intake(saved(book(tmp_path, sheets), tmp_path))
    errors = [(f.code, f.sheet, f.row, f.column, f.excerpt) for f in found.faults if f.severity == "error"]
    assert sorted(errors) == [
        ("DUPLICATE_ID", "Volontaires", 5, "Matricule", "00101"),
        ("DUPLICATE_PREFERENCE", "Volontaires", 4, "Vœu 2", "T2"),
        ("SELF_REF", "Volontaires", 7, "Responsable", "00105"),
        ("UNKNOWN_REF", "Volontaires", 8, "Vœu 1", "Climatt"),
        ("UNKNOWN_VALUE", "Volontaires", 6, "Niveau", "cadr"),
    ]
    assert all(fault.hint for fault in found.faults)
    assert [f.code for f in found.faults if f.severity == "warning"] == ["HEADER_BELOW"]
    assert found.rows["volunteers"].model_dump() == {"read": 6, "accepted": 1, "reported": 5}


def test_every_mistake_of_every_table_is_named_in_one_pass(tmp_path: Path) -> None:
    sheets = {
        "Volontaires": BY_HAND,
        "Thèmes": [["id", "taille min", "taille max"], ["T1", 8, 6], ["T2", "3-9", None]],
        "Facilitateurs": [["id", "thèmes"], ["F1", "T9"]],
        "Créneaux": [["id", "début", "fin", "type"], ["S1", "01/03/2027 10:00", "01/03/2027 09:00", "travail"]],
        "programme": [*SETTINGS, ["taille mox", 5]],
        "Règles": [["genre", "poids"], ["choices", 5000]],
    }
    found = intake(saved(book(tmp_path, sheets), tmp_path))
    codes = {fault.code for fault in found.faults if fault.severity == "error"}
    assert codes >= {"MIN_GT_MAX", "WRONG_TYPE", "END_BEFORE_START", "UNKNOWN_FIELD", "OUT_OF_RANGE", "SELF_REF"}
    assert {fault.sheet for fault in found.faults} == set(sheets)
