"""What each kind of file holds, field by field: the form an author fills in.

The names are those of the values they become (bot.negotiation.scenario and tactic). Amounts are written in major
units, 177 or 12.50, and come out in minor units of the file's currency, which is handed in as `per_major`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StrictBool,
    StrictInt,
    ValidationInfo,
    WithJsonSchema,
)

from bot.content.texts import (
    AnswerId,
    Asked,
    Cue,
    Id,
    Longer,
    Option,
    Paragraph,
    Phrase,
    Reason,
    Short,
    Template,
    Title,
    Told,
)
from bot.negotiation.moves import Topic
from bot.negotiation.scenario import Effect, Side
from bot.negotiation.tactic import QuizKind

LARGEST_AMOUNT = 1_000_000_000  # major units


def minor_units(written: object, per_major: int) -> int:
    """The minor units that a written number stands for. Raises ValueError with a sentence where it is none."""
    if isinstance(written, bool) or not isinstance(written, int | float):
        raise ValueError("Write the amount as a plain number, without quotes or currency sign, such as 177 or 12.50.")
    amount = Decimal(str(written)) * per_major
    if amount != int(amount):
        smallest = "whole numbers only" if per_major == 1 else f"no part smaller than {1 / per_major:g}"
        raise ValueError(f"This currency has {smallest}. Round the amount.")
    if amount < 0:
        raise ValueError("An amount can't be negative. Take the minus sign away.")
    if amount > LARGEST_AMOUNT * per_major:
        raise ValueError(f"Amounts go up to {LARGEST_AMOUNT:,}. Write a smaller one.")
    return int(amount)


def _amount(written: object, info: ValidationInfo) -> int:
    return minor_units(written, info.context["per_major"] if info.context else 100)


def _price(written: object, info: ValidationInfo) -> int:
    amount = _amount(written, info)
    if amount == 0:
        raise ValueError("A price must be more than 0.")
    return amount


def _number(written: object) -> object:
    if isinstance(written, bool) or not isinstance(written, int | float):
        raise ValueError("Write a plain number, such as 0.25.")
    return written


_WRITTEN_AMOUNT = {"type": "number", "minimum": 0, "maximum": LARGEST_AMOUNT}  # in major units, for editors

Amount = Annotated[int, BeforeValidator(_amount), WithJsonSchema(_WRITTEN_AMOUNT)]
Price = Annotated[int, BeforeValidator(_price), WithJsonSchema(_WRITTEN_AMOUNT | {"exclusiveMinimum": 0})]
Share = Annotated[float, BeforeValidator(_number), Field(ge=0, le=1)]
Level = Annotated[StrictInt, Field(ge=1, le=3)]
Round = Annotated[StrictInt, Field(ge=1, le=30)]


class Part(BaseModel):
    """A part of a file. Fields that it doesn't have are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BriefPart(Part):
    you: Paragraph = Field(description="who the learner is and wants")
    situation: Paragraph = Field(description="what has happened so far")
    on_the_table: Short = Field(description="what stands on the table now")
    first_line: Annotated[tuple[Template, ...], Field(min_length=1)] = Field(
        description="a list of ways in which the counterpart may open, with {ask}"
    )
    target: Price = Field(description="a hopeful, defensible price")


class AlternativePart(Part):
    text: Paragraph = Field(description="what the learner does without a deal here, with its price")
    spoken: Phrase = Field(description="the alternative as one would name it, such as: the same bed at Harlow's")
    amount: Price = Field(description="what the alternative comes to; it is the learner's walk-away point")
    words: tuple[Phrase, ...] = Field((), description="names that count as bringing it up, such as: harlow")


class SmallThingPart(Part):
    name: Phrase = Field(description="the small point as it is said, such as: the delivery fee")
    amount: Price = Field(description="what giving way on it is worth")
    words: tuple[Phrase, ...] = Field((), description="other ways to say it, such as: delivery")


class ExtraPart(Part):
    id: Id = Field(description="a short name for the extra, never changed later")
    name: Phrase = Field(description="the extra as it is said, such as: a mattress cover")
    worth: Amount = Field(description="what it is worth to the learner")
    cost: Amount = Field(description="what it costs the counterpart")
    words: tuple[Phrase, ...] = Field((), description="other ways to say it")


