"""Makes the page: smartcert, a Python and all that they need in one HTML file.

usage: build.py [FOLDER]

It is the same to the byte whoever makes it. Beside `smartcert.html`, which is opened by a double
click, the folder `page` has the same page in parts, for a site to serve.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DIST = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "dist"
WORK = ROOT / "build" / "page"

LIMIT = 14_000_000
"""Bytes that the page may have."""

SOURCES = {"pyyaml": "lib/", "markupsafe": "src/"}
"""Where the Python files of a package lie that is taken as source."""

LEFT_OUT = re.compile(
    r".*\.(dist|egg)-info/|.*\.(pyi|c|typed|docx)$|smartcert/(cli|lint)/"
    r"|smartcert/schema/(review|waivers)\.schema|budoux/(?!__init__|parser|utils|models/th)"
)
"""What no page has a use for: metadata, the command line, Word, languages that are not asked."""

UNUSED = re.compile(
    r"(pydoc_data|unittest|idlelib|tkinter|turtle|lib2to3|ensurepip|venv|wsgiref|sqlite3|curses"
    r"|distutils|test|xmlrpc|pyrepl|_pyrepl|dbm|turtledemo)(/|\.py)"
)
"""What of Python's own library is never loaded here."""

MADE_IN = (1980, 1, 1, 0, 0, 0)
"""The one time that all parts of an archive have."""


def main() -> None:
    """Write the page and its parts, and say how large it is."""
    needed("node")
    WORK.mkdir(parents=True, exist_ok=True)
    pyodide = fetch_pyodide()
    packages = fetch_packages()
    site, stdlib = WORK / "site", WORK / "stdlib"
    for folder in (site, stdlib):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    unpack(build_wheel(), site)
    for file in packages:
        unpack(file, site)
    shutil.copy(HERE / "desk.py", site)
    with zipfile.ZipFile(pyodide / "python_stdlib.zip") as archive:
        wanted = [name for name in archive.namelist() if not UNUSED.match(name)]
        archive.extractall(stdlib, wanted)
    for folder in (site, stdlib):
        run(["node", HERE / "compile.mjs", pyodide, folder])
    parts = {
        "pyodide.asm.wasm": packed((pyodide / "pyodide.asm.wasm").read_bytes()),
        "python_stdlib.zip": packed(zipped(stdlib)),
        "site.zip": packed(zipped(site)),
        "worker.js": packed(worker(pyodide).encode()),
    }
    write(parts, lock(pyodide))


def fetch_pyodide() -> Path:
    """Return the folder of Pyodide, fetched once by its version and known by its digest."""
    wanted = tomllib.loads((HERE / "versions.toml").read_text(encoding="utf-8"))["pyodide"]
    archive = WORK / f"pyodide-{wanted['version']}.tgz"
    if not archive.is_file():
        needed("npm")
        run(["npm", "pack", "--silent", f"pyodide@{wanted['version']}", "--pack-destination", WORK])
    if sha256(archive.read_bytes()).hexdigest() != wanted["sha256"]:
        archive.unlink()
        sys.exit(f"{archive.name} is not the file that page/versions.toml names")
    with tarfile.open(archive) as opened:
        opened.extractall(WORK, filter="data")
    return WORK / "package"


def fetch_packages() -> list[Path]:
    """Return the packages of requirements.txt, whose digests pip compares."""
    listed = HERE / "requirements.txt"
    folder = WORK / f"packages-{sha256(listed.read_bytes()).hexdigest()[:12]}"
    if not folder.is_dir():
        half = folder.with_suffix(".half")
        pip: list[str | Path] = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
        ]
        sources = ",".join(SOURCES)
        run([*pip, "--no-deps", "--no-binary", sources, "-r", listed, "--dest", half])
        half.rename(folder)
    return sorted(folder.iterdir())


