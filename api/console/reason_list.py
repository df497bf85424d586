"""Shows why there can be no plan, and what to do about it."""

from collections.abc import Sequence

from api.console.voice import Voice
from models import Reason


def show_reasons(voice: Voice, reasons: Sequence[Reason]) -> None:
    """Lists the reasons, each with its hint."""
    for reason in reasons:
        hint = f" ({voice.said(reason.hint)})" if reason.hint else ""
        voice.out.print(f"- {voice.said(reason)}{hint}", style="bold red", soft_wrap=True)
