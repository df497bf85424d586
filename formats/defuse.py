"""Keeps text that a spreadsheet would take for a formula from becoming one, and gives it back as it was.

A field that starts with `=`, `+`, `-`, `@` or a control character, also after quotes or spaces and in full width, gets
a leading apostrophe. Only such fields do, so taking it away again is exact.
"""

import re

_LIVE = re.compile(r"""['"\s]*[=+\-@＝＋－＠\x00-\x1f]""")


def is_live(text: str) -> bool:
    """Tells whether a spreadsheet may take the text for a formula."""
    return _LIVE.match(text) is not None


def defused(text: str) -> str:
    """Gives the text with an apostrophe before it where a spreadsheet may take it for a formula."""
    return f"'{text}" if is_live(text) else text


def restored(text: str) -> str:
    """Gives back the text that `defused` was given."""
    return text[1:] if text.startswith("'") and is_live(text[1:]) else text
