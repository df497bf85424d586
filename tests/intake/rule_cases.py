"""Bad rules, in programme.toml, in a JSON document and in a sheet."""

import json
from pathlib import Path
from typing import Any

from tests.intake.case import Case, Make
from tests.intake.small import PEOPLE, SETTINGS, SUBJECTS, book, folder, saved

CHOICES: dict[str, Any] = {"kind": "choices", "weight": 10}


def ruled(*rules: dict[str, Any], **more: Any) -> Make:
    """A JSON document of the small programme with these rules after the first."""
    return lambda where: written(where, json.dumps(document(*rules, **more), ensure_ascii=False))


def document(*rules: dict[str, Any], **more: Any) -> dict[str, Any]:
    people = [
        {"id": i, "level": level, "unit": unit, "manager": boss, "choices": [c for c in wanted.split(";") if c],
         "refuses": [refused] if refused else []}
        for i, _, level, unit, boss, wanted, refused in (line.split(",") for line in PEOPLE.splitlines()[1:])
    ]  # fmt: skip
    themes = [{"id": line.split(",")[0], "min_size": 3} for line in SUBJECTS.splitlines()[1:]]
    leaders = [{"id": "F1", "max_groups": 2}]
    return {"volunteers": people, "themes": themes, "facilitators": leaders, "rules": [CHOICES, *rules]} | more


def written(where: Path, text: str | bytes) -> Path:
    where.mkdir(parents=True, exist_ok=True)
    path = where / "programme.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def raw(text: str | bytes) -> Make:
    return lambda where: written(where, text)


def in_toml(rule: str, people: str = PEOPLE, before: str = "") -> Make:
    return lambda where: folder(where, volunteers=people, toml=before + SETTINGS + "[[rules]]\n" + rule)


def in_sheet(*rows: list[Any]) -> Make:
    return lambda where: saved(book(where, {"Règles": rows}), where)


def hard(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "hard": True} | fields


