from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drills.clock import Clock
from bot.drills.drill import Drill, Mode, NotNow, Phase, Status

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
TEN = timedelta(minutes=10)
FIVE = timedelta(minutes=5)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def gathering(*members: int) -> Drill:
    drill = Drill(Mode.ROOM, Clock(TEN))
    for member in members:
        drill = drill.join(member)
    return drill


def playing(*members: int) -> Drill:
    drill = gathering(*members).start(NOON)
    for seat in drill.seats:
        drill = drill.ready(seat.number, NOON)
    return drill


def test_members_get_seats_in_the_order_in_which_they_join() -> None:
    assert [(seat.number, seat.member) for seat in gathering(30, 10, 20).seats] == [(1, 30), (2, 10), (3, 20)]


def test_a_seat_that_was_given_up_is_not_given_out_again() -> None:
    drill = gathering(30, 10).leave(10).join(20).join(10)

    assert [(seat.number, seat.member) for seat in drill.seats if seat.status is Status.JOINED] == [
        (1, 30),
        (3, 20),
        (4, 10),
    ]


@pytest.mark.parametrize(
    ("drill", "sentence"),
    [
        (gathering(11), "have a seat"),
        (replace(gathering(12, 13), most=2), "All 2 seats"),
        (playing(12), "begun without you"),
        (gathering(12).cancel(NOON), "begun without you"),
    ],
)
def test_who_cannot_join_is_told_why(drill: Drill, sentence: str) -> None:
    with pytest.raises(NotNow, match=sentence):
        drill.join(11)


def test_whose_table_is_open_cannot_leave_any_more() -> None:
    with pytest.raises(NotNow, match="table is open"):
        playing(11).leave(11)


def test_whose_table_is_not_open_yet_can_still_leave() -> None:
    drill = gathering(11, 12).start(NOON).leave(12)

    assert drill.those(Status.GONE) == (replace(drill.seat(2)),)


def test_each_seat_has_its_time_from_when_its_table_was_ready() -> None:
    drill = gathering(11, 12).start(NOON).ready(1, at(0)).ready(2, at(4))

    assert drill.deadline() == at(10)
    assert [seat.number for seat in drill.out_of_time(at(10))] == [1]
    assert drill.done(1).deadline() == at(14)


def test_nobody_runs_out_of_time_in_a_pause() -> None:
    drill = playing(11).pause(at(9))

    assert drill.deadline() is None
    assert drill.out_of_time(at(60)) == ()
    assert drill.resume(at(60)).deadline() == at(61)


def test_a_table_that_gets_ready_in_a_pause_has_its_whole_time() -> None:
    drill = gathering(11).start(NOON).pause(at(1)).ready(1, at(3)).resume(at(5))

    assert drill.deadline() == at(15)


def test_the_end_stops_everybody_and_sends_away_who_was_waiting() -> None:
    drill = gathering(11, 12, 13).start(NOON).ready(1, NOON).done(1).ready(2, NOON).end(at(3))

    assert [seat.status for seat in drill.seats] == [Status.DONE, Status.DONE, Status.GONE]
    assert (drill.phase, drill.all_done) == (Phase.OVER, True)


def test_nothing_is_revealed_while_somebody_plays() -> None:
    with pytest.raises(NotNow, match="2 are still playing"):
        playing(11, 12).reveal()
    assert playing(11, 12).done(1).done(2).reveal().revealed


PRESSES: list[tuple[str, Callable[[Drill], Drill], Drill]] = [
    ("started already", lambda drill: drill.start(at(1)), gathering(11)),
    ("paused already", lambda drill: drill.pause(at(1)), playing(11)),
    ("goes on already", lambda drill: drill.resume(at(2)), playing(11).pause(at(1))),
    ("just changed the time", lambda drill: drill.extend(FIVE, TEN), playing(11)),
    ("over already", lambda drill: drill.end(at(1)), playing(11)),
    ("revealed already", lambda drill: drill.reveal(), playing(11).done(1)),
    ("cancelled", lambda drill: drill.cancel(at(1)), gathering(11)),
]


@pytest.mark.parametrize(("sentence", "press", "drill"), PRESSES)
def test_of_two_moderators_at_once_the_second_is_told(
    sentence: str, press: Callable[[Drill], Drill], drill: Drill
) -> None:
    once = press(drill)

    with pytest.raises(NotNow, match=sentence):
        press(once)


def test_too_few_cannot_begin() -> None:
    with pytest.raises(NotNow, match="Nobody"):
        gathering().start(NOON)
    with pytest.raises(NotNow, match="Two"):
        replace(gathering(11), mode=Mode.PAIRS).start(NOON)


def test_a_drill_has_an_end() -> None:
    with pytest.raises(NotNow, match="four hours"):
        replace(playing(11), clock=Clock(timedelta(hours=4)).run(NOON)).extend(FIVE, timedelta(hours=4))


ACTS = ("join", "leave", "start", "ready", "done", "pause", "resume", "extend", "end", "reveal", "cancel")


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 4), st.integers(0, 600)), max_size=40))
def test_whatever_is_pressed_the_drill_stays_sound(presses: list[tuple[str, int, int]]) -> None:
    drill, now = gathering(1, 2), NOON
    for act, who, seconds in presses:
        now += timedelta(seconds=seconds)
        before = drill
        try:
            drill = _press(drill, act, who, now)
        except NotNow:
            assert drill == before

        seated = [seat.member for seat in drill.seats if seat.status is not Status.GONE]
        assert len(seated) == len(set(seated))
        assert [seat.number for seat in drill.seats] == list(range(1, len(drill.seats) + 1))
        assert drill.clock.runs == (drill.phase is Phase.RUNNING)
        assert not (drill.phase is Phase.OVER and drill.those(Status.PLAYING, Status.QUEUED))
        assert not drill.revealed or drill.phase is Phase.OVER
        assert all(seat.began is not None for seat in drill.those(Status.PLAYING))


def _press(drill: Drill, act: str, who: int, now: datetime) -> Drill:
    match act:
        case "join" | "leave":
            return getattr(drill, act)(who)
        case "ready" | "done":
            if who > len(drill.seats) or (act == "done" and drill.seat(who).status is not Status.PLAYING):
                return drill
            return drill.ready(who, now) if act == "ready" else drill.done(who)
        case "extend":
            return drill.extend(FIVE, TEN)
        case "reveal":
            return drill.reveal()
        case _:
            return getattr(drill, act)(now)


def test_a_seat_whose_table_is_lost_waits_for_another_one_and_gains_no_time_by_it() -> None:
    drill = playing(11).lost(1)
    assert drill.seat(1).status is Status.QUEUED
    again = drill.ready(1, at(4))

    assert again.clock.left(again.seat(1).began or timedelta(0), at(4)) == timedelta(minutes=6)
    assert again.last_deadline() == at(10)


def test_time_runs_out_while_another_table_is_waited_for() -> None:
    drill = playing(11).lost(1)

    assert [seat.number for seat in drill.out_of_time(at(10))] == [1]
    assert drill.end(at(11)).seat(1).status is Status.DONE
    assert drill.gone(1).seat(1).status is Status.QUEUED


def test_who_has_played_does_not_leave_while_another_table_is_waited_for() -> None:
    with pytest.raises(NotNow, match="open already"):
        playing(11).lost(1).leave(11)
