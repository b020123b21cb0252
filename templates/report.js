// Filters and copy buttons. Without this script the report shows everything and misses nothing.
"use strict";
for (const form of document.querySelectorAll(".filters")) {
  const items = [...document.querySelectorAll(form.dataset.for)];
  const told = form.querySelector("output");
  const search = form.querySelector("input[type=search]");
  const order = form.querySelector("[data-sort]");
  const homes = items.map((item) => [item, item.parentElement]);
  const sort = () => {
    const by = order.value;
    const sorted = by
      ? homes.map(([item]) => item).sort((a, b) => (by === "no" ? 0 : a.dataset[by].localeCompare(b.dataset[by])) || a.dataset.no - b.dataset.no)
      : [];
    document.querySelectorAll(form.dataset.heads).forEach((head) => { head.hidden = Boolean(by); });
    if (by) for (const item of sorted) homes[0][1].append(item);
    else for (const [item, home] of homes) home.append(item);
  };
  const apply = () => {
    const wanted = [...form.querySelectorAll("select[name]")].filter((select) => select.value);
    const words = search ? search.value.trim().toLowerCase() : "";
    let shown = 0;
    for (const item of items) {
      item.hidden = !wanted.every((select) => item.dataset[select.name] === select.value)
        || !item.textContent.toLowerCase().includes(words);
      if (!item.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll(form.dataset.groups || ".none")) {
      group.hidden = ![...group.querySelectorAll(form.dataset.for)].some((item) => !item.hidden);
    }
    told.textContent = told.dataset.text.replace("{shown}", shown).replace("{count}", items.length);
  };
  form.addEventListener("change", () => { if (order) sort(); apply(); });
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
for (const button of document.querySelectorAll("button.copy")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = button.parentElement.querySelector("pre").textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(button.parentElement.querySelector("pre"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
    }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}
// A box that scrolls can be reached by its reader; others are no stop.
const reachable = () => {
  for (const box of document.querySelectorAll(".table, pre")) {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
};
addEventListener("resize", reachable);
document.addEventListener("toggle", reachable, true);
reachable();
const annexes = [...document.querySelectorAll("details")];
const openFor = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target && target.closest("details:not([open])");
  if (closed) { closed.open = true; target.scrollIntoView(); }
};
addEventListener("hashchange", openFor);
addEventListener("beforeprint", () => { for (const one of annexes) one.open = true; });
openFor();