TEXT = json.dumps(document(), indent=1)
SEXED = PEOPLE.replace("unit,", "Sexe,", 1)
CASES = [
    Case("43 unknown kind", ruled({"kind": "max_same_untis", "weight": 1}), "UNKNOWN_RULE", column="/rules/1/kind"),
    Case("43 unknown kind with a typo", in_toml('kind = "quotas"\nweight = 1\n'), "UNKNOWN_RULE",
         column="/rules/1/kind",
         hint="quota"),
    Case("43 unknown field", ruled({"kind": "spread", "attribute": "unit", "max_smae": 2, "weight": 1}),
         "UNKNOWN_FIELD",
         column="/rules/1/max_smae", hint="max_same"),
    Case("43 no kind", ruled({"weight": 1}), "UNKNOWN_RULE", column="/rules/1/kind"),
    Case("43 unknown kind in a sheet", in_sheet(["genre", "poids"], ["choices", 10], ["quotta", 2]), "UNKNOWN_RULE",
         row=3, column="genre", hint="quota"),
    Case("44 trailing comma", raw('{\n"title": "a",\n}'), "BAD_JSON", row=3),
    Case("44 comment", raw('{\n// here\n"title": "a"}'), "BAD_JSON", row=2),
    Case("44 key twice", raw(TEXT.replace('"weight": 10', '"weight": 10, "weight": 9')), "BAD_JSON",
         column="/rules/0/weight"),
    Case("44 NaN", raw(TEXT.replace('"weight": 10', '"weight": NaN')), "BAD_JSON", column="/rules/0/weight"),
    Case("44 infinity", raw(TEXT.replace('"weight": 10', '"weight": 1e999')), "BAD_JSON", column="/rules/0/weight"),
    Case("44 depth", raw("[" * 10_000), "BAD_JSON"),
    Case("44 depth of objects", raw('{"a":' * 90 + "1" + "}" * 90), "BAD_JSON", column="/a" * 40),
    Case("44 number of 5000 digits", raw('{"a":' + "9" * 5000 + "}"), "BAD_JSON"),
    Case("44 a list", raw("[]"), "BAD_JSON"),
    Case("44 not UTF-8", raw(b'{"title": "\x81"}'), "BAD_ENCODING", row=1),
    *(
        Case(f"45 weight {weight!r}", ruled({"kind": "size", "weight": weight}), "OUT_OF_RANGE",
             column="/rules/1/weight", hint="weight = 5")
        for weight in (-5, 0, 0.333, 10**12, "10", True)
    ),
    Case("45 weight in a sheet", in_sheet(["genre", "poids"], ["size", -5]), "OUT_OF_RANGE", row=2, column="poids"),
    Case("45 no strength", ruled({"kind": "size"}), "RULE_STRENGTH", column="/rules/1"),
    Case("46 unknown attribute", ruled({"kind": "spread", "attribute": "sitte", "weight": 1}), "UNKNOWN_REF",
         column="/rules/1/attribute", hint="site"),
    Case("46 unknown theme", ruled(hard("fix", volunteer="A1", theme="T9")), "UNKNOWN_REF", column="/rules/1/theme"),
    Case("46 unknown group", ruled(hard("fix", volunteer="A1", group="T9-1")), "UNKNOWN_REF", column="/rules/1/group"),
    Case("46 group beyond those its theme may open", ruled(hard("fix", volunteer="A1", group="T1-9")), "UNKNOWN_REF",
         column="/rules/1/group", hint="max_groups"),
    Case("46 unknown person", ruled(hard("apart", pairs=[["A1", "B7"]])), "UNKNOWN_REF", column="/rules/1/pairs"),
    Case("46 unknown facilitator", ruled(hard("fix", facilitator="F9", theme="T1")), "UNKNOWN_REF",
         column="/rules/1/facilitator", hint="F1"),
    Case("46 unknown value", ruled(hard("quota", attribute="unit", values=["Pariss"], max=2)), "UNKNOWN_VALUE",
         column="/rules/1/values", severity="warning", hint="Paris"),
    Case("47 together and apart", ruled(hard("together", sets=[["A1", "A2"], ["A2", "A3"]]),
         hard("apart", pairs=[["A1", "A3"]])), "RULE_CONFLICT", column="/rules/2/pairs"),
    Case("47 together with one's manager", ruled(hard("together", sets=[["A1", "A5"]]), hard("apart", by="manager",
         steps=2)),
         "RULE_CONFLICT", column="/rules/2/by"),
    Case("47 together longer than a group", ruled(hard("together", sets=[["A1", "A2", "A3"], ["A3", "A4"]]),
         groups={"min_size": 2, "max_size": 3}), "RULE_CONFLICT", column="/rules/1/sets"),
    Case("47 fixed where refused", ruled(hard("fix", volunteer="A6", theme="T2")), "RULE_CONFLICT",
         column="/rules/1/theme"),
    Case("47 fixed twice", ruled(hard("fix", volunteer="A1", theme="T1"), hard("fix", volunteer="A1", theme="T2")),
         "RULE_CONFLICT", column="/rules/2/volunteer"),
    Case("46 mean of a number only a machine would read", in_toml('kind = "mean"\nattribute = "unit"\nweight = 1\n',
         PEOPLE.replace("Paris", "1e5").replace("Lyon", "2").replace("Lille", "3")),
         "WRONG_TYPE", column="/rules/1/attribute", severity="warning"),
    Case("49 sensitive criterion", in_toml('kind = "balance"\nattribute = "sexe"\nweight = 1\n', SEXED),
         "SENSITIVE_CRITERION", column="/rules/1/attribute", hint="[purposes]"),
    Case("49 sensitive criterion with a purpose", in_toml('kind = "balance"\nattribute = "Sexe"\nweight = 1\n', SEXED,
         'purposes = { Sexe = "accord du 3 mars sur la mixité" }\n'), "SENSITIVE_CRITERION",
         column="/rules/1/attribute",
         severity="warning"),
    Case("49 rule about one person", ruled({"kind": "not_alone", "attribute": "level", "values": ["4"], "weight": 1}),
         "SINGLE_PERSON_RULE", column="/rules/1/values", severity="warning"),
    Case("earlier plan outside", in_toml('kind = "stability"\nplan = "/etc/hostname"\nweight = 1\n'), "UNSAFE_PATH",
         column="/rules/1/plan"),
    Case("earlier plan far above", in_toml('kind = "stability"\nplan = "../../../../x.csv"\nweight = 1\n'),
         "UNSAFE_PATH",
         column="/rules/1/plan"),
    Case("earlier plan missing", in_toml('kind = "stability"\nplan = "plan.json"\nweight = 1\n'), "MISSING_FILE",
         column="/rules/1/plan"),
    Case("JSON volunteer with a stray key", ruled(volunteers=[{"id": "A1", "nmae": "Awa"}]), "UNKNOWN_FIELD",
         column="/volunteers/0/nmae", hint="name"),
    Case("JSON id as a number", ruled(volunteers=[{"id": 1}]), "WRONG_TYPE", column="/volunteers/0/id", hint="quotes"),
    Case("JSON unknown theme", ruled(volunteers=[{"id": "A1", "choices": ["T1", "T9"]}]), "UNKNOWN_REF",
         column="/volunteers/0/choices/1"),
    Case("JSON sensitive attribute", ruled(volunteers=[{"id": "A1", "more": {"sexe": "F"}}]), "SENSITIVE_COLUMN",
         column="/volunteers/0/more/sexe", severity="warning"),
    Case("JSON control character", raw(TEXT.replace('"Paris"', '"Par\\u0007is"', 1)), "ILLEGAL_CHARACTER",
         column="/volunteers/0/unit"),
]  # fmt: skip
