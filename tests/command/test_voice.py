import pytest

from api.console.voice import clean, spoken


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "fr_FR", "LANG": "en_GB"}, "fr"),
        (["check", "--lang", "en"], {"LANG": "fr_FR"}, "en"),
        (["check", "--lang=fr"], {"LANG": "en_GB"}, "fr"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_place(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert spoken(arguments, environment) == language


@pytest.mark.parametrize("text", ["\x1b[31mred", "a\x07b", "\u202egnp.exe", "\x9b2J"])
def test_nothing_commands_the_terminal(text: str) -> None:
    assert clean(text) != text
    assert not set(clean(text)) & set("\x1b\x07\x9b\u202e")
