"""Thinking in writing, with the guide's questions."""
