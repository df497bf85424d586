"""Shows the problems of an input: all of them, where they are and what to do."""

from collections.abc import Sequence

from api.console.voice import Voice, clean
from formats.fault import Fault

SHOWN = 100


def show_faults(voice: Voice, faults: Sequence[Fault]) -> None:
    """Lists problems on the error stream, the errors first."""
    if not faults:
        return
    for fault in sorted(faults, key=lambda f: f.severity != "error")[:SHOWN]:
        grave = fault.severity == "error"
        mark = voice.say("erreur", "error") if grave else voice.say("attention", "warning")
        line = f"{mark}  {clean(fault.line(voice.language))}{_quoted(voice, fault)}"
        voice.err.print(line, style="red" if grave else "yellow", soft_wrap=True)
    if len(faults) > SHOWN:
        more = len(faults) - SHOWN
        voice.tell(f"… et {more} autres (--json les donne tous)", f"… and {more} more (--json gives them all)")
    voice.tell(*_total(faults))


def _quoted(voice: Voice, fault: Fault) -> str:
    if not fault.excerpt:
        return ""
    return clean(voice.say(f"  « {fault.excerpt} »", f"  “{fault.excerpt}”"))


def _total(faults: Sequence[Fault]) -> tuple[str, str]:
    errors = sum(fault.severity == "error" for fault in faults)
    warnings = len(faults) - errors
    return f"{errors} erreur(s), {warnings} avertissement(s)", f"{errors} error(s), {warnings} warning(s)"
