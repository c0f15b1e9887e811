"""The ids of what is pressed in drills. They stand in messages of long ago: never change one, add another."""

from __future__ import annotations

from bot.discord_front.custom_ids import CustomId

_DRILL = r"\d{1,18}"
_PAIR = r"\d{1,3}"

# the invitation
JOIN = CustomId("drill-join", drill=_DRILL)
LEAVE = CustomId("drill-leave", drill=_DRILL)
NAMED = CustomId("drill-named", drill=_DRILL, on="[01]")

# the console
START = CustomId("drill-start", drill=_DRILL)
PAUSE = CustomId("drill-pause", drill=_DRILL)
RESUME = CustomId("drill-resume", drill=_DRILL)
MORE = CustomId("drill-more", drill=_DRILL, seen=r"\d{1,6}")  # the seconds that the moderator saw when pressing
REMIND = CustomId("drill-remind", drill=_DRILL)
REVEAL = CustomId("drill-reveal", drill=_DRILL)
END = CustomId("drill-end", drill=_DRILL)
END_NOW = CustomId("drill-end-now", drill=_DRILL)
GO_ON = CustomId("drill-go-on")
EXPORT = CustomId("drill-export", drill=_DRILL)
REFRESH = CustomId("drill-refresh", drill=_DRILL)

# the votes of a fishbowl
VOTE = CustomId("drill-vote", drill=_DRILL, number=r"\d{1,4}", candidate="[0-9]")
DECIDE = CustomId("drill-decide", drill=_DRILL, number=r"\d{1,4}", candidate="[0-9]")
PROPOSE = CustomId("drill-propose", drill=_DRILL)
PROPOSE_FORM = CustomId("drill-propose-form", drill=_DRILL)

# the table of two in pairs; `offer` is the number of the offer that was seen
PAIR_ROLE = CustomId("drill-role", drill=_DRILL, pair=_PAIR)
PAIR_OFFER = CustomId("drill-offer", drill=_DRILL, pair=_PAIR)
PAIR_OFFER_FORM = CustomId("drill-offer-form", drill=_DRILL, pair=_PAIR)
PAIR_AGREE = CustomId("drill-agree", drill=_DRILL, pair=_PAIR, offer=r"\d{1,6}")
PAIR_WALK = CustomId("drill-walk", drill=_DRILL, pair=_PAIR)
PAIR_BACK = CustomId("drill-back", drill=_DRILL, pair=_PAIR)
PAIR_LET_GO = CustomId("drill-let-go", drill=_DRILL, pair=_PAIR)

# the settings of a server
SETUP_ROLE = CustomId("setup-role")
SETUP_CONSOLE = CustomId("setup-console")
SETUP_CHANNELS = CustomId("setup-channels")
SETUP_PRIVATE = CustomId("setup-private", on="[01]")
SETUP_NAMES = CustomId("setup-names", names="[a-z]{1,10}")
