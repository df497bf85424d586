"""The manner in which every question and every answer is written down: frozen, closed, strict."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["fr", "en"]

Id = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=200)]
Line = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, max_length=200)]
Paragraph = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, max_length=2000)]
Whole = Annotated[int, Field(strict=True)]


class Record(BaseModel):
    """A value that never changes and takes no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
