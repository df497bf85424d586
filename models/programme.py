"""A programme: a roster, settings and rules. Frozen and complete: every what-if is another programme."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.record import Id, Language, Line, Paragraph
from models.roster import OWN_ATTRIBUTES, Roster, Theme
from models.rule import Mention, Rule
from models.rules import AnyRule
from models.settings import GroupSettings, SessionSettings, TimeZone


class Programme(Roster):
    """Everything a solve needs to know, in one document.

    `purposes` gives, for each sensitive column that a rule may use, the written reason for using it.

    Raises
    ------
    ValueError
        When a rule names a theme, person, group or attribute the roster does not have.
    """

    title: Line = ""
    language: Language = "fr"
    timezone: TimeZone = "Europe/Paris"
    groups: GroupSettings = GroupSettings()
    sessions: SessionSettings = SessionSettings()
    rules: Annotated[tuple[AnyRule, ...], Field(max_length=10_000)] = ()
    purposes: dict[Id, Paragraph] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _rules_name_what_is_there(self) -> Self:
        faults = [f"rule {k + 1}: {m.field} names the unknown {m.what} {m.name}" for k, m in self.strangers()]
        if faults:
            raise ValueError("; ".join(faults[:20]))
        return self

    @cached_property
    def roster(self) -> Roster:
        """The people and things alone, as rules see them."""
        tables = {name: getattr(self, name) for name in Roster.model_fields}
        return Roster.model_construct(**tables)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """One name per rule under which its cost is reported, numbered where two rules share it."""
        times: Counter[str] = Counter()
        names = []
        for rule in self.rules:
            label = rule.label()
            times[label] += 1
            names.append(label if times[label] == 1 else f"{label} #{times[label]}")
        return tuple(names)

    def size_limits(self, theme: Theme) -> tuple[int, int]:
        """Gives the smallest and largest size of a group of a theme."""
        low = self.groups.min_size if theme.min_size is None else theme.min_size
        high = self.groups.max_size if theme.max_size is None else theme.max_size
        return (low, max(low, high)) if theme.max_size is None else (min(low, high), high)

    def group_limits(self, theme: Theme) -> tuple[int, int]:
        """Gives the smallest and largest number of groups of a theme.

        Without `max_groups`, a theme may open enough groups of the target size for all who chose it and for its
        share of those who gave no choices, and at least one.
        """
        if theme.max_groups is not None:
            return theme.min_groups, theme.max_groups
        chose = self._chosen[theme.id]
        undecided = sum(not v.choices for v in self.volunteers)
        share = -(-undecided // len(self.themes))
        return theme.min_groups, max(1, theme.min_groups, -(-(chose + share) // self.groups.target))

    def strangers(self) -> Iterator[tuple[int, Mention]]:
        """Names what rules mention that the roster does not have, with the index of the rule."""
        for k, rule in enumerate(self.rules):
            yield from ((k, m) for m in rule.mentions() if not self._knows(rule, m))

    @cached_property
    def _chosen(self) -> Counter[str]:
        return Counter(theme for v in self.volunteers for theme in v.choices)

    @cached_property
    def _attributes(self) -> set[str]:
        return set(OWN_ATTRIBUTES).union(*(v.more for v in self.volunteers))

    def _knows(self, rule: Rule, mention: Mention) -> bool:
        if mention.what == "attribute":
            return mention.name in self._attributes
        if mention.what == "group":
            theme, _, number = mention.name.rpartition("-")
            most = self.group_limits(self.theme[theme])[1] if theme in self.theme else 0
            return bool(re.fullmatch("[1-9][0-9]{0,5}", number)) and int(number) <= most
        if mention.what == "value":
            return True  # a value nobody has any more is a fair what-if; reading a file reports it
        return mention.name in getattr(self, mention.what)
