"""The pure core: money, scenarios, moves, the counterpart, the table, reading, wording and review.

Nothing in this package awaits, logs, reads a clock, touches a disk or draws a random number.
"""
