"""Some people do not share a group: named pairs, a person and their manager, people with the same manager.

amount = number of such pairs that share a group. `by = "manager"` with `steps = 2` takes the manager's manager too;
a manager who is not a volunteer parts nobody, but two volunteers with the same absent manager are a pair of
`by = "same_manager"`.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.record import Id, Whole
from models.rule import Finding, Mention, Rule
from models.terms import Terms
from models.text import Text
from models.view import SeatedGroup, View


class Apart(Rule):
    """Pairs named in `pairs`, or given by the reporting line, are in different groups."""

    kind: Literal["apart"] = "apart"
    pairs: tuple[tuple[Id, Id], ...] = ()
    by: Literal["manager", "same_manager"] | None = None
    steps: Annotated[Whole, Field(ge=1, le=2)] = 1

    @model_validator(mode="after")
    def _is_by_one_thing(self) -> Self:
        if bool(self.pairs) == (self.by is not None):
            raise ValueError("apart needs either pairs or by")
        if any(a == b for a, b in self.pairs):
            raise ValueError("nobody can be apart from themselves")
        return self

    def label(self) -> str:
        """Names the rule by what parts people."""
        return f"apart {self.by or 'pairs'}"

    def says(self) -> Text:
        """Gives the demand in words."""
        if self.by == "same_manager":
            return Text(fr="Pas deux personnes du même manager", en="No two people with the same manager")
        if self.by == "manager":
            return Text(
                fr=f"Personne avec son manager, jusqu'à {self.steps} niveau(x) au-dessus",
                en=f"Nobody with their manager, up to {self.steps} step(s) above",
            )
        return Text(fr=f"{len(self.pairs)} paire(s) à séparer", en=f"{len(self.pairs)} pair(s) kept apart")

    def mentions(self) -> Iterator[Mention]:
        """Names the people of the pairs."""
        for pair in self.pairs:
            for person in pair:
                yield Mention("pairs", "volunteer", person)

    def post(self, terms: Terms) -> None:
        """Names the pairs, or the teams whose members should not meet."""
        if self.by == "same_manager":
            for manager, team in terms.roster.by_value("manager").items():
                if manager and len(team) > 1:
                    terms.count([v.id for v in team], lambda _, k: k * (k - 1) // 2)
            return
        known = terms.roster.volunteer
        pairs = self.pairs or (
            (v.id, boss) for v in known.values() for boss in terms.roster.bosses(v, self.steps) if boss in known
        )
        terms.separate({(min(pair), max(pair)) for pair in pairs})

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the pairs that share a group."""
        for group in view.groups:
            if self.by == "same_manager":
                yield from self._teams(group)
                continue
            for a, b in self._lines(view, group) if self.by else self._named(group):
                text = Text(fr=f"{a} et {b} ensemble", en=f"{a} and {b} together")
                yield Finding(amount=1, text=text, group=group.id, volunteers=(a, b))

    def _named(self, group: SeatedGroup) -> list[tuple[str, str]]:
        here = {m.id for m in group.members}
        return sorted({(min(p), max(p)) for p in self.pairs if here.issuperset(p)})

    def _lines(self, view: View, group: SeatedGroup) -> list[tuple[str, str]]:
        here = {m.id for m in group.members}
        found = set()
        for member in group.members:
            above = [member.manager]
            if self.steps == 2 and member.manager in view.roster.volunteer:
                above.append(view.roster.volunteer[member.manager].manager)
            found |= {(min(member.id, b), max(member.id, b)) for b in above if b in here and b != member.id}
        return sorted(found)

    def _teams(self, group: SeatedGroup) -> Iterator[Finding]:
        teams = Counter(m.manager for m in group.members if m.manager)
        for manager, k in sorted(teams.items()):
            if k > 1:
                text = Text(fr=f"{k} personnes du manager {manager}", en=f"{k} people of manager {manager}")
                team = tuple(m.id for m in group.members if m.manager == manager)
                yield Finding(amount=sum(range(k)), text=text, group=group.id, volunteers=team)
