"""Finds plans, and proves how good they are."""

from solver.counting import impossible
from solver.engine import solve

__all__ = ["impossible", "solve"]
