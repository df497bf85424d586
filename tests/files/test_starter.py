from pathlib import Path

import pytest

from formats import intake, read_programme
from formats.starter import starter
from formats.starter_folder import write_starter_folder
from formats.starter_workbook import write_starter_workbook
from models.record import Language


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_starter_programme_reads_back_as_it_was_made(tmp_path: Path, language: Language) -> None:
    write_starter_folder(starter(60, 3, language), tmp_path)
    taken = intake(tmp_path)
    assert [fault for fault in taken.faults if fault.severity == "error"] == []
    assert taken.programme is not None
    assert taken.programme.roster == starter(60, 3, language).roster
    assert len(taken.programme.rules) == 11


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_workbook_says_the_same_as_the_folder(tmp_path: Path, language: Language) -> None:
    write_starter_folder(starter(60, 3, language), tmp_path / "folder")
    write_starter_workbook(starter(60, 3, language), tmp_path / "book.xlsx")
    assert read_programme(tmp_path / "book.xlsx") == read_programme(tmp_path / "folder")


def test_the_same_seed_gives_the_same_company_and_another_seed_another() -> None:
    assert starter(40, 1, "fr") == starter(40, 1, "fr")
    assert starter(40, 1, "fr") != starter(40, 2, "fr")


@pytest.mark.parametrize("size", [20, 121, 2000])
def test_a_company_has_the_size_asked_for_and_every_level(size: int) -> None:
    made = starter(size, 0, "fr")
    assert len({v.name for v in made.volunteers}) == size
    assert {v.level for v in made.volunteers} == set(made.levels)
    assert {v.function for v in made.volunteers} > {""}


def test_some_themes_are_in_greater_demand_than_they_have_places() -> None:
    made = starter(120, 0, "fr")
    first = [v.choices[0] for v in made.volunteers if v.choices]
    assert any(first.count(t.id) > made.group_limits(t)[1] * 9 for t in made.themes)


def test_the_bundled_example_is_what_new_writes(tmp_path: Path) -> None:
    bundled = Path(__file__).parents[2] / "examples" / "reseau-120"
    for path in write_starter_folder(starter(120, 0, "fr"), tmp_path):
        assert (bundled / path.name).read_bytes() == path.read_bytes()
