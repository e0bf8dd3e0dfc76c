"""The folder of a person's records: one Markdown file each, kept word for word."""
