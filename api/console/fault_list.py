"""Shows the problems of an input: all of them, where they are and what to do."""

from collections.abc import Sequence

from api.console.voice import Voice, clean
from formats.fault import Fault, Severity
from models import Text

SHOWN = 100
MARKS: dict[Severity, tuple[Text, str]] = {
    "error": (Text(fr="erreur", en="error"), "red"),
    "warning": (Text(fr="attention", en="warning"), "yellow"),
    "info": (Text(fr="note", en="note"), "dim"),
}


def show_faults(voice: Voice, faults: Sequence[Fault]) -> None:
    """Lists problems, the errors first: on the error stream, or as one document for machines."""
    if not faults:
        return
    if voice.for_machines:
        voice.write_line({"faults": [fault.model_dump() for fault in faults]})
        return
    for fault in sorted(faults, key=lambda f: list(MARKS).index(f.severity))[:SHOWN]:
        mark, style = MARKS[fault.severity]
        line = f"{voice.said(mark)}  {clean(fault.line(voice.language))}{_quoted(voice, fault)}"
        voice.err.print(line, style=style, soft_wrap=True)
    if len(faults) > SHOWN:
        more = len(faults) - SHOWN
        voice.tell(f"… et {more} autres (--json les donne tous)", f"… and {more} more (--json gives them all)")
    if any(fault.severity != "info" for fault in faults):
        voice.tell(*_total(faults))


def _quoted(voice: Voice, fault: Fault) -> str:
    if not fault.excerpt:
        return ""
    return clean(voice.say(f"  « {fault.excerpt} »", f"  “{fault.excerpt}”"))


def _total(faults: Sequence[Fault]) -> tuple[str, str]:
    errors = sum(fault.severity == "error" for fault in faults)
    warnings = sum(fault.severity == "warning" for fault in faults)
    return f"{errors} erreur(s), {warnings} avertissement(s)", f"{errors} error(s), {warnings} warning(s)"
