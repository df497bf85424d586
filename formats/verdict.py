"""The outcome of a solve in one plain sentence, its proof included."""

from math import ceil

from models import Outcome, Text
from models.record import Language


def verdict(outcome: Outcome) -> Text:
    """Says what was found and how good it is, claiming nothing that was not proven."""
    if outcome.status == "infeasible":
        return Text(
            fr="Impossible : aucune répartition ne respecte toutes les règles obligatoires.",
            en="Impossible: no plan keeps all the mandatory rules.",
        )
    if outcome.plan is None:
        return _nothing(outcome)
    if outcome.status == "cancelled":
        said = _quality(outcome)
        return Text(
            fr=f"Arrêté à la demande, le meilleur plan trouvé est gardé. {said.fr}",
            en=f"Stopped on request, the best plan found is kept. {said.en}",
        )
    return _quality(outcome)


def title(outcome: Outcome) -> Text:
    """Says the status in a few words."""
    words = {
        "optimal": Text(fr="Le meilleur plan possible", en="The best plan there is"),
        "feasible": Text(fr="Un bon plan, peut-être perfectible", en="A good plan, perhaps not the best"),
        "infeasible": Text(fr="Aucun plan possible", en="No plan is possible"),
        "no_plan": Text(fr="Pas de plan trouvé à temps", en="No plan found in time"),
        "cancelled": Text(fr="Calcul arrêté à la demande", en="Stopped on request"),
    }
    return words[outcome.status]


def number(value: int, language: Language) -> str:
    """Writes a whole number with the thousands apart, as the language does."""
    return f"{value:,}".replace(",", "\u202f") if language == "fr" else f"{value:,}"


def percent(value: float, language: Language) -> str:
    """Writes a percentage with one decimal, rounded up, so that `at most` stays true."""
    written = f"{ceil(round(value * 10, 6)) / 10:.1f}"
    return f"{written.replace('.', ',')} %" if language == "fr" else f"{written}%"


def _nothing(outcome: Outcome) -> Text:
    if outcome.status == "cancelled":
        return Text(
            fr="Arrêté à la demande, avant qu'un plan soit trouvé.",
            en="Stopped on request, before any plan was found.",
        )
    return Text(
        fr=f"Aucun plan trouvé en {outcome.seconds:.0f} s : donnez plus de temps, ou assouplissez une règle.",
        en=f"No plan was found in {outcome.seconds:.0f} s: allow more time, or ease a rule.",
    )


def _quality(outcome: Outcome) -> Text:
    cost, bound, gap = outcome.cost or 0, outcome.bound, outcome.gap
    if bound is None or gap is None:
        return Text(
            fr=f"Ce plan coûte {number(cost, 'fr')} ; on ne sait pas à quelle distance il est du meilleur possible.",
            en=f"This plan costs {number(cost, 'en')}; how far it is from the best possible is not known.",
        )
    if cost == bound:
        return Text(
            fr=f"Aucun plan ne peut coûter moins de {number(bound, 'fr')} ; celui-ci coûte {number(cost, 'fr')} : "
            "c'est le meilleur possible.",
            en=f"No plan can cost less than {number(bound, 'en')}; this one costs {number(cost, 'en')}: "
            "it is the best there is.",
        )
    return Text(
        fr=f"Ce plan coûte {number(cost, 'fr')} ; aucun ne peut coûter moins de {number(bound, 'fr')} : "
        f"il est à {percent(gap, 'fr')} au plus du meilleur possible.",
        en=f"This plan costs {number(cost, 'en')}; none can cost less than {number(bound, 'en')}: "
        f"it is at most {percent(gap, 'en')} from the best possible.",
    )
