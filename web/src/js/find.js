// A field that finds among what its page shows: lines that do not have every word typed are hidden, and groups without any.
import { on } from "./base.js";

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

on("input", "[data-find]", (_, field) => {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  for (const group of document.getElementById(field.dataset.find).querySelectorAll("[data-find-group]")) {
    let shown = 0;
    for (const row of group.querySelectorAll("[data-find-row]")) {
      const has = fold(row.dataset.findRow);
      row.hidden = !words.every((word) => has.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    group.hidden = shown === 0;
    // Once nothing is sought, what is ticked stays open.
    group.open = words.length ? shown > 0 : group.querySelector(":checked") !== null;
  }
});
