"""Regular expressions that are compiled when they are first asked."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """What becomes a compiled pattern with the first question that is put to it."""

    def __init__(self, pattern: str | bytes, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._asked_with = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._asked_with)
        # From now on these are found without coming here, so no question costs more than before.
        self.__dict__ |= {each: getattr(compiled, each) for each in _ASKED}
        return getattr(compiled, name)


def lazy_pattern(text: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """Return a pattern that nobody has paid for yet.

    A hundred and more can read some value or name some slip; a clean file asks a third of them,
    and to compile the others took a tenth of a check.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(text, flags))
