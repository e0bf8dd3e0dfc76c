"""What becomes of the steps of a plan: done, moved, dropped, added."""
