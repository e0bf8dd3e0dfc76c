"""Looking at a plan again: what happened, what was learnt, what now."""
