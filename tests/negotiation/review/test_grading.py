from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.review.grading import Grade, accuracy, grade, session_accuracy

losses = st.floats(0, 3)


@pytest.mark.parametrize(
    ("loss", "expected"),
    [
        (0.0, Grade.BEST),
        (0.01, Grade.EXCELLENT),
        (0.02, Grade.EXCELLENT),
        (0.05, Grade.GOOD),
        (0.051, Grade.INACCURACY),
        (0.1, Grade.INACCURACY),
        (0.2, Grade.MISTAKE),
        (0.21, Grade.BLUNDER),
        (2.5, Grade.BLUNDER),
    ],
)
def test_grades_by_loss(loss, expected):
    assert grade(loss) is expected


def test_only_from_an_inaccuracy_on_is_a_move_costly():
    assert [g for g in Grade if g.is_costly] == [Grade.INACCURACY, Grade.MISTAKE, Grade.BLUNDER]


@pytest.mark.parametrize(("loss", "expected"), [(0.0, 100.0), (0.1, 63.58), (0.2, 40.02), (2.0, 0.0)])
def test_accuracy_of_a_move(loss, expected):
    assert accuracy(loss) == pytest.approx(expected, abs=0.01)


@given(losses, losses)
def test_a_larger_loss_is_never_graded_better(one, other):
    smaller, larger = sorted((one, other))
    order = list(Grade)
    assert order.index(grade(smaller)) <= order.index(grade(larger))
    assert accuracy(smaller) >= accuracy(larger)


def test_a_session_without_moves_has_no_accuracy():
    assert session_accuracy([0.4], []) is None


def test_a_session_without_losses_is_accurate():
    assert session_accuracy([0.4, 0.5, 0.4, 0.8], [0.0, 0.0, 0.0]) == pytest.approx(100)


def test_what_happened_while_much_was_at_stake_weighs_more():
    at_stake = session_accuracy([0.5, 0.5, 0.5, 0.0], [0.0, 0.0, 0.15])
    at_rest = session_accuracy([0.5, 0.0, 0.0, 0.0], [0.0, 0.0, 0.15])
    assert at_stake is not None
    assert at_rest is not None
    assert at_stake < at_rest


@given(st.lists(losses, min_size=1, max_size=30))
def test_a_session_is_as_accurate_as_its_moves(lost):
    values = [0.5] * (len(lost) + 1)
    found = session_accuracy(values, lost)
    assert found is not None
    assert min(map(accuracy, lost)) - 1 <= found <= max(1, *map(accuracy, lost)) + 1e-9


def test_one_value_more_than_losses_is_needed():
    with pytest.raises(ValueError, match="one value more"):
        session_accuracy([0.5], [0.1])
