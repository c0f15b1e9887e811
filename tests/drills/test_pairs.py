from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drills.drill import NotNow
from bot.drills.pairs import Pair, Terms, paired, swapped
from bot.drills.sharing import best_together, shared
from bot.drills.standings import Ending
from bot.negotiation.scenario import World
from tests.services.lamp import BUSY, LAMP, SLOW

PAIR = Pair(1, first=1, second=2)
LOW, HIGH = Terms(8200), Terms(8800, frozenset({"bulb"}))
AWAY = PAIR.offer(1, LOW).walk(2)


def test_both_say_yes_to_the_same_terms() -> None:
    deal = PAIR.offer(1, LOW).offer(2, HIGH).agree(1, 2)

    assert (deal.ending, deal.agreed) == (Ending.DEAL, HIGH)


def test_an_offer_that_was_heard_counts_when_its_maker_says_so_too() -> None:
    heard = PAIR.offer(1, LOW, heard=True).agree(2, 1)
    assert heard.ending is None

    assert heard.agree(1, 1).agreed == LOW


def test_a_yes_is_to_the_terms_that_were_seen() -> None:
    with pytest.raises(NotNow, match="newer offer"):
        PAIR.offer(1, LOW).offer(1, HIGH).agree(2, 1)
    with pytest.raises(NotNow, match="for the other side"):
        PAIR.offer(1, LOW).agree(1, 1)
    with pytest.raises(NotNow, match="newer offer"):
        PAIR.agree(1, 1)


def test_leaving_takes_back_a_yes_and_is_not_the_end() -> None:
    gone = PAIR.offer(1, LOW).walk(1)
    assert (gone.away, gone.ending) == (1, None)
    assert gone.agree(2, 1).ending is None
    with pytest.raises(NotNow, match="left already"):
        gone.walk(1)

    assert gone.let_go(2).ending is Ending.NO_DEAL
    assert gone.come_back(1).away is None
    assert gone.walk(2).ending is Ending.NO_DEAL


def test_who_is_called_after_may_take_it_from_where_they_are() -> None:
    called = AWAY.offer(1, Terms(9000))

    assert called.away == 2
    assert called.agree(2, 2).agreed == Terms(9000)


def test_who_left_is_back_with_an_offer() -> None:
    assert AWAY.offer(2, HIGH).away is None


def test_only_who_stayed_lets_go_and_only_who_left_comes_back() -> None:
    with pytest.raises(NotNow, match="Nobody but you"):
        AWAY.let_go(2)
    with pytest.raises(NotNow, match="still here"):
        PAIR.let_go(1)
    with pytest.raises(NotNow, match="still at the table"):
        AWAY.come_back(1)


def test_when_time_is_up_who_had_left_meant_it() -> None:
    assert AWAY.time_up().ending is Ending.NO_DEAL
    assert PAIR.offer(1, LOW).time_up().ending is Ending.UNFINISHED
    assert PAIR.offer(1, LOW).agree(2, 1).time_up().ending is Ending.DEAL


def test_of_an_odd_number_one_sits_alone() -> None:
    assert paired([1, 2, 3, 4, 5]) == [(1, 2), (3, 4), (5, None)]
    assert swapped([1, 2, 3, 4, 5]) == [2, 1, 4, 3, 5]


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("offer"), st.integers(1, 2), st.integers(1, 20000), st.booleans()),
        st.tuples(st.just("agree"), st.integers(1, 2), st.integers(1, 6), st.just(False)),
        st.tuples(st.sampled_from(["walk", "come_back", "let_go"]), st.integers(1, 2), st.just(0), st.just(False)),
    ),
    max_size=30,
)


@given(MOVES)
def test_no_deal_without_both_and_nothing_after_the_end(moves: list[tuple[str, int, int, bool]]) -> None:
    pair = PAIR
    for what, seat, amount, heard in moves:
        before = pair
        try:
            match what:
                case "offer":
                    pair = pair.offer(seat, Terms(amount), heard=heard)
                case "agree":
                    pair = pair.agree(seat, amount)
                case _:
                    pair = getattr(pair, what)(seat)
        except NotNow:
            continue
        assert before.ending is None
        if pair.ending is Ending.DEAL:
            assert pair.proposal is not None
            assert pair.proposal.agreed == {1, 2}
        assert (pair.agreed is not None) == (pair.ending is Ending.DEAL)


@given(st.lists(st.integers(1, 100), unique=True, max_size=100))
def test_everybody_has_one_place_and_swapping_twice_changes_nothing(seats: list[int]) -> None:
    assert [seat for pair in paired(seats) for seat in pair if seat is not None] == seats
    assert swapped(swapped(seats)) == seats
    for (first, second), (new_first, new_second) in zip(paired(seats), paired(swapped(seats)), strict=True):
        assert second is None or (new_first, new_second) == (second, first)


@given(st.integers(1, 20000), st.booleans(), st.sampled_from([BUSY, SLOW]))
def test_what_one_gains_in_the_price_the_other_pays(price: int, bulb: bool, world: World) -> None:
    made = shared(LAMP, world, Terms(price, frozenset({"bulb"} if bulb else ())))

    assert made.first == 9000 - price + (500 if bulb else 0)
    assert made.second == price - world.limit - (300 if bulb else 0)
    assert made.joint <= made.best == best_together(LAMP, world)


def test_the_best_together_is_what_lies_between_and_what_extras_add() -> None:
    assert best_together(LAMP, SLOW) == 9000 - 8000 + 200
    assert best_together(LAMP, BUSY) == 0
    made = shared(LAMP, SLOW, Terms(8500, frozenset({"bulb"})))
    assert (made.first, made.second, made.left) == (1000, 200, 0)
    assert (made.first_share, made.second_share) == (1000 / 1200, 200 / 1200)
    assert shared(LAMP, BUSY, None).first_share is None
