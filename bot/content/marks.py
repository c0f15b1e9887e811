"""What stands in a draft until its author has written something of their own. No file with a mark in it is used."""

from __future__ import annotations

FILL_IN = "FILL IN"  # in a template: nothing has been written yet
REWRITE = "REWRITE"  # in an imported draft: these are still somebody else's words

LEFT_OUT = "left_out"
"""The list at the end of an imported draft that holds what the importer found no place for. No file has it at last."""

_SENTENCES = {
    FILL_IN: "This is still to be filled in. Write your own in place of everything from FILL IN on.",
    REWRITE: "These are still the words of the article. Say it in your own, and take REWRITE away.",
}
_MARKS = tuple(_SENTENCES)


def unfinished(text: str) -> str | None:
    """What is still to be done with a text that begins with a mark, as a sentence; None where there is none."""
    begins = text.lstrip()
    if not begins.startswith(_MARKS):
        return None
    return next(sentence for mark, sentence in _SENTENCES.items() if begins.startswith(mark))
