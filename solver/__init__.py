"""Finds plans, and proves how good they are."""

from solver.counting import impossible
from solver.engine import solve
from solver.staging import prepare

__all__ = ["impossible", "prepare", "solve"]
