"""Renderers: an assessment in, text out. They read and compute nothing."""
