"""The quiz of a tactic: what the check refuses. And the tactics that are shipped, as a whole."""

import re
from pathlib import Path

import pytest

from bot.content.library import load_library
from bot.negotiation.tactic import Choice, QuizItem, QuizKind

SHIPPED = Path(__file__).parents[2] / "knowledge"
TACTIC = "tactics/go-home.yaml"

QUIZ = """\
quiz:
  - id: the-bus
    kind: recognise
    question: The last bus is at ten, and he looks at his watch.
    choices:
      - text: Go home
        right: true
        why: He is about to.
      - text: Stay put
        why: He would miss the bus.
  - id: the-bench
    kind: true_false
    question: Whoever sits has time.
    choices:
      - text: "True"
        why: He may have a bus to catch.
      - text: "False"
        right: true
        why: Sitting proves nothing.
"""


@pytest.fixture
def quizzed(knowledge):
    knowledge.change(TACTIC, ("source: Made up", f"{QUIZ}source: Made up"))
    return knowledge


def test_a_quiz_is_read_whole(quizzed):
    tactic = load_library(quizzed.path).tactics["go-home"]

    assert tactic.quiz[0] == QuizItem(
        "the-bus",
        QuizKind.RECOGNISE,
        "The last bus is at ten, and he looks at his watch.",
        (Choice("Go home", True, "He is about to."), Choice("Stay put", False, "He would miss the bus.")),
    )
    assert [item.kind for item in tactic.quiz] == [QuizKind.RECOGNISE, QuizKind.TRUE_FALSE]


def test_a_tactic_may_do_without_a_quiz(knowledge):
    assert load_library(knowledge.path).tactics["go-home"].quiz == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param(
            "        right: true\n        why: He is about to.",
            "        why: He is about to.",
            "35: quiz[0].choices: None of these is right. Write `right: true` in the one that is.",
            id="nothing is right",
        ),
        pytest.param(
            "        why: He would miss the bus.",
            "        right: true\n        why: He would miss the bus.",
            "40: quiz[0].choices[1].right: The choice at line 36 is right too. Only one may be: take one of them out.",
            id="two are right",
        ),
        pytest.param(
            "right: true\n        why: He is about to.",
            'right: "true"\n        why: He is about to.',
            "37: quiz[0].choices[0].right: Write true or false here, without quotes.",
            id="right in quotes",
        ),
        pytest.param(
            "        why: He is about to.\n",
            "",
            "36: quiz[0].choices[0].why: This field is missing. Add it: why it is right, or what is wrong with it.",
            id="no reason",
        ),
        pytest.param(
            "      - text: Stay put\n        why: He would miss the bus.\n",
            "",
            "35: quiz[0].choices: The list needs at least 2 items. Add what is missing.",
            id="one choice",
        ),
        pytest.param(
            "      - text: Stay put\n",
            "".join(f"      - text: Stay {where}\n        why: No.\n" for where in ("here", "there", "away"))
            + "      - text: Stay put\n",
            "35: quiz[0].choices: The list may have 4 items, not 5. Take some out.",
            id="five choices",
        ),
        pytest.param(
            "text: Stay put",
            "text: go  HOME",
            "39: quiz[0].choices[1].text: This line already stands at line 36. Say it in another way, or take it out.",
            id="the same choice twice",
        ),
        pytest.param(
            "question: Whoever sits has time.",
            "question: The last bus is at ten, and he looks at his watch.",
            "43: quiz[1].question: This line already stands at line 34. Say it in another way, or take it out.",
            id="the same question twice",
        ),
        pytest.param(
            "id: the-bench",
            "id: the-bus",
            "41: quiz[1].id: The question at line 32 has this id too. Give each its own.",
            id="an id twice",
        ),
        pytest.param(
            "text: Stay put",
            f"text: {'put ' * 60}",
            "39: quiz[0].choices[1].text: This has 239 characters, 200 fit. Make it shorter.",
            id="a long choice",
        ),
        pytest.param(
            "why: He would miss the bus.",
            f"why: {'bus ' * 80}",
            "40: quiz[0].choices[1].why: This has 319 characters, 300 fit. Make it shorter.",
            id="a long reason",
        ),
        pytest.param(
            "question: Whoever sits has time.",
            f"question: {'time ' * 125}",
            "43: quiz[1].question: This has 624 characters, 600 fit. Make it shorter.",
            id="a long question",
        ),
        pytest.param(
            'text: "True"',
            "text: Yes, indeed",
            '44: quiz[1].choices: A true_false question has two choices, "True" and then "False", in quotes. '
            "Write those.",
            id="neither true nor false",
        ),
        pytest.param(
            'text: "True"',
            "text: true",
            "45: quiz[1].choices[0].text: This must be text. Put it in quotes.",
            id="true without quotes",
        ),
        pytest.param(
            "kind: recognise",
            "kind: recognize",
            "33: quiz[0].kind: `recognize` isn't known here. Did you mean `recognise`?",
            id="an unknown kind",
        ),
    ],
)
def test_what_a_quiz_is_refused_for(quizzed, old, new, problem):
    quizzed.change(TACTIC, (old, new))

    assert quizzed.problems() == [f"knowledge/{TACTIC}:{problem}"]


