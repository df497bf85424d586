"""The pages say what is true: examples run, generated pages are fresh, headers are understood."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from docs.catalogue import EXAMPLES, catalogue, kinds
from formats.words import COLUMNS, field_named
from models import AnyRule


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_python_of_the_readme_runs(root: Path, tmp_path: Path) -> None:
    code = "\n".join(blocks(root / "README.md", "python"))
    assert len(code.splitlines()) <= 12
    (tmp_path / "examples").symlink_to(root / "examples")
    # -W error: what a reader runs gives no warning either.
    command = [sys.executable, "-W", "error", "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{code}"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False)
    assert told.returncode == 0, told.stderr
    assert re.match(r"(optimal|feasible) \d+ \d+ \d+\.\d %\nT\d+-1 V\d+", told.stdout)
    assert (tmp_path / "out" / "reseau" / "plan.xlsx").is_file()


def test_the_catalogue_of_rules_is_fresh(root: Path) -> None:
    assert (root / "docs" / "rules.md").read_text(encoding="utf-8") == catalogue(), "run make docs"


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_rule_states_its_amount_and_its_example_reads_back(kind: str) -> None:
    rule = kinds()[kind]
    assert "amount" in (sys.modules[rule.__module__].__doc__ or "")
    entry = re.search(rf"## {kind}\n.*?```toml\n(.*?)```", catalogue(), re.DOTALL)
    assert entry is not None
    listed = tomllib.loads(entry[1])["rules"]
    assert TypeAdapter(AnyRule).validate_python(listed[0]) == rule.model_validate({"kind": kind} | EXAMPLES[kind])


@pytest.mark.parametrize("table", ["volunteers", "themes", "facilitators"])
def test_the_headers_of_the_formats_page_are_understood(table: str, root: Path) -> None:
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    section = page.split(f"### {table}\n")[1].split("\n###")[0]
    said = re.findall(r"^\| `(\w+)` \| (.*?) \|", section, re.MULTILINE)
    assert {name for name, _ in said} == set(COLUMNS[table]) - {"given"}
    for name, words in said:
        assert {field_named(table, word) for word in (name, *words.split(", ")) if word} == {name}


def codes_in(root: Path) -> set[str]:
    """Lists the codes of faults, findings and reasons: words in capitals where people are spoken to."""
    rooms = [*(root / "formats").rglob("*.py"), *(root / "api").rglob("*.py"), *(root / "models").rglob("*.py")]
    rooms += [root / "solver" / "counting.py", root / "solver" / "engine.py"]
    found = {code for room in rooms for code in re.findall(r'"([A-Z]+(?:_[A-Z0-9]+)+)"', room.read_text("utf-8"))}
    return found - {"LC_ALL", "LC_MESSAGES"}


def test_every_code_is_on_the_page_of_errors(root: Path) -> None:
    said = set(re.findall(r"`([A-Z][A-Z0-9_]+)`", (root / "docs" / "errors.md").read_text(encoding="utf-8")))
    assert codes_in(root) - said == set()


def test_notebooks_are_kept_without_their_outputs(root: Path) -> None:
    for path in (root / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        assert [k for k, cell in enumerate(cells) if cell.get("outputs") or cell.get("execution_count")] == [], path


def test_links_between_pages_lead_somewhere(root: Path) -> None:
    for page in (root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([\w./-]+\.(?:md|ipynb))", page.read_text(encoding="utf-8")):
            assert (page.parent / link).is_file(), f"{page.name}: {link}"
