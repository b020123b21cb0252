"""The catalog: what is asked, as immutable values (`model`), how it is read (`load`, `compile`) and judged (`lint`)."""
