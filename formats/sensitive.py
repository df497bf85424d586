"""Columns that may discriminate: never kept unasked, never a criterion without a written purpose.

Sex, age, origin, health, union, religion, family, politics, pregnancy, pay: French labour code L1132-1, GDPR article 9.
"""

import re
import unicodedata
from collections.abc import Mapping

from formats.nearest import folded

_ALONE = """
sexe sex genre gender civilite salutation age naissance birthdate birthday birth dob nationalite nationality
citoyennete citizenship origine origin ethnie ethnicity ethnic race racial religion religieux religious culte
confession croyance belief syndicat syndical syndicaux union sante health maladie disease illness handicap rqth
disability disabled handicape invalidite grossesse enceinte pregnancy pregnant maternite maternity paternite
paternity parente medical medicale apparence vaccination genetique genetic biometrie biometric orientation
transgenre transgender conjoint spouse conjugale marital matrimonial matrimoniale marie married celibataire
enfants children famille family politique political politics parti opinion opinions mandat nir
salaire salary remuneration pay wage revenu income poids weight patronyme casier
"""
ONE_WORD = frozenset(_ALONE.split())
SEVERAL_WORDS = (
    "date de naissance", "lieu de naissance", "annee de naissance", "date of birth", "year of birth",
    "place of birth", "securite sociale", "social security", "situation de famille", "situation familiale",
    "orientation sexuelle", "sexual orientation", "etat de sante", "etat civil", "marital status", "pays d origine",
    "country of origin", "appartenance syndicale", "trade union", "titre de sejour", "residence permit",
    "permis de travail", "work permit", "identite de genre", "gender identity", "temps partiel therapeutique",
    "langue maternelle", "mother tongue", "nom de jeune fille", "maiden name", "couleur de peau", "skin colour",
)  # fmt: skip
# Alone these words are sensitive; after these neighbours they are not.
HARMLESS = ("business union", "european union", "date d origine", "site d origine", "weight of choice", "type de genre")


def purpose_of(header: str, purposes: Mapping[str, str]) -> str:
    """Gives the written purpose of a column, empty when there is none; headers are compared as people type them."""
    return next((why for name, why in purposes.items() if folded(name) == folded(header)), "")


def sensitive(header: str) -> bool:
    """Tells whether a column's header names something that may discriminate."""
    plain = unicodedata.normalize("NFKD", header).encode("ascii", "ignore").decode()
    words = re.sub(r"([a-z])([A-Z0-9])", r"\1 \2", plain)
    plain = re.sub(r"[^a-z0-9]+", " ", words.lower()).strip()
    if any(harmless in plain for harmless in HARMLESS):
        return False
    return bool(ONE_WORD & set(plain.split())) or any(several in plain for several in SEVERAL_WORDS)
