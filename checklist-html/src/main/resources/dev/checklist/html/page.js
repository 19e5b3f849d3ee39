"use strict";
(() => {
  const form = document.querySelector(".filter");
  const tree = document.querySelector(".tree");
  if (!form || !tree) return;
  const entries = [...tree.querySelectorAll(".entry")].map(element => ({ element, text: null }));
  const sections = [...tree.querySelectorAll(".section")].reverse(); // inner ones first
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const find = form.querySelector("input[type=search]");
  const output = form.querySelector("output");

  const apply = () => {
    const wanted = new Set(boxes.filter(box => box.checked).map(box => box.value));
    const words = find.value.trim().toLowerCase();
    let shown = 0;
    for (const entry of entries) {
      let match = wanted.has(entry.element.dataset.status);
      if (match && words) {
        entry.text ??= entry.element.textContent.toLowerCase();
        match = entry.text.includes(words);
      }
      entry.element.hidden = !match;
      if (match) shown++;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector(":scope > details > ul > li:not([hidden])");
    }
    output.textContent = `${shown} of ${output.dataset.lines} lines`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  for (const button of form.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      for (const part of tree.querySelectorAll("details")) part.open = button.dataset.fold === "open";
    });
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
  form.hidden = false;
})();
