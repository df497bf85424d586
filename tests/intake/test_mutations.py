"""Sound files with bytes changed at random: read, or refused with reasons; nothing else ever comes out."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats import intake
from tests.intake.other_cases import SLOTS
from tests.intake.rule_cases import TEXT
from tests.intake.small import PEOPLE, SETTINGS, SUBJECTS, book, folder, member, repacked, saved
from tests.intake.test_python_door import assert_nothing_is_dropped, assert_well_said

EDITS = st.lists(
    st.tuples(st.integers(0, 1_000_000), st.sampled_from(["set", "cut", "add", "double"]), st.binary(max_size=4)),
    min_size=1,
    max_size=6,
)
SPICE = st.sampled_from([b'"', b";", b",", b"\n", b"\r", b"\0", b"\xe9", b"\xff\xfe", b"=", b"[", b"1e999", b"\t"])
fuzz = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def mutated(content: bytes, edits: list[tuple[int, str, bytes]], spice: bytes) -> bytes:
    for where, how, what in edits:
        k = where % (len(content) + 1)
        what = what or spice
        if how == "set":
            content = content[:k] + what + content[k + len(what) :]
        elif how == "cut":
            content = content[:k] + content[k + 1 + where % 7 :]
        elif how == "add":
            content = content[:k] + what + content[k:]
        else:
            content = content[:k] + content[k // 2 : k] + content[k:]
    return content


def holds(write: Callable[[Path], Path]) -> None:
    with tempfile.TemporaryDirectory() as name:
        found = intake(write(Path(name)))
    assert_well_said(found)
    assert_nothing_is_dropped(found)
    assert (found.programme is None) == any(fault.severity == "error" for fault in found.faults)


@fuzz
@given(EDITS, SPICE)
def test_mutated_volunteers(edits: list[tuple[int, str, bytes]], spice: bytes) -> None:
    holds(lambda where: folder(where, volunteers=mutated(PEOPLE.encode(), edits, spice)))


@fuzz
@given(EDITS, SPICE)
def test_mutated_themes_and_slots(edits: list[tuple[int, str, bytes]], spice: bytes) -> None:
    holds(
        lambda where: folder(
            where, themes=mutated(SUBJECTS.encode(), edits, spice), slots=mutated(SLOTS.encode(), edits, spice)
        )
    )


@fuzz
@given(EDITS, SPICE)
def test_mutated_settings(edits: list[tuple[int, str, bytes]], spice: bytes) -> None:
    text = mutated(SETTINGS.encode(), edits, spice)

    def write(where: Path) -> Path:
        path = folder(where)
        (path / "programme.toml").write_bytes(text)
        return path

    holds(write)


@fuzz
@given(EDITS, SPICE)
def test_mutated_documents(edits: list[tuple[int, str, bytes]], spice: bytes) -> None:
    def write(where: Path) -> Path:
        path = where / "programme.json"
        path.write_bytes(mutated(TEXT.encode(), edits, spice))
        return path

    holds(write)


@cache
def sound_book() -> bytes:
    with tempfile.TemporaryDirectory() as name:
        return saved(book(Path(name)), Path(name)).read_bytes()


@fuzz
@given(EDITS, SPICE)
def test_mutated_workbooks(edits: list[tuple[int, str, bytes]], spice: bytes) -> None:
    def write(where: Path) -> Path:
        path = where / "reseau.xlsx"
        path.write_bytes(mutated(sound_book(), edits, spice))
        return path

    holds(write)


@fuzz
@given(EDITS, SPICE, st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]))
def test_mutated_sheets_in_sound_archives(edits: list[tuple[int, str, bytes]], spice: bytes, name: str) -> None:
    def write(where: Path) -> Path:
        path = where / "reseau.xlsx"
        path.write_bytes(sound_book())
        return repacked(path, {name: mutated(member(path, name), edits, spice)})

    holds(write)
