from __future__ import annotations

import pytest

from bot.learning.habits import Habit, costliest
from bot.learning.mastery import Skill, Stage, level, mastery


def practised(*scores: float) -> Skill:
    skill = Skill(0, 0.0)
    for scored in scores:
        skill = skill.after(scored)
    return skill


def test_nothing_done_is_new() -> None:
    found = mastery("flinch", [], 6, [], 2)

    assert (found.share, found.stage) == (0.0, Stage.NEW)


def test_knowing_every_answer_is_half_of_it() -> None:
    found = mastery("flinch", [1.0] * 6, 6, [], 2)

    assert (found.known, found.done, found.share, found.stage) == (1.0, 0.0, 0.5, Stage.SOLID)


def test_questions_that_were_never_asked_are_not_known() -> None:
    assert mastery("flinch", [0.9, 0.9], 6, [], 0).known == pytest.approx(0.3)


def test_a_tactic_without_a_scenario_is_mastered_by_knowing_it() -> None:
    assert mastery("flinch", [0.95] * 6, 6, [], 0).stage is Stage.MASTERED


def test_a_tactic_without_questions_is_mastered_by_doing_it() -> None:
    found = mastery("flinch", [], 0, [practised(*[1.0] * 10)], 1)

    assert (found.known, found.stage) == (None, Stage.MASTERED)


def test_one_lucky_session_is_not_believed() -> None:
    assert mastery("flinch", [], 0, [practised(1.0)], 1).share == pytest.approx(1 / 3)


def test_later_sessions_weigh_more() -> None:
    assert practised(*[0.2] * 5, *[0.9] * 5).score > practised(*[0.9] * 5, *[0.2] * 5).score + 0.2


def test_the_next_level_comes_when_this_one_is_solid() -> None:
    assert level([(1, 0.2), (1, 0.9), (2, 0.0)]) == 1
    assert level([(1, 0.7), (1, 0.6), (2, 0.0), (3, 0.0)]) == 2
    assert level([(1, 0.9), (2, 0.9), (3, 0.9)]) == 3


def test_habits_are_what_happened_more_than_once_by_what_it_cost_in_all() -> None:
    habits = [
        Habit("eager", times=5, loss=0.4, session=9),
        Habit("walked_back", times=1, loss=2.0, session=3),
        Habit("not_asked", times=2, loss=0.9, session=4),
        Habit("stayed", times=3, loss=0.4, session=5),
        Habit("chased", times=2, loss=0.1, session=6),
    ]

    assert [habit.reason for habit in costliest(habits)] == ["not_asked", "eager", "stayed"]
    assert costliest([]) == ()
