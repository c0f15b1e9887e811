"""Checks that look at more than one file: ids that lead to another file, and names that two files both claim."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content.draft import Draft
from bot.content.folder import Folder
from bot.content.problems import did_you_mean


def check_across(folder: Folder) -> None:
    """Adds to each source's problems what is wrong between it and the others.

    A file that is there counts as there, whatever is wrong inside it.
    """
    tactics = [Draft(source, source.data) for source in folder.tactics.values()]
    scenarios = [Draft(source, source.data) for source in folder.scenarios.values()]
    for tactic_id, tactic in zip(folder.tactics, tactics, strict=True):
        for related in tactic.part("related").items():
            _check_id(related.part("tactic"), folder.tactics.keys() - {tactic_id}, "other tactic")
    for scenario in scenarios:
        for tactic in scenario.part("tactics").items():
            _check_id(tactic, folder.tactics, "tactic")
        _check_id(scenario.part("voice"), folder.voices, "voice")
    _check_claims((tactic.part("number") for tactic in tactics), "number")
    _check_claims(
        (name for tactic in tactics for name in (tactic.part("title"), *tactic.part("aliases").items())), "name"
    )
    _check_claims((scenario.part("title") for scenario in scenarios), "title")
    _check_stories(scenarios)


def _check_id(draft: Draft, known: Iterable[str], kind: str) -> None:
    if draft.text and draft.text not in known:
        draft.problem(f"There is no {kind} `{draft.text}`. {did_you_mean(draft.text, known)}".rstrip())


def _check_claims(claims: Iterable[Draft], kind: str) -> None:
    """What members find things by is claimed by one thing only."""
    seen: dict[str, Draft] = {}
    for claim in claims:
        value = claim.text or claim.number
        if not value:
            continue
        first = seen.setdefault(str(value).casefold(), claim)
        if first is not claim:
            claim.problem(f"This {kind} is taken already, in {_place(first)}. Choose another.")


def _check_stories(scenarios: Iterable[Draft]) -> None:
    """A story has one scenario for each side, so that its name and a side lead to one."""
    seen: dict[tuple[str, str], Draft] = {}
    for scenario in scenarios:
        story, side = scenario.part("story"), scenario.part("side")
        if not story.text or not side.text:
            continue
        first = seen.setdefault((story.text, side.text), story)
        if first is not story:
            story.problem(
                f"This story already has a scenario for the {side.text}, in {_place(first)}. "
                "Change the side, or give it a story of its own."
            )


def _place(draft: Draft) -> str:
    return f"{draft.source.file}:{draft.source.line_of(draft.where)}"
