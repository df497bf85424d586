"""Bad themes, facilitators, slots and settings."""

from pathlib import Path

from tests.intake.case import Case, Make
from tests.intake.small import PEOPLE, SETTINGS, SUBJECTS, folder, row_of

LEADERS = "id,name,themes,max_groups\nF1,Gina Weil,T1,2\nF2,Hugo Blin,,1\n"
SLOTS = "id,start,end,kind\nS1,2027-03-01 09:00,2027-03-01 12:00,launch\nS2,15/03/2027 09:00,15/03/2027 11:00,work\n"


def themes(row: int, **cells: str) -> Make:
    return lambda where: folder(where, themes=row_of(SUBJECTS, row, **cells))


def leaders(text: str = LEADERS, rules: str = "") -> Make:
    return lambda where: folder(where, facilitators=text, toml=SETTINGS + rules)


def slots(row: int, **cells: str) -> Make:
    return lambda where: folder(where, slots=row_of(SLOTS, row, **cells))


def settings(text: str) -> Make:
    return lambda where: folder(where, toml=text)


def _fix(theme: str) -> str:
    return f'[[rules]]\nkind = "fix"\nfacilitator = "F2"\n{theme}\nhard = true\n'


def _titles(where: Path) -> Path:
    return folder(where, themes=SUBJECTS.replace("T2,Eau", "T2,climat"))


CASES = [
    Case("25 minimum above maximum", themes(3, min_size="8", max_size="6"), "MIN_GT_MAX", row=3, column="min_size"),
    Case("25 more groups at least than at most", themes(3, min_groups="3"), "MIN_GT_MAX", row=3, column="min_groups"),
    *(
        Case(f"26 size {size}", themes(3, max_size=size), "WRONG_TYPE", row=3, column="max_size", hint=hint)
        for size, hint in (("0", ""), ("-3", ""), ("7.5", ""), ("8-10", "two columns"), ("huit", ""), ("٨", ""))
    ),
    Case("26 size 2000", themes(3, max_size="2000"), "OUT_OF_RANGE", row=3, column="max_size"),
    Case("29 duration of a theme", lambda where: folder(where, themes=SUBJECTS.replace("title", "durée")),
         "UNKNOWN_COLUMN", row=1, column="durée", severity="warning", hint="slots"),
    Case("29 slot of no length", slots(3, end="15/03/2027 09:00"), "BAD_DURATION", row=3, column="end"),
    Case("29 slot of two days", slots(3, end="17/03/2027 11:00"), "BAD_DURATION", row=3, column="end"),
    Case("30 theme twice but for case", themes(3, id=" t1 "), "DUPLICATE_ID", row=3, column="id"),
    Case("30 title twice", _titles, "DUPLICATE_NAME", row=3, column="title", severity="warning"),
    Case("31 facilitator and volunteer", leaders(LEADERS.replace("F2", "A1")), "ROLE_OVERLAP", row=3, column="id",
         severity="warning"),
    Case("32 fixed on too many groups", leaders(rules=_fix('theme = "T1"') + _fix('group = "T2-1"')),
         "FIXED_OVER_LIMIT",
         row=3, column="max_groups"),
    Case("33 unknown theme of a facilitator", leaders(LEADERS.replace("T1", "T7")), "UNKNOWN_REF", row=2,
         column="themes"),
    Case("33 themes with a bad separator", leaders(LEADERS.replace("T1", "T1|T2")), "UNKNOWN_REF", row=2,
         column="themes"),
    Case("33 experience in words", leaders("id,expérimenté\nF1,un peu\n"), "WRONG_TYPE", row=2, column="expérimenté"),
    Case("34 away in an unknown slot", lambda where: folder(where, rooms="id,capacity,away\nR1,9,S9\n"), "UNKNOWN_REF",
         row=2, column="away"),
    Case("35 end before start", slots(3, end="15/03/2027 08:00"), "END_BEFORE_START", row=3, column="end"),
    Case("35 25 o'clock", slots(3, end="15/03/2027 25:00"), "BAD_TIME", row=3, column="end"),
    Case("36 days and months mixed", slots(2, start="03/13/2027 09:00", end="03/13/2027 10:00"), "AMBIGUOUS_DATE",
         row=2,
         column="start"),
    Case("37 30 February", slots(3, start="30/02/2027 09:00"), "BAD_DATE", row=3, column="start"),
    Case("38 an hour that does not exist", slots(3, start="2027-03-28 02:30", end="2027-03-28 05:00"),
         "NONEXISTENT_LOCAL_TIME", row=3, column="start"),
    Case("38 an hour that exists twice", slots(3, start="2027-10-31 02:30", end="2027-10-31 05:00"),
         "AMBIGUOUS_LOCAL_TIME", row=3, column="start"),
    Case("slot of unknown kind", slots(3, kind="fête"), "UNKNOWN_VALUE", row=3, column="kind"),
    Case("setting with a typo", settings("tilte = 1\n" + SETTINGS), "UNKNOWN_FIELD", column="/tilte", hint="title"),
    Case("unknown time zone", settings('timezone = "Europe/Lutece"\n' + SETTINGS), "UNKNOWN_VALUE", column="/timezone"),
    Case("sizes in disorder", settings("[groups]\nmin_size = 9\nmax_size = 3\n"), "MIN_GT_MAX", column="/groups"),
    Case("torn TOML", settings("title = \n"), "BAD_TOML", row=1),
    Case("no rules", settings("[groups]\nmin_size = 3\n"), "DEFAULT_RULES", severity="warning"),
    Case("no such folder", lambda where: where / "nowhere", "NO_SUCH_FILE"),
    Case("a table alone", lambda where: folder(where) / "volunteers.csv", "UNSUPPORTED_TYPE"),
    Case("no themes", lambda where: _without(folder(where), "themes.csv"), "MISSING_TABLE"),
    Case("one table twice", lambda where: folder(where, volontaires=PEOPLE), "DUPLICATE_TABLE"),
    Case("a file nobody knows", lambda where: folder(where, facilitateur2="id\n"), "UNKNOWN_FILE", severity="warning",
         hint="Facilitateurs"),
]  # fmt: skip


def _without(where: Path, name: str) -> Path:
    (where / name).unlink()
    return where
