"""What a sheet's XML says that its values do not: how far it reaches, errors, formulas never reckoned, hidden rows.

The XML has been through `formats.archive` before: no DOCTYPE, bounded length, well formed.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from xml.parsers import expat

from formats.grid import Kind

_CELL = re.compile(r"([A-Z]{1,4})([0-9]{1,9})")


NOWHERE = 10**9


@dataclass
class SheetFacts:
    """Found in one sheet: `height` and `width` reach the last cell with a value; `kinds` by row and column from 1.

    `shared` counts how often each of the workbook's shared texts is used.
    """

    height: int = 0
    width: int = 0
    kinds: dict[tuple[int, int], Kind] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: list[int] = field(default_factory=list)
    shared: Counter[str] = field(default_factory=Counter)


def sheet_facts(xml: bytes) -> SheetFacts:
    """Reads through a sheet once, cell by cell, building nothing."""
    return _Scan().run(xml)


class _Scan:
    def __init__(self) -> None:
        self.facts = SheetFacts()
        self.row = 0
        self.column = 0
        self.type = ""
        self.valued = False
        self.formula = False
        self.reading: str = ""
        self.text = ""

    def run(self, xml: bytes) -> SheetFacts:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.Parse(xml, True)
        return self.facts

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            self.enter_cell(attributes)
        elif tag == "row":
            self.enter_row(attributes)
        elif tag in ("v", "is"):
            self.valued = True
            self.reading = tag
        elif tag == "f":
            self.formula = True

    def enter_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self.row = int(number) if number.isdecimal() and len(number) < 10 else self.row + 1
        self.column = 0
        if attributes.get("hidden") in ("1", "true"):
            self.facts.hidden.append(self.row)

    def enter_cell(self, attributes: dict[str, str]) -> None:
        name = attributes.get("r")
        place = _CELL.fullmatch(name.upper()) if name else None
        if place:
            self.column = column_number(place[1])
            self.row = int(place[2])
        elif name:
            self.row = NOWHERE  # another parser might make anything of it
        else:
            self.column += 1
        self.type = attributes.get("t", "n")
        self.valued = self.formula = False
        self.text = ""

    def characters(self, data: str) -> None:
        if self.reading == "v":
            self.text += data[:40]

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag in ("v", "is"):
            self.reading = ""
        elif tag == "c" and (self.valued or self.formula):
            self.leave_cell()

    def leave_cell(self) -> None:
        facts, here = self.facts, (self.row, self.column)
        facts.height, facts.width = max(facts.height, self.row), max(facts.width, self.column)
        if self.type == "s":
            facts.shared[self.text] += 1
        elif self.type == "e":
            facts.kinds[here] = "error"
            facts.errors[here] = self.text
        elif self.formula and not self.text and self.type != "str":
            facts.kinds[here] = "uncached"


def column_number(letters: str) -> int:
    """Gives the number of a spreadsheet's column: A is 1, AA is 27."""
    number = 0
    for character in letters:
        number = number * 26 + ord(character) - 64
    return number
