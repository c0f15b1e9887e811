"""Reports of unexpected errors to Sentry, where the host wants them. Nothing that a member has written is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sentry_sdk.types import Event, Hint


class NotInstalled(Exception):  # noqa: N818
    """Sentry's package isn't there. str(error) is a sentence for the host."""


def set_up(dsn: str) -> None:
    """From now on what is logged as an error is reported. Raises NotInstalled."""
    try:
        import sentry_sdk
    except ModuleNotFoundError:
        raise NotInstalled(
            "SENTRY_DSN is set and Sentry isn't installed: pip install -r requirements-sentry.txt."
        ) from None
    sentry_sdk.init(
        dsn=dsn,
        before_send=_without_texts,
        include_local_variables=False,  # members' words are among them
        max_breadcrumbs=20,
        max_request_body_size="never",
        traces_sample_rate=0.0,
    )


def _without_texts(event: Event, _hint: Hint) -> Event:
    """Leaves the kind of each error and its place in the code: its text may quote what a member has written."""
    for error in event.get("exception", {}).get("values", ()):
        error["value"] = ""
    return event
