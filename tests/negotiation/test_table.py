"""What the counterpart does with one message, told with the daybed's figures."""

import pytest

from bot.negotiation.acts import Act, NoteKind, Outcome, Pending
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeCourteous,
    BeRude,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Offer,
    Place,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.table import leave_it, open_table, pass_time, say

from .play import end, play, scenario_and_world

DAYBED = ("daybed", "under-target")
CLERK = ("daybed-clerk", "needs-it")
CAR = ("car-dealership", "month-end")


def last(where, *messages, waits=True):
    scenario, world = scenario_and_world(*where)
    return play(scenario, world, messages, waits)[-1]


def response_to(where, *messages, waits=True):
    return last(where, *messages, waits=waits)[2]


def state_after(where, *messages, waits=True):
    return last(where, *messages, waits=waits)[3]


def notes_of(where, *messages):
    return [note.kind for note in response_to(where, *messages, waits=False).notes]


def leverage_after(*messages):
    return state_after(DAYBED, *messages, waits=False).leverage


class TestTerms:
    def test_it_opens_with_the_opening_ask(self):
        scenario, _ = scenario_and_world(*DAYBED)
        state, response = open_table(scenario)
        assert (response.act, response.ask, state.place) == (Act.OPEN, 20200, Place.AT_TABLE)

    def test_taking_its_terms_is_a_deal_at_its_ask(self):
        state = state_after(DAYBED, (Accept(),))
        assert (state.outcome, state.given) == (Outcome.DEAL, 0)

    def test_an_offer_better_than_its_ask_for_it_is_taken_at_its_ask(self):
        _, _, response, state = last(DAYBED, (Offer(21000),))
        assert (response.act, response.ask, state.outcome) == (Act.ACCEPT, 20200, Outcome.DEAL)

    def test_a_first_offer_far_off_gets_no_counter(self):
        response = response_to(DAYBED, (Offer(9000),))
        assert (response.act, response.ask) == (Act.HOLD, 20200)
        assert notes_of(DAYBED, (Offer(9000),)) == [NoteKind.FAR_OFF]

    def test_moving_brings_more_than_refusing(self):
        moved = state_after(DAYBED, (Offer(15000),), (Offer(15500),), (Offer(15800),))
        refused = state_after(DAYBED, (Offer(15000),), (HoldFirm(),), (HoldFirm(),))
        assert moved.given > refused.given

    def test_the_last_offer_of_a_message_counts(self):
        assert state_after(DAYBED, (Offer(18000), Offer(15000))).demand == 5200

    def test_a_refusal_and_an_offer_in_one_message_are_an_offer(self):
        assert state_after(DAYBED, (HoldFirm(), Offer(15000))).demand == 5200

    def test_after_its_last_word_a_refusal_ends_the_talk(self):
        state = state_after(DAYBED, *[(HoldFirm(),)] * 9)
        assert (state.outcome, state.final) == (Outcome.NO_DEAL, True)

    def test_a_wish_for_an_extra_after_its_last_word_does_not(self):
        *_, response, state = last(DAYBED, *[(HoldFirm(),)] * 8, (RequestExtra("mattress-cover"),))
        assert (response.act, state.final, state.outcome) == (Act.FINAL, True, None)

    def test_a_question_after_its_last_word_does_not(self):
        state = state_after(DAYBED, *[(HoldFirm(),)] * 8, (Ask(Topic.BUSINESS),))
        assert (state.final, state.outcome) == (True, None)

    def test_rudeness_shortens_its_patience(self):
        rude = state_after(DAYBED, (BeRude(), HoldFirm()), *[(HoldFirm(),)] * 6)
        assert rude.final
        assert not state_after(DAYBED, *[(HoldFirm(),)] * 7).final

    def test_small_talk_is_no_round(self):
        assert state_after(DAYBED, (SmallTalk(),), (SmallTalk(),)).round == 0

    def test_an_event_of_the_scenario_can_end_its_patience(self):
        response = response_to(("daybed", "waiting"), *[(HoldFirm(),)] * 5)
        assert response.act is Act.FINAL
        assert response.happened == (scenario_and_world(*DAYBED)[0].happenings[0].text,)

    def test_an_event_of_the_scenario_can_take_something_back(self):
        before = state_after(("car-dealership", "hot-model"), (Offer(1400000),), *[(HoldFirm(),)] * 3)
        after = state_after(("car-dealership", "hot-model"), (Offer(1400000),), *[(HoldFirm(),)] * 4)
        assert after.given < before.given


