"""What `isp search` relies on, or a person who uses it."""
