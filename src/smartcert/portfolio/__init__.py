"""A portfolio: many proposals of many cities, each city counted once."""