class TestQuestions:
    def test_a_specific_question_earns_its_worlds_answer_once(self):
        asked = (Ask(Topic.BUSINESS),)
        assert response_to(DAYBED, asked).answers == ((Topic.BUSINESS, "month_end"),)
        assert response_to(DAYBED, asked, asked).answers == ()

    def test_one_about_none_of_the_topics_earns_nothing_and_costs_no_round(self):
        assert response_to(DAYBED, (Ask(Topic.GENERAL),)).answers == ()
        assert state_after(DAYBED, *[(Ask(Topic.GENERAL), BeCourteous())] * 9).round == 0
        assert state_after(DAYBED, (Ask(Topic.GENERAL), HoldFirm())).round == 1

    def test_asking_alone_does_not_move_the_terms(self):
        response = response_to(DAYBED, (Offer(15000),), (Ask(Topic.OTHER_BUYERS),))
        assert (response.act, response.ask) == (Act.ANSWER, response_to(DAYBED, (Offer(15000),)).ask)


class TestExtras:
    def test_an_extra_that_fits_is_granted_and_paid_for_in_the_price(self):
        response = response_to(CAR, (Offer(1300000),), (Offer(1310000), RequestExtra("service")))
        assert response.granted == {"service"}
        assert response.ask > response_to(CAR, (Offer(1300000),), (Offer(1310000),)).ask

    def test_one_that_does_not_fit_is_refused(self):
        assert response_to(CAR, (RequestExtra("tires"),)).refused == {"tires"}

    def test_one_that_is_granted_already_is_noticed(self):
        granted = ((Offer(1300000),), (Offer(1310000), RequestExtra("service")))
        assert notes_of(CAR, *granted, (RequestExtra("service"),)) == [NoteKind.EXTRA_AGAIN]
        assert NoteKind.EXTRA_AGAIN not in notes_of(CAR, *granted)

    def test_one_that_nobody_has_is_passed_over(self):
        response = response_to(CAR, (RequestExtra("helicopter"),))
        assert (response.granted, response.refused) == (frozenset(), frozenset())


class TestLeverage:
    def test_an_alternative_that_beats_the_ask_raises_it_once(self):
        named = (CiteAlternative(18400),)
        assert leverage_after(named) == 45
        assert leverage_after(named, named) == 45

    def test_one_that_does_not_beat_the_ask_adds_nothing(self):
        assert leverage_after((CiteAlternative(20300),)) == leverage_after()
        assert notes_of(DAYBED, (CiteAlternative(20300),)) == [NoteKind.ALTERNATIVE_WEAK]

    def test_one_too_good_to_be_true_is_not_believed(self):
        assert leverage_after((CiteAlternative(12000),)) == leverage_after()
        assert notes_of(DAYBED, (CiteAlternative(12000),)) == [NoteKind.ALTERNATIVE_UNBELIEVED]

    def test_a_vague_one_adds_a_little_and_its_figure_the_rest(self):
        assert leverage_after((CiteAlternative(),)) == 28
        assert leverage_after((CiteAlternative(),), (CiteAlternative(18400),)) == 45

    def test_a_reason_counts_once(self):
        assert leverage_after((GiveReason("truck"),), (GiveReason("truck"),)) == leverage_after((GiveReason("truck"),))

    def test_eagerness_costs(self):
        assert leverage_after((ShowEagerness(),)) == 8

    def test_a_threat_helps_once_and_then_hurts(self):
        once, twice = leverage_after((Threaten(),)), leverage_after((Threaten(),), (Threaten(),))
        assert leverage_after() < once
        assert twice < leverage_after()

    def test_a_large_step_costs_and_a_small_one_does_not(self):
        first = (Offer(14000),)
        assert leverage_after(first, (Offer(14500),)) == leverage_after(first)
        assert leverage_after(first, (Offer(19000),)) < leverage_after(first)

    def test_walking_raises_it_most(self):
        assert leverage_after((WalkAway(),)) == 55

    def test_walking_back_unasked_costs_more_than_walking_brought(self):
        assert leverage_after((WalkAway(),), (ComeBack(),)) < leverage_after()


