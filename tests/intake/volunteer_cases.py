"""Bad volunteers' tables, in the order of what goes wrong with them."""

from pathlib import Path

from tests.intake.case import Case, Make
from tests.intake.small import PEOPLE, SETTINGS, folder, row_of

LEVELS = SETTINGS.replace("[groups]", 'levels = ["1", "2", "3", "4", "5"]\n[groups]')
GRADES = SETTINGS.replace("[groups]", 'levels = ["cadre supérieur", "cadre", "1", "2", "3", "4", "5"]\n[groups]')
RANKED = "id,nom,vœu 1,vœu 2,vœu 3,refus\nA1,Awa,T1,T2,,\nA2,Bruno,T2,,,\nA3,Chloé,T1,,,\n"


def with_people(text: str | bytes, toml: str = SETTINGS) -> Make:
    return lambda where: folder(where, volunteers=text, toml=toml)


def with_cell(row: int, toml: str = SETTINGS, **cells: str) -> Make:
    return with_people(row_of(PEOPLE, row, **cells), toml)


def ranked(row: int, **cells: str) -> Make:
    return with_people(row_of(RANKED, row, **cells))


def _named(file: str, content: bytes) -> Make:
    def make(where: Path) -> Path:
        folder(where)
        (where / "volunteers.csv").unlink()
        (where / file).write_bytes(content)
        return where

    return make


