"""What is pressed, chosen or filled in: found by its id alone, before or after a restart, and never left unanswered.

    @on_press(custom_ids.HINT)
    async def hint(interaction, session): ...

makes the class that the library calls for such an id; the fields of the id come as keyword arguments, as text. The
library tells nobody of errors in components and forms, so they are shown here.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.discord_front.cards.paper import button
from bot.discord_front.custom_ids import CustomId
from bot.discord_front.errors import say_privately, show_error
from bot.services.errors import BadAmount

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

Handler: TypeAlias = Callable[..., Awaitable[None]]


class Pressable(ui.DynamicItem[ui.Item[Any]], template=r"(?!)"):
    """A component that is known by its id; `on_press` makes one for each kind of id."""

    handler: Handler

    def __init__(self, item: ui.Item[Any], fields: Mapping[str, str]) -> None:
        super().__init__(item)
        self._given = fields

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Pressable:
        return cls(item, match.groupdict())

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            interaction.client.pace.acting.check(interaction.user.id)
            await type(self).handler(interaction, **self._given)
        except Exception as error:
            await show_error(interaction, error)


def on_press(custom_id: CustomId) -> Callable[[Handler], type[Pressable]]:
    """The handler is called with the interaction and the fields of `custom_id`."""

    def make(handler: Handler) -> type[Pressable]:
        class Pressed(Pressable, template=custom_id.template):
            pass

        Pressed.handler = staticmethod(handler)
        return Pressed

    return make


class Form(ui.Modal):
    """A form that outlives a restart: the library is not asked to remember it, `Forms` finds it by its id."""

    def __init__(self, title: str, custom_id: str, *fields: ui.Item[Any]) -> None:
        super().__init__(title=title, custom_id=custom_id, timeout=None)
        for field in fields:
            self.add_item(field)
        self.stop()


class Forms:
    """Which handler a submitted form belongs to, and the button that opens it. What can't be read is told, with that
    button: the form then comes back as it was filled in."""

    def __init__(self, handlers: Sequence[tuple[CustomId, Handler, CustomId | None]]) -> None:
        self._handlers = tuple(handlers)

    async def submitted(self, interaction: discord.Interaction[Walkaway]) -> None:
        """Calls the handler with the interaction, the fields of the id, and what was filled in, by the inputs' ids."""
        data: Mapping[str, Any] = dict(interaction.data or {})
        for custom_id, handler, opener in self._handlers:
            match = custom_id.template.fullmatch(data["custom_id"])
            if match is not None:
                filled_in, form = dict(_filled_in(data["components"])), (data["custom_id"], interaction.user.id)
                interaction.client.unfinished.pop(form, None)
                try:
                    interaction.client.pace.acting.check(interaction.user.id)
                    await handler(interaction, **match.groupdict(), **filled_in)
                except BadAmount as problem:
                    interaction.client.unfinished[form] = filled_in
                    again = None if opener is None else button("Mend it…", opener(**match.groupdict()), "primary")
                    await say_privately(interaction, str(problem), again)
                except Exception as error:
                    await show_error(interaction, error)


def _filled_in(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str | list[str]]]:
    for component in components:
        inner = component.get("component", component)
        for key in ("value", "values"):
            if key in inner:
                yield inner["custom_id"], inner[key]
