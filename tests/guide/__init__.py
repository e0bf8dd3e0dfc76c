"""What `isp guide` relies on, or a person who uses it."""
