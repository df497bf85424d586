"""Something said in the two languages of the product."""

from models.record import Language, Record


class Text(Record):
    """One sentence, in French and in English, saying the same thing."""

    fr: str
    en: str

    def said_in(self, language: Language) -> str:
        """Gives the sentence in one language."""
        return self.fr if language == "fr" else self.en
