"""The command line: `maillage check | solve | audit | new`.

Exit codes: 0 done, 2 bad input (or a plan that does not hold), 3 infeasible, 4 no plan in the time given,
130 interrupted, with the best plan kept.
"""

import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated, Literal

import typer

from api.console.audit_view import show_audit
from api.console.border import Exit, border, misused, programme_at, refuse
from api.console.budget import budget_of
from api.console.check_view import show_check
from api.console.fault_list import show_faults
from api.console.plan_view import show_outcome
from api.console.progress import Progress
from api.console.voice import Voice, spoken
from formats import intake, read_plan, write_plan
from formats.plan_folder import holds_only_ours
from formats.starter import starter
from formats.starter_folder import write_starter_folder
from formats.starter_workbook import write_starter_workbook
from models import Audit, Outcome, Plan, Programme, Text, audit
from solver import impossible, prepare, solve

LANGUAGE = spoken(sys.argv[1:])


def _(fr: str, en: str) -> str:
    return fr if LANGUAGE == "fr" else en


app = typer.Typer(
    name="maillage",
    help=_("Forme les groupes d'un réseau apprenant.", "Forms the groups of a learning network."),
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Source = Annotated[
    Path,
    typer.Argument(
        metavar="PROGRAMME",
        help=_("Dossier de CSV, classeur XLSX ou JSON.", "A folder of CSV files, an XLSX workbook or a JSON document."),
    ),
]
Json = Annotated[bool, typer.Option("--json", help=_("Pour les machines : du JSON seul.", "For machines: only JSON."))]
Lang = Annotated[
    Literal["fr", "en"], typer.Option("--lang", help=_("Langue des messages.", "Language of the messages."))
]


@app.command("check", help=_("Relit un programme, nomme chaque problème.", "Reads a programme, names its problems."))
def check_command(programme: Source, as_json: Json = False, lang: Lang = LANGUAGE) -> None:
    """Reads a programme, names every problem, says what is impossible by counting."""
    voice = Voice(lang, as_json)
    with border(voice):
        taken = intake(programme)
        sound = taken.programme is not None and all(fault.severity != "error" for fault in taken.faults)
        reasons = impossible(taken.programme) if sound and taken.programme else ()
        show_check(voice, taken, sound, reasons)
        if not sound:
            raise typer.Exit(Exit.BAD_INPUT)
        if reasons:
            raise typer.Exit(Exit.INFEASIBLE)


@app.command("solve", help=_("Forme les groupes.", "Forms the groups."))
def solve_command(
    programme: Source,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help=_("Dossier où écrire le plan.", "Folder to write the plan to."))
    ] = None,
    time_limit: Annotated[float, typer.Option(help=_("Secondes permises.", "Seconds allowed."))] = 60.0,
    gap: Annotated[
        float, typer.Option(help=_("S'arrêter à tant de % du meilleur.", "Stop at so many % from the best."))
    ] = 0.0,
    seed: Annotated[int, typer.Option(help=_("Graine du hasard.", "Seed of chance."))] = 0,
    workers: Annotated[int, typer.Option(help=_("Cœurs à employer, 0 : tous.", "Cores to use, 0: all of them."))] = 0,
    start: Annotated[Path | None, typer.Option(help=_("Plan dont partir.", "A plan to start from."))] = None,
    as_json: Json = False,
    lang: Lang = LANGUAGE,
) -> None:
    """Forms the groups; the first Ctrl-C stops and keeps the best plan, the second aborts."""
    voice = Voice(lang, as_json)
    with border(voice):
        budget = budget_of(time_limit, gap, seed, workers)
        _try_writing(out)
        prepare()
        asked, faults = programme_at(programme)
        show_faults(voice, faults)
        first = _start(voice, asked, start)
        with Progress(voice) as progress:
            outcome = solve(asked, budget, progress.hear, first)
        files = write_plan(asked, outcome, out) if out and outcome.plan else []
        if as_json:
            _last_lines(voice, outcome)
        else:
            show_outcome(voice, asked, outcome, files)
        raise typer.Exit(_exit_of(outcome))


