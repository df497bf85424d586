"""A small sound programme on disk, and ways to spoil one table of it."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

PEOPLE = """id,name,level,unit,manager,choices,refuses
A1,Awa Ndiaye,1,Paris,,T1;T2,
A2,Bruno Petit,2,Lyon,A1,T2,
A3,Chloé Roux,3,Paris,A1,T1,
A4,Denis Faure,4,Lyon,A1,T1;T2,
A5,Emma Leroy,5,Lille,A2,T2;T1,
A6,Farid Amari,1,Lille,A2,T1,T2
"""
SUBJECTS = """id,title,min_groups,max_groups,min_size,max_size
T1,Climat,0,2,3,9
T2,Eau,0,2,3,9
"""
SETTINGS = """title = "Petit réseau"
[groups]
min_size = 3
target_size = 6
[[rules]]
kind = "choices"
weight = 10
"""


def folder(
    where: Path,
    volunteers: str | bytes = PEOPLE,
    themes: str | bytes = SUBJECTS,
    toml: str = SETTINGS,
    **more: str | bytes,
) -> Path:
    """Writes a folder; a table given as bytes is written as it is."""
    where.mkdir(parents=True, exist_ok=True)
    tables = {"volunteers.csv": volunteers, "themes.csv": themes, "programme.toml": toml}
    for name, content in (tables | {f"{table}.csv": text for table, text in more.items()}).items():
        (where / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return where


def row_of(text: str, row: int, **cells: str) -> str:
    """Gives a table's text with some cells of one row (from 1, the header) replaced."""
    lines = text.splitlines()
    header = lines[0].split(",")
    fields = lines[row - 1].split(",")
    for name, cell in cells.items():
        fields[header.index(name)] = cell
    lines[row - 1] = ",".join(fields)
    return "\n".join(lines) + "\n"


def book(where: Path, sheets: Mapping[str, Sequence[Sequence[Any]]] | None = None) -> openpyxl.Workbook:
    """Gives a workbook of the same programme, with some sheets replaced, ready to be spoiled and saved."""
    where.mkdir(parents=True, exist_ok=True)
    made = openpyxl.Workbook()
    made.remove(made.active)
    plain = {"Volontaires": cells(PEOPLE), "Thèmes": cells(SUBJECTS), "programme": [["taille min", 3]]}
    for name, rows in (plain | dict(sheets or {})).items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return made


def cells(text: str) -> list[list[Any]]:
    """Gives a CSV text's cells, whole numbers as numbers where the header speaks of sizes and groups."""
    header, *rows = [line.split(",") for line in text.splitlines()]
    numbers = {k for k, name in enumerate(header) if name.startswith(("min_", "max_"))}
    return [header, *([int(c) if k in numbers and c else c or None for k, c in enumerate(row)] for row in rows)]


def saved(made: openpyxl.Workbook, where: Path) -> Path:
    """Saves a workbook and gives its path."""
    path = where / "reseau.xlsx"
    made.save(path)
    return path


def repacked(path: Path, extra: Mapping[str, bytes], compress: int = zipfile.ZIP_DEFLATED) -> Path:
    """Writes an archive again with members replaced or added."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", compress) as archive:
        for name, content in (members | dict(extra)).items():
            archive.writestr(name, content)
    return path


def member(path: Path, name: str) -> bytes:
    """Gives one member of an archive."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)
