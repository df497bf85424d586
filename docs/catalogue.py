"""Writes the catalogue of rules from the rules themselves: `python docs/catalogue.py` (`--check`: is it fresh?)."""

import json
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic_core import PydanticUndefined

from models import AnyRule, Rule

PAGE = Path(__file__).with_name("rules.md")
SHARED = ("kind", "hard", "weight")

EXAMPLES: dict[str, dict[str, Any]] = {
    "apart": {"by": "manager", "steps": 2, "hard": True},
    "balance": {"attribute": "level", "weight": 6},
    "choices": {"costs": [0, 1, 3, 6, 10], "unranked": 20, "worst_rank": 3, "weight": 10},
    "encounters": {"cycles": 2, "weight": 3},
    "facilitation": {"per_group": 1, "neutral": True, "weight": 5},
    "fix": {"volunteer": "V001", "theme": "T01", "hard": True},
    "mean": {"attribute": "level", "tolerance": 0.5, "weight": 2},
    "not_alone": {"attribute": "level", "values": ["terrain"], "weight": 6},
    "portfolio": {"attribute": "horizon", "value": "quick_win", "min_share": 0.3, "max_share": 0.7, "weight": 20},
    "quota": {"attribute": "function", "values": ["finance", "RH"], "min": 1, "weight": 15},
    "size": {"target": 7, "weight": 4},
    "spread": {"attribute": "unit", "max_same": 2, "weight": 8},
    "stability": {"plan": {"V001": "T01-1", "V002": "T03-2"}, "weight": 2},
    "together": {"sets": [["V001", "V002"], ["V010", "V011", "V012"]], "weight": 10},
}

INTRODUCTION = """# The rules

*Made from the rules themselves by `make docs`: do not edit.*

Each rule is one `[[rules]]` table of `programme.toml` (or one object in the `rules` of a JSON programme) with its
`kind`, its fields, and exactly one strength: `hard = true` (never broken) or `weight` (1 to 1000).
Its cost is weight × amount, a whole number; the cost of a plan is the sum over its rules, plus `unplaced` (1000 unless
`[groups]` says otherwise) for everyone left without a place where `allow_unplaced = true`.

Whatever the rules, a plan places everyone once, keeps to the sizes and numbers of groups, and never gives anyone a
theme they refuse.

"""


def kinds() -> dict[str, type[Rule]]:
    """Gives the rule classes by kind, in alphabetical order."""
    union = get_args(AnyRule)[0]
    return {name: rule for name, rule in sorted((r.model_fields["kind"].default, r) for r in get_args(union))}


def catalogue() -> str:
    """Gives the whole page."""
    rules = kinds()
    index = "\n".join(f"- [`{kind}`](#{kind}): {_first_line(rule)}" for kind, rule in rules.items())
    return INTRODUCTION + index + "\n" + "".join(f"\n{_entry(kind, rule)}" for kind, rule in rules.items())


def _entry(kind: str, rule: type[Rule]) -> str:
    example = TypeAdapter(AnyRule).validate_python({"kind": kind} | EXAMPLES[kind])
    said = example.sentence()
    story = cleandoc(sys.modules[rule.__module__].__doc__ or "")
    return f"## {kind}\n\n{story}\n\n{_fields(rule)}\n```toml\n{_toml(kind)}\n```\n\n- fr: {said.fr}\n- en: {said.en}\n"


def _fields(rule: type[Rule]) -> str:
    schema = rule.model_json_schema()
    rows = [
        f"| `{name}` | {_type(schema['properties'][name])} | {_default(rule, name)} |"
        for name in rule.model_fields
        if name not in SHARED
    ]
    return "| field | type | default |\n|---|---|---|\n" + "\n".join(rows) + "\n" if rows else ""


def _type(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_type(part) for part in schema["anyOf"] if part.get("type") != "null")
    if "enum" in schema:
        return " or ".join(f"`{value}`" for value in schema["enum"])
    if schema["type"] == "array":
        items = schema.get("items") or schema["prefixItems"][0]
        return ("list of " if "items" in schema else "pair of ") + _type(items)
    if schema["type"] == "object":
        return "table of text to text"
    return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}[
        schema["type"]
    ] + _limits(schema)


def _limits(schema: dict[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    return "" if low is None and high is None else f", {low:g} to {high:g}"


def _default(rule: type[Rule], name: str) -> str:
    default = rule.model_fields[name].default
    if default is PydanticUndefined:
        return "needed"
    return "none" if default in (None, ()) else f"`{json.dumps(default)}`"


def _toml(kind: str) -> str:
    lines = [f"{name} = {_value(value)}" for name, value in EXAMPLES[kind].items()]
    return "\n".join(["[[rules]]", f'kind = "{kind}"', *lines])


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(part)}" for key, part in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


def _first_line(rule: type[Rule]) -> str:
    return (sys.modules[rule.__module__].__doc__ or "").partition("\n")[0]


def main() -> None:
    """Writes the page, or with `--check` ends with 1 when it is not what the rules say."""
    if sys.argv[1:] == ["--check"]:
        sys.exit(None if PAGE.read_text(encoding="utf-8") == catalogue() else "docs/rules.md is stale: run make docs")
    PAGE.write_text(catalogue(), encoding="utf-8")


if __name__ == "__main__":
    main()
