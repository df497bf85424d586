"""Writes the tables and pictures of docs/performance.md from what is kept in benchmarks/results.

Run `python -m benchmarks.report`. A table goes between `<!-- NAME -->` and `<!-- end -->`; the words around stay.
"""

import re
from pathlib import Path

from benchmarks.curves import kept, kept_sizes
from benchmarks.results import baselines, runs
from benchmarks.summaries import by_version, each_run, growth, growth_picture, harder, other_ways

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE, PICTURES = DOCS / "performance.md", DOCS / "pictures"


def written(page: str, tables: dict[str, str]) -> str:
    """Puts the tables into a page.

    Raises
    ------
    KeyError
        When the page has no place for a table.
    """
    for name, text in tables.items():
        place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        found = place.search(page)
        if not found:
            raise KeyError(f"no <!-- {name} --> in the page")
        page = f"{page[: found.start()]}{found[1]}\n{text}\n\n{found[2]}{page[found.end() :]}"
    return page


def main() -> None:
    """Writes the page and its pictures."""
    known = runs()
    tables = {"each run": each_run(known), "versions": by_version(known), "variants": harder(known)}
    tables |= {"growth": growth(known), "other ways": other_ways(baselines())}
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    PICTURES.joinpath("growth.svg").write_text(growth_picture(known), encoding="utf-8")
    for people in kept_sizes():
        PICTURES.joinpath(f"curve-{people}.svg").write_text(kept(people).drawn(), encoding="utf-8")


if __name__ == "__main__":
    main()
