"""The house as tests see it: where it stands and which of its files are kept."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def kept_files() -> list[Path]:
    """Lists the files that git keeps, or all there are where this is no clone."""
    try:
        told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        inside = (path for path in ROOT.rglob("*") if not {".venv", "out", "__pycache__"} & set(path.parts))
        return [path for path in inside if path.is_file()]
    return [path for name in told.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def kept() -> list[Path]:
    return kept_files()
