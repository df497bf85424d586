"""Real tables of employees as programmes; themes and choices are made up by a fixed seed, for nobody recorded any."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.shared_folder import rows
from models import AnyRule, GroupSettings, Programme, Theme, Volunteer
from models.rules import Apart, Balance, Choices, NotAlone, Size, Spread

TARGET = 7
PEOPLE_PER_THEME = 45
UK_GRADES = {
    "the_pensions_regulator": (*(f"TPR Job Group {k}" for k in (4, 3, 2, 1)), "SCS1", "SCS2", "SCS3"),
    "department_for_culture_media_and_sport": ("D", "C", "B", "A", "A(U)", "SCS1", "SCS2", "SCS3", "SCS4"),
}


def ibm(path: Path) -> Programme:
    """Maps the 1,470 employees of IBM's table: no manager column, three departments."""
    people = [
        Volunteer(
            id=row["EmployeeNumber"],
            level=row["JobLevel"],
            job=row["JobRole"],
            unit=row["Department"],
            function=row["EducationField"],
        )
        for row in rows(path)
    ]
    rules = (
        *_everywhere(),
        Balance(attribute="unit", weight=6),
        Spread(attribute="job", max_same=2, weight=8),
        NotAlone(attribute="level", values=("4", "5"), weight=6),
    )
    return _programme("IBM", people, ("1", "2", "3", "4", "5"), rules)


def department(path: Path, grades: Sequence[str]) -> Programme:
    """Maps one department of the British civil service, with its reporting lines."""
    people = [
        Volunteer(
            id=row["id"],
            level=row["grade"],
            job=row["job"],
            unit=row["unit"],
            function=row["profession"],
            manager=row["manager_id"],
        )
        for row in rows(path)
    ]
    rules = (
        *_everywhere(),
        Balance(attribute="function", weight=6),
        Spread(attribute="unit", max_same=2, weight=8),
        NotAlone(attribute="level", values=(grades[0],), weight=6),
        Apart(by="manager", steps=2, hard=True),
    )
    return _programme(path.stem, people, tuple(grades), rules)


def _everywhere() -> tuple[AnyRule, ...]:
    return Choices(weight=10), Size(target=TARGET, weight=4), Balance(attribute="level", weight=6)


def _programme(
    title: str, people: Sequence[Volunteer], levels: tuple[str, ...], rules: tuple[AnyRule, ...]
) -> Programme:
    chance = Random(2027)
    names = [f"T{k:02d}" for k in range(1, round(len(people) / PEOPLE_PER_THEME) + 1)]
    appeal = [chance.gammavariate(1.5, 1.0) + 0.2 for _ in names]
    volunteers = tuple(v.model_copy(update={"choices": _choices(names, appeal, chance)}) for v in people)
    wanted = Counter(theme for v in volunteers for theme in v.choices[:2])
    themes = tuple(Theme(id=name, max_groups=max(1, -(-wanted[name] // TARGET))) for name in names)
    return Programme(
        title=title[:200],
        language="en",
        levels=levels,
        volunteers=volunteers,
        themes=themes,
        groups=GroupSettings(min_size=5, max_size=9, target_size=TARGET),
        rules=rules,
    )


def _choices(names: Sequence[str], appeal: Sequence[float], chance: Random) -> tuple[str, ...]:
    """Draws three to five different themes, popular ones more often; one person in twelve gives none."""
    if chance.random() < 1 / 12:
        return ()
    left = dict(zip(names, appeal, strict=True))
    chosen: list[str] = []
    for _ in range(chance.randint(3, min(5, len(names)))):
        theme = chance.choices(list(left), weights=list(left.values()))[0]
        chosen.append(theme)
        del left[theme]
    return tuple(chosen)
