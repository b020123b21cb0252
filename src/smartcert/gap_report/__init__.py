"""What the gap report shows, worked out once for every format; `view` puts it together."""
