// The worker: Python, smartcert in it, and one question at a time. `loadPyodide` and
// `createPyodideModule` stand above, from Pyodide's own files.
"use strict";

/** @type {any} */
let pyodide = null;

/**
 * Pyodide fetches its files; here they were handed over, and nothing is fetched.
 * @param {Record<string, Blob>} parts
 */
function handOver(parts) {
  const types = { "pyodide.asm.wasm": "application/wasm" };
  self.fetch = async (asked) => {
    const name = String(asked instanceof Request ? asked.url : asked).split("/").pop() ?? "";
    const part = parts[name];
    if (!part) throw new TypeError(`nothing is fetched: ${name}`);
    const stream = part.stream().pipeThrough(new DecompressionStream("gzip"));
    const type = types[/** @type {keyof typeof types} */ (name)] ?? "application/octet-stream";
    return new Response(stream, { headers: { "Content-Type": type } });
  };
}

/** @param {{parts: Record<string, Blob>, lock: string}} given */
async function begin({ parts, lock }) {
  handOver(parts);
  postMessage({ progress: "python" });
  pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: "https://page.invalid/",
    lockFileContents: lock,
    packageBaseUrl: "https://page.invalid/",
    stdLibURL: "https://page.invalid/python_stdlib.zip",
  });
  postMessage({ progress: "smartcert" });
  const site = await (await fetch("https://page.invalid/site.zip")).arrayBuffer();
  pyodide.FS.writeFile("/site.zip", new Uint8Array(site));
  pyodide.runPython(`
import sys, zipfile
with zipfile.ZipFile("/site.zip") as archive:
    archive.extractall("/site")
sys.path.insert(0, "/site")
import desk
`);
  pyodide.FS.unlink("/site.zip");
  postMessage({ progress: "ready" });
}

/**
 * Write a file of the person's, at its place below the folder.
 * @param {string} name
 * @param {ArrayBuffer} content
 */
function put(name, content) {
  const steps = name.split("/").filter((step) => step && step !== "." && step !== "..");
  const folder = ["/desk", ...steps.slice(0, -1)].join("/");
  pyodide.FS.mkdirTree(folder);
  pyodide.FS.writeFile(`${folder}/${steps[steps.length - 1]}`, new Uint8Array(content));
}

/** @param {string} folder */
function clear(folder) {
  if (!pyodide.FS.analyzePath(folder).exists) return;
  for (const name of pyodide.FS.readdir(folder)) {
    if (name === "." || name === "..") continue;
    const file = `${folder}/${name}`;
    if (pyodide.FS.isDir(pyodide.FS.stat(file).mode)) {
      clear(file);
      pyodide.FS.rmdir(file);
    } else {
      pyodide.FS.unlink(file);
    }
  }
}

self.onmessage = async ({ data }) => {
  try {
    if (data.start) return await begin(data.start);
    if (data.files) {
      clear("/desk");
      for (const { name, content } of data.files) put(name, content);
      return postMessage({ id: data.id, answer: {} });
    }
    const answer = pyodide.globals.get("desk").answer(JSON.stringify(data.question));
    postMessage({ id: data.id, answer: JSON.parse(answer) });
  } catch (problem) {
    postMessage({ id: data.id, problem: String(problem) });
  }
};
