"""Where a line of Thai may break on a page: browsers guess, and cut words that we know."""

from __future__ import annotations

import re
from functools import lru_cache

from smartcert.patterns import lazy_pattern
from smartcert.thai.words import segment

WHOLE = 48
"""Letters of the longest word: what is longer is no word, and may break anywhere."""

_PART = lazy_pattern(
    r"<(svg|select|script)\b.*?</\1>|<pre class=.copy.*?</pre>|<[^>]*>|[^<]+", re.DOTALL
)
"""Pictures, lists of choices, the copy of a file, elements, and the text between them."""

_RUN = lazy_pattern("[\u0e01-\u0e5b]{4,}(?: ๆ)*")
"""Thai that has room for two words."""


def breakable(page: str, lang: str = "th") -> str:
    """Return an HTML page whose Thai breaks between words only, where marks are set.

    Marks are elements and no characters: what is copied or searched is the text as it was. On a
    page of another language they say that the text is Thai.
    """
    head, body, rest = page.partition("<body>")
    opening = "<span>" if lang == "th" else '<span lang="th">'

    def marked(run: re.Match[str]) -> str:
        return _broken(run[0], opening)

    return (
        head
        + body
        + _PART.sub(
            lambda part: part[0] if part[0].startswith("<") else _RUN.sub(marked, part[0]), rest
        )
    )


@lru_cache(maxsize=8192)
def _broken(run: str, opening: str) -> str:
    pieces = segment(run)
    return run if max(map(len, pieces)) > WHOLE else f"{opening}{'<wbr>'.join(pieces)}</span>"
