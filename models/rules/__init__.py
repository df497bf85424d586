"""The kinds of rule a programme may list: one small room each."""

from typing import Annotated

from pydantic import Field

from models.rules.apart import Apart
from models.rules.balance import Balance
from models.rules.choices import Choices
from models.rules.encounters import Encounters
from models.rules.facilitation import Facilitation
from models.rules.fix import Fix
from models.rules.mean import Mean
from models.rules.not_alone import NotAlone
from models.rules.portfolio import Portfolio
from models.rules.quota import Quota
from models.rules.size import Size
from models.rules.spread import Spread
from models.rules.stability import Stability
from models.rules.together import Together

AnyRule = Annotated[
    Choices
    | Size
    | Quota
    | Balance
    | Spread
    | NotAlone
    | Mean
    | Apart
    | Together
    | Facilitation
    | Portfolio
    | Encounters
    | Stability
    | Fix,
    Field(discriminator="kind"),
]

__all__ = [
    "AnyRule", "Apart", "Balance", "Choices", "Encounters", "Facilitation", "Fix", "Mean", "NotAlone", "Portfolio",
    "Quota", "Size", "Spread", "Stability", "Together",
]  # fmt: skip
