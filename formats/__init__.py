"""Carries programmes and plans in and out of files."""

from formats.fault import Fault, InputError
from formats.intake import Intake, RowCount, intake, read_programme
from formats.plan_folder import write_plan
from formats.plan_reader import read_plan

__all__ = ["Fault", "InputError", "Intake", "RowCount", "intake", "read_plan", "read_programme", "write_plan"]