class WorldPart(Part):
    id: Id = Field(description="a short name for the world, never changed later")
    name: Title = Field(description="the world as the debrief calls it")
    chance: Share = Field(description="how often this world is drawn, between 0 and 1; all worlds add up to 1")
    limit: Price = Field(description="the price beyond which the counterpart never agrees")
    commitment: Share = Field(description="how much the counterpart needs this deal, between 0 and 1")
    patience: Round = Field(description="the round after which the counterpart has nothing more to say")
    alternative: Paragraph = Field(description="what the counterpart had instead, for the debrief")
    truth: Paragraph = Field(description="what the counterpart was hiding, for the debrief")
    answers: dict[Topic, AnswerId] = Field(description="which answer it gives to each topic")
    honest: StrictBool = Field(True, description="false where what it says about other interested people is a bluff")
    leaves: Round | None = Field(None, description="the round in which it gets up and goes")
    returns: StrictBool = Field(False, description="whether it then comes back by itself")


class AnswerPart(Part):
    lines: Annotated[tuple[Template, ...], Field(min_length=1)] = Field(description="a list of wordings")
    tells: Told = Field("", description="what hearing it should have told the learner, for the review")


class HappeningPart(Part):
    round: Round = Field(description="the round before which it happens")
    worlds: Annotated[tuple[str, ...], Field(min_length=1)] = Field(description="ids of the worlds in which it happens")
    text: Told = Field(description="what the learner is told")
    effect: Effect = Field(description="what it changes")
    amount: Amount = Field(0, description="by how much the ask gets worse, for ask_worsens")


class FactPart(Part):
    asks: tuple[Option, ...] = Field(
        (), description="the question in three or more ways, as different people would put it"
    )
    words: tuple[Phrase, ...] = Field((), description="names of the thing, if it has any of its own")
    lines: Annotated[tuple[Template, ...], Field(min_length=1)] = Field(description="a list of wordings")


class CommonPart(Part):
    """What every scenario has."""

    story: Id = Field(description="a name that both sides of the same story share")
    title: Title = Field(description="the name that members see")
    summary: Short = Field(description="one sentence for lists")
    side: Side = Field(description="the learner's side: buyer or seller")
    level: Level = Field(description="1, 2 or 3")
    tactics: Annotated[tuple[str, ...], Field(min_length=1)] = Field(description="ids of the tactics that it teaches")
    currency: str = Field(description="a currency by its three letters, such as USD")
    item: Phrase = Field(description="what is traded, as it is said, such as: the daybed")
    counterpart: Phrase = Field(description="the name that the counterpart goes by")
    voice: str = Field(description="the id of the voice in which it speaks")
    opening_ask: Price = Field(description="the price that the counterpart names first")
    step: Price = Field(description="the smallest change of price that is worth saying")
    list_price: Price = Field(description="the price on the tag")
    brief: BriefPart = Field(description="what the learner is told")
    alternative: AlternativePart = Field(description="what the learner does without a deal here")
    answers: dict[Topic, dict[AnswerId, AnswerPart]] = Field(description="what the counterpart may answer, by topic")
    small_thing: SmallThingPart | None = Field(
        None, description="the small point that the counterpart may give way on to keep the deal"
    )
    facts: tuple[FactPart, ...] = Field(
        (), description="answers to small questions that move no price and hold in every world"
    )


class ScenarioPart(CommonPart):
    """A scenario that brings numbers of its own for each world; the first model plays it."""

    rounds: Annotated[StrictInt, Field(ge=2, le=30)] = Field(description="how many rounds there are")
    worlds: Annotated[tuple[WorldPart, ...], Field(min_length=2, max_length=12)] = Field(
        description="2 to 12 hidden truths about the counterpart"
    )
    extras: tuple[ExtraPart, ...] = Field((), description="things beside the price")
    happenings: tuple[HappeningPart, ...] = Field((), description="what happens in the midst of the talk")


class ModelPart(Part):
    shape: str = Field(description="the id of the shape that it has, such as late-add-on")
    furthest: Price = Field(description="the furthest price that the counterpart may ever agree to")


class TermPart(Part):
    name: Phrase = Field(
        description="what the learner asks for as it is said, such as: a coat of paint; "
        "what the learner gives as it is done, such as: sign for two years"
    )
    words: tuple[Phrase, ...] = Field((), description="other ways to say it")


