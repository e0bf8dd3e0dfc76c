"""Handing assessments over, as a document or as data."""
