"""The commands, and what the bot does by itself: one cog for each."""
