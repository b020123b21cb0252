"""smartcert's own files: the folders they lie in, their compiled forms, and writing one whole.

Three nouns in one module, since messages and catalogs need all three before anything can be read
or said, and what lies below every other room should be in one place.

A folder of YAML that every run needs has a compiled form: one JSON file that names the digest of
the YAML it was made of. It lies in the packaged folder (written when the wheel is built) or in the
user's cache, and is used only when the digest agrees, so it can't go stale.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path
from typing import Any

from smartcert.files import read_within

COMPILED = "compiled.json"
"""The compiled form, as it lies in a packaged folder."""

CI_TOPS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables by which a CI system names the top of its checkout."""

_PACKAGE = Path(__file__).parent


def data_dir(name: str) -> Path:
    """Return the folder `criteria`, `messages` or `templates`, wherever smartcert runs from."""
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / name


def cache_dir() -> Path | None:
    """Return the user's own folder for what can be made again, which need not exist.

    None where nobody is at home: in a folder of everybody's, anybody could leave a catalog.
    """
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not root:
        try:
            return Path.home() / ".cache" / "smartcert"
        except RuntimeError:  # Nobody's computer, such as a bare container.
            return None
    return Path(root) / "smartcert"


unfinished: set[str] = set()
"""Files that are not at their place yet."""


def discard_unfinished() -> None:
    """Remove what is not at its place and will not get there, also where a signal ends the run."""
    while unfinished:
        with suppress(OSError):
            os.unlink(unfinished.pop())  # noqa: PTH108


def leads_outside(file: Path) -> bool:
    """Whether a file is a link that leads out of the folder it lies in."""
    if not file.is_symlink():
        return False
    folder = Path(os.path.realpath(file.parent))
    return not Path(os.path.realpath(file)).is_relative_to(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it appears whole or not at all."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    unfinished.add(temporary)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    finally:
        unfinished.discard(temporary)
        Path(temporary).unlink(missing_ok=True)


def yaml_files(folder: Path) -> dict[str, Path]:
    """Return the YAML files at and below a folder by their names from there, in order.

    Folders that may not be entered, and links to folders, are passed over.
    """
    return {"/".join(steps): Path(file) for steps, file in sorted(_yaml_files(str(folder), ()))}


def _yaml_files(folder: str, steps: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    # `Path.rglob` takes four times as long, and every start waits for it.
    with suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            here = (*steps, entry.name)
            if not entry.is_dir():
                if fnmatch(entry.name, "*.yaml"):
                    yield here, entry.path
            elif not entry.is_symlink():
                yield from _yaml_files(entry.path, here)


def digest_of(folder: Path) -> str:
    """Return the digest of a folder's YAML files, of their names and of where each ends."""
    total = sha256(b"smartcert 2\n")  # Reports name digests: this line is never changed.
    for name, file in yaml_files(folder).items():
        content = read_within(file)
        total.update(f"{name} {len(content)}\n".encode(errors="surrogateescape"))
        total.update(content)
    return f"sha256:{total.hexdigest()}"


def load_compiled(
    folder: Path,
    kind: str,
    version: int,
    parts: Mapping[str, type],
    build: Callable[[Path, str], dict[str, Any]],
) -> dict[str, Any]:
    """Return what a folder's YAML says, from its compiled form or, when that is stale, by `build`.

    `kind` begins the name of the cached file. `parts` are what a whole compiled form has, beside
    its `format` and `digest`, with their types. `build` takes the folder and its digest. Raises
    `OSError` when the folder can't be read, and what `build` raises.
    """
    digest = digest_of(folder)
    cache = _cache_file(f"{kind}-{version}", digest)
    # A compiled form that came with a folder of somebody else's may say something else than it.
    packaged = folder / COMPILED if folder.is_relative_to(_PACKAGE) else None
    for file in (packaged, cache if cache is not None and _is_own(cache) else None):
        if file is not None and (data := _fresh(file, version, digest, parts)) is not None:
            return data
    data = build(folder, digest)
    if cache is not None and digest_of(folder) == digest:  # No file was changed meanwhile.
        with suppress(OSError):  # A cache that can't be written only costs time.
            cache.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_own(cache.parent):
                write_whole(cache, json.dumps(data, ensure_ascii=False).encode())
    return data


def _is_own(place: Path) -> bool:
    """Whether nobody else may write a file or a folder, nor the folder that it lies in."""
    if os.name == "nt":
        return True  # It lies in the user's profile, which others may not enter.
    try:
        found = [place.lstat(), place.parent.stat()]
    except OSError:
        return False
    return all(one.st_uid == os.getuid() and not one.st_mode & 0o022 for one in found)


def _fresh(
    file: Path, version: int, digest: str, parts: Mapping[str, type]
) -> dict[str, Any] | None:
    """Return the compiled form that a file holds, if it is whole and of these files."""
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("format") != version or data.get("digest") != digest:
        return None
    return data if all(isinstance(data.get(name), kind) for name, kind in parts.items()) else None


def _cache_file(kind: str, digest: str) -> Path | None:
    folder = cache_dir()
    return folder and folder / f"{kind}-{digest.removeprefix('sha256:')[:32]}.json"
