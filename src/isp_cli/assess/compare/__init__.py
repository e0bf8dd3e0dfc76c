"""Assessments side by side."""
