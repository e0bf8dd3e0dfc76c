"""What `isp browse` relies on, or a person who uses it."""
