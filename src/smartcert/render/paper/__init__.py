"""The gap report on paper: chapters written once, and the pages that they are written on."""
