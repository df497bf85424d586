"""The words people head their tables and columns with, and fill them with, in French and in English.

Words are compared without accents, case, spaces and punctuation (`formats.nearest.folded`).
"""

import re
from types import MappingProxyType

from formats.nearest import folded

TABLES = {
    "volunteers": "volunteers volontaires volunteer volontaire participants participant inscrits",
    "themes": "themes theme thematiques sujets topics",
    "facilitators": "facilitators facilitateurs facilitator facilitateur animateurs facilitatrices",
    "slots": "slots creneaux slot creneau dates",
    "rooms": "rooms salles room salle lieux",
    "committee": "committee comite comitedepilotage cio comitedinfluence comitedinfluenceetdorientation",
    "history": "history historique cyclesprecedents anciensgroupes",
    "programme": "programme program parametres settings reglages",
    "rules": "rules regles rule regle",
}

PLAN_TABLES = {
    "assignments": "assignments affectations repartition plan",
    "groups": "groups groupes",
    "unplaced": "unplaced sansplace withoutaplace",
}

_LEADERS = "facilitators facilitator facilitateurs facilitateur facilitatrice animateurs animateur animatrice"
_SEATED = "volunteer volontaire matricule id identifiant participant"
_PERSON = {
    "id": "id identifiant matricule numero code ident employeeid employeenumber personid volunteerid",
    "given": "prenom firstname givenname",
    "name": "name nom nomcomplet fullname nomdefamille lastname surname nometprenom nomprenom",
    "unit": "unit unite service departement direction department entite equipe",
    "away": "away absences absence indisponibilites indisponibilite absent unavailable conges",
}

COLUMNS = {
    "volunteers": _PERSON
    | {
        "email": "email courriel mel mail adressemail adresseemail emailaddress adresseelectronique mailprofessionnel "
        "emailprofessionnel",
        "level": "level niveau niveauhierarchique grade echelon",
        "job": "job metier poste emploi jobtitle intituledeposte profession",
        "function": "function fonction fonctiontransverse fonctionsupport",
        "site": "site lieu localisation location ville etablissement",
        "manager": "manager responsable managerid superieur superieurhierarchique n1 chef boss hierarchique managern1 "
        "responsablen1 superieurn1 responsablehierarchique managerdirect responsabledirect matriculemanager "
        "matriculedumanager matriculeresponsable matriculeduresponsable nomdumanager nomduresponsable",
        "choices": "choices voeux choix preferences souhaits themeschoisis choice voeu",
        "refuses": "refuses refus themesrefuses exclusions exclus",
    },
    "themes": {
        "id": "id identifiant code numero theme themeid",
        "title": "title titre intitule libelle nom name sujet",
        "outcome": "outcome resultat resultatvise resultatattendu objectif enjeu finalite",
        "horizon": "horizon echeance terme",
        "priority": "priority priorite",
        "proposed_by": "proposedby proposepar auteur porteur",
        "min_groups": "mingroups groupesmin mingroupes nombremindegroupes nbgroupesmin",
        "max_groups": "maxgroups groupesmax maxgroupes nombremaxdegroupes nbgroupesmax",
        "min_size": "minsize taillemin tailleminimale tailleminimum effectifmin min minimum placesmin",
        "max_size": "maxsize taillemax taillemaximale taillemaximum effectifmax max maximum placesmax",
    },
    "facilitators": _PERSON
    | {
        "themes": "themes theme thematiques themesanimes",
        "max_groups": "maxgroups groupesmax maxgroupes nombremaxdegroupes nbgroupesmax",
        "experienced": "experienced experimente experimentee experience confirme aguerri",
    },
    "slots": {
        "id": "id identifiant code creneau slot",
        "start": "start debut dateheuredebut datedebut starttime",
        "end": "end fin dateheurefin datefin endtime",
        "kind": "kind type nature genre",
    },
    "rooms": {
        "id": "id identifiant code salle room nom name",
        "capacity": "capacity capacite places nombredeplaces jauge",
        "site": "site lieu localisation location ville",
        "away": "away indisponibilites indisponibilite fermetures unavailable",
    },
    "committee": {key: _PERSON[key] for key in ("id", "given", "name", "away")}
    | {"sponsors": "sponsors parraine parrainages themes themesparraines parrain"},
    "history": {
        "cycle": "cycle session promotion annee edition",
        "group": "group groupe",
        "volunteer": _SEATED,
    },
    "assignments": {
        "volunteer": _SEATED,
        "group": "group groupe",
        "theme": "theme thematique sujet",
        "rank": "rank rang voeu voeuobtenu choix choiceobtained",
        "facilitators": _LEADERS,
    },
    "groups": {
        "group": "group groupe",
        "theme": "theme thematique sujet",
        "facilitators": _LEADERS,
        "sponsor": "sponsor parrain",
    },
    "unplaced": {"volunteer": _SEATED, "reason": "reason motif"},
}

VALUES = {
    "horizon": {
        "quick_win": "quickwin quickwins gainrapide gainsrapides gaindirect courtterme victoirerapide",
        "long_term": "longterm longterme actiondelongterme",
    },
    "kind": {
        "launch": "launch lancement jourdelancement journeedelancement",
        "work": "work travail seance atelier seancedetravail session",
        "review": "review revue comite revuedecomite point",
    },
    "truth": {"true": "true vrai oui yes x 1 o y", "false": "false faux non no 0 n"},
}

_LISTED = re.compile(r"^(?:liste|tableau|listof)(?:des|de)?")
_CHOICE = re.compile(
    r"(?:voeux?|choix|choices?|preferences?|pref|souhaits?|wish|theme)(?:no|n|numero)?([0-9]{1,2})"
    r"|([0-9]{1,2})(?:er|ere|e|eme|ieme|nd|nde|st|rd|th)?(?:voeu|choix|choice|preference|souhait)"
)


def _by_word(words: dict[str, str]) -> dict[str, str]:
    return {word: name for name, listed in words.items() for word in listed.split()}


_TABLE = _by_word(TABLES)
_PLAN_TABLE = _by_word(PLAN_TABLES)
_COLUMN = MappingProxyType({table: _by_word(columns) for table, columns in COLUMNS.items()})
_VALUE = MappingProxyType({kind: _by_word(values) for kind, values in VALUES.items()})


def table_named(name: str) -> str | None:
    """Gives the table a file or a sheet is named after, None when it is none of ours."""
    form = folded(name)
    return _TABLE.get(form) or _TABLE.get(_LISTED.sub("", form))


def plan_table_named(name: str) -> str | None:
    """Gives the table of a plan that a sheet is named after, None when it is none."""
    return _PLAN_TABLE.get(folded(name))


def field_named(table: str, header: str) -> str | None:
    """Gives the field a column holds, None when its header is none of ours."""
    return _COLUMN.get(table, {}).get(folded(header))


def choice_rank(header: str) -> int | None:
    """Gives the rank of a column such as `vœu 2` or `choice_2`, None for any other column."""
    found = _CHOICE.fullmatch(folded(header))
    return int(found[1] or found[2]) if found else None


def value_named(kind: str, text: str) -> str | None:
    """Gives the value a word stands for, None when it is none of ours."""
    return _VALUE[kind].get(folded(text))


def words_of(table: str, field: str) -> tuple[str, ...]:
    """Lists the headers understood for a field."""
    return tuple(COLUMNS[table][field].split())
