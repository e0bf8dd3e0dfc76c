"""Reading the practice guide."""
