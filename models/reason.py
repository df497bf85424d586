"""Why no plan exists, in words and with what is concerned."""

from models.text import Text


class Reason(Text):
    """One reason; `code` for machines, `hint` says how to mend it, `rules` are indices into the programme's rules."""

    code: str
    hint: Text | None = None
    rules: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()
    volunteers: tuple[str, ...] = ()
