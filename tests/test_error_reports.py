"""Error reports hold the error and none of a member's words."""

from __future__ import annotations

import json
import logging
from collections.abc import Generator
from typing import Any

import pytest
import sentry_sdk

from bot import error_reports

SECRET = "Zanzibar"


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> Generator[list[dict[str, Any]]]:
    sent: list[dict[str, Any]] = []

    error_reports.set_up("https://key@errors.example.invalid/1")
    options = sentry_sdk.get_client().options
    as_set_up = options["before_send"]

    def keep(event: Any, hint: Any) -> None:
        sent.append(as_set_up(event, hint))

    options["before_send"] = keep
    yield sent
    sentry_sdk.init()  # off again


def test_an_error_is_reported_without_what_was_said(reported: list[dict[str, Any]]):
    try:
        fail(f"My cousin from {SECRET}")
    except KeyError:
        logging.getLogger("bot").exception("unexpected error %s", "1234")

    (event,) = reported
    assert event["logentry"]["message"] == "unexpected error %s"
    assert [error["type"] for error in event["exception"]["values"]] == ["KeyError"]
    assert SECRET not in json.dumps(event, default=str)


def fail(text: str) -> None:
    raise KeyError(text)
