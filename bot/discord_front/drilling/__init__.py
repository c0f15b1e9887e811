"""Drills in Discord: what moderators and members see and press, and the threads that are opened for them."""
