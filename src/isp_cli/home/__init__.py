"""Where one is in the cycle."""
