// Names after an @: while one is typed in a field with data-mentions (a JSON list of names), those that fit are offered. Arrow
// keys choose, Enter or Tab takes, Escape closes; what is chosen stands in the text and is read from it by the server.
import { element, freshId, on } from "./base.js";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let open = null;

function close() {
  if (!open) return;
  open.list.remove();
  for (const name of ["aria-controls", "aria-activedescendant"]) open.field.removeAttribute(name);
  open = null;
}

function choose(at) {
  open.at = (at + open.items.length) % open.items.length;
  open.items.forEach((item, i) => item.setAttribute("aria-selected", String(i === open.at)));
  open.field.setAttribute("aria-activedescendant", open.items[open.at].id);
}

function take() {
  const { field, from } = open;
  const name = open.items[open.at].textContent;
  const end = field.selectionStart;
  close();
  field.setRangeText(`@${name} `, from, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

on("input", "[data-mentions]", (_, field) => {
  close();
  const before = field.value.slice(0, field.selectionStart);
  const from = before.lastIndexOf("@");
  if (from < 0 || (from > 0 && /[\p{L}\p{N}]/u.test(before[from - 1]))) return;
  const typed = plain(before.slice(from + 1));
  if (typed.includes("\n") || typed.length > 40) return;
  const fitting = JSON.parse(field.dataset.mentions).filter((name) => plain(name).split(/\s+/).some((_, i, parts) => parts.slice(i).join(" ").startsWith(typed)));
  if (!fitting.length) return;
  const list = element("ul", { role: "listbox", id: freshId("mentions"), class: "tl-mentions", "aria-label": field.dataset.mentionsLabel });
  const items = fitting.slice(0, 8).map((name) => element("li", { role: "option", id: freshId("mention") }, name));
  list.append(...items);
  field.after(list);
  open = { field, list, items, from, at: 0 };
  field.setAttribute("aria-controls", list.id);
  choose(0);
});

on("keydown", "[data-mentions]", (e) => {
  if (!open) return;
  const act = { ArrowDown: () => choose(open.at + 1), ArrowUp: () => choose(open.at - 1), Enter: take, Tab: take, Escape: close }[e.key];
  if (!act) return;
  e.preventDefault();
  e.stopPropagation();
  act();
});
on("mousedown", ".tl-mentions [role=option]", (e, item) => {
  e.preventDefault();
  if (!open) return;
  choose(open.items.indexOf(item));
  take();
});
on("focusout", "[data-mentions]", close);
