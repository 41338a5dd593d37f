// Choosing one or several records: a combobox (WAI-ARIA, list autocomplete) over GET <url>?q=…, which answers
// {"items": [{"id": 1, "title": "…", "detail": "…"}], "more": false}.
import { announce, element, icon, on, say } from "./base.js";

const part = (picker, name) => picker.querySelector(`[data-picker-${name}]`);
const state = new WeakMap();

function close(picker) {
  const list = part(picker, "list"), input = part(picker, "input");
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function activate(picker, option) {
  const input = part(picker, "input");
  part(picker, "list").querySelectorAll("[role=option]").forEach((o) => o.setAttribute("aria-selected", o === option));
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
}

async function look(picker) {
  const input = part(picker, "input"), list = part(picker, "list");
  const own = state.get(picker) ?? {};
  state.set(picker, own);
  own.abort?.abort();
  own.abort = new AbortController();
  const address = new URL(picker.dataset.url, location.href);
  address.searchParams.set("q", input.value.trim());
  const date = new URL(location.href).searchParams.get("asOf");
  if (date) address.searchParams.set("asOf", date);
  list.setAttribute("aria-busy", "true");
  let answer;
  try {
    const response = await fetch(address, { signal: own.abort.signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(response.status);
    answer = await response.json();
  } catch (problem) {
    if (problem.name === "AbortError") return;
    list.replaceChildren(element("li", { class: "tl-pick-note", role: "presentation" }, say("failed")));
    list.hidden = false;
    return;
  } finally {
    list.removeAttribute("aria-busy");
  }
  const taken = new Set([...picker.querySelectorAll("input[data-picker-value]")].map((i) => i.value));
  const items = answer.items.filter((i) => !picker.hasAttribute("data-multiple") || !taken.has(String(i.id)));
  list.replaceChildren(...items.map((item, n) => {
    const option = element("li", { role: "option", id: `${input.id}-o${n}`, "aria-selected": "false", "data-id": item.id, "data-title": item.title, class: "tl-pick-option" },
      element("span", { class: "tl-pick-title" }, item.title));
    if (item.detail) option.append(element("span", { class: "tl-pick-detail" }, item.detail));
    return option;
  }));
  if (!items.length) list.append(element("li", { class: "tl-pick-note", role: "presentation" }, say("no-results")));
  if (answer.more) list.append(element("li", { class: "tl-pick-note", role: "presentation" }, say("more-results")));
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  announce(say("results", { count: items.length }));
}

function changed(picker) {
  picker.querySelector("input[type=hidden]")?.dispatchEvent(new Event("change", { bubbles: true }));
  picker.dispatchEvent(new CustomEvent("tl:picked", { bubbles: true }));
}

function take(picker, option) {
  const { id, title } = option.dataset;
  const input = part(picker, "input");
  if (picker.hasAttribute("data-multiple")) {
    const chip = element("span", { class: "tl-chip", "data-picker-chip": "" }, title,
      element("input", { type: "hidden", name: picker.dataset.name, value: id, "data-picker-value": "" }),
      element("button", { type: "button", class: "tl-chip-x", "aria-label": say("remove", { name: title }), "data-picker-remove": "" }, icon("x")));
    part(picker, "chips").append(chip);
    input.value = "";
    announce(say("added", { name: title }));
  } else {
    part(picker, "value").value = id;
    input.value = title;
    input.dataset.title = title;
  }
  close(picker);
  changed(picker);
}

let timer;
on("input", "[data-picker-input]", (_, input) => {
  clearTimeout(timer);
  timer = setTimeout(() => look(input.closest("[data-picker]")), 160);
});
on("click", "[data-picker-input]", (_, input) => { if (part(input.closest("[data-picker]"), "list").hidden) look(input.closest("[data-picker]")); });
on("keydown", "[data-picker-input]", (e, input) => {
  const picker = input.closest("[data-picker]");
  const list = part(picker, "list");
  const all = [...list.querySelectorAll("[role=option]")];
  const at = all.findIndex((o) => o.getAttribute("aria-selected") === "true");
  if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    e.preventDefault();
    if (list.hidden) look(picker);
    else if (all.length) activate(picker, all[((e.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1) + all.length) % all.length]);
  } else if (e.key === "Enter" && !list.hidden) {
    e.preventDefault();
    const option = all[at] ?? (all.length === 1 ? all[0] : null);
    if (option) take(picker, option);
  } else if (e.key === "Escape" && !list.hidden) {
    e.preventDefault();
    e.stopPropagation();
    close(picker);
  } else if (e.key === "Backspace" && input.value === "" && picker.hasAttribute("data-multiple")) {
    [...picker.querySelectorAll("[data-picker-chip]")].pop()?.remove();
    changed(picker);
  }
});
// mousedown, so that the choice comes before the field loses the focus.
on("mousedown", "[data-picker-list] [role=option]", (e, option) => { e.preventDefault(); take(option.closest("[data-picker]"), option); });
on("click", "[data-picker-remove]", (_, button) => {
  const picker = button.closest("[data-picker]");
  button.closest("[data-picker-chip]").remove();
  part(picker, "input").focus();
  changed(picker);
});
on("click", "[data-picker-clear]", (_, button) => {
  const picker = button.closest("[data-picker]");
  const input = part(picker, "input");
  part(picker, "value").value = "";
  input.value = "";
  input.dataset.title = "";
  input.focus();
  changed(picker);
});
// Leaving: words that chose nothing do not stand there as if they had; an emptied field means none.
on("focusout", "[data-picker]", (e, picker) => {
  if (picker.contains(e.relatedTarget)) return;
  close(picker);
  const input = part(picker, "input"), value = part(picker, "value");
  if (!value) { input.value = ""; return; }
  if (input.value.trim() === "" && value.value) { value.value = ""; input.dataset.title = ""; changed(picker); }
  else input.value = input.dataset.title ?? "";
});
