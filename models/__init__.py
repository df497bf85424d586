"""What is asked and what is answered."""

from models.audit import Audit, RuleReport, audit
from models.defaults import default_rules
from models.outcome import Budget, Outcome, Status, Step, gap
from models.plan import Group, Plan, Session, Unplaced
from models.programme import Programme
from models.reason import Reason
from models.roster import CommitteeMember, Facilitator, PastSeat, Room, Roster, Slot, Theme, Volunteer
from models.rule import Finding, Rule
from models.rules import AnyRule
from models.settings import GroupSettings, SessionSettings
from models.text import Text

__all__ = [
    "AnyRule", "Audit", "Budget", "CommitteeMember", "Facilitator", "Finding", "Group", "GroupSettings", "Outcome",
    "PastSeat", "Plan", "Programme", "Reason", "Room", "Roster", "Rule", "RuleReport", "Session", "SessionSettings",
    "Slot", "Status", "Step", "Text", "Theme", "Unplaced", "Volunteer", "audit", "default_rules", "gap",
]  # fmt: skip
