"""Shows the judge's report on a terminal: each rule with its cost, and what it found."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text as Styled

from api.console.voice import Voice, clean
from formats.labels import label
from models import Audit, Finding, RuleReport

FINDINGS_SHOWN = 10
STYLES = {"kept": "green", "missed": "yellow", "broken": "bold red"}


def show_audit(voice: Voice, audit: Audit) -> None:
    """Shows what a plan costs and breaks."""
    for finding in audit.structure:
        voice.out.print(_found(voice, finding), style="bold red")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for word in ("state", "cost", "rule"):
        table.add_column(label(word, voice.language), justify="right" if word == "cost" else "left", overflow="fold")
    for report in audit.rules:
        state = "broken" if report.breaches else "missed" if report.amount else "kept"
        table.add_row(
            Styled(label(state, voice.language), STYLES[state]),
            str(report.cost),
            "\n".join([voice.said(report.sentence), *_findings(voice, report)]),
        )
    voice.out.print(table)
    voice.out.print(_conclusion(voice, audit), style="bold green" if audit.valid else "bold red")


def _findings(voice: Voice, report: RuleReport) -> Sequence[str]:
    lines = [f"  {_found(voice, finding)}" for finding in report.findings[:FINDINGS_SHOWN]]
    more = len(report.findings) - FINDINGS_SHOWN
    return [*lines, voice.say(f"  … et {more} autres", f"  … and {more} more")] if more > 0 else lines


def _found(voice: Voice, finding: Finding) -> str:
    return f"{voice.said(finding.text)}{clean(f' · {finding.group}') if finding.group else ''}"


def _conclusion(voice: Voice, audit: Audit) -> str:
    if audit.valid:
        return voice.say(f"Le plan tient. Coût : {audit.cost}.", f"The plan holds. Cost: {audit.cost}.")
    return voice.say(
        f"Le plan ne tient pas : {audit.breaches} manquement(s) à ce qui est obligatoire. Coût : {audit.cost}.",
        f"The plan does not hold: {audit.breaches} breach(es) of what is mandatory. Cost: {audit.cost}.",
    )
