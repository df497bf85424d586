"""A plan as two small CSV tables that spreadsheets and people can edit: who is where, and what each group is."""

import csv
import io
from collections.abc import Iterable, Sequence

from formats.canonical import canonical
from formats.defuse import defused
from models import Plan, Programme

ASSIGNMENTS = ("volunteer", "group", "theme", "rank")
GROUPS = ("group", "theme", "title", "size", "facilitators", "sponsor")


def assignments_text(programme: Programme, plan: Plan) -> str:
    """Gives `assignments.csv`: one line per volunteer, without a group for those who have no place."""
    rows: list[Sequence[str | int]] = []
    for group in canonical(plan).groups:
        for member in group.members:
            rank = programme.volunteer[member].rank(group.theme) if member in programme.volunteer else None
            rows.append((member, group.id, group.theme, rank or ""))
    rows += [(row.volunteer, "", "", "") for row in canonical(plan).unplaced]
    return _csv(ASSIGNMENTS, rows)


def groups_text(programme: Programme, plan: Plan) -> str:
    """Gives `groups.csv`: one line per group."""
    return _csv(
        GROUPS,
        (
            (
                group.id,
                group.theme,
                programme.theme[group.theme].title if group.theme in programme.theme else "",
                len(group.members),
                ";".join(group.facilitators),
                group.sponsor or "",
            )
            for group in canonical(plan).groups
        ),
    )


def _csv(header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([defused(str(field)) for field in row] for row in rows)
    return text.getvalue()
