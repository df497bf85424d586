"""Shows an outcome on a terminal: the verdict, the groups, the choices obtained and where the files are."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from api.console.reason_list import show_reasons
from api.console.voice import Voice, clean
from formats.facts import Card, cards, obtained, shown_attributes
from formats.labels import headed, label, rank_label
from formats.verdict import title, verdict
from models import Outcome, Plan, Programme

GROUPS_SHOWN = 40


def show_outcome(voice: Voice, programme: Programme, outcome: Outcome, files: Sequence[Path]) -> None:
    """Shows what a solve found."""
    if outcome.plan is not None:
        voice.out.print(_groups(voice, programme, outcome.plan))
        voice.out.print(_choices(voice, programme, outcome.plan))
        voice.out.print()
    style = "bold green" if outcome.status == "optimal" else "bold yellow"
    voice.out.print(title(outcome).said_in(voice.language), style=style)
    voice.out.print(verdict(outcome).said_in(voice.language), soft_wrap=True)
    show_reasons(voice, outcome.reasons)
    if files:
        names = ", ".join(path.name for path in files)
        at = files[0].parent
        voice.out.print(voice.say(f"Fichiers dans {at} : {names}", f"Files in {at}: {names}"), soft_wrap=True)


def _groups(voice: Voice, programme: Programme, plan: Plan) -> Table:
    """Draws a line per group: its size, its people by level, and how many different jobs and units it has."""
    shown = cards(programme, plan)
    caption = f"{headed('level', voice.language)}{clean('-'.join(programme.levels))}" if programme.levels else None
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", caption=caption, caption_justify="left")
    # Where the terminal is narrow, titles and names give way; what tells one group from another does not.
    longest = {"group": max((len(card.group.id) for card in shown[:GROUPS_SHOWN]), default=0)}
    longest |= {"level": 2 * len(programme.levels) - 1, "theme": 10, "facilitator": 10}
    columns = _columns(programme)
    for word in columns:
        wide = word in ("group", "theme", "facilitator")
        name = label(word, voice.language)
        least = max(longest.get(word, 0), len(name))
        table.add_column(name, no_wrap=True, min_width=least, justify="left" if wide else "right")
    for card in shown[:GROUPS_SHOWN]:
        row = _row(programme, card)
        table.add_row(*(clean(row[word]) for word in columns))
    if len(shown) > GROUPS_SHOWN:
        more = len(shown) - GROUPS_SHOWN
        table.add_row("…", voice.say(f"et {more} autres", f"and {more} more"))
    return table


def _columns(programme: Programme) -> list[str]:
    """Names the columns that have something to show."""
    filled = shown_attributes(programme)
    told = {"level": "level" in filled, "jobs": "job" in filled, "units": "unit" in filled}
    told |= {"facilitator": bool(programme.facilitators)}
    words = ("group", "theme", "size", "level", "jobs", "units", "facilitator")
    return [word for word in words if told.get(word, True)]


def _row(programme: Programme, card: Card) -> dict[str, str]:
    return {
        "group": card.group.id,
        "theme": card.theme.title or card.theme.id,
        "size": str(len(card.seats)),
        "level": _levels(programme, card),
        "jobs": _different(card, "job"),
        "units": _different(card, "unit"),
        "facilitator": ", ".join(f.name or f.id for f in card.facilitators),
    }


def _levels(programme: Programme, card: Card) -> str:
    counts = Counter(seat.volunteer.level for seat in card.seats)
    return "-".join(str(counts[level]) for level in programme.levels) or _different(card, "level")


def _different(card: Card, attribute: str) -> str:
    return str(len({seat.volunteer.value(attribute) for seat in card.seats} - {""}))


def _choices(voice: Voice, programme: Programme, plan: Plan) -> str:
    counts = obtained(programme, plan)
    said = ", ".join(f"{rank_label(key, voice.language)} {count}" for key, count in counts.items() if count)
    return f"{headed('choices', voice.language)}{said}"
