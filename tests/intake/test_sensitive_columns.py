"""Columns that may discriminate are known by many names; ordinary columns are not taken for them."""

import pytest

from formats.sensitive import ONE_WORD, SEVERAL_WORDS, sensitive


@pytest.mark.parametrize(
    "header",
    ["Sexe", "SEX", "Genre (F/H)", "âge", "Date de naissance", "date_of_birth", "Année de naissance", "Nationalité",
     "Origine ethnique", "Religion", "Syndicat", "Trade union", "Santé", "RQTH", "Handicap ?", "Situation familiale",
     "MaritalStatus", "enfants", "Opinions politiques", "N° sécurité sociale", "Salaire 2026", "grossesse"],
)  # fmt: skip
def test_a_sensitive_header_is_known(header: str) -> None:
    assert sensitive(header)


@pytest.mark.parametrize(
    "header",
    ["Étage", "Langue", "Site", "Message", "Usage", "Stage", "Ancienneté", "Management", "Réunion", "Compétences",
     "Business union", "Voyage", "Sextant", "Participation", "Métier", "Équipe", "Page"],
)  # fmt: skip
def test_an_ordinary_header_is_not_taken_for_one(header: str) -> None:
    assert not sensitive(header)


def test_at_least_sixty_names_are_known() -> None:
    assert len(ONE_WORD) + len(SEVERAL_WORDS) >= 60
