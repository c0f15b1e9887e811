"""Sessions in a list of them."""

from __future__ import annotations

from bot.negotiation.acts import Outcome
from bot.negotiation.scenario import Scenario
from bot.services.views import Past
from bot.storage.sessions import SessionRow


def past_of(row: SessionRow, scenario: Scenario | None) -> Past:
    """A session in a list of them; `scenario` is what it was played on, None where it is no longer there."""
    return Past(
        session=row.id,
        scenario=row.scenario,
        title=scenario.title if scenario else row.scenario,
        started_at=row.started_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        price=row.price,
        currency=scenario.currency if scenario else None,
        surplus_share=row.surplus_share,
    )
