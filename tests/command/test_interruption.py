import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from formats import read_plan, read_programme
from formats.starter import starter
from formats.starter_folder import write_starter_folder
from models import audit
from tests.command.running import COMMAND, ROOT, environment


@pytest.mark.skipif(os.name == "nt", reason="a signal to one process is a POSIX matter")
def test_ctrl_c_keeps_the_best_plan(tmp_path: Path) -> None:
    write_starter_folder(starter(120, 1, "fr"), tmp_path / "programme")
    asked = [*COMMAND, "solve", "programme", "-o", "plan", "--json", "--time-limit", "100"]
    asked[asked.index("programme")], asked[asked.index("plan")] = str(tmp_path / "programme"), str(tmp_path / "plan")
    with subprocess.Popen(asked, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        while (json.loads(running.stdout.readline()).get("step") or {}).get("cost") is None:
            pass
        running.send_signal(signal.SIGINT)
        lines = running.stdout.read().splitlines()
    assert running.returncode == 130
    assert json.loads(lines[-1])["status"] == "cancelled"
    programme = read_programme(tmp_path / "programme")
    judged = audit(programme, read_plan(tmp_path / "plan", programme))
    assert judged.valid
    assert judged.cost == json.loads(lines[-1])["cost"]
