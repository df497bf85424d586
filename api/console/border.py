"""The border of every command: problems become words and an exit code, never a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

import typer

from api.console.fault_list import show_faults
from api.console.voice import Voice
from formats import intake
from formats.fault import Fault, InputError
from models import Programme, Text


class Exit(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    BAD_INPUT = 2
    INFEASIBLE = 3
    NO_PLAN = 4
    INTERRUPTED = 130


@contextmanager
def border(voice: Voice) -> Iterator[None]:
    """Runs a command and tells what stopped it, in words and by its exit code."""
    try:
        yield
    except InputError as problem:
        show_faults(voice, problem.faults)
        raise typer.Exit(Exit.BAD_INPUT) from None
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say, and Python must not try again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(Exit.DONE) from None
    except OSError as problem:
        show_faults(voice, (_trouble(problem),))
        raise typer.Exit(Exit.BAD_INPUT) from None
    except KeyboardInterrupt:
        voice.tell("Abandonné.", "Aborted.")
        raise typer.Exit(Exit.INTERRUPTED) from None


def programme_at(path: Path) -> tuple[Programme, tuple[Fault, ...]]:
    """Reads a programme and gives it with what there is to say about it.

    Raises
    ------
    InputError
        With all problems, when one of them is an error.
    """
    taken = intake(path)
    if taken.programme is None or any(fault.severity == "error" for fault in taken.faults):
        raise InputError(taken.faults)
    return taken.programme, taken.faults


def refuse(code: str, fr: str, en: str, file: Path, hint: Text | None = None) -> InputError:
    """Makes the error of a path that cannot be used."""
    fault = Fault(code=code, severity="error", message=Text(fr=fr, en=en), hint=hint, file=str(file))
    return InputError((fault,))


def misused(reason: str) -> Fault:
    """Makes the fault of a call that is not understood."""
    return Fault(
        code="BAD_USAGE",
        message=Text(fr=f"commande mal formée : {reason}", en=reason),
        hint=Text(fr="voyez maillage --help", en="see maillage --help"),
    )


def _trouble(problem: OSError) -> Fault:
    said = problem.strerror or type(problem).__name__
    return Fault(
        code="FILE_TROUBLE",
        severity="error",
        message=Text(fr=f"le système refuse : {said}", en=f"the system refuses: {said}"),
        hint=None,
        file=str(problem.filename or ""),
    )
