"""Work on many files: shared among processes, in order, nothing left behind."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from smartcert.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from concurrent.futures import Executor

CHUNK = 16
"""How many items a process takes at once."""

MANY = 64
"""From so many proposals on, the work is shared among processes."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def shared(
    one: Callable[[Item], Result],
    items: Sequence[Item],
    packed: Callable[[Result], Result] | None = None,
) -> Iterator[Result]:
    """Yield what a function makes of each item, in order; of many in as many processes as help.

    `packed` gives a result as it goes from one process to another.

    Raises `UsageError` where one of them is ended from outside.
    """
    if len(items) < MANY:
        # A plain `map` would take a bug's StopIteration for its own end.
        yield from (one(item) for item in items)
        return
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    workers = min(os.cpu_count() or 1, 8)
    try:
        # Where workers are started anew, they take no module from the folder of the drafts.
        os.environ.setdefault("PYTHONSAFEPATH", "1")
        with ProcessPoolExecutor(workers, initializer=_settle, initargs=(one, packed)) as pool:
            yield from _in_turn(pool, items, workers)
    except BrokenProcessPool as problem:
        raise UsageError("usage.process-ended") from problem


def _in_turn(pool: Executor, items: Sequence[Any], workers: int) -> Iterator[Any]:
    """Yield what comes of items in their order; no more of it lies ready than is soon taken."""
    starts = range(0, len(items), CHUNK)
    begun = (pool.submit(_some, items[start : start + CHUNK]) for start in starts)
    waiting = deque(islice(begun, 3 * workers))
    while waiting:
        yield from waiting.popleft().result()
        waiting.extend(islice(begun, 1))


_settled: list[Callable[[Any], Any]] = []
"""The work of this process, where it is one of several; handed over once: the catalog is large."""


def _settle(one: Callable[[Any], Any], packed: Callable[[Any], Any] | None) -> None:
    """Take on the work, and keep the collector from looking at the catalog again and again."""
    import signal
    import threading

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)  # The process that has the terminal says it.
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _settled[:] = [one if packed is None else partial(_packed, one, packed)]
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _end_with_parent() -> None:
    """End when the process that gave the work has: nobody takes what comes of it."""
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(ExitCode.INTERRUPTED)


def _packed(one: Callable[[Any], Any], packed: Callable[[Any], Any], item: Any) -> Any:
    return packed(one(item))


def _some(items: Sequence[Any]) -> list[Any]:
    return [_settled[0](item) for item in items]
