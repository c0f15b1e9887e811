"""What a learner has done, from the rows of their sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from bot.negotiation.scenario import Scenario
from bot.negotiation.state import Outcome
from bot.services.views import Past, Progress, ScenarioProgress
from bot.storage.sessions import SessionRow

LAST = 10  # sessions that are listed one by one


def progress_of(learner: int, rows: Sequence[SessionRow], scenarios: Mapping[str, Scenario]) -> Progress:
    """`rows` are the learner's sessions, oldest first; titles come from `scenarios`, for those still there."""
    return Progress(
        learner=learner,
        sessions=len(rows),
        deals=_ended(rows, Outcome.DEAL),
        no_deals=_ended(rows, Outcome.NO_DEAL),
        unfinished=_ended(rows, Outcome.UNFINISHED),
        running=sum(row.ended_at is None for row in rows),
        mean_share=_mean(_shares(rows)),
        by_scenario=tuple(
            _of_scenario(scenario, [row for row in rows if row.scenario == scenario], scenarios)
            for scenario in dict.fromkeys(row.scenario for row in rows)
        ),
        last=tuple(past_of(row, scenarios.get(row.scenario)) for row in reversed(rows[-LAST:])),
    )


def _of_scenario(scenario: str, rows: Sequence[SessionRow], scenarios: Mapping[str, Scenario]) -> ScenarioProgress:
    shares = _shares(rows)
    return ScenarioProgress(
        scenario=scenario,
        title=scenarios[scenario].title if scenario in scenarios else scenario,
        sessions=len(rows),
        deals=_ended(rows, Outcome.DEAL),
        mean_share=_mean(shares),
        best_share=max(shares, default=None),
    )


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


def _ended(rows: Iterable[SessionRow], outcome: Outcome) -> int:
    return sum(row.outcome == outcome for row in rows)


def _shares(rows: Iterable[SessionRow]) -> list[float]:
    return [row.surplus_share for row in rows if row.surplus_share is not None]


def _mean(shares: Sequence[float]) -> float | None:
    return fmean(shares) if shares else None
