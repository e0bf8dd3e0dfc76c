"""The practice guide as data: its model, how it is read, found in and searched."""
