"""Planning what to develop, with whom, and by when."""
