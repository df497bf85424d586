"""Where the measured data is: the shared folder beside the project, or the one that MAILLAGE_SHARED names."""

import csv
import os
from pathlib import Path

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def shared(name: str) -> Path | None:
    """Gives a file or folder of the shared folder, None when it is not there."""
    path = Path(os.environ.get("MAILLAGE_SHARED", BESIDE)) / name
    return path if path.exists() else None


def data(name: str) -> Path | None:
    """Gives a file or folder of real data; MAILLAGE_DATA may name another folder that holds it."""
    if "MAILLAGE_DATA" not in os.environ:
        return shared(f"data/{name}")
    path = Path(os.environ["MAILLAGE_DATA"]) / name
    return path if path.exists() else None


def rows(path: Path) -> list[dict[str, str]]:
    """Reads a CSV file with a header, with or without a byte order mark."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
