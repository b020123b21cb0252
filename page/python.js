"use strict";
// The worker with Python in it: started, asked, stopped, and started again.

const PATIENCE = 90000;
/** Milliseconds after which an answer is no longer waited for. */

/** @typedef {{name: string, content: ArrayBuffer}} Opened */

class Python {
  constructor() {
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {Map<number, {resolve: (answer: Answer) => void, timer: number}>} */
    this.waiting = new Map();
    this.last = 0;
    /** @type {Opened[]} */
    this.files = [];
    /** @type {Promise<void>} */
    this.ready = Promise.resolve();
    /** @type {(key: string, values?: Record<string, string>) => void} */
    this.tell = () => {};
    /** @type {Record<string, Blob> | null} */
    this.parts = null;
  }

  /** Start the worker; what it is doing is told. */
  start() {
    this.ready = this.begin();
    this.ready.catch((problem) => this.tell("start.failed", { problem: String(problem?.message ?? problem) }));
    return this.ready;
  }

  async begin() {
    this.tell("start.unpack");
    await new Promise((resolve) => setTimeout(resolve));
    this.parts ??= await handedParts();
    const script = await unpacked(this.parts["worker.js"]);
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(url);
    this.worker = worker;
    await new Promise((resolve, reject) => {
      worker.onerror = (event) => { reject(new Error(event.message)); this.fail(String(event.message ?? "")); };
      worker.onmessage = ({ data }) => {
        if (data.progress) {
          this.tell(`start.${data.progress}`);
          if (data.progress === "ready") resolve(null);
        } else if (data.id === undefined) {
          reject(new Error(data.problem));
        } else {
          this.answered(data);
        }
      };
      const lock = document.getElementById("lock")?.textContent ?? "{}";
      worker.postMessage({ start: { parts: this.parts, lock } });
    });
    URL.revokeObjectURL(url);
    if (this.files.length) await this.send({ files: this.files });
  }

  /**
   * Return smartcert's answer; what is wrong with a question is `wrong` in it, in words.
   * @param {string} ask
   * @param {Answer} [more]
   * @returns {Promise<Answer>}
   */
  async ask(ask, more = {}) {
    await this.ready;
    return this.send({ question: { ask, lang: spoken.lang, ...more } });
  }

  /**
   * Hand over the files that are open from now on.
   * @param {Opened[]} files
   */
  async open(files) {
    this.files = files;
    await this.ready;
    return this.send({ files });
  }

  /**
   * @param {Answer} message
   * @returns {Promise<Answer>}
   */
  send(message) {
    const id = (this.last += 1);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.stop("too-long"), PATIENCE);
      this.waiting.set(id, { resolve, timer });
      this.worker?.postMessage({ id, ...message });
    });
  }

  /** @param {{id: number, answer?: Answer, problem?: string}} data */
  answered({ id, answer, problem }) {
    const asked = this.waiting.get(id);
    if (!asked) return;
    this.waiting.delete(id);
    clearTimeout(asked.timer);
    if (answer) return asked.resolve(answer);
    asked.resolve({ wrong: t("broken", { problem: last(problem) }) });
    this.stop("broken", { problem: last(problem) });
  }

  /** @param {string} problem */
  fail(problem) {
    if (this.waiting.size) this.stop("broken", { problem });
  }

  /**
   * End what is being done, and start again.
   * @param {string} why
   * @param {Record<string, string>} [values]
   */
  stop(why, values = {}) {
    this.worker?.terminate();
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    this.start().then(() => this.tell(why, values), () => {});
    for (const { resolve, timer } of waiting) {
      clearTimeout(timer);
      resolve({ wrong: t(why, values) });
    }
  }
}

/**
 * Return the last line of a traceback, which names the error.
 * @param {string | undefined} problem
 */
function last(problem) {
  return (problem ?? "").trim().split("\n").pop() ?? "";
}

/** Return the parts of the program: those in the page, or else those that lie beside it. */
async function handedParts() {
  /** @type {Record<string, Blob>} */
  const parts = {};
  for (const name of ["worker.js", "pyodide.asm.wasm", "python_stdlib.zip", "site.zip"]) {
    const inside = document.getElementById(name);
    if (inside) {
      parts[name] = new Blob([bytesOf(inside.textContent ?? "")]);
    } else {
      const found = await fetch(`parts/${name}.gz`);
      if (!found.ok) throw new Error(`parts/${name}.gz: ${found.status}`);
      parts[name] = await found.blob();
    }
  }
  return parts;
}

/** @param {Blob} part */
async function unpacked(part) {
  return new Response(part.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}
