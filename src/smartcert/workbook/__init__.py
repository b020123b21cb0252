"""A proposal as an Excel workbook: its layout, writing one, and reading one back."""