BAD_BYTE = PEOPLE.encode().replace(b"Denis Faure", b"Denis Faur\xe9")
CASES = [
    Case("01 empty file", with_people(""), "EMPTY_TABLE"),
    Case("01 header only", with_people(PEOPLE.splitlines()[0] + "\n"), "EMPTY_TABLE", row=1),
    Case(
        "02 no id column",
        with_people(PEOPLE.replace("id,", "Matricule RH,", 1)),
        "MISSING_COLUMN",
        row=1,
        column="id",
        hint="Matricule RH",
    ),
    Case(
        "03 two columns of one name",
        with_people(PEOPLE.replace("unit,", "Niveau,", 1)),
        "DUPLICATE_COLUMN",
        row=1,
        column="Niveau",
    ),
    Case(
        "03 headers that differ by an accent",
        with_people("id,unité,UNITE\nA1,Paris,Lyon\n"),
        "DUPLICATE_COLUMN",
        row=1,
        column="UNITE",
    ),
    Case("04 id twice", with_cell(5, id="A1"), "DUPLICATE_ID", row=5, column="id"),
    Case("05 no id", with_cell(4, id=""), "EMPTY_VALUE", row=4, column="id"),
    Case("05 id of spaces", with_cell(4, id="  \u00a0 "), "EMPTY_VALUE", row=4, column="id"),
    Case(
        "06 ids alike without zeros",
        with_people(PEOPLE + "00123,,,,,,\n123,,,,,,\n"),
        "SUSPECT_ID",
        row=9,
        column="id",
        severity="warning",
    ),
    Case(
        "08 undeclared level",
        with_cell(3, GRADES, level="cadre sup"),
        "UNKNOWN_VALUE",
        row=3,
        column="level",
        hint="cadre supérieur",
    ),
    Case(
        "09 level with a comma",
        with_people(PEOPLE.replace("Petit,2,", 'Petit,"3,5",'), LEVELS),
        "WRONG_TYPE",
        row=3,
        column="level",
    ),
    *(
        Case(f"09 level {level}", with_cell(3, LEVELS, level=level), code, row=3, column="level")
        for level, code in (
            ("-1", "OUT_OF_RANGE"),
            ("9", "OUT_OF_RANGE"),
            ("٣", "WRONG_TYPE"),
            ("1e99", "WRONG_TYPE"),
            ("NaN", "WRONG_TYPE"),
            ("inf", "WRONG_TYPE"),
        )
    ),
    Case(
        "10 manager almost a volunteer",
        with_cell(3, manager="a1"),
        "UNKNOWN_REF",
        row=3,
        column="manager",
        severity="warning",
        hint="A1",
    ),
    Case(
        "10 manager given by name",
        with_cell(3, manager="NDIAYE Awa"),
        "READ_BY_NAME",
        row=3,
        column="manager",
        severity="warning",
        hint="A1",
    ),
    Case(
        "10 manager of another world",
        with_cell(3, manager="Z99"),
        "UNKNOWN_REF",
        row=3,
        column="manager",
        severity="info",
    ),
    Case(
        "10 managers all of another world",
        with_people(PEOPLE.replace("Lyon,A1", "Lyon,Z1").replace("Paris,A1", "Paris,Z2").replace(",A2,", ",Z3,")),
        "UNKNOWN_REF",
        row=3,
        column="manager",
        severity="warning",
        hint="ids",
    ),
    Case(
        "8 unit spelled in two ways",
        with_people(PEOPLE.replace("Paris", "PARIS", 1).replace("Lille", "Paris")),
        "SUSPECT_VALUE",
        row=2,
        column="unit",
        severity="warning",
        hint="Paris",
    ),
    Case("10 own manager", with_cell(3, manager="A2"), "SELF_REF", row=3, column="manager"),
    Case("10 managers in a circle", with_cell(2, manager="A5"), "CYCLE", row=2, column="manager"),
    Case("11 theme with a typo", ranked(3, **{"vœu 2": "T1x"}), "UNKNOWN_REF", row=3, column="vœu 2", hint="T1"),
    Case(
        "11 theme with a hard space inside",
        ranked(3, **{"vœu 1": "T\u00a01"}),
        "UNKNOWN_REF",
        row=3,
        column="vœu 1",
        hint="T1",
    ),
    Case(
        "11 theme by its title",
        ranked(3, **{"vœu 1": "climat"}),
        "READ_BY_TITLE",
        row=3,
        column="vœu 1",
        severity="info",
    ),
    Case("11 title with a typo", ranked(3, **{"vœu 1": "Climatt"}), "UNKNOWN_REF", row=3, column="vœu 1", hint="T1"),
    Case(
        "11 list with commas",
        with_people(PEOPLE.replace("T2;T1", '"T2,T1"')),
        "UNKNOWN_REF",
        row=6,
        column="choices",
        hint="semicolon",
    ),
    Case("12 theme chosen twice", ranked(3, **{"vœu 2": "T2"}), "DUPLICATE_PREFERENCE", row=3, column="vœu 2"),
    Case("12 a gap in the ranks", ranked(2, **{"vœu 2": "", "vœu 3": "T2"}), "RANK_GAP", row=2, column="vœu 3"),
    Case("13 chosen and refused", ranked(4, refus="T1"), "CONTRADICTION", row=4, column="vœu 1"),
    Case("14 control character", with_cell(4, name="Chloé\x07"), "ILLEGAL_CHARACTER", row=4, column="name"),
    Case("14 text turned around", with_cell(4, name="Chloé\u202eeolhC"), "ILLEGAL_CHARACTER", row=4, column="name"),
    Case("14 zero-width space", with_cell(4, id="A\u200b3"), "ILLEGAL_CHARACTER", row=4, column="id"),
    Case("15 name too long", with_cell(4, name="C" * 5000), "TOO_LONG", row=4, column="name"),
    Case("15 cell too long", with_cell(4, choices="T1;" * 10922), "TOO_LONG", row=4, column="choices"),
    Case(
        "16 one name in two forms",
        with_people(PEOPLE + "A7,Jose\u0301 Gil,,,,,\nA8,José Gil,,,,,\n"),
        "DUPLICATE_NAME",
        row=9,
        column="name",
        severity="warning",
    ),
    Case(
        "16 one name in two alphabets",
        with_people(PEOPLE + "A7,Аnna Gil,,,,,\nA8,Anna Gil,,,,,\n"),
        "DUPLICATE_NAME",
        row=9,
        column="name",
        severity="warning",
    ),
    Case("17 Windows-1252", with_people(PEOPLE.encode("cp1252")), "ENCODING", severity="warning"),
    Case("17 UTF-16", with_people(PEOPLE.encode("utf-16")), "ENCODING", severity="warning"),
    Case("17 UTF-8 with one bad byte", with_people(BAD_BYTE), "BAD_ENCODING", row=5, column="name", hint="UTF-8"),
    Case("17 no encoding we know", with_people(b"id,name\nA1,A\x81\n"), "BAD_ENCODING", row=2),
    Case("17 UTF-16 without its mark", with_people(PEOPLE.encode("utf-16-le")), "BAD_ENCODING"),
    Case("18 one field too many", with_people(PEOPLE.replace("Paris,A1", "Paris,A1,,,x")), "ROW_LENGTH", row=4),
    Case("18 one field too few", with_people(PEOPLE.replace("A3,Chloé Roux,3,", "A3,")), "ROW_LENGTH", row=4),
    Case(
        "18 separators mixed",
        with_people(PEOPLE.replace("A3,Chloé Roux,3,Paris,A1,T1,", "A3;Chloé Roux;3;Paris;A1;T1;")),
        "ROW_LENGTH",
        row=4,
    ),
    Case("18 quote never closed", with_people(PEOPLE.replace("Chloé Roux", '"Chloé Roux')), "UNCLOSED_QUOTE", row=4),
    Case("18 quote inside a field", with_people(PEOPLE.replace("Chloé Roux", '"Chloé" Roux')), "BAD_QUOTE", row=4),
    Case("19 total row", with_people(PEOPLE + "Total,6,,,,,\n"), "SUSPECT_TOTAL_ROW", row=8),
    Case(
        "19 second header",
        with_people(PEOPLE.replace("A1,Awa", PEOPLE.splitlines()[0] + "\nA1,Awa", 1)),
        "SUSPECT_HEADER_ROW",
        row=2,
    ),
    Case(
        "19 title above the header",
        with_people("Inscrits 2027,,,,,,\n" + PEOPLE),
        "HEADER_BELOW",
        row=1,
        severity="warning",
    ),
    *(
        Case(
            f"21 {header}",
            with_people(PEOPLE.replace("unit,", f"{header},", 1)),
            "SENSITIVE_COLUMN",
            row=1,
            column=header,
            severity="warning",
        )
        for header in ("Sexe", "Date de naissance", "syndicat", "Nationality")
    ),
    Case(
        "21 undeclared column",
        with_people(PEOPLE.replace("unit,", "couleur,", 1)),
        "UNKNOWN_COLUMN",
        row=1,
        column="couleur",
        severity="warning",
    ),
    Case(
        "21 column without a header",
        with_people(PEOPLE.replace("unit,", ",", 1)),
        "UNKNOWN_COLUMN",
        row=2,
        column="D",
        severity="warning",
    ),
    *(
        Case(f"22 {file}", _named(file, content), "UNSUPPORTED_TYPE")
        for file, content in (
            ("volontaires.xlsm", b"PK\x03\x04"),
            ("volontaires.xls", b"\xd0\xcf\x11\xe0"),
            ("volunteers.ods", b"PK\x03\x04"),
            ("volunteers.xlsx", b"%PDF-1.7"),
            ("volunteers.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            ("volunteers.csv", b"<html><table></table></html>"),
            ("volunteers.csv", b"PK\x03\x04...."),
        )
    ),
    Case("23 too many columns", with_people("id," + ",".join(f"c{k}" for k in range(300)) + "\n"), "TOO_MANY_COLUMNS"),
    Case("23 too many rows", with_people("id\n" + "x\n" * 100_002), "TOO_MANY_ROWS"),
    Case("24 file too big", with_people(b"id\n" + b"x" * (11 * 1024 * 1024)), "FILE_TOO_BIG"),
    Case(
        "52 themes of another programme",
        with_people(PEOPLE.replace("T1", "K1").replace("T2", "K2")),
        "LIKELY_WRONG_FILE",
        row=2,
        column="choices",
    ),
]
