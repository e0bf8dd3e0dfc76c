"""How others see one's work: the form they get, what comes back, and how it is shown."""
