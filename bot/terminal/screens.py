"""What a practice looks like in the terminal: for reading, or as one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from rich.box import ASCII, ROUNDED
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.panel import Panel

from bot.negotiation.money import minor_per_major, spoken
from bot.negotiation.naming import beside
from bot.negotiation.reading import Reading
from bot.negotiation.scenario import Scenario
from bot.services.review_views import SessionReview
from bot.services.views import Post, PostKind
from bot.terminal.review_command import costs


class Screen(Protocol):
    """Shows a session as it goes."""

    def learner(self, text: str, reading: Reading) -> None:
        """What the learner said, and how it was read."""
        ...

    def post(self, post: Post) -> None:
        """Something that the bot says."""
        ...

    def debrief(self, post: Post, told: SessionReview | None) -> None:
        """How it went; `told` is the review, None where nothing was decided."""
        ...

    def remark(self, sentence: str) -> None:
        """A word about what was typed: a hint, help, or what is wrong with it."""
        ...


class Page:
    """For reading. `plain` leaves out colours and drawn lines; `why` shows how each message was read, with all there is
    to know, and `heard` in a line."""

    def __init__(self, console: Console, *, plain: bool, why: bool, heard: bool = True) -> None:
        self._console = console
        self._box = ASCII if plain else ROUNDED
        self._why = why
        self._heard = heard

    def learner(self, text: str, reading: Reading) -> None:
        if not self._why:
            return
        for heard in reading.heard:
            self._dim(f'  heard "{heard.words}" as {heard.move!r}, {heard.sure:.0%} sure')

    def post(self, post: Post) -> None:
        body: Mapping[str, Any] = post.body
        match post.kind:
            case PostKind.BRIEF:
                self._card(body["title"], "\n\n".join(_brief(body)))
            case PostKind.REPLY:
                self._console.print()
                self._console.print(Padding(escape(post.text), (0, 2)))
                self._dim(f"  {_score(body)}")
                if self._heard and body.get("heard"):
                    self._dim(f"  heard: {body['heard']} (/undo)")
            case PostKind.ASK_BACK:
                self._console.print()
                self._console.print(Padding(escape(post.text), (0, 2)))
                self._dim("\n".join(f"  {line}" for line in _question(body)))
            case PostKind.NOTICE:
                self.remark(post.text)
            case PostKind.COACH:
                self.remark(post.text)
                self._dim(f"  {_terms(body)}")
            case PostKind.RESULT:
                self.remark(post.text)
                self._dim("  Enter shows how it went. If you were misheard, /undo takes your last message back first.")
            case PostKind.DEBRIEF:
                self.debrief(post, None)

    def debrief(self, post: Post, told: SessionReview | None) -> None:
        self._card("How it went", "\n\n".join(_debrief(post.text, post.body, told)))
        if told is not None:
            self.remark(f"Move by move, with what each was worth: python -m bot review {told.session}")

    def remark(self, sentence: str) -> None:
        self._console.print(Padding(escape(sentence), (1, 0, 0, 0)))

    def _card(self, title: str, text: str) -> None:
        self._console.print()
        self._console.print(Panel(escape(text), title=escape(title), title_align="left", box=self._box, padding=(1, 2)))

    def _dim(self, line: str) -> None:
        self._console.print(f"[dim]{escape(line)}[/dim]")


def _brief(body: Mapping[str, Any]) -> list[str]:
    def money(amount: int) -> str:
        return spoken(amount, body["currency"])

    lines = [
        body["you"],
        body["situation"],
        f"On the table: {body['on_the_table']}",
        f"Your alternative: {body['alternative']}",
        f"Your walk-away point is {money(body['walk_away_point'])}. A good result would be {money(body['target'])}.",
    ]
    if body["extras"]:
        asked = [f"{e['name']} (worth {money(e['worth'])} to you)" for e in body["extras"] if not e.get("given")]
        given = [f"{e['name']} (costs you {money(-e['worth'])})" for e in body["extras"] if e.get("given")]
        lines += [f"You could ask for: {', '.join(asked)}."] if asked else []
        lines += [f"You could offer to: {'; '.join(given)}."] if given else []
    lines.append(f"You talk to: {body['counterpart']}. Expect about {body['rounds']} rounds.")
    return lines


def _question(body: Mapping[str, Any]) -> list[str]:
    """How a question may be answered, and what it leaves as it is."""
    besides = [f"Heard besides: {body['heard']}."] if body.get("heard") else []
    if body.get("kind", "choice") == "choice":
        options = [f"{number}  {label}" for number, label in enumerate(body["options"], start=1)]
        return [*options, "Type its number, or “none of these”.", *besides]
    return [f"Yes means: {body['options'][0]}. Type yes, or no. Nothing has counted yet.", *besides]


def _terms(body: Mapping[str, Any]) -> str:
    """Where things stand, beside the story."""
    extras = beside(body["extras"], body.get("gives", ()), body.get("without"))
    mine = "" if body["demand"] is None else f" · you offered {spoken(body['demand'], body['currency'])}"
    ask = spoken(body["ask"], body["currency"])
    return f"on the table: {ask}{extras}{mine} · round {body['round']} of about {body['rounds']}"


def _score(body: Mapping[str, Any]) -> str:
    ask = spoken(body["ask"], body["currency"])
    extras = beside(body["extras"], body.get("gives", ()), body.get("without"))
    match body["place"]:
        case "learner_away":
            where = f"you have left · {ask}{extras} was on the table"
        case "counterpart_away":
            where = f"they are leaving · {ask}{extras} was on the table"
        case "over":
            return "the end"
        case _:
            where = f"on the table: {ask}{extras}"
    return f"{where} · round {body['round']} of about {body['rounds']}"


def _debrief(headline: str, body: Mapping[str, Any], told: SessionReview | None) -> list[str]:
    world = body["world"]
    lines = [headline]
    if body["hints"]:
        lines.append(body["hints"])
    if told is not None:
        lines.extend(_moments(told))
    lines.append(f"What they were hiding: {world['name']}\n{world['truth']} {world['alternative']}")
    return lines


def _moments(told: SessionReview) -> Iterator[str]:
    """What decided it, the one message to send again, and the one to change."""
    if told.decided is not None:
        yield f"What decided it: {told.decided}"
    if told.repeat is not None:
        yield "\n".join(["Do again", f"  {_quoted(told.repeat.text, told.repeat.spoken)}", told.repeat.did])
    change = told.to_change
    if change is not None:
        yield "\n".join(["Change", f"  {_quoted(change.text, change.spoken)}", *costs(change)])
    elif told.moves:
        yield "Nothing to change: none of your moves cost you anything to speak of."
    if told.plan:
        yield "\n".join(["Your plan", *(f"- {point}" for point in told.plan)])


def _quoted(text: str, spoken_words: bool) -> str:
    text = " ".join(text.split())
    return f"“{text}”" if spoken_words else text


class Lines:
    """One JSON object a line; amounts are in major units of the scenario's currency."""

    def __init__(self, scenario: Scenario, write: Callable[[str], None]) -> None:
        self._scenario = scenario
        self._write = write

    def learner(self, text: str, reading: Reading) -> None:
        self._line("learner", text=text, acts=sorted(reading.acts), amount=self._major(reading.amount))

    def post(self, post: Post) -> None:
        body: Mapping[str, Any] = post.body
        match post.kind:
            case PostKind.BRIEF:
                self._line(
                    "brief",
                    scenario=self._scenario.id,
                    side=body["side"],
                    opening_ask=self._major(body["opening_ask"]),
                    walk_away_point=self._major(body["walk_away_point"]),
                    alternative=body["alternative"],
                    rounds=body["rounds"],
                )
            case PostKind.REPLY:
                self._line(
                    "counterpart",
                    text=post.text,
                    ask=self._major(body["ask"]),
                    round=body["round"],
                    state=body["place"],
                    heard=body.get("heard"),
                )
            case PostKind.ASK_BACK:
                self._line(
                    "ask_back",
                    text=post.text,
                    kind=body.get("kind", "choice"),
                    options=body["options"],
                    heard=body.get("heard"),
                )
            case PostKind.COACH:
                self._line("coach", text=post.text)
            case PostKind.RESULT:
                pass  # the state says that it is over, and the end follows
            case PostKind.NOTICE:
                self.remark(post.text)
            case PostKind.DEBRIEF:
                self.debrief(post, None)

    def debrief(self, post: Post, told: SessionReview | None) -> None:
        body: Mapping[str, Any] = post.body
        share = body["surplus_share"]
        self._line(
            "end",
            outcome=body["outcome"],
            price=self._major(body["price"]),
            surplus_share=None if share is None else round(share, 4),
        )

    def remark(self, sentence: str) -> None:
        self._line("notice", text=sentence)

    def _line(self, event: str, **values: Any) -> None:
        self._write(json.dumps({"event": event, **values}))

    def _major(self, amount: int | None) -> float | None:
        if amount is None:
            return None
        per_major = minor_per_major(self._scenario.currency)
        return amount // per_major if amount % per_major == 0 else amount / per_major
