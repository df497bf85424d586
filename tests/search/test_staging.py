"""That a search process made ready is used once, and ended when nobody needs it."""

from models import Budget, GroupSettings, Programme, Theme, Volunteer
from solver import prepare, solve, staging

TWO = Programme(
    volunteers=(Volunteer(id="a"), Volunteer(id="b")), themes=(Theme(id="T"),), groups=GroupSettings(min_size=1)
)


def test_a_prepared_process_answers_the_next_question() -> None:
    prepare()
    ready = staging._waiting[0]
    outcome = solve(TWO, Budget(seconds=20))
    assert outcome.status == "optimal"
    assert ready.poll() is not None
    assert not staging._waiting


def test_preparing_twice_makes_one_process_ready_and_dismissing_ends_it() -> None:
    prepare()
    prepare()
    (ready,) = staging._waiting
    staging.dismiss()
    assert ready.poll() is not None


def test_a_prepared_process_that_died_is_not_used() -> None:
    prepare()
    with staging._waiting[0] as ready:
        ready.kill()
    assert solve(TWO, Budget(seconds=20)).status == "optimal"
