"""`report.html`: the plan as one page that needs nothing else, in the programme's language.

Names and texts of users are escaped by the template engine; the page carries no script and asks for nothing outside.
"""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from formats.drawing import choice_bars, palette, trace_drawing
from formats.facts import Card, cards, obtained
from formats.labels import headed, label, rank_label, value_label
from formats.verdict import number, percent, title, verdict
from models import Outcome, Plan, Programme, RuleReport, Theme

FINDINGS_SHOWN = 40
GROUPS_OPEN = 60


def report_text(programme: Programme, outcome: Outcome, plan: Plan) -> str:
    """Gives the report of a plan."""
    language = programme.language
    shown = cards(programme, plan, outcome)
    counts = obtained(programme, plan)
    return _template().render(
        programme=programme,
        outcome=outcome,
        plan=plan,
        lang=language,
        themes=_by_theme(programme, shown),
        closed=[t for t in programme.themes if all(card.theme.id != t.id for card in shown)],
        bars=choice_bars(counts),
        counts=counts,
        placed=sum(len(card.seats) for card in shown),
        reports=_ordered(outcome),
        names={v.id: v.name or v.id for v in programme.volunteers},
        colours=palette(programme),
        drawing=trace_drawing(outcome),
        title=title(outcome).said_in(language),
        verdict=verdict(outcome).said_in(language),
        open_groups=len(shown) <= GROUPS_OPEN,
        findings_shown=FINDINGS_SHOWN,
        say=lambda fr, en: fr if language == "fr" else en,
        word=lambda name: label(name, language),
        headed=lambda name: headed(name, language),
        rank=lambda key: rank_label(key, language),
        value=lambda attribute, name: value_label(attribute, name, language),
        whole=lambda amount: number(amount, language),
        percent=lambda amount: percent(amount, language),
        decimal=lambda amount: f"{amount:.1f}".replace(".", "," if language == "fr" else "."),
    )


def _by_theme(programme: Programme, shown: tuple[Card, ...]) -> list[tuple[Theme, list[Card]]]:
    seated: dict[str, list[Card]] = {}
    for card in shown:
        seated.setdefault(card.theme.id, []).append(card)
    return [(theme, seated[theme.id]) for theme in programme.themes if theme.id in seated]


def _ordered(outcome: Outcome) -> list[RuleReport]:
    """Puts what was missed first, dearest first, then what was kept."""
    reports = outcome.audit.rules if outcome.audit else ()
    return sorted(reports, key=lambda r: (-r.breaches, -r.cost, r.amount == 0))


@cache
def _template() -> Template:
    pages = files("formats") / "pages"
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals["css"] = Markup((pages / "report.css").read_text(encoding="utf-8"))
    return environment.from_string((pages / "report.html.j2").read_text(encoding="utf-8"))
