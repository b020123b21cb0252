// Filters and copy buttons. Without this script the report shows everything and misses nothing.
"use strict";
for (const form of document.querySelectorAll(".filters")) {
  const items = [...document.querySelectorAll(form.dataset.for)];
  const told = form.querySelector("output");
  const apply = () => {
    const wanted = [...form.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    for (const item of items) {
      item.hidden = !wanted.every((select) => item.dataset[select.name] === select.value);
      if (!item.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll(form.dataset.groups || ".none")) {
      group.hidden = ![...group.querySelectorAll(form.dataset.for)].some((item) => !item.hidden);
    }
    told.textContent = told.dataset.text.replace("{shown}", shown).replace("{count}", items.length);
  };
  form.addEventListener("change", apply);
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
const annexes = [...document.querySelectorAll("details")];
const openFor = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target && target.closest("details:not([open])");
  if (closed) { closed.open = true; target.scrollIntoView(); }
};
addEventListener("hashchange", openFor);
addEventListener("beforeprint", () => { for (const one of annexes) one.open = true; });
openFor();
