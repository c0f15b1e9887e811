"""From one file to one value. Each function adds what it finds wrong to the source, and gives None if anything is."""

from __future__ import annotations

from typing import TypeVar

from babel.numbers import list_currencies
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.content.draft import Draft
from bot.content.lines import check_pools
from bot.content.quizzes import check_quiz
from bot.content.sense import check_scenario, check_told, check_unique_ids
from bot.content.sentences import report
from bot.content.shapes import CoachPart, ScenarioPart, ShapedScenarioPart, TacticPart, VoicePart
from bot.content.shaping import check_shaped, shaped_values
from bot.content.source import Source
from bot.content.texts import PAGE
from bot.negotiation.coach import PLACEHOLDERS as COACH_PLACEHOLDERS
from bot.negotiation.coach import Coach, Remark
from bot.negotiation.money import minor_per_major
from bot.negotiation.scenario import Scenario
from bot.negotiation.tactic import Choice, Evidence, Pitfall, Question, QuizItem, Related, Story, Tactic
from bot.negotiation.voice import OPTIONAL, Say, Voice
from bot.negotiation.voice import PLACEHOLDERS as VOICE_PLACEHOLDERS
from bot.negotiation.wording import thin_pools

SCENARIO = TypeAdapter(Scenario)
"""Builds a Scenario from plain values that are already known to be right."""

ShapeT = TypeVar("ShapeT", bound=BaseModel)


def _formed(shape: type[ShapeT], source: Source, per_major: int = 100) -> ShapeT | None:
    """The whole file in its form, or None with a problem for each field that isn't."""
    try:
        return shape.model_validate(source.data, context={"per_major": per_major})
    except ValidationError as error:
        report(error, shape, source)
        return None


def scenario_from(source: Source, scenario_id: str) -> Scenario | None:
    written = Draft(source, source.data).part("currency")
    currency = written.text if written.text in list_currencies() else None
    if written.text and not currency:
        written.problem("This is no currency. Write its three letters, such as USD, EUR or JPY.")
    per_major = minor_per_major(currency) if currency else 100
    draft = Draft(source, source.data, per_major=per_major)
    if draft.part("model").data is not None:
        return _shaped(source, scenario_id, draft)
    part = _formed(ScenarioPart, source, per_major)
    check_scenario(draft, currency)
    if part is None or source.problems:
        return None
    values = part.model_dump()
    for by_id in values["answers"].values():
        for answer_id, answer in by_id.items():
            answer["id"] = answer_id
    return SCENARIO.validate_python({"id": scenario_id, **values})


def _shaped(source: Source, scenario_id: str, draft: Draft) -> Scenario | None:
    part = _formed(ShapedScenarioPart, source, draft.per_major)
    check_shaped(draft)
    check_told(draft)
    if part is None or source.problems:
        return None
    return SCENARIO.validate_python({"id": scenario_id, **shaped_values(part, scenario_id)})


def tactic_from(source: Source, tactic_id: str) -> Tactic | None:
    part = _formed(TacticPart, source)
    draft = Draft(source, source.data)
    check_unique_ids(
        [
            passage
            for section in ("how_to_use", "when_used_on_you", "pitfalls", "questions")
            for passage in draft.part(section).items()
        ],
        "passage",
    )
    check_quiz(draft.part("quiz"))
    if part is None:
        return None
    _check_pages(part, draft)
    if source.problems:
        return None
    return Tactic(
        id=tactic_id,
        number=part.number,
        title=part.title,
        aliases=part.aliases,
        level=part.level,
        in_short=part.in_short,
        principle=part.principle,
        how_to_use=tuple(passage.text for passage in part.how_to_use),
        when_used_on_you=tuple(passage.text for passage in part.when_used_on_you),
        story=Story(part.story.title, part.story.text),
        pitfalls=tuple(Pitfall(pitfall.what, pitfall.what_to_do) for pitfall in part.pitfalls),
        questions=tuple(Question(question.question, question.answer) for question in part.questions),
        related=tuple(Related(related.tactic, related.why) for related in part.related),
        evidence=tuple(Evidence(found.claim, found.limits, found.source) for found in part.evidence),
        source=part.source,
        cues=part.cues,
        passages=_passages(part, tactic_id),
        quiz=tuple(
            QuizItem(
                item.id,
                item.kind,
                item.question,
                tuple(Choice(choice.text, choice.right, choice.why) for choice in item.choices),
            )
            for item in part.quiz
        ),
    )


def _passages(part: TacticPart, tactic_id: str) -> dict[str, str]:
    passages = {"principle": part.principle, "story": part.story.text}
    passages |= {passage.id: passage.text for passage in (*part.how_to_use, *part.when_used_on_you)}
    passages |= {pitfall.id: f"{pitfall.what} {pitfall.what_to_do}" for pitfall in part.pitfalls}
    passages |= {question.id: question.answer for question in part.questions}
    return {f"{tactic_id}#{name}": text for name, text in passages.items()}


def _check_pages(part: TacticPart, draft: Draft) -> None:
    """Each group of sections that one card shows fits it."""
    pages = {
        "how_to_use": [passage.text for passage in part.how_to_use],
        "when_used_on_you": [passage.text for passage in part.when_used_on_you],
        "pitfalls": [
            text
            for pair in (
                *((pitfall.what, pitfall.what_to_do) for pitfall in part.pitfalls),
                *((question.question, question.answer) for question in part.questions),
            )
            for text in pair
        ],
        "evidence": [text for found in part.evidence for text in (found.claim, found.limits, found.source)],
    }
    for section, texts in pages.items():
        length = sum(map(len, texts))
        if length > PAGE:
            together = " together with the questions" if section == "pitfalls" else ""
            draft.part(section).problem(
                f"This has {length:,} characters{together}, one card holds {PAGE:,}. Shorten it."
            )


def voice_from(source: Source, voice_id: str) -> Voice | None:
    part = _formed(VoicePart, source)
    pools = Draft(source, source.data).part("lines")
    check_pools(pools, VOICE_PLACEHOLDERS, OPTIONAL)
    if part is None or source.problems:
        return None
    voice = Voice(voice_id, part.name, part.about, {Say(key): lines for key, lines in part.lines.items()})
    for thin in thin_pools(voice):
        pools.part(thin.say).problem(
            f"Only {thin.has} of these can always be said, {thin.needs} are needed so that nobody hears one twice. "
            "Add some that have no other placeholder than {ask}, {item} and {name}."
        )
    return None if source.problems else voice


def coach_from(source: Source) -> Coach | None:
    if source.data is None:
        return None
    part = _formed(CoachPart, source)
    check_pools(Draft(source, source.data), COACH_PLACEHOLDERS)
    if part is None or source.problems:
        return None
    return Coach({Remark(key): lines for key, lines in part.root.items()})