@app.command("audit", help=_("Juge un plan, fait ici ou à la main.", "Judges a plan, ours or hand-made."))
def audit_command(
    programme: Source,
    plan: Annotated[
        Path,
        typer.Argument(
            metavar="PLAN",
            help=_("Dossier, plan.json, plan.xlsx ou assignments.csv.", "A folder, plan.json, plan.xlsx or a CSV."),
        ),
    ],
    as_json: Json = False,
    lang: Lang = LANGUAGE,
) -> None:
    """Judges a plan; the exit code is 2 when it breaks something mandatory."""
    voice = Voice(lang, as_json)
    with border(voice):
        asked, faults = programme_at(programme)
        judged = audit(asked, read_plan(plan, asked))
        if as_json:
            said = [fault.model_dump() for fault in faults]
            voice.write_line({**judged.model_dump(), "costs": judged.costs(), "faults": said})
        else:
            show_faults(voice, faults)
            show_audit(voice, judged)
        raise typer.Exit(Exit.DONE if judged.valid else Exit.BAD_INPUT)


@app.command("new", help=_("Crée un programme de départ, fictif.", "Makes a starter programme with fictitious people."))
def new_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("Dossier ou FICHIER.xlsx.", "Folder or FILE.xlsx."))],
    volunteers: Annotated[
        int, typer.Option(min=20, max=20_000, help=_("Nombre de volontaires.", "Number of volunteers."))
    ] = 120,
    seed: Annotated[int, typer.Option(min=0, help=_("Graine du hasard.", "Seed of chance."))] = 0,
    as_json: Json = False,
    lang: Lang = LANGUAGE,
) -> None:
    """Writes a starter programme with fictitious people."""
    voice = Voice(lang, as_json)
    with border(voice):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise refuse("NOT_EMPTY", "il y a déjà quelque chose ici", "something is here already", folder)
        write = write_starter_workbook if folder.suffix.lower() == ".xlsx" else write_starter_folder
        files = write(starter(volunteers, seed, lang), folder)
        if as_json:
            voice.write_line({"files": [str(path) for path in files]})
        else:
            voice.out.print(voice.say(f"Programme écrit dans {folder}", f"Programme written to {folder}"))
            voice.out.print(f"maillage solve {folder} -o {folder.with_suffix('')}-plan")


def _try_writing(out: Path | None) -> None:
    """Tries to write where the plan will go, so that a place that cannot be written is told before the search."""
    if out is None:
        return
    if not holds_only_ours(out):
        raise refuse(
            "NOT_EMPTY",
            "cet endroit contient autre chose qu'un plan antérieur",
            "this place holds something else than an earlier plan",
            out,
            Text(fr="choisissez un dossier vide ou nouveau", en="choose an empty or a new folder"),
        )
    fresh = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=out):
        pass
    if fresh:
        out.rmdir()


def _start(voice: Voice, programme: Programme, path: Path | None) -> Plan | None:
    """Reads the plan to start from and says what it is worth."""
    if path is None:
        return None
    plan = read_plan(path, programme)
    judged: Audit = audit(programme, plan.model_copy(update={"cost": None}))
    if not judged.valid:
        voice.tell(
            "Le plan de départ enfreint une règle obligatoire : il sert seulement d'indication.",
            "The starting plan breaks something mandatory: it serves only as a hint.",
        )
    return plan


def _last_lines(voice: Voice, outcome: Outcome) -> None:
    if outcome.reasons:
        voice.write_line({"reasons": [reason.model_dump() for reason in outcome.reasons]})
    voice.write_line(
        {
            "status": outcome.status,
            "cost": outcome.cost,
            "bound": outcome.bound,
            "gap": outcome.gap,
            "seconds": round(outcome.seconds, 3),
            "seed": outcome.seed,
            "costs": outcome.audit.costs() if outcome.audit else {},
            "unplaced": outcome.audit.unplaced if outcome.audit else None,
        }
    )


def _exit_of(outcome: Outcome) -> Exit:
    codes = {"infeasible": Exit.INFEASIBLE, "no_plan": Exit.NO_PLAN, "cancelled": Exit.INTERRUPTED}
    return codes.get(outcome.status, Exit.DONE)


def main() -> None:
    """Runs the command line; for machines, a call that is not understood is told as JSON too."""
    if "--json" not in sys.argv:
        app(prog_name="maillage")
    try:
        sys.exit(app(prog_name="maillage", standalone_mode=False))
    except Exception as problem:
        # Typer keeps the class of these errors to itself; this is what they have in common.
        if not hasattr(problem, "format_message"):
            raise
        show_faults(Voice(LANGUAGE, for_machines=True), (misused(problem.format_message()),))
        sys.exit(Exit.BAD_INPUT)


if __name__ == "__main__":
    main()
