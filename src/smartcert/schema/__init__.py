"""What files may say, in Pydantic; `export` writes their fields. No `check` loads this.

`editor` makes the JSON Schemas of them that stand beside this module.
"""

from pathlib import Path

SCHEMA_FILES = {
    name: Path(__file__).with_name(f"{name}.schema.json")
    for name in ("proposal", "review", "waivers")
}
"""The JSON Schema of each kind of file, written by `docs/generate.py`."""
