"""Shows the judge's report on a terminal: each rule with its cost, and what it found."""

from collections.abc import Collection, Sequence

from rich.table import Table
from rich.text import Text as Styled

from api.console.voice import Voice, clean
from formats.labels import label
from models import Audit, Finding

FINDINGS_SHOWN = 10
STYLES = {"kept": "green", "missed": "yellow", "broken": "bold red"}


def show_audit(voice: Voice, audit: Audit) -> None:
    """Shows what a plan costs and breaks."""
    for findings in _by_code(audit.structure):
        for line in _lines(voice, findings):
            voice.out.print(line, style="bold red")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for word in ("state", "cost", "rule"):
        table.add_column(label(word, voice.language), justify="right" if word == "cost" else "left", overflow="fold")
    for report in audit.rules:
        state = "broken" if report.breaches else "missed" if report.amount else "kept"
        table.add_row(
            Styled(label(state, voice.language), STYLES[state]),
            str(report.cost),
            "\n  ".join([voice.said(report.sentence), *_lines(voice, report.findings)]),
        )
    voice.out.print(table)
    voice.out.print(_conclusion(voice, audit), style="bold green" if audit.valid else "bold red")


def _by_code(findings: Sequence[Finding]) -> Collection[list[Finding]]:
    """Sorts findings by what they are, so that many of one kind do not hide the others."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.code, []).append(finding)
    return kinds.values()


def _lines(voice: Voice, findings: Sequence[Finding]) -> list[str]:
    lines = [_found(voice, finding) for finding in findings[:FINDINGS_SHOWN]]
    more = len(findings) - FINDINGS_SHOWN
    return [*lines, voice.say(f"… et {more} autres", f"… and {more} more")] if more > 0 else lines


def _found(voice: Voice, finding: Finding) -> str:
    return f"{voice.said(finding.text)}{clean(f' · {finding.group}') if finding.group else ''}"


def _conclusion(voice: Voice, audit: Audit) -> str:
    if audit.valid:
        return voice.say(f"Le plan tient. Coût : {audit.cost}.", f"The plan holds. Cost: {audit.cost}.")
    return voice.say(
        f"Le plan ne tient pas : {audit.breaches} manquement(s) à ce qui est obligatoire. Coût : {audit.cost}.",
        f"The plan does not hold: {audit.breaches} breach(es) of what is mandatory. Cost: {audit.cost}.",
    )
