"""What a kind of check is: how it runs, and which parameters it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from smartcert.checks.scope import Outcome, Scope

ParameterType = Literal[
    "selector", "selectors", "whole", "positive", "number", "flag", "bilingual", "terms",
    "values", "where", "ask", "check", "checks", "named-check", "given",
]  # fmt: skip
"""What a parameter may be; `smartcert.catalog.parser` reads each from what a catalog writes.

`selectors` is one selector or a list of them; `where` are fields with the values they may have;
`ask` are fields that have to be filled, each with how many words are asked of it; `given` is what
a named check takes in `with`.
"""

INLINE = ""
"""Name of the parameter that is no key: in `not: {present: ...}` the check stands for itself."""


class CheckKind(NamedTuple):
    """One kind of check, or one named check."""

    run: Callable[[Scope, Any], Outcome]
    needs: Mapping[str, ParameterType] = {}
    """The parameters it can't do without."""
    takes: Mapping[str, ParameterType] = {}
    """The parameters that may be left out."""
    compares: frozenset[str] = frozenset()
    """The sorts of value it can compare or add up, `number` or `date`: its selectors must lead to
    fields of one of these; empty means that any field will do."""

    says_all: bool = True
    """Whether `say` begins every gap; otherwise the kind itself puts it where it belongs."""

    @property
    def parameters(self) -> dict[str, ParameterType]:
        """Every parameter with its type."""
        return {**self.needs, **self.takes}
