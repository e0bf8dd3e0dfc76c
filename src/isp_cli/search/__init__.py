"""Finding words in the guide."""
