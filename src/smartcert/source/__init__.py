"""Reading YAML from strangers: guarded, with the place of every key and value, and nothing guessed.

    bytes -> decode (encoding) -> events of libyaml -> build (reader) -> Source

A file with a fault still gives what could be read of it; faults are values beside the data.
"""

from smartcert.source.limits import Limits, refuse_cut, take
from smartcert.source.nodes import Map, Seq
from smartcert.source.source import Source
from smartcert.source.span import Span
from smartcert.source.syntax_fault import SyntaxFault
from smartcert.source.yaml_reader import mend, read_source

__all__ = [
    "Limits",
    "Map",
    "Seq",
    "Source",
    "Span",
    "SyntaxFault",
    "mend",
    "read_source",
    "refuse_cut",
    "take",
]
