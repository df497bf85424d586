"""The exact engine: a scope of the problem as one mixed-integer program."""
