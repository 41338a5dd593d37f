// Lists: selection with ranges, the bar of actions on the selected, keys from row to row, a click anywhere on a row,
// and the order of columns.
import { announce, htmx, on, say } from "./base.js";

let last = null; // the box clicked last, where a range begins

const boxes = (list) => [...list.querySelectorAll("input[data-select]")];

export function refresh(list) {
  const all = boxes(list);
  const chosen = all.filter((b) => b.checked);
  all.forEach((b) => b.closest("tr")?.classList.toggle("is-selected", b.checked));
  const head = list.querySelector("input[data-select-all]");
  if (head) {
    head.checked = all.length > 0 && chosen.length === all.length;
    head.indeterminate = chosen.length > 0 && chosen.length < all.length;
  }
  const bar = list.querySelector("[data-bulk]");
  if (!bar) return;
  bar.hidden = chosen.length === 0;
  const whole = bar.querySelector("[data-select-matching]");
  const everything = bar.querySelector("input[name=all]");
  if (everything && chosen.length < all.length) everything.value = "";
  const total = Number(list.dataset.total || all.length);
  const count = everything?.value ? total : chosen.length;
  const label = bar.querySelector("[data-bulk-count]");
  if (label) label.textContent = say("selected", { count: new Intl.NumberFormat(document.documentElement.lang).format(count) });
  if (whole) whole.hidden = !(chosen.length === all.length && total > all.length && !everything?.value);
}

on("click", "input[data-select]", (e, box) => {
  const list = box.closest("[data-list]");
  const all = boxes(list);
  if (e.shiftKey && last && all.includes(last)) {
    const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
    all.slice(from, to + 1).forEach((b) => { b.checked = box.checked; });
  }
  last = box;
  refresh(list);
});
on("change", "input[data-select-all]", (_, head) => {
  const list = head.closest("[data-list]");
  boxes(list).forEach((b) => { b.checked = head.checked; });
  refresh(list);
});
on("click", "[data-select-none]", (_, button) => {
  const list = button.closest("[data-list]");
  boxes(list).forEach((b) => { b.checked = false; });
  refresh(list);
  list.querySelector("input[data-select-all]")?.focus();
});
on("click", "[data-select-matching]", (_, button) => {
  const list = button.closest("[data-list]");
  list.querySelector("[data-bulk] input[name=all]").value = "1";
  refresh(list);
  announce(list.querySelector("[data-bulk-count]").textContent);
});
htmx.onLoad((root) => {
  const lists = root.matches?.("[data-list]") ? [root] : [...(root.querySelectorAll?.("[data-list]") ?? [])];
  const around = root.closest?.("[data-list]");
  if (around) lists.push(around);
  lists.forEach(refresh);
});

// Arrow keys from row to row while a row's link has the focus; space selects.
on("keydown", "[data-list] tbody tr", (e, row) => {
  if (!e.target.matches("a[data-row-link], input[data-select]") || e.ctrlKey || e.metaKey || e.altKey) return;
  const rows = [...row.parentElement.querySelectorAll(":scope > tr")];
  const at = rows.indexOf(row);
  const kind = e.target.matches("input") ? "input[data-select]" : "a[data-row-link]";
  const go = (to) => {
    const target = rows[to]?.querySelector(kind);
    if (target) { e.preventDefault(); target.focus(); }
  };
  if (e.key === "ArrowDown" || e.key === "j") go(at + 1);
  else if (e.key === "ArrowUp" || e.key === "k") go(at - 1);
  else if (e.key === "Home") go(0);
  else if (e.key === "End") go(rows.length - 1);
  else if ((e.key === "x" || e.key === " ") && e.target.matches("a")) {
    const box = row.querySelector("input[data-select]");
    if (box) { e.preventDefault(); box.click(); }
  }
});
on("click", "[data-list] tbody tr", (e, row) => {
  if (e.target.closest("a, button, input, label, select, textarea, summary, [popover]") || String(getSelection())) return;
  const link = row.querySelector("a[data-row-link]");
  if (!link) return;
  if (e.ctrlKey || e.metaKey) window.open(link.href, "_blank", "noopener");
  else link.click();
});

// Column chooser: boxes and up/down buttons; what is sent is one field, the names in order.
function collect(form) {
  const names = [...form.querySelectorAll("[data-column]")].filter((i) => i.querySelector("input[type=checkbox]").checked).map((i) => i.dataset.column);
  form.querySelector("input[name=columns]").value = names.join(",");
  form.querySelector("[type=submit]").disabled = names.length === 0;
}
on("change", "[data-columns]", (_, form) => collect(form));
on("click", "[data-column-move]", (_, button) => {
  const item = button.closest("[data-column]");
  const up = button.dataset.columnMove === "up";
  const other = up ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  up ? other.before(item) : other.after(item);
  button.focus();
  collect(button.closest("[data-columns]"));
  const all = [...item.parentElement.children];
  announce(say("moved-to", { name: item.dataset.label, position: all.indexOf(item) + 1, count: all.length }));
});
let dragged = null;
on("dragstart", "[data-column]", (e, item) => { dragged = item; e.dataTransfer.effectAllowed = "move"; item.classList.add("is-dragged"); });
on("dragover", "[data-column]", (e, item) => {
  if (!dragged || dragged === item || dragged.parentElement !== item.parentElement) return;
  e.preventDefault();
  const box = item.getBoundingClientRect();
  e.clientY < box.top + box.height / 2 ? item.before(dragged) : item.after(dragged);
});
on("dragend", "[data-column]", (_, item) => { item.classList.remove("is-dragged"); dragged = null; collect(item.closest("[data-columns]")); });

// What is taken out is what is shown, also after a filter was typed.
document.addEventListener("click", (e) => {
  const link = e.target.closest?.("a[data-export], a[data-export-new]");
  const now = link && document.querySelector("[data-export-address]")?.dataset;
  if (!now) return;
  link.href = link.dataset.export === "columns" ? now.exportColumns : now.exportAddress;
  if (link.dataset.exportNew) {
    link.href = `/export/formats/new?object=${link.dataset.exportNew}&${now.exportColumns.split("?")[1] ?? ""}`;
    return;
  }
  if (link.dataset.exportAdapted) link.href += `${link.href.includes("?") ? "&" : "?"}adapted=${link.dataset.exportAdapted}`;
  if (link.dataset.exportFormat) link.href += `&format=${link.dataset.exportFormat}`;
}, true);
