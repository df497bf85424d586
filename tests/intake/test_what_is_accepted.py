"""Unusual input that is right: read as it was meant, and kept as it was written."""

from datetime import datetime
from pathlib import Path

import pytest

from formats import intake, read_programme
from models import Programme, Volunteer, default_rules
from tests.intake.small import PEOPLE, SETTINGS, SUBJECTS, book, folder, member, repacked, saved


def people(where: Path, text: str | bytes, toml: str = SETTINGS) -> tuple[Volunteer, ...]:
    return read_programme(folder(where, volunteers=text, toml=toml)).volunteers


@pytest.mark.parametrize(
    "name",
    ["NA", "Null", "None", "Vrai", "1E5", "MAI-12", "=HYPERLINK(1)", "<script>alert(1)</script>", "O'Neil", "+33", "-"],
)
def test_a_strange_name_stays_as_it_is(name: str, tmp_path: Path) -> None:
    assert people(tmp_path, f"id,name\nA1,{name}\n")[0].name == name


def test_ids_keep_their_zeros(tmp_path: Path) -> None:
    assert [v.id for v in people(tmp_path, "id\n00123\n124\n")] == ["00123", "124"]


def test_whole_numbers_of_a_workbook_become_ids_without_a_point(tmp_path: Path) -> None:
    path = saved(book(tmp_path, {"Volontaires": [["matricule", "vœu 1"], [12345, "T1"], [12346, None]]}), tmp_path)
    found = intake(path)
    assert found.programme is not None
    assert [v.id for v in found.programme.volunteers] == ["12345", "12346"]
    assert "SUSPECT_ID" not in {fault.code for fault in found.faults}


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_separator_and_encoding_reads_the_same(separator: str, encoding: str, tmp_path: Path) -> None:
    text = separator.join(["Matricule", "Prénom", "Nom", "Métier"]) + "\r\n"
    text += separator.join(["007", "Zoë", '"Le Goff, 3,5"', "ingénieure"]) + "\r\n"
    (found,) = people(tmp_path, text.encode(encoding))
    assert (found.id, found.name, found.job) == ("007", "Zoë Le Goff, 3,5", "ingénieure")


def test_a_spreadsheets_declared_separator_is_obeyed(tmp_path: Path) -> None:
    assert people(tmp_path, "sep=;\r\nid;nom\r\nA1;Awa\r\n")[0].name == "Awa"


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_every_line_break_is_one(break_: str, tmp_path: Path) -> None:
    assert len(people(tmp_path, break_.join(["id,name", "A1,Awa", "", "A2,Bruno", ""]))) == 2


def test_french_headers_and_values_are_understood(tmp_path: Path) -> None:
    where = folder(
        tmp_path,
        volunteers="Matricule;Vœu n° 1;2e choix;Refus;Fonction transverse;N+1\n1;T1;T2;;RH;\n2;T2;;T1;;1\n",
        themes="code;Intitulé;Échéance;Taille min;Groupes max\nT1;Climat;Gain rapide;3;2\nT2;Eau;long terme;;\n",
        facilitators="identifiant;nom;thèmes;expérimentée\nF1;Gina;T1;oui\nF2;Hugo;T1;non\n",
    )
    found = read_programme(where)
    assert [v.choices for v in found.volunteers] == [("T1", "T2"), ("T2",)]
    assert (found.volunteers[0].function, found.volunteers[1].manager) == ("RH", "1")
    assert [t.horizon for t in found.themes] == ["quick_win", "long_term"]
    assert (found.themes[0].min_size, found.themes[0].max_groups) == (3, 2)
    assert [f.experienced for f in found.facilitators] == [True, False]


def test_slots_are_read_in_french_in_iso_and_as_serial_numbers(tmp_path: Path) -> None:
    text = "id;début;fin;type\nS1;01/03/2027 09:00;01/03/2027 12h30;lancement\n"
    text += "S2;2027-03-15T09:00;2027-03-15 11:00;séance de travail\nS3;46461,375;46461,5;comité\n"
    slots = read_programme(folder(tmp_path, slots=text)).slots
    assert [slot.kind for slot in slots] == ["launch", "work", "review"]
    assert slots[0].end == datetime(2027, 3, 1, 12, 30)
    assert slots[2].start == datetime(2027, 3, 15, 9, 0) == slots[1].start


def test_a_workbook_with_french_sheets_equals_its_folder(tmp_path: Path) -> None:
    made = saved(book(tmp_path / "b", {"Règles": [["genre", "poids"], ["choices", 10]]}), tmp_path / "b")
    settings = '[groups]\nmin_size = 3\n[[rules]]\nkind = "choices"\nweight = 10\n'
    assert read_programme(made) == read_programme(folder(tmp_path / "f", toml=settings))


