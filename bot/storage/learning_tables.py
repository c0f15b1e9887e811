"""The tables of what a member has learned. Like tables.py, they are held to the migrations by a test.

What grows with the number of sessions is only ever read by its newest rows; what is shown of all of them (`days`,
`habits`, `skills`, `weekly_bests`) is kept added up, in the transaction that takes a session's lesson in.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, true
from sqlalchemy import UniqueConstraint as Unique

from bot.storage.tables import ID, Moment, Plain, metadata

members = Table(
    "members",  # what a member has decided; without a row everything is as in members.Member
    metadata,
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("zone", String(64), nullable=False),  # IANA name
    Column("shown", Boolean, nullable=False),  # whether others may see the progress
    Column("rated", Boolean, nullable=False),
    Column("heard", Boolean, server_default=true(), nullable=False),  # whether it is shown how messages were heard
)

owed_lessons = Table(
    "owed_lessons",  # sessions that have ended and haven't been reviewed for what they teach
    metadata,
    Column("session", ID, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("learner", BigInteger, nullable=False),
    Index(None, "learner", "session"),
)

lessons = Table(
    "lessons",  # what a session was worth; written once
    metadata,
    Column("session", ID, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("learner", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),  # when the session ended
    Column("accuracy", Float),  # 0..100; this and the score are null where there was nothing to review
    Column("score", Float),  # 0..1
    Column("rated", Boolean, nullable=False),
)

mistakes = Table(
    "mistakes",  # those that make a question for the quiz
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("session", ID, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("learner", BigInteger, nullable=False),
    Column("step", Integer, nullable=False),  # its number in the record
    Column("reason", String(40), nullable=False),
    Column("loss", Float, nullable=False),  # surplus share
    Column("question", Plain, nullable=False),  # it as a position to solve
    Unique("session", "step"),
    Index(None, "learner", "id"),
    sqlite_autoincrement=True,
)

habits = Table(
    "habits",
    metadata,
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("reason", String(40), primary_key=True),
    Column("times", Integer, nullable=False),
    Column("loss", Float, nullable=False),  # surplus share, of all times together
    Column("session", BigInteger, nullable=False),  # the latest in which it cost something; it may be gone
)

days = Table(
    "days",  # each day on which a member did something, by the zone that the member was in
    metadata,
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("first", Moment, nullable=False),
    Column("last", Moment, nullable=False),
    Column("sessions", Integer, nullable=False),
    Column("answers", Integer, nullable=False),  # in quizzes and daily positions
    Column("accuracies", Integer, nullable=False),  # how many the sum is made of
    Column("accuracy", Float, nullable=False),  # sum
    Column("shares", Integer, nullable=False),
    Column("share", Float, nullable=False),  # sum of surplus shares
    Column("rating", Float),  # mean at the end of the day
)

skills = Table(
    "skills",  # how each scenario has been played
    metadata,
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("scenario", String(100), primary_key=True),
    Column("sessions", Integer, nullable=False),
    Column("deals", Integer, nullable=False),
    Column("no_deals", Integer, nullable=False),
    Column("best_share", Float),
    Column("reviewed", Integer, nullable=False),  # sessions that the score is made of
    Column("score", Float, nullable=False),
    Column("last_at", Moment, nullable=False),
)

learner_ratings = Table(
    "learner_ratings",
    metadata,
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("mean", Float, nullable=False),
    Column("spread", Float, nullable=False),
    Column("sessions", Integer, nullable=False),
)

scenario_ratings = Table(
    "scenario_ratings",
    metadata,
    Column("scenario", String(100), primary_key=True),
    Column("mean", Float, nullable=False),
    Column("spread", Float, nullable=False),
    Column("sessions", Integer, nullable=False),
)

scenario_results = Table(
    "scenario_results",  # how hard each member found each scenario, by the first rated results of each
    metadata,
    Column("scenario", String(100), primary_key=True),
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("results", Integer, nullable=False),  # how many it is the mean of
    Column("hardness", Float, nullable=False),  # on the scale of ratings, as rating.hardness gives it
    Index(None, "learner"),
)

board_members = Table(
    "board_members",  # who has agreed to stand on a server's leaderboard
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
)

weekly_bests = Table(
    "weekly_bests",  # the best score of a member in each scenario in a week, from Monday (UTC) on
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Date, primary_key=True),
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("scenario", String(100), primary_key=True),
    Column("score", Float, nullable=False),
)

memories = Table(
    "memories",  # how well a member remembers a question, by FSRS
    metadata,
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("question", String(160), primary_key=True),
    Column("tactic", String(100)),
    Column("due", Moment, nullable=False),
    Column("last", Moment, nullable=False),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Index(None, "learner", "due"),
)

quizzes = Table(
    "quizzes",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("learner", BigInteger, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("questions", Plain, nullable=False),  # as they were when it began
    Index(None, "learner", "id"),
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",  # only ever appended to
    metadata,
    Column("quiz", ID, ForeignKey("quizzes.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True),  # 0, 1, 2 ... within the quiz
    Column("choice", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

daily_positions = Table(
    "daily_positions",  # kept, so that a change of the knowledge changes nothing on a running day
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("question", Plain, nullable=False),
)

daily_answers = Table(
    "daily_answers",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("learner", BigInteger, primary_key=True, autoincrement=False),
    Column("choice", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)
