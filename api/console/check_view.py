"""Shows what a check found: the problems, what was read, and what is impossible by counting."""

from collections.abc import Sequence

from api.console.fault_list import show_faults
from api.console.reason_list import show_reasons
from api.console.voice import Voice
from formats import Intake
from models import Reason


def show_check(voice: Voice, taken: Intake, sound: bool, reasons: Sequence[Reason]) -> None:
    """Shows a check, for people or for machines."""
    if voice.for_machines:
        voice.write_line(
            {
                "ok": sound and not reasons,
                "faults": [fault.model_dump() for fault in taken.faults],
                "rows": {table: count.model_dump() for table, count in taken.rows.items()},
                "reasons": [reason.model_dump() for reason in reasons],
            }
        )
        return
    show_faults(voice, taken.faults)
    for table, count in taken.rows.items():
        voice.out.print(
            voice.say(
                f"{table} : {count.read} lignes lues, {count.accepted} acceptées",
                f"{table}: {count.read} rows read, {count.accepted} accepted",
            )
        )
    show_reasons(voice, reasons)
    if sound and not reasons:
        voice.out.print(voice.say("Le programme est en ordre.", "The programme is in order."), style="bold green")
