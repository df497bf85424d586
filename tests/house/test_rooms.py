"""The house stays decent: names, sizes, faces, and what must not be written down."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGES = ("models", "solver", "formats", "api")
LINES, BODY = 300, 40
# Put together here so that this file does not hold them.
FOREIGN = [
    re.compile("|".join(words), re.IGNORECASE)
    for words in (
        ("py" + r"pi\.org", r"python" + r"hosted\.", r"npm" + r"js\.", r"deb" + r"ian\.org", r"\bcdn" + r"\."),
        ("/wo" + r"rk/(main|shared)", r"\.lib" + r"rary/", "clau" + "de", "anthro" + "pic"),
    )
]


def pythons(kept: list[Path]) -> Iterator[tuple[Path, ast.Module]]:
    for path in kept:
        if path.suffix == ".py":
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    said = ast.get_docstring(function) is not None and len(function.body) > 1
    first = function.body[1 if said else 0]
    return (function.end_lineno or first.lineno) - first.lineno + 1


def test_no_module_below_the_top_is_named_after_a_package(kept: list[Path], root: Path) -> None:
    parts = [path.relative_to(root).with_suffix("").parts for path in kept if path.suffix == ".py"]
    assert [p for p in parts if set(p[1:]) & set(PACKAGES)] == []


def test_no_file_is_longer_than_the_alarm(kept: list[Path], root: Path) -> None:
    lines = {str(p.relative_to(root)): len(p.read_text("utf-8").splitlines()) for p in kept if p.suffix == ".py"}
    assert not {name for name, n in lines.items() if n > LINES}


def test_no_function_is_longer_than_the_alarm(kept: list[Path], root: Path) -> None:
    long = {
        f"{path.relative_to(root)}: {node.name}": lines
        for path, tree in pythons(kept)
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and (lines := body_lines(node)) > BODY
    }
    assert long == {}


@pytest.mark.parametrize("package", ["models", "solver", "formats"])
def test_the_face_of_a_package_is_what_it_imports(package: str, root: Path) -> None:
    tree = ast.parse((root / package / "__init__.py").read_text(encoding="utf-8"))
    imported = {name.asname or name.name for n in tree.body if isinstance(n, ast.ImportFrom) for name in n.names}
    face = importlib.import_module(package)
    assert sorted(imported) == sorted(face.__all__)
    assert len(set(face.__all__)) == len(face.__all__)


def test_no_package_server_and_no_workplace_is_named(kept: list[Path], root: Path) -> None:
    found = []
    for path in kept:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [(str(path.relative_to(root)), hit[0]) for pattern in FOREIGN if (hit := pattern.search(text))]
    assert found == []


def test_requirements_are_all_pinned_and_hashed(root: Path) -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        entries = re.split(r"\n(?=\S)", (root / name).read_text(encoding="utf-8").strip())
        assert [e for e in entries if "==" not in e.split("\\")[0] or "--hash=sha256:" not in e] == []


def test_the_lock_covers_what_the_project_asks_for(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    running = re.findall(r"^([a-z0-9-]+)==", (root / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    developing = re.findall(
        r"^([a-z0-9-]+)==", (root / "requirements-dev.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    asked = {re.split(r"[<>=~!\[ ]", need)[0].lower() for need in project["project"]["dependencies"]}
    assert asked <= set(running) <= set(developing)
    assert set(project["dependency-groups"]["dev"]) <= set(developing)
