"""What a user can do, once, for every front."""
