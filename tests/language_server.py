"""Drives yaml-language-server, which the YAML plug-ins of editors are made of."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from support import ROOT

_INSTALLED = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SERVER = Path(os.environ.get("YAML_LANGUAGE_SERVER") or _INSTALLED)
IS_INSTALLED = SERVER.is_file() and shutil.which("node") is not None


class LanguageServer:
    """A server for a folder; use it in a `with`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.number = 0
        self.found: dict[str, list[Any]] = {}
        self.process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> LanguageServer:
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=self.folder.as_uri(),
            capabilities={
                "textDocument": {
                    "completion": {"completionItem": {"snippetSupport": True}},
                    "hover": {"contentFormat": ["markdown"]},
                }
            },
        )
        self.tell("initialized")
        yaml = {
            "validate": True,
            "completion": True,
            "hover": True,
            "schemaStore": {"enable": False},
        }
        self.tell("workspace/didChangeConfiguration", settings={"yaml": yaml})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def open(self, name: str, text: str) -> str:
        """Open a file of the folder; give its address."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def diagnostics(self, uri: str) -> list[Any]:
        """Give what the server finds wrong with a file."""
        while uri not in self.found:
            self.read()
        return self.found[uri]

    def completions(self, uri: str, line: int, column: int) -> dict[str, str]:
        """Give the labels that are offered at a place, counted from 0, with what each inserts."""
        position = {"line": line, "character": column}
        found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=position)
        return {
            item["label"]: item.get("insertText") or item["textEdit"]["newText"]
            for item in found["items"]
        }

    def hover(self, uri: str, line: int, column: int) -> str:
        """Give what is said of a place, counted from 0."""
        position = {"line": line, "character": column}
        found = self.ask("textDocument/hover", textDocument={"uri": uri}, position=position)
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, **params: Any) -> Any:
        """Give the answer to a request."""
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Send a notice, which has no answer."""
        self.send({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """Give the next message; what the server asks is answered with nothing."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            wanted = message.get("params") or {}
            answer = [None] * len(wanted["items"]) if "items" in wanted else None
            self.send({"id": message["id"], "result": answer})
        return message
