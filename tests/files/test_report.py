import re
from html.parser import HTMLParser

import pytest

from formats.report import report_text
from models import Outcome, Programme
from tests.files.tiny import outcome, plan, programme


def report(asked: Programme, found: Outcome | None = None) -> str:
    return report_text(asked, found or outcome(asked), plan(asked))


class Tags(HTMLParser):
    """Collects what a browser would act upon, and whether tags are closed in order."""

    VOID = {"meta", "line", "path", "circle", "br", "polyline"}  # noqa: RUF012

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_report_asks_for_nothing_outside(language: str) -> None:
    text = report(programme(language=language))
    for tag, attributes in Tags(text).seen:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "srcset", "action"}]
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in text
    assert "@import" not in text


def test_every_tag_is_closed() -> None:
    assert Tags(report(programme())).open == []


PAYLOADS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>", "{{7*7}}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_names_and_titles_are_escaped(payload: str) -> None:
    text = report(programme((payload, "bob", "cem", "dee"), title=payload))
    tags = [tag for tag, _ in Tags(text).seen]
    assert "script" not in tags
    assert "img" not in tags
    assert tags.count("style") == 1
    assert payload in text if payload == "{{7*7}}" else payload not in text


def test_the_proof_is_said_in_plain_words() -> None:
    asked = programme()
    best = outcome(asked).model_copy(update={"status": "optimal", "bound": outcome(asked).cost})
    assert re.search(r"Aucun plan ne peut coûter moins de \d+", report(asked, best))
    assert "du meilleur possible" in report(asked)


def test_everybody_is_in_the_report_with_the_rank_obtained() -> None:
    text = report(programme(("ann", "bob", "cem", "dee"), language="en"))
    assert all(name in text for name in ("ann", "bob", "cem", "dee", "@Fanny", "1st choice", "=plus de place"))


def test_rules_are_told_kept_or_missed_with_what_was_found() -> None:
    text = report(programme(("ann", "bob", "cem", "dee"), language="en"))
    assert "missed" in text
    assert all(r.sentence.en.split("(")[0].strip() in text for r in outcome(programme()).audit.rules)  # type: ignore[union-attr]