class TruthPart(Part):
    name: Title = Field(description="the world as the debrief calls it")
    alternative: Paragraph = Field(description="what the counterpart had instead, for the debrief")
    truth: Paragraph = Field(description="what the counterpart was hiding, for the debrief")


class ShapedScenarioPart(CommonPart):
    """A scenario that takes its numbers from a shape (negotiation/model/shapes); the second model plays it."""

    model: ModelPart = Field(description="the shape that its numbers come from")
    worlds: dict[Id, TruthPart] = Field(description="the worlds of the shape by their ids, told in this story")
    terms: dict[Id, TermPart] = Field(description="the terms of the shape by their ids, as they are called here")
    reasons: dict[Id, Told] = Field(description="arguments that fit the facts, by kind, each as one could say it")


class PassagePart(Part):
    id: Id = Field(description="a short name by which a review can point here, never changed later")
    text: Paragraph = Field(description="the passage itself")


class StoryPart(Part):
    title: Title = Field(description="the name of the story")
    text: Longer = Field(description="the story")


class PitfallPart(Part):
    id: Id = Field(description="a short name by which a review can point here, never changed later")
    what: Paragraph = Field(description="what goes wrong")
    what_to_do: Paragraph = Field(description="what to do instead, or then")


class QuestionPart(Part):
    id: Id = Field(description="a short name by which a review can point here, never changed later")
    question: Paragraph = Field(description="what people ask")
    answer: Paragraph = Field(description="the answer")


class RelatedPart(Part):
    tactic: str = Field(description="the id of another tactic")
    why: Paragraph = Field(description="how the two belong together")


class EvidencePart(Part):
    claim: Paragraph = Field(description="what has been found")
    limits: Paragraph = Field(description="where it doesn't hold, or how sure it is")
    source: Paragraph = Field(description="author and year")


class ChoicePart(Part):
    text: Option = Field(description="the choice as it is shown")
    why: Reason = Field(description="why it is right, or what is wrong with it")
    right: StrictBool = Field(False, description="true in the one that is right")


class QuizPart(Part):
    id: Id = Field(description="a short name by which answers are remembered, never changed later")
    kind: QuizKind = Field(description="recognise, reply or true_false")
    question: Asked = Field(description="what is asked")
    choices: Annotated[tuple[ChoicePart, ...], Field(min_length=2, max_length=4)] = Field(
        description="two to four choices, one of them right"
    )


class TacticPart(Part):
    number: Annotated[StrictInt, Field(ge=1, le=9_999)] | None = Field(
        None, description="the number in a series, if it has one"
    )
    title: Title = Field(description="the name that members see")
    aliases: tuple[Title, ...] = Field((), description="other names that people search for")
    level: Level = Field(description="1, 2 or 3")
    in_short: Annotated[Paragraph, Field(max_length=300)] = Field(description="the tactic in one or two sentences")
    principle: Longer = Field(description="why it works")
    how_to_use: Annotated[tuple[PassagePart, ...], Field(min_length=1)] = Field(description="a list of steps")
    when_used_on_you: Annotated[tuple[PassagePart, ...], Field(min_length=1)] = Field(description="a list of answers")
    story: StoryPart = Field(description="a story that shows it")
    pitfalls: tuple[PitfallPart, ...] = Field((), description="what goes wrong, and what to do instead")
    questions: tuple[QuestionPart, ...] = Field((), description="what people ask about it")
    related: tuple[RelatedPart, ...] = Field((), description="other tactics, and how they belong together")
    evidence: tuple[EvidencePart, ...] = Field((), description="what research supports, and where it ends")
    quiz: tuple[QuizPart, ...] = Field((), description="five to eight questions")
    source: Paragraph = Field(description="where the tactic is from")
    cues: Annotated[tuple[Cue, ...], Field(min_length=1)] = Field(description="words that point to it in a message")


Lines = dict[str, Annotated[tuple[Template, ...], Field(min_length=1)]]


class VoicePart(Part):
    name: Title = Field(description="the name of the person")
    about: Paragraph = Field(description="who this is and how they speak")
    lines: Lines = Field(description="what the person may say, by key")


class CoachPart(RootModel[Lines]):
    """What the coach may say, by key."""
