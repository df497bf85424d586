"""The quick search: swaps, moves, openings and closings of groups, compiled, under simulated annealing."""
