"""The independent judge: what a plan costs and what it breaks, from its rows alone."""

from models.plan import Plan
from models.programme import Programme
from models.record import Record, Whole
from models.rule import Finding, Rule
from models.structure import faults
from models.text import Text
from models.view import View, view


class RuleReport(Record):
    """What one rule found: `cost` is its weight times the amount, `breaches` the amount that nothing excuses."""

    label: str
    kind: str
    sentence: Text
    amount: Whole
    cost: Whole
    breaches: Whole
    findings: tuple[Finding, ...]


class Audit(Record):
    """The judge's report; a plan is valid when nothing hard is broken and its claimed cost is true."""

    valid: bool
    cost: Whole
    breaches: Whole
    unplaced: Whole
    rules: tuple[RuleReport, ...]
    structure: tuple[Finding, ...]

    def costs(self) -> dict[str, int]:
        """Gives the cost of each rule by its label, and that of the unplaced."""
        costs = {report.label: report.cost for report in self.rules}
        left = self.cost - sum(costs.values())
        return costs | ({"unplaced": left} if left else {})


def audit(programme: Programme, plan: Plan) -> Audit:
    """Judges a plan, ours or hand-made, without any engine."""
    seen = view(programme.roster, plan)
    reports = tuple(_report(label, rule, seen) for label, rule in zip(programme.labels, programme.rules, strict=True))
    left_out = len({row.volunteer for row in plan.unplaced if row.volunteer in programme.volunteer})
    cost = sum(report.cost for report in reports) + left_out * programme.groups.unplaced
    structure = (*faults(programme, plan), *_false_claim(plan, cost))
    breaches = sum(report.breaches for report in reports) + sum(f.amount for f in structure)
    return Audit(
        valid=breaches == 0,
        cost=cost,
        breaches=breaches,
        unplaced=left_out,
        rules=reports,
        structure=structure,
    )


def _report(label: str, rule: Rule, seen: View) -> RuleReport:
    findings = tuple(rule.review(seen))
    excused = sum(f.amount for f in findings if not f.always_hard)
    never = sum(f.amount for f in findings if f.always_hard)
    return RuleReport(
        label=label,
        kind=rule.kind,
        sentence=rule.sentence(),
        amount=excused,
        cost=0 if rule.hard else excused * (rule.weight or 0),
        breaches=never + (excused if rule.hard else 0),
        findings=findings,
    )


def _false_claim(plan: Plan, cost: int) -> tuple[Finding, ...]:
    if plan.cost is None or plan.cost == cost:
        return ()
    text = Text(
        fr=f"Le plan annonce un coût de {plan.cost}, il est de {cost}",
        en=f"The plan claims a cost of {plan.cost}, it is {cost}",
    )
    return (Finding(amount=1, text=text, code="COST_MISMATCH", always_hard=True),)
