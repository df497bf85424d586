"""The quick search: swaps, moves, openings and closings of groups, compiled, under simulated annealing."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import numba

_HERE = Path(__file__).parent
_SETTINGS: Any = numba.config

# numba keeps compiled code by the date of one file, and does not see that a function it calls in another file changed.
# A folder named by all the sources together is never out of date.
_SOURCES = sha256(b"".join(path.read_bytes() for path in sorted(_HERE.glob("*.py")))).hexdigest()[:16]
_SETTINGS.CACHE_DIR = str(_HERE / "__pycache__" / _SOURCES)
