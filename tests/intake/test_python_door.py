"""Every bad input through the Python door: its fault, where it is, in two languages, with nothing dropped."""

from pathlib import Path

import pytest

from formats import Fault, InputError, Intake, intake, read_programme
from tests.intake.case import Case
from tests.intake.every_case import EVERY_CASE


@pytest.mark.parametrize("case", EVERY_CASE, ids=str)
def test_a_bad_input_is_named_where_it_is(case: Case, tmp_path: Path) -> None:
    found = intake(case.make(tmp_path / "programme"))
    fault = named(case, found.faults)
    assert fault.severity == case.severity
    assert (fault.row, fault.column) == (case.row, case.column)
    assert case.hint in f"{fault.hint.fr} {fault.hint.en}" if case.hint and fault.hint else not case.hint
    assert_well_said(found)
    assert_nothing_is_dropped(found)


@pytest.mark.parametrize("case", [case for case in EVERY_CASE if case.severity == "error"], ids=str)
def test_an_error_is_raised_with_all_its_faults(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_programme(case.make(tmp_path / "programme"))
    assert case.code in {fault.code for fault in raised.value.faults}
    assert case.code in str(raised.value)


def test_nearly_every_fault_names_a_way_to_mend_it(tmp_path: Path) -> None:
    faults = [fault for k, case in enumerate(EVERY_CASE) for fault in intake(case.make(tmp_path / str(k))).faults]
    assert sum(fault.hint is not None for fault in faults) >= 0.95 * len(faults)


def named(case: Case, faults: tuple[Fault, ...]) -> Fault:
    alike = [fault for fault in faults if fault.code == case.code]
    assert alike, [fault.line("en") for fault in faults]
    exact = [fault for fault in alike if (fault.row, fault.column) == (case.row, case.column)]
    return (exact or alike)[0]


def assert_well_said(found: Intake) -> None:
    for fault in found.faults:
        assert fault.message.fr, fault
        assert fault.message.en, fault
        assert len(fault.excerpt) <= 40
        assert fault.code in fault.line("fr")
        fault.model_dump_json().encode()


def assert_nothing_is_dropped(found: Intake) -> None:
    for table, count in found.rows.items():
        assert count.read == count.accepted + count.reported, (table, count)
    if found.programme is not None:
        assert len(found.programme.volunteers) == found.rows["volunteers"].read
        assert all(fault.severity != "error" for fault in found.faults)
