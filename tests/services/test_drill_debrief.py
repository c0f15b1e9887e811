"""The end of a drill: what the group is told, and what the moderator takes away."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from bot.drills.drill import Mode
from bot.negotiation.moves import Accept, CiteAlternative, Offer, WalkAway
from bot.services.drill_book import DrillView, Refused
from bot.services.drill_debrief import DrillDebriefs
from bot.services.drills import Drills
from bot.services.ledger import Ledger
from bot.services.practice import IDLE, Practice
from bot.services.sheets import safe
from bot.services.views import Venue
from bot.storage import Storage
from tests.services.lamp import LAMP, Clock, library_of

GUILD, ANN, BEN, CLEO = 1, 101, 102, 103


@pytest.fixture
def ledger(storage: Storage, clock: Clock) -> Ledger:
    return Ledger(storage, lambda: library_of(LAMP), clock, IDLE)


@pytest.fixture
def drills(ledger: Ledger, clock: Clock) -> Drills:
    return Drills(ledger, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")


@pytest.fixture
def debriefs(drills: Drills) -> DrillDebriefs:
    return drills.debriefs


async def played(drills: Drills, practice: Practice) -> DrillView:
    """Ann takes the first price, Ben leaves for good, Cleo names her alternative and is still talking."""
    view = await drills.create(GUILD, 2, 3, Mode.ROOM, "lamp", 10)
    for member in (ANN, BEN, CLEO):
        await drills.join(view.id, GUILD, member)
    await drills.start(view.id, GUILD)
    for seat in await drills.tables.waiting():
        await drills.tables.open(view.id, seat.number, Venue("discord", GUILD, 500 + seat.number))
    ann, ben, cleo = [seat.session or 0 for seat in (await drills.view(view.id)).seats]
    await practice.press(ann, ANN, Accept(), cause="interaction:1")
    await practice.press(ben, BEN, (CiteAlternative(9000), WalkAway(False)), cause="interaction:2")
    for timer in await practice.due((await practice.view(ben)).started_at.replace(year=2027), session=ben):
        await practice.run_timer(timer.id)
    await practice.press(cleo, CLEO, (CiteAlternative(9000), Offer(8000)), cause="interaction:3")
    return view


async def test_nothing_is_told_before_it_is_revealed(
    drills: Drills, practice: Practice, debriefs: DrillDebriefs
) -> None:
    view = await played(drills, practice)

    for asking in (debriefs.of(view.id, GUILD), debriefs.export(view.id, GUILD, {})):
        with pytest.raises(Refused, match="told at the end"):
            await asking


async def test_the_group_is_told_who_stands_where_and_what_cost_most(
    drills: Drills, practice: Practice, debriefs: DrillDebriefs
) -> None:
    view = await played(drills, practice)
    await drills.end(view.id, GUILD)

    told = await debriefs.of(view.id, GUILD)

    assert told.world.id == "slow"
    assert told.best > 0
    assert [standing.result.gain for standing in told.standings] == sorted(
        (standing.result.gain for standing in told.standings), reverse=True
    )
    assert told.standings[-1].result.seat == 1
    assert told.costly[0].seats >= 1
    assert told.costly[0].each > 0
    assert told.picture.alt.startswith("3 games: 1 a deal")


async def test_the_export_has_a_line_for_each_seat(drills: Drills, practice: Practice, debriefs: DrillDebriefs) -> None:
    view = await played(drills, practice)
    await drills.end(view.id, GUILD)

    text = await debriefs.export(view.id, GUILD, {ANN: "=HYPERLINK(1)", BEN: 'Ben "B", of Bonn'})

    rows = list(csv.DictReader(StringIO(text)))
    assert [(row["seat"], row["name"], row["result"]) for row in rows] == [
        ("1", "'=HYPERLINK(1)", "deal"),
        ("2", 'Ben "B", of Bonn', "no_deal"),
        ("3", "", "unfinished"),
    ]
    assert (rows[0]["price"], rows[0]["gain"], rows[0]["place"]) == ("100.0", "-10.0", "3")
    assert 0 <= float(rows[0]["accuracy"]) <= 100


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r1", "|calc"])
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["Ann", "", -10.5, 0, "a=b"])
def test_all_else_stays_as_it_is(cell: str | float) -> None:
    assert safe(cell) == cell
