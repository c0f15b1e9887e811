"""`python -m tests.transcripts.write` plays every golden session anew. Read what changed before a commit."""

from tests.transcripts.playing import files, played_again

for file in files():
    file.write_text(played_again(file.read_text("utf-8")), "utf-8")
