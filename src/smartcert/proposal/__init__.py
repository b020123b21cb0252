"""One proposal as far as it can be read: what may stand where, and what does."""
