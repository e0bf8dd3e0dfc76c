"""Keeping short notes on moments of practice."""
