"""What can be pressed, chosen and filled in. Each says who may press it; all of it outlives a restart."""
