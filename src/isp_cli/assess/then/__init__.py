"""Looking back at an earlier assessment: where one would now place oneself at that time."""
