"""Every group has its facilitators.

Always hard: exactly `per_group` different facilitators in every group, each in at most `max_groups` groups, within
their themes, never the manager of a member, never a member of the group they lead.
With `neutral`, amount = Σ over groups of 1 where a facilitator shares a unit with a member, and of 1 where no
facilitator is experienced.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from models.record import Whole
from models.rule import Finding, Rule
from models.terms import Terms
from models.text import Text
from models.view import SeatedGroup, View


class Facilitation(Rule):
    """Every group is led by `per_group` facilitators; with `neutral`, preferably strangers to its units."""

    kind: Literal["facilitation"] = "facilitation"
    per_group: Annotated[Whole, Field(ge=1, le=3)] = 1
    neutral: bool = False

    def says(self) -> Text:
        """Gives the demand in words."""
        fr = f"{self.per_group} facilitateur(s) par groupe, jamais le manager d'un membre"
        en = f"{self.per_group} facilitator(s) in every group, never a member's manager"
        if not self.neutral:
            return Text(fr=fr, en=en)
        return Text(fr=f"{fr}, d'une autre unité et expérimentés", en=f"{en}, from another unit and experienced")

    def post(self, terms: Terms) -> None:
        """Says whom each facilitator must not, or should not, lead."""
        roster = terms.roster
        teams, units = roster.by_value("manager"), roster.by_value("unit")
        barred = {f.id: {v.id for v in teams.get(f.id, ())} | {f.id} for f in roster.facilitators}
        kin = {f.id: {v.id for v in units.get(f.unit, ())} for f in roster.facilitators if f.unit and self.neutral}
        novices = {f.id for f in roster.facilitators if self.neutral and not f.experienced}
        terms.staff(self.per_group, barred, kin, novices)

    def review(self, view: View) -> Iterator[Finding]:
        """Finds groups without their facilitators, forbidden pairings, and overloads."""
        for group in view.groups:
            yield from self._number(group)
            yield from _pairings(group)
            if self.neutral:
                yield from _preferences(group)
        yield from _overloads(view)

    def _number(self, group: SeatedGroup) -> Iterator[Finding]:
        found = len({f.id for f in group.facilitators})
        if found != self.per_group:
            text = Text(
                fr=f"{found} facilitateur(s) au lieu de {self.per_group}",
                en=f"{found} facilitator(s) instead of {self.per_group}",
            )
            yield Finding(amount=abs(found - self.per_group), text=text, group=group.id, always_hard=True)


def _pairings(group: SeatedGroup) -> Iterator[Finding]:
    for facilitator in group.facilitators:
        who = facilitator.id
        if facilitator.themes and group.theme.id not in facilitator.themes:
            text = Text(fr=f"{who} n'anime pas ce thème", en=f"{who} does not lead this theme")
            yield Finding(amount=1, text=text, group=group.id, always_hard=True)
        for member in group.members:
            if who in (member.manager, member.id):
                text = Text(
                    fr=f"{who} ne peut pas animer le groupe de {member.id}",
                    en=f"{who} cannot lead {member.id}'s group",
                )
                yield Finding(amount=1, text=text, group=group.id, volunteers=(member.id,), always_hard=True)


def _preferences(group: SeatedGroup) -> Iterator[Finding]:
    units = {member.unit for member in group.members} - {""}
    if any(f.unit in units for f in group.facilitators):
        text = Text(fr="Un facilitateur est de l'unité d'un membre", en="A facilitator is of a member's unit")
        yield Finding(amount=1, text=text, group=group.id)
    if group.facilitators and not any(f.experienced for f in group.facilitators):
        text = Text(fr="Aucun facilitateur expérimenté", en="No experienced facilitator")
        yield Finding(amount=1, text=text, group=group.id)


def _overloads(view: View) -> Iterator[Finding]:
    load = Counter(f.id for group in view.groups for f in group.facilitators)
    for facilitator, groups in sorted(load.items()):
        most = view.roster.facilitator[facilitator].max_groups
        if groups > most:
            text = Text(
                fr=f"{facilitator} anime {groups} groupes, {most} au plus",
                en=f"{facilitator} leads {groups} groups, at most {most}",
            )
            yield Finding(amount=groups - most, text=text, always_hard=True)
