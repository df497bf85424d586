import pytest

from formats.labels import rank_label
from formats.verdict import number, percent, verdict
from models import Outcome, Plan, Text
from models.record import Language


def found(**facts: object) -> Outcome:
    return Outcome.model_construct(**{"plan": Plan(groups=()), "seconds": 3.0, "reasons": (), **facts})


def test_optimal_is_said_with_its_proof() -> None:
    said = verdict(found(status="optimal", cost=212, bound=212))
    assert said.en == "No plan can cost less than 212; this one costs 212: it is the best there is."
    assert said.fr == "Aucun plan ne peut coûter moins de 212 ; celui-ci coûte 212 : c'est le meilleur possible."


def test_feasible_is_said_with_its_distance() -> None:
    assert "at most 3.2% from the best possible" in verdict(found(status="feasible", cost=1000, bound=968)).en


def test_without_a_bound_nothing_is_claimed() -> None:
    assert "not known" in verdict(found(status="feasible", cost=10, bound=None)).en


@pytest.mark.parametrize("status", ["infeasible", "no_plan", "cancelled"])
def test_without_a_plan_nothing_is_called_good(status: str) -> None:
    said = verdict(found(status=status, plan=None, cost=None, bound=None, reasons=(Text(fr="a", en="a"),)))
    assert "best there is" not in said.en
    assert said.fr != said.en


GAPS = [(0.0, "0,0 %", "0.0%"), (0.01, "0,1 %", "0.1%"), (3.2, "3,2 %", "3.2%")]


@pytest.mark.parametrize(("value", "fr", "en"), GAPS)
def test_a_gap_is_never_rounded_down(value: float, fr: str, en: str) -> None:
    assert (percent(value, "fr"), percent(value, "en")) == (fr, en)


def test_thousands_stand_apart() -> None:
    assert (number(12345, "fr"), number(12345, "en")) == ("12\u202f345", "12,345")


@pytest.mark.parametrize(
    ("key", "language", "said"),
    [("1", "fr", "1er vœu"), ("2", "fr", "2e vœu"), ("3", "en", "3rd choice"), ("11", "en", "11th choice"),
     ("21", "en", "21st choice"), ("outside", "en", "outside the choices")],
)  # fmt: skip
def test_ranks_are_said_in_words(key: str, language: Language, said: str) -> None:
    assert rank_label(key, language) == said
