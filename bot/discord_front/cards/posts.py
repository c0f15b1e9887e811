"""How each post of a session looks. The counterpart speaks in plain messages, because a bot that may not read
everything still hears the replies to those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import discord
from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.brief import brief_card, rounds_of
from bot.discord_front.cards.paper import Card, button, cut, small
from bot.negotiation.money import spoken
from bot.negotiation.moves import Place
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import Act
from bot.services.views import Post, PostKind, SessionView

_MESSAGE = 2000  # characters that Discord takes in a plain message
_LABEL = 80  # characters on a button

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
            drawn = _reply(post, view.scenario)
            return Drawn(drawn.content) if view.shared else drawn
        case PostKind.ASK_BACK:
            return _ask_back(post)
        case PostKind.NOTICE | PostKind.DEBRIEF:
            return Drawn(cut(post.text, _MESSAGE))


def _reply(post: Post, scenario: Scenario) -> Drawn:
    below = small(_score(post.body, scenario))
    text = f"{cut(post.text, _MESSAGE - len(below) - 1)}\n{below}"
    match post.body["place"]:
        case Place.LEARNER_AWAY:
            back = button("Go back in", custom_ids.BACK(session=post.session))
            if post.body["act"] not in _CALLED_BACK:
                return Drawn(text, _row(back))
            return Drawn(text, _row(button("Accept", custom_ids.ACCEPT(session=post.session), "success"), back))
        case Place.COUNTERPART_AWAY:
            accept = button("Accept", custom_ids.ACCEPT(session=post.session), "success")
            call = button("Call after them", custom_ids.CALL_AFTER(session=post.session))
            return Drawn(text, _row(accept, call, button("Let them go", custom_ids.LET_GO(session=post.session))))
        case _:
            return Drawn(text)


def _score(body: Mapping[str, Any], scenario: Scenario) -> str:
    """The line under a reply that keeps score."""
    terms = spoken(body["ask"], scenario.currency)
    if body["extras"]:
        terms += f" with {' and '.join(body['extras'])}"
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
    labels = cast(Sequence[str], post.body["options"])
    question = cast(int, post.body["question"])

    def choice(label: str, option: int | str) -> ui.Button[Any]:
        return button(cut(label, _LABEL), custom_ids.CHOOSE(session=post.session, question=question, option=option))

    options = [choice(label, number) for number, label in enumerate(labels[:4])]
    neither = "No, I'll say it again" if len(labels) == 1 else "Neither, I'll say it again"
    return Drawn(cut(post.text, _MESSAGE), _row(*options, choice(neither, "none")))


def _row(*row: ui.Button[Any]) -> ui.View:
    """Buttons under a plain message. What they do is found by their ids, so the library need not remember them."""
    view = ui.View(timeout=None)
    for each in row:
        view.add_item(each)
    view.stop()
    return view
