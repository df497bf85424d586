"""Plans and outcomes as JSON that is the same to the byte whenever they are the same."""

import json
import re
from typing import Any

from models import Group, Outcome, Plan


def canonical(plan: Plan) -> Plan:
    """Gives the plan with its groups, members, facilitators, sessions and unplaced people in the order of their ids."""
    return plan.model_copy(
        update={
            "groups": tuple(sorted(map(_canonical_group, plan.groups), key=lambda g: natural(g.id))),
            "sessions": tuple(sorted(plan.sessions, key=lambda s: (natural(s.group), natural(s.slot), s.room or ""))),
            "unplaced": tuple(sorted(plan.unplaced, key=lambda row: natural(row.volunteer))),
        }
    )


def natural(text: str) -> tuple[tuple[str, int, str], ...]:
    """Gives a sorting key in which numbers inside a text count as numbers: `T-2` comes before `T-10`."""
    pieces = re.findall(r"([^0-9]*)([0-9]{0,300})", text)
    return tuple((words.casefold(), int(number or -1), words + number) for words, number in pieces)


def plan_text(plan: Plan) -> str:
    """Gives the plan as canonical JSON: sorted, without a clock."""
    return _text(canonical(plan).model_dump(mode="json"))


def outcome_text(outcome: Outcome) -> str:
    """Gives the outcome as canonical JSON, without its plan, which `plan.json` holds."""
    return _text(outcome.model_dump(mode="json", exclude={"plan"}))


def _canonical_group(group: Group) -> Group:
    return group.model_copy(
        update={
            "members": tuple(sorted(group.members, key=natural)),
            "facilitators": tuple(sorted(group.facilitators, key=natural)),
        }
    )


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"