def build_wheel() -> Path:
    """Return the wheel of this checkout, with its criteria, messages and templates compiled."""
    folder = WORK / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
    ]
    run(build, quiet=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def unpack(file: Path, target: Path) -> None:
    """Put the Python files of a wheel or of a source archive into a folder."""
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as archive:
            found = {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}
    else:
        below = SOURCES[file.name.split("-")[0].lower()]
        found = {}
        with tarfile.open(file) as opened:
            for member in opened.getmembers():
                name = member.name.partition("/")[2]
                stream = opened.extractfile(member) if name.startswith(below) else None
                if stream is not None and name.endswith(".py"):
                    found[name.removeprefix(below)] = stream.read()
    for name, content in found.items():
        if not LEFT_OUT.match(name):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(content)


def zipped(folder: Path) -> bytes:
    """Return a folder as an archive without compression, in order and without times."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), MADE_IN)
            archive.writestr(entry, file.read_bytes())
    return made.getvalue()


def packed(content: bytes) -> bytes:
    """Return bytes as every browser can unpack them."""
    return gzip.compress(content, 9, mtime=0)


def worker(pyodide: Path) -> str:
    """Return the worker's script, in which Pyodide's two modules are functions.

    From a file that was opened by a double click, a browser starts no worker that is a module; what
    Pyodide has against the other kind is that it can load scripts, and here it can't.
    """
    loader = (pyodide / "pyodide.mjs").read_text(encoding="utf-8")
    loader, found = re.subn(r"export\{(\w+) as loadPyodide,.*", r"return \1;", loader)
    module = (pyodide / "pyodide.asm.mjs").read_text(encoding="utf-8")
    module, also = re.subn(r"export default (\w+);\s*$", r"return \1;", module)
    if (found, also) != (1, 1):
        sys.exit("Pyodide's modules are not as they were")
    module = module.replace("import.meta.url", '"https://page.invalid/"')
    return "\n".join(
        (
            'self.importScripts = () => { throw new Error("nothing is loaded"); };',
            f"const loadPyodide = (() => {{ {loader}\n}})();",
            f"const createPyodideModule = (() => {{ {module}\n}})();",
            (HERE / "worker.js").read_text(encoding="utf-8"),
        )
    )


def lock(pyodide: Path) -> str:
    """Return what Pyodide is told of its packages: that there are none."""
    known = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    return json.dumps({**known, "packages": {}})


def write(parts: dict[str, bytes], locked: str) -> None:
    """Write the page whole, and in parts."""
    DIST.mkdir(exist_ok=True)
    inside = "\n".join(
        f'<script type="text/plain" id="{name}">{b64encode(part).decode()}</script>'
        for name, part in parts.items()
    )
    whole = page(inside, locked, "")
    (DIST / "smartcert.html").write_text(whole, encoding="utf-8")
    served = DIST / "page"
    shutil.rmtree(served, ignore_errors=True)
    (served / "parts").mkdir(parents=True)
    (served / "index.html").write_text(page("", locked, "'self'"), encoding="utf-8")
    for name, part in parts.items():
        (served / "parts" / f"{name}.gz").write_bytes(part)
    size = (DIST / "smartcert.html").stat().st_size
    print(f"{DIST / 'smartcert.html'}: {size / 1e6:.1f} MB")
    if size > LIMIT:
        sys.exit(f"the page has more than {LIMIT / 1e6:.0f} MB")


def page(parts: str, locked: str, connect: str) -> str:
    """Return the page; `connect` is what it may fetch from, which is nothing when it is whole."""
    style = text("page.css")
    script = "\n".join(map(text, ("words.js", "python.js", "form.js", "main.js")))
    styles, scripts = report_hashes()
    words = yaml.safe_load(text("words.yaml"))
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{digest(script)}' '{scripts}' 'wasm-unsafe-eval'",
            f"style-src '{digest(style)}' '{styles}'",
            "worker-src blob:",
            "font-src data:",
            *([f"connect-src {connect}"] if connect else []),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    filled = {
        "POLICY": policy,
        "STYLE": style,
        "SCRIPT": script,
        "WORDS": inert(words),
        "LOCK": inert(json.loads(locked)),
        "PARTS": parts,
    }
    return re.sub(r"@(\w+)@", lambda found: filled[found[1]], text("page.html"))


def report_hashes() -> tuple[str, str]:
    """Return the digests of the report's style and script; a page in a frame has our policy too."""
    import smartcert

    made = smartcert.report(b"smartcert: 1\n")
    found = re.search(r"style-src '(sha256-[^']+)'; script-src '(sha256-[^']+)'", made)
    assert found is not None
    return found[1], found[2]


def inert(data: object) -> str:
    """Return data as JSON that ends no element of a page."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def digest(content: str) -> str:
    """Return the digest by which a policy knows a script."""
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def text(name: str) -> str:
    """Return a file of the page."""
    return (HERE / name).read_text(encoding="utf-8")


def needed(program: str) -> None:
    """End with a word where a program is not installed."""
    if shutil.which(program) is None:
        sys.exit(f"{program} is not installed; the page is made with it")


def run(command: Sequence[str | Path], *, quiet: bool = False) -> None:
    """Run a command, whose failure is ours."""
    done = subprocess.run(
        list(map(str, command)), check=False, stdout=subprocess.PIPE if quiet else None
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed")


if __name__ == "__main__":
    main()
