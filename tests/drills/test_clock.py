from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drills.clock import ZERO, Clock

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
TEN = timedelta(minutes=10)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_a_seat_has_the_whole_length_from_when_it_was_ready() -> None:
    clock = Clock(TEN).run(NOON)

    assert clock.deadline(ZERO) == at(10)
    assert clock.deadline(clock.shows(at(3))) == at(13)


def test_nothing_falls_due_while_the_clock_stands() -> None:
    assert Clock(TEN).deadline(ZERO) is None
    assert Clock(TEN).run(NOON).stop(at(4)).deadline(ZERO) is None


def test_a_pause_moves_every_deadline_by_its_length() -> None:
    clock = Clock(TEN).run(NOON).stop(at(4)).run(at(30))

    assert clock.deadline(ZERO) == at(36)
    assert clock.left(ZERO, at(31)) == timedelta(minutes=5)


def test_setting_it_going_or_stopping_it_twice_changes_nothing() -> None:
    running = Clock(TEN).run(NOON)

    assert running.run(at(2)) == running
    assert running.stop(at(4)).stop(at(9)) == running.stop(at(4))


def test_it_can_only_be_given_more_time() -> None:
    assert Clock(TEN).run(NOON).extend(TEN).deadline(ZERO) == at(20)
    with pytest.raises(ValueError, match="more time"):
        Clock(TEN).extend(ZERO)


def test_a_machine_whose_time_was_set_back_gives_nobody_negative_time() -> None:
    assert Clock(TEN).run(NOON).shows(at(-5)) == ZERO


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3600)), max_size=12), st.integers(0, 7200))
def test_what_it_shows_is_the_time_for_which_it_ran(turns: list[tuple[bool, int]], last: int) -> None:
    clock, now, ran = Clock(TEN), NOON, ZERO
    for going, seconds in turns:
        clock = clock.run(now) if going else clock.stop(now)
        now += timedelta(seconds=seconds)
        ran += timedelta(seconds=seconds) if going else ZERO

    assert clock.shows(now) == ran
    deadline = clock.run(now).deadline(ZERO)
    assert deadline == now + TEN - ran
    assert clock.left(ZERO, now + timedelta(seconds=last)) >= ZERO
