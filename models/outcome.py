"""What a solve was allowed, what it went through and what it gives back."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.audit import Audit
from models.plan import Plan
from models.reason import Reason
from models.record import Record, Whole

Status = Literal["optimal", "feasible", "infeasible", "no_plan", "cancelled"]


class Budget(Record):
    """How long a solve may take and how good is good enough.

    `seconds` of wall time; `gap` in per cent, at which to stop early (0: only at proven optimality); `workers` 0 means
    as many as there are cores. `parameters` are passed to the engine, for experts.
    """

    seconds: Annotated[float, Field(gt=0, le=86_400)] = 60.0
    gap: Annotated[float, Field(ge=0, le=100)] = 0.0
    seed: Annotated[Whole, Field(ge=0, lt=2**31)] = 0
    workers: Annotated[Whole, Field(ge=0, le=256)] = 0
    parameters: dict[str, int | float | str | bool] = Field(default_factory=dict)


class Step(Record):
    """One moment of a solve: `source` is the part of the engine that found the cost or the bound."""

    seconds: float
    cost: Whole | None = None
    bound: Whole | None = None
    source: str = ""

    @property
    def gap(self) -> float | None:
        """The gap between cost and bound, in per cent."""
        return gap(self.cost, self.bound)


class Outcome(Record):
    """The answer to one solve.

    `optimal` is said only when the audited cost equals the proven bound; `infeasible` only when confirmed, with
    reasons.
    """

    status: Status
    plan: Plan | None = None
    audit: Audit | None = None
    cost: Whole | None = None
    bound: Whole | None = None
    reasons: tuple[Reason, ...] = ()
    trace: tuple[Step, ...] = ()
    seconds: float = 0.0
    seed: Whole = 0
    versions: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _plan_is_judged(self) -> Self:
        if self.plan is None and self.cost is not None:
            raise ValueError("a cost needs the plan that has it")
        if self.plan is not None and (self.audit is None or not self.audit.valid or self.audit.cost != self.cost):
            raise ValueError("a plan is shown only with the audit that found it valid at this cost")
        if self.cost is not None and self.bound is not None and self.bound > self.cost:
            raise ValueError("a bound above the cost of a valid plan is false")
        return self

    @model_validator(mode="after")
    def _words_match_facts(self) -> Self:
        if self.status == "optimal" and (self.plan is None or self.cost != self.bound):
            raise ValueError("optimal needs a plan whose cost equals the bound")
        if self.status == "feasible" and self.plan is None:
            raise ValueError("feasible needs a plan")
        if self.status == "infeasible" and (self.plan is not None or not self.reasons):
            raise ValueError("infeasible needs reasons and has no plan")
        if self.status == "no_plan" and self.plan is not None:
            raise ValueError("no_plan has no plan")
        return self

    @property
    def gap(self) -> float | None:
        """The gap between cost and bound, in per cent."""
        return gap(self.cost, self.bound)


def gap(cost: int | None, bound: int | None) -> float | None:
    """Gives (cost − bound) / max(1, |cost|) in per cent, None while one of them is unknown."""
    if cost is None or bound is None:
        return None
    return 100 * (cost - bound) / max(1, abs(cost))
