"use strict";
// What the page says, and the few ways in which it makes elements. Text of a proposal is never markup.

/** @typedef {"th" | "en"} Lang */
/** @typedef {Record<string, any>} Answer */

const WORDS = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("words")).textContent ?? "{}");

/** @type {{lang: Lang}} */
const spoken = { lang: "th" };

/**
 * Return a sentence by its key: `open.drop`.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function t(key, values = {}) {
  const found = key.split(".").reduce((node, step) => node?.[step], WORDS)?.[spoken.lang] ?? key;
  return String(found).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * Return an element with attributes, listeners (`onclick`) and children.
 * @param {string} tag
 * @param {Record<string, any> | null} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
function h(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value") /** @type {any} */ (made).value = value;
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => /** @type {Node | string} */ (child)));
  return made;
}

/**
 * Give a file to the person, as a download.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOf(text) {
  const raw = atob(text);
  const made = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) made[at] = raw.charCodeAt(at);
  return made;
}
