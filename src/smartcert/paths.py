"""Where smartcert's own data lies: inside the installed package, or at the top of the checkout it runs from."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_dir(name: str) -> Path:
    """Return the folder `criteria` or `templates`, wherever smartcert runs from."""
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / name


def cache_dir() -> Path:
    """Return the folder for what can be made again; it need not exist."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not root:
        try:
            return Path.home() / ".cache" / "smartcert"
        except RuntimeError:  # Nobody's computer, such as a bare container.
            from tempfile import gettempdir

            root = gettempdir()
    return Path(root) / "smartcert"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it appears whole or not at all."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
