"""What things look like: each function makes one card out of plain values, and asks nobody."""
