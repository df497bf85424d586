"""A tiny programme and its plan, judged, for the tests of files."""

from models import Facilitator, Group, Outcome, Plan, Programme, Step, Theme, Unplaced, Volunteer, audit
from models.rules import Choices, Size
from models.settings import GroupSettings

NASTY = ('=HYPERLINK("http://evil.example")', "00123", "🦊 Renard", "שלום עולם", "x" * 200, "<script>alert(1)</script>")


def programme(names: tuple[str, ...] = NASTY, language: str = "fr", **changes: object) -> Programme:
    volunteers = tuple(
        Volunteer(id=name, name=name, level=("bas", "haut")[k % 2], job=name, unit=name, choices=("T", "U")[: k % 3])
        for k, name in enumerate(names)
    )
    return Programme(
        **{
            "title": "Essai & <b>test</b>",
            "language": language,
            "levels": ("bas", "haut"),
            "volunteers": volunteers,
            "themes": (
                Theme(id="T", title="=Thème", outcome="+But", horizon="quick_win"),
                Theme(id="U", title="Sous <i>"),
            ),
            "facilitators": (Facilitator(id="F1", name="@Fanny"), Facilitator(id="F2", name="Farid")),
            "groups": GroupSettings(min_size=1, max_size=99, allow_unplaced=True, unplaced=7),
            "rules": (Choices(weight=2), Size(target=3, weight=1)),
            **changes,
        }
    )


def plan(asked: Programme) -> Plan:
    ids = [v.id for v in asked.volunteers]
    half = len(ids) // 2
    return Plan(
        groups=(
            Group(id="U-1", theme="U", members=tuple(ids[half:-1]), facilitators=("F2",)),
            Group(id="T-1", theme="T", members=tuple(ids[:half]), facilitators=("F1",)),
        ),
        unplaced=(Unplaced(volunteer=ids[-1], reason="=plus de place"),),
    )


def outcome(asked: Programme) -> Outcome:
    judged = audit(asked, plan(asked))
    steps = (Step(seconds=0.1, cost=judged.cost + 9), Step(seconds=0.2, bound=1), Step(seconds=0.3, cost=judged.cost))
    return Outcome(
        status="feasible",
        plan=plan(asked).model_copy(update={"cost": judged.cost}),
        audit=judged,
        cost=judged.cost,
        bound=1,
        trace=steps,
        seconds=0.4,
        versions={"numpy": "2.4"},
    )
