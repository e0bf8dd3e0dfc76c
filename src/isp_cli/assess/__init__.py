"""Assessing oneself, competency by competency."""