# --- what is shipped --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped():
    return load_library(SHIPPED).tactics


YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def test_every_tactic_is_complete(shipped):
    parts = ("pitfalls", "questions", "related", "evidence", "aliases")

    assert len(shipped) >= 16
    assert {(name, part) for name, tactic in shipped.items() for part in parts if not getattr(tactic, part)} == set()


def test_every_tactic_has_five_to_eight_questions_of_each_kind(shipped):
    assert {name: len(tactic.quiz) for name, tactic in shipped.items() if not 5 <= len(tactic.quiz) <= 8} == {}
    assert {name for name, tactic in shipped.items() if {item.kind for item in tactic.quiz} != set(QuizKind)} == set()


def test_what_is_to_be_recognised_is_chosen_among_tactics_by_their_names(shipped):
    titles = {tactic.title for tactic in shipped.values()}

    for tactic in shipped.values():
        for item in tactic.quiz:
            if item.kind is QuizKind.RECOGNISE:
                assert {choice.text for choice in item.choices} <= titles
                assert [choice.text for choice in item.choices if choice.right] == [tactic.title]


def test_what_is_true_or_false_is_backed_by_the_evidence_of_its_tactic(shipped):
    for tactic in shipped.values():
        known = {year for found in tactic.evidence for year in YEAR.findall(found.source)}
        for item in tactic.quiz:
            if item.kind is QuizKind.TRUE_FALSE:
                cited = {year for choice in item.choices for year in YEAR.findall(choice.why)}
                assert cited, item.id
                assert cited <= known, item.id


def test_the_right_choice_is_given_away_neither_by_its_place_nor_by_its_length(shipped):
    items = [item for tactic in shipped.values() for item in tactic.quiz if item.kind is not QuizKind.TRUE_FALSE]
    places = [[choice.right for choice in item.choices].index(True) for item in items]
    answers = [
        next(choice.right for choice in item.choices if choice.text == text)
        for tactic in shipped.values()
        for item in tactic.quiz
        if item.kind is QuizKind.TRUE_FALSE
        for text in ["True"]
    ]

    replies = [item.choices for item in items if item.kind is QuizKind.REPLY]
    longest = [max(choices, key=lambda choice: len(choice.text)).right for choices in replies]

    assert sum(longest) <= len(replies) * 0.4
    assert max(places.count(place) for place in range(4)) <= len(items) * 0.4
    assert 0.3 <= sum(answers) / len(answers) <= 0.7


def test_every_source_names_its_year(shipped):
    sources = [found.source for tactic in shipped.values() for found in tactic.evidence]

    assert [source for source in sources if not all(YEAR.search(part) for part in source.split(";"))] == []


def test_related_tactics_are_never_named_twice(shipped):
    for tactic in shipped.values():
        names = [related.tactic for related in tactic.related]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("part", ["in_short", "principle", "how_to_use", "when_used_on_you", "story"])
def test_paragraphs_are_short_enough_for_a_phone(shipped, part):
    texts = []
    for tactic in shipped.values():
        value = getattr(tactic, part)
        texts += [value.text] if part == "story" else [value] if isinstance(value, str) else value
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]

    assert [p for p in paragraphs if len(re.findall(r"[.!?](?=\s+[A-Z$\d])", p.replace('"', ""))) > 2] == []
    assert max(map(len, paragraphs)) <= 420
