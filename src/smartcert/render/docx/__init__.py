"""The chapters of the gap report as Word has them, and the document that they are written into."""