class TestTheLearnerLeaves:
    def test_nothing_is_told_before_the_wait_is_over(self):
        responses = {
            world: response_to(("daybed", world), (CiteAlternative(18400),), (WalkAway(),), waits=False)
            for world in ("waiting", "slow-week", "under-target")
        }
        assert {response.act for response in responses.values()} == {Act.WATCH}
        assert len({response.wait for response in responses.values()}) == 1

    def test_whoever_is_called_back_loses_nothing_by_coming(self):
        state = state_after(DAYBED, (CiteAlternative(18400),), (WalkAway(),), (HoldFirm(),))
        assert (state.place, state.walked_back) == (Place.AT_TABLE, 0)

    def test_accepting_while_nobody_called_is_coming_back(self):
        _, _, response, state = last(("daybed", "waiting"), (WalkAway(),), (Accept(),))
        assert (response.act, state.place, state.walked_back) == (Act.TAKE_BACK, Place.AT_TABLE, 1)

    def test_talking_from_outside_is_heard_by_nobody(self):
        assert response_to(("daybed", "waiting"), (WalkAway(),), (Threaten(),)).act is Act.SILENCE

    @pytest.mark.parametrize(("reachable", "act"), [(True, Act.CALL), (False, Act.LET_GO)])
    def test_only_who_left_a_way_to_be_reached_is_called(self, reachable, act):
        named = (CiteAlternative(1430000), Offer(1300000))
        assert response_to(("car-dealership", "waits-a-day"), named, (WalkAway(reachable),)).act is act

    def test_leaving_it_there_is_no_deal(self):
        scenario, world = scenario_and_world("daybed", "waiting")
        state, _ = leave_it(scenario, end(scenario, world, [(WalkAway(),)]))
        assert state.outcome is Outcome.NO_DEAL

    def test_stopping_at_the_table_stays_unfinished(self):
        scenario, world = scenario_and_world(*DAYBED)
        state, _ = leave_it(scenario, end(scenario, world, [(Offer(15000),)]))
        assert state.outcome is Outcome.UNFINISHED


class TestTheCounterpartLeaves:
    REFUSALS = ((Offer(20200),), (HoldFirm(),), (HoldFirm(),))

    def test_it_gets_up_when_its_patience_is_over(self):
        _, _, response, state = last(CLERK, *self.REFUSALS, waits=False)
        assert (response.act, state.place, state.pending) == (Act.LEAVE, Place.COUNTERPART_AWAY, Pending.RETURN)

    def test_who_has_nowhere_to_go_comes_back_at_the_learners_price(self):
        state = state_after(CLERK, *self.REFUSALS, (LetGo(),), (Accept(),))
        scenario, _ = scenario_and_world(*CLERK)
        assert (state.outcome, scenario.price_at(state.given)) == (Outcome.DEAL, 20200)

    def test_who_has_another_store_is_gone(self):
        state = state_after(("daybed-clerk", "other-store"), *self.REFUSALS, (LetGo(),))
        assert (state.outcome, state.place) == (Outcome.NO_DEAL, Place.OVER)

    @pytest.mark.parametrize("call", [CallAfter(), Offer(18000), RequestExtra("old-bed")])
    def test_calling_after_it_costs_more_than_giving_way_in_time(self, call):
        scenario, world = scenario_and_world("daybed-clerk", "other-store")
        state = play(scenario, world, [*self.REFUSALS, (call,)], waits=False)[-1][3]
        assert state.place is Place.AT_TABLE
        assert scenario.price_at(state.given) < 17700

    @pytest.mark.parametrize(("call", "act"), [(Accept(), Act.SHAKE), (Offer(17900), Act.ACCEPT)])
    def test_saying_yes_at_the_door_is_a_deal_at_what_it_had_asked_for(self, call, act):
        *_, response, state = last(("daybed-clerk", "other-store"), *self.REFUSALS, (call,), waits=False)
        assert (response.act, response.ask, state.outcome) == (act, 17900, Outcome.DEAL)

    def test_where_it_is_a_matter_of_principle_giving_way_at_once_is_best(self):
        scenario, world = scenario_and_world("daybed-clerk", "proud")
        at_once = end(scenario, world, [(Accept(),)])
        refused = end(scenario, world, [(Offer(20200),), (HoldFirm(),), (LetGo(),)])
        assert (at_once.outcome, refused.outcome) == (Outcome.DEAL, Outcome.NO_DEAL)


def test_nothing_can_be_said_once_it_is_over():
    scenario, world = scenario_and_world(*DAYBED)
    over = end(scenario, world, [(Accept(),)])
    with pytest.raises(ValueError, match="over"):
        say(scenario, world, over, (HoldFirm(),))
    with pytest.raises(ValueError, match="over"):
        leave_it(scenario, over)


def test_time_passes_only_where_something_is_pending():
    scenario, world = scenario_and_world(*DAYBED)
    state, _ = open_table(scenario)
    with pytest.raises(ValueError, match="pending"):
        pass_time(scenario, world, state)
