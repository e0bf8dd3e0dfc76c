"""Reflective practice for implementation support practitioners."""

__version__ = "0.1.0"
