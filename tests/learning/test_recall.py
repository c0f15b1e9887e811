from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.learning.days import end_of_day
from bot.learning.recall import LONGEST_DAYS, Answer, Memory, answered, chance, strength

START = datetime(2026, 3, 1, 19, tzinfo=UTC)


def days_between(answers: list[Answer]) -> list[int]:
    """The intervals in days, where each answer is given on the day on which it is due."""
    memory, at, intervals = None, START, []
    for answer in answers:
        memory = answered(memory, answer, at)
        intervals.append((memory.due - at).days)
        at = memory.due
    return intervals


def test_what_is_known_comes_back_later_and_later() -> None:
    assert days_between([Answer.KNEW] * 5) == [2, 11, 46, 163, 365]


def test_what_is_missed_comes_back_tomorrow() -> None:
    assert days_between([Answer.MISSED, Answer.KNEW]) == [1, 2]
    assert days_between([Answer.KNEW, Answer.KNEW, Answer.MISSED])[-1] < days_between([Answer.KNEW] * 3)[-1]


def test_an_answer_that_was_nearly_right_counts_less_than_one_that_was() -> None:
    missed, nearly, knew = (days_between([Answer.KNEW, Answer.KNEW, last])[-1] for last in Answer)

    assert missed < nearly < knew


def test_the_same_answers_give_the_same_days() -> None:
    assert days_between([Answer.KNEW] * 9) == days_between([Answer.KNEW] * 9)


def test_the_zone_of_a_moment_makes_no_difference() -> None:
    there = START.astimezone(timezone(timedelta(hours=9)))

    assert answered(None, Answer.KNEW, there) == answered(None, Answer.KNEW, START)


def test_a_clock_that_was_set_back_loses_nothing() -> None:
    memory = answered(None, Answer.KNEW, START)

    assert answered(memory, Answer.KNEW, START - timedelta(days=3)) == answered(memory, Answer.KNEW, START)


@given(st.lists(st.tuples(st.sampled_from(Answer), st.integers(0, 400)), min_size=1, max_size=12))
def test_laws_of_memory(answers: list[tuple[Answer, int]]) -> None:
    memory: Memory | None = None
    at = START
    for answer, days in answers:
        at += timedelta(days=days)
        memory = answered(memory, answer, at)
        assert timedelta(days=1) <= memory.due - at <= timedelta(days=LONGEST_DAYS)
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10
    assert memory is not None
    later = [chance(memory, at + timedelta(days=days)) for days in (0, 1, 7, 30, 365)]
    assert later[0] == 1
    assert all(sooner >= after > 0 for sooner, after in pairwise(later))


def test_sixty_days_of_a_member() -> None:
    """Forty questions, eight new ones a day while there are any. Every evening the member answers all that is due,
    knows three questions out of four the first time, and later nine out of ten, by a rule that needs no chance."""
    zone = ZoneInfo("Europe/Berlin")  # clocks go forward on 29 March, in the middle of it
    memories: dict[int, Memory] = {}
    answers: Counter[int] = Counter()
    by_day: dict[date, int] = {}
    for day in range(60):
        now = datetime(2026, 3, 1, 20, tzinfo=zone) + timedelta(days=day)
        due = [item for item, memory in memories.items() if memory.due < end_of_day(now, zone)]
        new = [item for item in range(40) if item not in memories][:8]
        for item in due + new:
            answers[item] += 1
            missed = (item + answers[item]) % (4 if answers[item] == 1 else 10) == 0
            memories[item] = answered(memories.get(item), Answer.MISSED if missed else Answer.KNEW, now)
        by_day[now.date()] = len(due) + len(new)

    first, last = list(by_day.values())[:10], list(by_day.values())[-20:]
    assert max(by_day.values()) <= 30
    assert sum(first) / 10 > 3 * sum(last) / 20
    assert sum(by_day.values()) < 40 * 8
    now = datetime(2026, 4, 29, 20, tzinfo=zone)
    chances = [chance(memory, now) for memory in memories.values()]
    assert sum(chances) / 40 > 0.9
    missed_more = [memories[item].stability for item in range(40) if answers[item] >= 6]
    assert all(stability < 100 for stability in missed_more)


def test_what_was_just_missed_is_held_by_little_and_what_lasts_by_much() -> None:
    missed = answered(None, Answer.MISSED, START)
    once = answered(None, Answer.KNEW, START)
    often = once
    for _ in range(3):
        often = answered(often, Answer.KNEW, often.due)

    assert strength(missed, START) < 0.1 < strength(once, START) < 0.4
    assert strength(often, often.last) > 0.95
    assert strength(often, often.last + timedelta(days=365)) < strength(often, often.last)
