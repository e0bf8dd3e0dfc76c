"""What the verbs that keep records do alike: converse, take answers files, list, show."""
