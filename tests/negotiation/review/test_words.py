"""What a review recommends can be typed as it stands: it is read as the moves that it was made of."""

from __future__ import annotations

import pytest

from bot.content.library import load_library
from bot.negotiation.moves import (
    Accept,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Offer,
    Place,
    RequestConcession,
    RequestExtra,
    Threaten,
    WalkAway,
)
from bot.negotiation.reading import read
from bot.negotiation.review.words import PASSAGES, in_words
from bot.negotiation.table import open_table
from bot.services.additions import known
from tests import first_model

LIBRARY = load_library(first_model.knowledge())


def messages(scenario):
    """Each with who is at the table."""
    target, truth = scenario.brief.target, CiteAlternative(scenario.walk_away_point)
    at_table = [
        (Offer(target),),
        (Accept(),),
        (HoldFirm(),),
        (RequestConcession(),),
        (WalkAway(reachable=True),),
        (truth, Offer(target)),
        (truth, WalkAway(reachable=True)),
        (GiveReason(), Offer(target)),
        (Threaten(), Offer(target)),
        *((RequestExtra(extra.id),) for extra in scenario.extras),
        *((Offer(target, frozenset({extra.id})),) for extra in scenario.extras),
    ]
    yield from ((message, Place.AT_TABLE) for message in at_table)
    yield (ComeBack(),), Place.LEARNER_AWAY
    yield from ((message, Place.COUNTERPART_AWAY) for message in ((CallAfter(),), (LetGo(),)))


def kinds(moves):
    """The moves, reasons without what kind they are: the coach's is any reason."""
    return {GiveReason() if isinstance(move, GiveReason) else move for move in moves}


@pytest.mark.parametrize("scenario", LIBRARY.scenarios.values(), ids=lambda scenario: scenario.id)
def test_what_is_recommended_is_read_as_it_is_meant(scenario):
    opened, _ = open_table(scenario)
    for message, place in messages(scenario):
        state = opened._replace(place=place, demand=scenario.room_at(scenario.brief.target))
        words = in_words(scenario, scenario.price_at(state.given), message, LIBRARY.coach)

        reading = read(words, known(scenario, state))

        asked = () if reading.doubt is None else reading.doubt.options
        binds = [move for move in message if not isinstance(move, GiveReason | LetGo)]  # those two may be missed
        assert kinds(binds) <= kinds((*reading.moves, *asked)), words


def test_every_reason_is_explained_by_a_passage_that_is_there():
    for passage in PASSAGES.values():
        assert passage in LIBRARY.tactics[passage.partition("#")[0]].passages
