"""Runs every notebook of this folder from its first cell to its last; any error ends the run."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent


def main() -> None:
    """Executes the notebooks in order, leaving the files as they are."""
    for path in sorted(HERE.glob("*.ipynb")):
        print(f"running {path.name}")
        NotebookClient(nbformat.read(path, as_version=4), timeout=600, resources={"metadata": {"path": HERE}}).execute()


if __name__ == "__main__":
    main()
