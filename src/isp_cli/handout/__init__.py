"""Documents to hand over: what one says, as blocks, and how it looks in each format."""
