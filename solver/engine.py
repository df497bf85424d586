"""One verb: `solve(programme, budget, on_step, start) -> Outcome`."""

from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from time import monotonic

from models import Audit, Budget, Outcome, Plan, Programme, Reason, Status, Step, audit, gap
from solver.counting import reasons
from solver.errand import Errand
from solver.news import Bounded, Failed, Finished, Found, Impossible, News
from solver.placement import Placement, placement
from solver.placement import plan as as_plan
from solver.problem import Problem, problem

OnStep = Callable[[Step], None]


class SearchFailedError(RuntimeError):
    """The search process broke off twice before it found anything."""


def solve(
    programme: Programme, budget: Budget | None = None, on_step: OnStep | None = None, start: Plan | None = None
) -> Outcome:
    """Forms the groups of a programme, as well as the budget allows.

    Every plan given back has passed the independent judge. Ctrl-C stops the search and keeps the best plan.

    Parameters
    ----------
    programme
        The question.
    budget
        Time, gap, seed, workers; a minute when not given.
    on_step
        Called with every improvement of cost or bound.
    start
        A plan to start from; one that breaks something hard is only a hint.
    """
    asked = budget or Budget()
    numbers = problem(programme)
    found = reasons(programme, numbers)
    if found:
        return Outcome(status="infeasible", reasons=found, seed=asked.seed, versions=versions())
    log = _Log(programme, numbers, asked, on_step)
    placed = _started(log, numbers, start)
    interrupted = False
    try:
        _follow_through_failures(log, placed)
    except KeyboardInterrupt:
        interrupted = True
    return log.outcome(interrupted)


def _follow_through_failures(log: "_Log", placed: Placement | None) -> None:
    """Starts a search that broke off once more; what was found stays. A second failure matters without a plan."""
    try:
        log.follow(placed)
    except SearchFailedError:
        try:
            log.follow(placed)
        except SearchFailedError:
            if not log.has_plan:
                raise


def versions() -> dict[str, str]:
    """Gives the versions of what a plan was made with."""
    return {name: version(name) for name in ("highspy", "numpy", "ortools")}


def _started(log: "_Log", numbers: Problem, start: Plan | None) -> Placement | None:
    if start is None:
        return None
    with suppress(ValueError):
        placed = placement(numbers, start)
        log.offer(as_plan(numbers, placed), "start")
        return placed
    return None


class _Log:
    """What a solve knows so far: the best audited plan, the best bound, the steps that led there."""

    def __init__(self, programme: Programme, numbers: Problem, budget: Budget, on_step: OnStep | None) -> None:
        self._programme = programme
        self._numbers = numbers
        self._budget = budget
        self._on_step = on_step
        self._began = monotonic()
        self._plan: Plan | None = None
        self._audit: Audit | None = None
        self._bound = 0  # every amount and every weight is nought or more
        self._steps: list[Step] = []
        self._confirmed = 0

    def follow(self, start: Placement | None) -> None:
        """Listens to a search until it ends, the time is up or the gap is reached."""
        end = self._began + self._budget.seconds
        with Errand(self._numbers, self._budget, start) as errand, suppress(TimeoutError):
            while not self._good_enough():
                news = errand.next(end - monotonic())
                if news is None or isinstance(news, Finished):
                    return
                if isinstance(news, Failed):
                    raise SearchFailedError(news.trace)
                self._hear(news)

    def offer(self, plan: Plan, source: str) -> None:
        """Keeps a plan when the judge finds it valid and better than the best."""
        judged = audit(self._programme, plan)
        if judged.valid and (self._audit is None or judged.cost < self._audit.cost):
            self._plan, self._audit = plan.model_copy(update={"cost": judged.cost}), judged
            self._step(source)

    @property
    def has_plan(self) -> bool:
        """Whether an audited plan was found."""
        return self._plan is not None

    def outcome(self, interrupted: bool) -> Outcome:
        """Sums up, in words that match the facts."""
        status = self._status(interrupted)
        return Outcome(
            status=status,
            plan=self._plan,
            audit=self._audit,
            cost=self._audit.cost if self._audit else None,
            bound=None if status == "infeasible" else self._proven(),
            reasons=_rules_conflict(self._programme) if status == "infeasible" else (),
            trace=tuple(self._steps),
            seconds=monotonic() - self._began,
            seed=self._budget.seed,
            versions=versions(),
        )

    def _status(self, interrupted: bool) -> Status:
        if self._audit is not None and self._audit.cost == self._bound:
            return "optimal"
        if interrupted:
            return "cancelled"
        if self._audit is not None:
            return "feasible"
        return "infeasible" if self._confirmed > 1 else "no_plan"

    def _good_enough(self) -> bool:
        reached = gap(self._audit.cost if self._audit else None, self._proven())
        return reached is not None and reached <= self._budget.gap

    def _proven(self) -> int:
        """Gives the best bound, nought when an audited plan gives the lie to it."""
        return 0 if self._audit is not None and self._audit.cost < self._bound else self._bound

    def _hear(self, news: News) -> None:
        if isinstance(news, Found):
            self.offer(as_plan(self._numbers, news.placed), news.source)
        elif isinstance(news, Bounded) and news.bound > self._bound:
            self._bound = news.bound
            self._step(news.source)
        elif isinstance(news, Impossible):
            self._confirmed += 1

    def _step(self, source: str) -> None:
        step = Step(
            seconds=round(monotonic() - self._began, 3),
            cost=self._audit.cost if self._audit else None,
            bound=self._bound,
            source=source,
        )
        self._steps.append(step)
        if self._on_step:
            self._on_step(step)


def _rules_conflict(programme: Programme) -> tuple[Reason, ...]:
    hard = [k for k, rule in enumerate(programme.rules) if rule.hard or rule.kind == "facilitation"]
    said = [programme.rules[k].sentence() for k in hard[:20]]
    fr, en = " ; ".join(s.fr for s in said), "; ".join(s.en for s in said)
    return (
        Reason(
            code="RULE_CONFLICT",
            fr="Deux recherches complètes le confirment : les tailles, les refus et les règles obligatoires "
            f"ne tiennent pas tous ensemble. {fr}",
            en="Two complete searches confirm it: sizes, refusals and mandatory rules "
            f"cannot all be kept together. {en}",
            rules=tuple(hard),
        ),
    )