def test_rules_of_a_sheet_take_lists_pairs_and_truths(tmp_path: Path) -> None:
    rows = [
        ["genre", "poids", "obligatoire", "attribut", "valeurs", "min", "paires", "coûts"],
        ["quota", None, "oui", "niveau", "1;2", 0, None, None],
        ["apart", 3, None, None, None, None, "A1+A2;A1+A3", None],
        ["choices", 10, None, None, None, None, None, "0;1;3"],
    ]
    quota, apart, choices = read_programme(saved(book(tmp_path, {"Règles": rows}), tmp_path)).rules
    assert (quota.hard, quota.attribute, quota.values, quota.min) == (True, "level", ("1", "2"), 0)
    assert (apart.weight, apart.pairs) == (3, (("A1", "A2"), ("A1", "A3")))
    assert choices.costs == (0, 1, 3)


def test_a_programme_survives_its_json_form(tmp_path: Path) -> None:
    programme = read_programme(folder(tmp_path))
    document = tmp_path / "programme.json"
    document.write_text(programme.model_dump_json(), encoding="utf-8")
    assert read_programme(document) == programme


def test_a_json_document_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    programme = read_programme(folder(tmp_path))
    document = tmp_path / "programme.json"
    document.write_text(programme.model_dump_json(), encoding="utf-8-sig")
    assert read_programme(document) == programme


def test_a_column_is_kept_only_where_a_rule_names_it(tmp_path: Path) -> None:
    toml = SETTINGS + '[[rules]]\nkind = "spread"\nattribute = "langue"\nweight = 2\n'
    (found,) = people(tmp_path, "id,Langue,couleur\nA1,fr,bleu\n", toml)
    assert found.more == {"langue": "fr"}


def test_a_sensitive_column_is_kept_with_a_written_purpose(tmp_path: Path) -> None:
    toml = 'purposes = { sexe = "accord du 3 mars" }\n' + SETTINGS
    toml += '[[rules]]\nkind = "balance"\nattribute = "sexe"\nweight = 2\n'
    programme = read_programme(folder(tmp_path, volunteers="id,Sexe\nA1,F\n", toml=toml))
    assert programme.volunteers[0].more == {"sexe": "F"}
    assert programme.purposes == {"sexe": "accord du 3 mars"}


def test_a_programme_without_rules_gets_the_customary_ones(tmp_path: Path) -> None:
    programme = read_programme(folder(tmp_path, toml="[groups]\nmin_size = 3\n"))
    assert programme.rules == default_rules(programme.roster, programme.groups.target)


def test_an_earlier_plan_is_read_from_beside_the_programme(tmp_path: Path) -> None:
    toml = SETTINGS + '[[rules]]\nkind = "stability"\nplan = "../avant/assignments.csv"\nweight = 2\n'
    where = folder(tmp_path / "now", toml=toml)
    (tmp_path / "avant").mkdir()
    (tmp_path / "avant" / "assignments.csv").write_text("volontaire;groupe\nA1;T1-1\nA2;T2-1\n", encoding="utf-8")
    assert read_programme(where).rules[1].plan == {"A1": "T1-1", "A2": "T2-1"}


def test_a_thousand_empty_styled_rows_are_no_rows(tmp_path: Path) -> None:
    made = book(tmp_path)
    for row in range(20, 1020):
        made["Volontaires"].cell(row=row, column=3).number_format = "0.00"
    made["Volontaires"]["XFD1048576"].number_format = "0.00"
    assert intake(saved(made, tmp_path)).rows["volunteers"].read == 6


def test_a_false_dimension_hides_no_row(tmp_path: Path) -> None:
    path = saved(book(tmp_path), tmp_path)
    sheet = member(path, "xl/worksheets/sheet1.xml").replace(b'ref="A1:G7"', b'ref="A1:B2"')
    assert b'ref="A1:B2"' in sheet
    assert intake(repacked(path, {"xl/worksheets/sheet1.xml": sheet})).rows["volunteers"].read == 6


def test_a_table_of_the_folder_may_be_a_workbook(tmp_path: Path) -> None:
    where = folder(tmp_path)
    (where / "volunteers.csv").unlink()
    made = book(tmp_path / "b")
    made.save(where / "volontaires.xlsx")
    assert len(read_programme(where).volunteers) == 6


def test_reading_is_the_same_whatever_the_order_of_the_columns(tmp_path: Path) -> None:
    rows = [line.split(",") for line in SUBJECTS.splitlines()]
    turned = "\n".join(",".join(row[::-1]) for row in rows) + "\n"
    assert read_programme(folder(tmp_path / "a")) == read_programme(folder(tmp_path / "b", PEOPLE, turned))


def test_a_programme_is_read_from_a_path_as_text(tmp_path: Path) -> None:
    assert isinstance(read_programme(str(folder(tmp_path))), Programme)


def test_a_purpose_may_be_written_in_the_sheet_of_settings(tmp_path: Path) -> None:
    sheets = {
        "Volontaires": [["id", "Sexe"], ["A1", "F"]],
        "programme": [["Taille min", 3], ["Motif : sexe", "accord du 3 mars"]],
        "Règles": [["genre", "poids", "attribut"], ["balance", 2, "Sexe"]],
    }
    programme = read_programme(saved(book(tmp_path, sheets), tmp_path))
    assert programme.volunteers[0].more == {"Sexe": "F"}
    assert programme.purposes == {"sexe": "accord du 3 mars"}
