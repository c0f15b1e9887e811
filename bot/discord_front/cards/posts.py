"""How each post of a session looks. The counterpart speaks in plain messages, because a bot that may not read
everything still hears the replies to those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import discord
from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.brief import brief_card, rounds_of, table_buttons
from bot.discord_front.cards.paper import END, PLAIN, Card, Style, button, buttons, cut, small
from bot.negotiation.acts import Act
from bot.negotiation.money import spoken
from bot.negotiation.moves import Place
from bot.negotiation.naming import beside
from bot.services.phrases import GOES_ON
from bot.services.played import QuestionKind
from bot.services.views import Post, PostKind, SessionView

_MESSAGE = 2000  # characters that Discord takes in a plain message
_LABEL = 80  # characters on a button

NOT_MEANT = "Not what I meant"

_DEAL = (Act.ACCEPT, Act.SHAKE)
_CALLED_BACK = (Act.CHASE, Act.GIVE_WAY, Act.CALL)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message that is ready to be sent: plain text with or without buttons, or a card."""

    content: str | None = None
    view: ui.View | Card | None = None

    @property
    def components(self) -> list[dict[str, Any]]:
        return [] if self.view is None else self.view.to_components()

    async def send(self, channel: discord.abc.Messageable, nonce: str) -> discord.Message:
        """Sends it; Discord takes the same nonce only once within some minutes."""
        if isinstance(self.view, Card):
            return await channel.send(view=self.view, nonce=nonce)
        if self.view is None:
            return await channel.send(self.content, nonce=nonce)
        return await channel.send(self.content, view=self.view, nonce=nonce)


def draw(post: Post, view: SessionView, *, hears_everything: bool) -> Drawn:
    """Every kind of post but the debrief, which has a card of its own."""
    match post.kind:
        case PostKind.BRIEF:
            return Drawn(view=brief_card(view, hears_everything=hears_everything))
        case PostKind.REPLY:
            drawn = _reply(post, veiled=view.veiled)
            return Drawn(drawn.content) if view.shared else drawn
        case PostKind.ASK_BACK:
            return _ask_back(post)
        case PostKind.COACH:
            return Drawn(view=coach_card(post, view, reply_first=not hears_everything))
        case PostKind.RESULT:
            return Drawn(view=result_card(post))
        case PostKind.NOTICE | PostKind.DEBRIEF:
            return Drawn(cut(post.text, _MESSAGE))


def _reply(post: Post, *, veiled: bool) -> Drawn:
    heard = post.body.get("heard")
    lines = [_score(post.body), *([f"Heard: {heard}"] if heard else [])]
    below = "\n".join(small(line) for line in lines)
    text = f"{cut(post.text, _MESSAGE - len(below) - 1)}\n{below}"
    row = _ways_on(post)
    if heard and (veiled or post.body["place"] != Place.OVER):  # after the end it stands beside the debrief's button
        row.append(_take_back(post))
    return Drawn(text, _row(*row)) if row else Drawn(text)


def _ways_on(post: Post) -> list[ui.Button[Any]]:
    """What can be done where one of the two is away."""
    match post.body["place"]:
        case Place.LEARNER_AWAY:
            called = post.body["act"] in _CALLED_BACK
            return [*([_accept(post)] if called else []), button("Go back in", custom_ids.BACK(session=post.session))]
        case Place.COUNTERPART_AWAY:
            call = button("Call after them", custom_ids.CALL_AFTER(session=post.session))
            return [_accept(post), call, button("Let them go", custom_ids.LET_GO(session=post.session))]
        case _:
            return []


def _accept(post: Post) -> ui.Button[Any]:
    """Return the button that takes the price shown above it, and no other."""
    at = custom_ids.ACCEPT_AT(session=post.session, ask=cast(int, post.body["ask"]))
    return button("Accept", at, "success")


def _take_back(post: Post) -> ui.Button[Any]:
    return button(NOT_MEANT, custom_ids.TAKE_BACK(session=post.session, event=cast(int, post.body["event"])))


