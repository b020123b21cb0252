"""The chapters of the gap report as Markdown has them, and the markup that they are written in."""
