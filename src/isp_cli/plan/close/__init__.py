"""Closing a plan: what came of it, and what goes on."""
