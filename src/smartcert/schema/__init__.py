"""What files may say, in Pydantic; `export` writes it as JSON Schemas. No `check` loads this."""
