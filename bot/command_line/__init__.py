"""The commands of `python -m bot`, by whom they are for. What a command needs is imported when it is called."""
