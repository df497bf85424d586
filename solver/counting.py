"""What is impossible by counting alone, before any search."""

from models import Programme, Text


def impossible(programme: Programme) -> tuple[Text, ...]:
    """Gives the reasons why no plan can exist, none when counting finds none."""
    return ()
