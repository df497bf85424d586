"""Finds plans, and proves how good they are."""
