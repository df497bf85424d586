"""The manner in which every question and every answer is written down: frozen, closed, strict."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["fr", "en"]

Id = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=200)]
Line = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, max_length=200)]
Paragraph = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, max_length=2000)]
Whole = Annotated[int, Field(strict=True)]


class Record(BaseModel):
    """A value that never changes and takes no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copies the fields, without what was worked out from them before."""
        copy = super().model_copy(update=update, deep=deep)
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        return copy
