"""All the bad inputs, for both doors; the numbers are those of the catalogue of bad inputs they come from."""

from tests.intake.book_cases import CASES as BOOKS
from tests.intake.other_cases import CASES as OTHERS
from tests.intake.rule_cases import CASES as RULES
from tests.intake.volunteer_cases import CASES as VOLUNTEERS

EVERY_CASE = [*VOLUNTEERS, *BOOKS, *OTHERS, *RULES]
