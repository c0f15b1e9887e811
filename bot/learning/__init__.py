"""What lasts of practice: what is remembered, how strong a member is, which habits cost most, and what to do next."""