def _terms(body: Mapping[str, Any]) -> str:
    """What is on the table: "$189 with a mattress cover"."""
    extras = beside(body["extras"], body.get("gives", ()), body.get("without"))
    return spoken(body["ask"], body["currency"]) + extras


def _score(body: Mapping[str, Any]) -> str:
    """The line under a reply that keeps score."""
    terms = _terms(body)
    match body["place"]:
        case Place.OVER:
            return f"Agreed: {terms}" if body["act"] in _DEAL else "It is over, without a deal."
        case Place.LEARNER_AWAY:
            called = body["act"] in _CALLED_BACK
            return f"They want you back · now: {terms}" if called else f"You have left · their last word: {terms}"
        case Place.COUNTERPART_AWAY:
            return f"They are leaving · their last word: {terms}"
        case _:
            last = " · their last word" if body["act"] == Act.FINAL else ""
            return f"On the table: {terms} · {rounds_of(body['round'], body['rounds'])}{last}"


def _ask_back(post: Post) -> Drawn:
    """A question about what was meant, with what each answer would do."""
    labels = cast(Sequence[str], post.body["options"])
    kind = post.body.get("kind", QuestionKind.CHOICE)
    besides = post.body.get("heard")
    lines = [f"Heard besides: {besides}"] if besides else []
    match kind:
        case QuestionKind.CONFIRM:
            none = _choice(post, "That's not what I meant", "none")
            row = [_choice(post, "Yes", 0, "success"), _choice(post, "No", "no"), none]
            lines.insert(0, f"Yes means: {labels[0]}. Nothing has counted yet.")
        case QuestionKind.PRESSED:
            row = [_choice(post, "Yes", 0, "success"), _choice(post, "No", "no")]
        case QuestionKind.STOP:
            row = [_choice(post, labels[0], 0, "danger"), _choice(post, GOES_ON, "no")]
        case _:
            options = [_choice(post, label, number) for number, label in enumerate(labels[:4])]
            row = [*options, _choice(post, "None of these", "none")]
            lines.insert(0, "Nothing has counted yet.")
    below = "".join(f"\n{small(line)}" for line in lines)
    return Drawn(f"{cut(post.text, _MESSAGE - len(below))}{below}", _row(*row))


def _choice(post: Post, label: str, option: int | str, style: Style = "secondary") -> ui.Button[Any]:
    question = cast(int, post.body["question"])
    chosen = custom_ids.CHOOSE(session=post.session, question=question, option=option)
    return button(cut(label, _LABEL), chosen, style)


def coach_card(post: Post, view: SessionView, *, reply_first: bool) -> Card:
    """What is said beside the story, with what is on the table and the buttons."""
    body: Mapping[str, Any] = post.body
    told = [f"On the table: {_terms(body)}"]
    if body["demand"] is not None:
        told.append(f"you offered {spoken(body['demand'], body['currency'])}")
    told.append(rounds_of(body["round"], body["rounds"]))
    at_table = view.state.place is Place.AT_TABLE and not view.shared
    rows = table_buttons(post.session, reply_first=reply_first, prepare=False) if at_table else []
    return Card(PLAIN, [f"{small('The coach, beside the story')}\n{post.text}", small(" · ".join(told)), *rows])


def result_card(post: Post) -> Card:
    """The end, as far as it is known: who was misheard takes it back, everybody else opens the debrief."""
    minutes = cast(int, post.body["minutes"])
    waits = f"It opens by itself in {minutes} minutes. Until then your last message can be taken back."
    return Card(
        END,
        [
            f"## {post.text.removesuffix('.')}",
            "The debrief tells what they were hiding and what your moves were worth.",
            buttons(
                button("Open the debrief", custom_ids.OPEN_DEBRIEF(session=post.session), "primary"), _take_back(post)
            ),
            small(waits),
        ],
    )


def _row(*row: ui.Button[Any]) -> ui.View:
    """Buttons under a plain message. What they do is found by their ids, so the library need not remember them."""
    view = ui.View(timeout=None)
    for each in row:
        view.add_item(each)
    view.stop()
    return view
