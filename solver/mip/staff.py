"""The demand for facilitators as columns and rows: who leads which group, at what cost."""

import numpy as np

from solver.linear import INF
from solver.mip.seats import Seats
from solver.terms import AppointTerm, Ints, StaffTerm


def state_staff(laid: Seats) -> Ints:
    """States every demand for facilitators; gives the columns `leads[F, C]`, −1 where there is none."""
    terms = laid.problem.of(StaffTerm)
    leads = np.full((len(laid.problem.facilitators), len(laid.scope.cells)), -1, dtype=np.int64)
    if not terms:
        _unasked(laid, leads)
        _appointed(laid, leads)
        return leads
    allowed = laid.problem.led[:, laid.theme]
    leads[allowed] = laid.linear.add_columns(
        int(allowed.sum()), high=np.tile(laid.scope.times, (len(leads), 1))[allowed]
    )
    _loads(laid, leads)
    for term in terms:
        _enough(laid, leads, term)
        _barred(laid, leads, term)
        _kin(laid, leads, term)
        _novices(laid, leads, term)
    _appointed(laid, leads)
    return leads


def _unasked(laid: Seats, leads: Ints) -> None:
    """Lets locked facilitators lead any open group where no rule asks for facilitators."""
    for f in {term.facilitator for term in laid.problem.of(AppointTerm)}:
        leads[f] = laid.linear.add_columns(leads.shape[1])
        rows = laid.linear.add_rows(leads.shape[1], 0, INF)
        laid.linear.put(rows[:, None], laid.size, 1)
        laid.linear.put(rows, leads[f], -1)


def _loads(laid: Seats, leads: Ints) -> None:
    busy = np.bincount(
        np.array([f for names in laid.scope.outside.leaders for f in names], dtype=np.int64), minlength=len(leads)
    )
    rows = laid.linear.add_rows(len(leads), -INF, laid.problem.max_led - busy)
    laid.linear.put(rows[:, None], leads, 1)


def _enough(laid: Seats, leads: Ints, term: StaffTerm) -> None:
    rows = laid.linear.add_rows(leads.shape[1], 0, 0)
    laid.linear.put(rows[None, :], leads, 1)
    laid.linear.put(rows[:, None], laid.size, -term.per_group)


def _barred(laid: Seats, leads: Ints, term: StaffTerm) -> None:
    for f in np.unique(term.barred[:, 0]):
        members = laid.of(term.barred[term.barred[:, 0] == f, 1])
        here = np.flatnonzero((leads[f] >= 0) & (members >= 0).any(axis=0))
        most = np.minimum((members[:, here] >= 0).sum(axis=0), laid.problem.size_high[laid.theme[here]])
        rows = laid.linear.add_rows(len(here), -INF, 0)
        laid.linear.put(rows[None, :], members[:, here], 1)
        laid.linear.put(rows, leads[f, here], most)
        laid.linear.put(rows[:, None], laid.size[here], -most[:, None])


def _kin(laid: Seats, leads: Ints, term: StaffTerm) -> None:
    """Facilitators with the same kin share one column per cell that tells whether any of the kin is there."""
    cells = leads.shape[1]
    families: dict[bytes, list[int]] = {}
    for f in np.unique(term.kin[:, 0]):
        families.setdefault(term.kin[term.kin[:, 0] == f, 1].tobytes(), []).append(int(f))
    if not families:
        return
    times = laid.scope.times
    meets = laid.linear.add_columns(cells, term.weight, 0, 0 if term.hard else times, whole=False)
    for people, leaders in families.items():
        there = laid.linear.add_columns(cells, 0, 0, times, whole=False)
        for seats in laid.of(np.frombuffer(people, dtype=np.int64)):
            rows = laid.linear.add_rows(cells, 0, INF)
            laid.linear.put(rows, there, 1)
            laid.linear.put(rows, seats, -1)
        for group in [leaders] if term.per_group == 1 else [[f] for f in leaders]:
            rows = laid.linear.add_rows(cells, -times, INF)
            laid.linear.put(rows, meets, 1)
            laid.linear.put(rows, there, -1)
            laid.linear.put(rows[None, :], leads[group], -1)


def _novices(laid: Seats, leads: Ints, term: StaffTerm) -> None:
    if not term.novices.any():
        return
    cells = leads.shape[1]
    nobody = laid.linear.add_columns(cells, term.weight, 0, 0 if term.hard else laid.scope.times, whole=False)
    rows = laid.linear.add_rows(cells, 0, INF)
    laid.linear.put(rows, nobody, 1)
    laid.linear.put(rows[:, None], laid.size, -1)
    laid.linear.put(rows[None, :], leads[~term.novices], 1)


def _appointed(laid: Seats, leads: Ints) -> None:
    outside = laid.scope.outside.leaders
    for term in laid.problem.of(AppointTerm):
        if any(term.facilitator in outside[g] for g in np.flatnonzero(term.cells)):
            continue
        row = laid.linear.add_rows(1, 1, INF)
        laid.linear.put(row, leads[term.facilitator, laid.scope.among(term.cells)], 1)
