"""Checks that need programs of the system; .ci/run installs those and calls these."""
