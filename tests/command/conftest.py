from pathlib import Path

import pytest

from formats.starter import starter
from formats.starter_folder import write_starter_folder
from tests.command.running import maillage


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("company") / "programme"
    write_starter_folder(starter(24, 0, "fr"), folder)
    return folder


@pytest.fixture(scope="session")
def solved(company: Path) -> Path:
    out = company.parent / "plan"
    assert maillage("solve", company, "-o", out, "--time-limit", 30, "--gap", 100).returncode == 0
    return out
