"""Runs the real command line in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "api.cli"]


def maillage(*arguments: object, language: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        env=environment(language),
        capture_output=True,
        timeout=120,
        encoding="utf-8",
    )


def environment(language: str = "en") -> dict[str, str]:
    return {**os.environ, "LC_ALL": f"{language}_XX.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "120"}


def last_line(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Gives the last line of the standard output, every line of which must be JSON."""
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert isinstance(documents[-1], dict)
    return documents[-1]
