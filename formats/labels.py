"""The words that head columns, sheets and sections, in the two languages."""

from models import Text
from models.record import Language

_WORDS = {
    "overview": ("Vue d'ensemble", "Overview"),
    "assignments": ("Affectations", "Assignments"),
    "groups": ("Groupes", "Groups"),
    "rules": ("Règles", "Rules"),
    "unplaced": ("Sans place", "Without a place"),
    "volunteer": ("Volontaire", "Volunteer"),
    "volunteers": ("Volontaires", "Volunteers"),
    "name": ("Nom", "Name"),
    "id": ("Identifiant", "Id"),
    "group": ("Groupe", "Group"),
    "theme": ("Thème", "Theme"),
    "themes": ("Thèmes", "Themes"),
    "title": ("Titre", "Title"),
    "outcome": ("Résultat visé", "Outcome"),
    "horizon": ("Horizon", "Horizon"),
    "quick_win": ("gain rapide", "quick win"),
    "long_term": ("long terme", "long term"),
    "facilitator": ("Facilitateur", "Facilitator"),
    "sponsor": ("Parrain", "Sponsor"),
    "members": ("Membres", "Members"),
    "size": ("Taille", "Size"),
    "level": ("Niveau", "Level"),
    "job": ("Métier", "Job"),
    "function": ("Fonction", "Function"),
    "unit": ("Unité", "Unit"),
    "site": ("Site", "Site"),
    "choice": ("Vœu obtenu", "Choice obtained"),
    "choices": ("Vœux obtenus", "Choices obtained"),
    "outside": ("hors des vœux", "outside the choices"),
    "free": ("sans vœu", "no choices"),
    "nowhere": ("sans place", "no place"),
    "rule": ("Règle", "Rule"),
    "cost": ("Coût", "Cost"),
    "bound": ("Borne", "Bound"),
    "gap": ("Écart", "Gap"),
    "amount": ("Quantité", "Amount"),
    "finding": ("Constat", "Finding"),
    "people": ("Personnes", "People"),
    "kept": ("respectée", "kept"),
    "missed": ("manquée", "missed"),
    "broken": ("enfreinte", "broken"),
    "state": ("État", "State"),
    "reason": ("Motif", "Reason"),
    "total": ("Total", "Total"),
    "priority": ("Priorité", "Priority"),
    "proposed_by": ("Proposé par", "Proposed by"),
    "management": ("la direction", "management"),
    "business": ("cœur de métier", "business line"),
    "none": ("non renseigné", "not given"),
    "mix": ("Le mélange", "The mix"),
    "seed": ("Graine", "Seed"),
    "seconds": ("Secondes", "Seconds"),
    "verdict": ("Conclusion", "Verdict"),
    "versions": ("Versions", "Versions"),
    "programme": ("Programme", "Programme"),
    "best": ("Meilleur plan", "Best plan"),
    "source": ("Trouvé par", "Found by"),
    "jobs": ("Métiers", "Jobs"),
    "units": ("Unités", "Units"),
    "unplaced_cost": ("Volontaires sans place", "Volunteers without a place"),
}


def label(word: str, language: Language) -> str:
    """Gives a word in one language; a word not listed (a column of the user's own) stays as it is."""
    if word not in _WORDS:
        return word
    fr, en = _WORDS[word]
    return Text(fr=fr, en=en).said_in(language)


def headed(word: str, language: Language) -> str:
    """Gives a word and a colon, spaced as the language does."""
    return f"{label(word, language)} : " if language == "fr" else f"{label(word, language)}: "


def rank_label(key: str, language: Language) -> str:
    """Gives the words for a rank obtained: `1`, `2`…, `outside`, `free` or `unplaced`."""
    if not key.isdecimal():
        return label("nowhere" if key == "unplaced" else key, language)
    if language == "fr":
        return f"{key}{'er' if key == '1' else 'e'} vœu"
    endings = {"1": "st", "2": "nd", "3": "rd"}
    return f"{key}{endings.get(key[-1], 'th') if key[-2:-1] != '1' else 'th'} choice"


def value_label(attribute: str, value: str, language: Language) -> str:
    """Gives the words for a value: no function is the business line, another empty value is not given."""
    return value or label("business" if attribute == "function" else "none", language)
