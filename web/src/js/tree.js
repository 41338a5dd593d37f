// Trees (organisation chart, hierarchies): the WAI-ARIA tree pattern over nested lists made by the server, as outline or
// as boxes. Moving: drag a node onto another, or cut it (x), go to the new parent and put it there (v), or choose from a
// dialog (m). Every way asks the server (GET data-move?node=&to=), which answers with a dialog that confirms the move.
import { announce, calm, htmx, on, say } from "./base.js";

const item = (e) => e.target.closest?.("[role=treeitem]");
const treeOf = (node) => node.closest("[role=tree]");
const name = (node) => node.dataset.title;
// Each item is the line in a list element, followed there by the group of its children.
const group = (node) => node.nextElementSibling;
const parent = (node) => node.closest("[role=group]")?.previousElementSibling ?? null;
const inside = (node, other) => node.parentElement.contains(other);
const visible = (tree) => [...tree.querySelectorAll("[role=treeitem]")].filter((i) => !i.closest('[role=treeitem][aria-expanded="false"] + [role=group]'));

function focus(node) {
  if (!node) return;
  treeOf(node).querySelectorAll('[role=treeitem][tabindex="0"]').forEach((i) => { i.tabIndex = -1; });
  node.tabIndex = 0;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: calm() ? "auto" : "smooth" });
}

async function expand(node, open) {
  if (!node.hasAttribute("aria-expanded")) return;
  node.setAttribute("aria-expanded", open);
  if (!open || !node.dataset.load) return;
  const address = node.dataset.load;
  delete node.dataset.load;
  node.setAttribute("aria-busy", "true");
  await htmx.ajax("GET", address, { source: node, target: group(node), swap: "innerHTML" });
  node.removeAttribute("aria-busy");
  // A failed load may be tried again.
  if (!group(node).childElementCount) { node.dataset.load = address; node.setAttribute("aria-expanded", "false"); }
  else announce(say("loaded", { count: group(node).children.length }));
}

on("click", "[data-tree-toggle]", (e, button) => {
  e.preventDefault();
  const node = button.closest("[role=treeitem]");
  expand(node, node.getAttribute("aria-expanded") !== "true");
});
on("focusin", "[role=treeitem]", (e, node) => {
  treeOf(node).querySelectorAll('[role=treeitem][tabindex="0"]').forEach((i) => { if (i !== node) i.tabIndex = -1; });
  node.tabIndex = 0;
  e.stopPropagation?.();
});

let cut = null;
function setCut(node) {
  cut?.classList.remove("is-cut");
  cut = node;
  node?.classList.add("is-cut");
}
function move(node, to) {
  const tree = treeOf(node);
  if (to && (to === node || inside(node, to))) return announce(say("move-inside", { name: name(node) }));
  if (to && to === parent(node)) return announce(say("move-same", { name: name(node), parent: name(to) }));
  const address = new URL(tree.dataset.move, location.href);
  address.searchParams.set("node", node.dataset.id);
  if (to) address.searchParams.set("to", to.dataset.id);
  const date = new URL(location.href).searchParams.get("asOf");
  if (date) address.searchParams.set("asOf", date);
  htmx.ajax("GET", address.pathname + address.search, { source: node, target: "#tl-dialogs", swap: "innerHTML" });
  setCut(null);
}

let typed = "", typedAt = 0;
on("keydown", "[role=tree]", (e, tree) => {
  const node = item(e);
  if (!node || e.target !== node || e.ctrlKey || e.metaKey || e.altKey) return;
  const all = visible(tree);
  const at = all.indexOf(node);
  const open = node.getAttribute("aria-expanded");
  const movable = tree.dataset.move && node.hasAttribute("draggable");
  const keys = {
    ArrowDown: () => focus(all[at + 1]),
    ArrowUp: () => focus(all[at - 1]),
    ArrowRight: () => (open === "false" ? expand(node, true) : open === "true" && focus(group(node).querySelector("[role=treeitem]"))),
    ArrowLeft: () => (open === "true" ? expand(node, false) : focus(parent(node))),
    Home: () => focus(all[0]),
    End: () => focus(all.at(-1)),
    Enter: () => node.querySelector(".tl-node-title[href]")?.click(),
    " ": () => node.querySelector(".tl-node-title[href]")?.click(),
    "*": () => [...node.parentElement.parentElement.children].forEach((i) => expand(i.firstElementChild, true)),
    Escape: () => { if (cut) { announce(say("cut-off", { name: name(cut) })); setCut(null); } },
  };
  if (movable) keys.x = () => { setCut(node); announce(say("cut", { name: name(node) })); };
  if (movable) keys.m = () => move(node, null);
  if (tree.dataset.move) keys.v = () => (cut ? move(cut, node) : announce(say("cut-nothing")));
  const act = keys[e.key];
  if (act) {
    e.preventDefault();
    act();
  } else if (e.key.length === 1) {
    typed = Date.now() - typedAt < 600 ? typed + e.key : e.key;
    typedAt = Date.now();
    const word = typed.toLowerCase();
    focus([...all.slice(at + (typed.length === 1 ? 1 : 0)), ...all].find((i) => name(i).toLowerCase().startsWith(word)));
  }
});
on("click", "[data-tree-move]", (_, button) => move(document.getElementById(button.dataset.treeMove), null));
on("click", "[data-tree-cut]", (_, button) => {
  const node = document.getElementById(button.dataset.treeCut);
  setCut(node);
  announce(say("cut", { name: name(node) }));
  setTimeout(() => focus(node));
});

// Dragging.
let dragged = null;
on("dragstart", "[role=treeitem][draggable]", (e, node) => {
  if (!treeOf(node).dataset.move || item(e) !== node) return;
  dragged = node;
  e.dataTransfer.effectAllowed = "move";
  e.dataTransfer.setData("text/plain", name(node));
  node.classList.add("is-dragged");
});
const target = (e) => {
  const node = dragged && e.target.closest?.("[role=treeitem]");
  return node && node !== dragged && !inside(dragged, node) && node !== parent(dragged) ? node : null;
};
let hover = null, hoverTimer;
document.addEventListener("dragover", (e) => {
  if (!dragged) return;
  const node = target(e);
  if (node) e.preventDefault();
  if (node === hover) return;
  hover?.classList.remove("is-target");
  clearTimeout(hoverTimer);
  hover = node;
  node?.classList.add("is-target");
  if (node?.getAttribute("aria-expanded") === "false") hoverTimer = setTimeout(() => expand(node, true), 700);
});
document.addEventListener("drop", (e) => {
  const node = target(e);
  if (!node) return;
  e.preventDefault();
  move(dragged, node);
});
document.addEventListener("dragend", () => {
  dragged?.classList.remove("is-dragged");
  hover?.classList.remove("is-target");
  clearTimeout(hoverTimer);
  dragged = hover = null;
});

// The boxes: zoom and pan.
function zoom(view, factor) {
  const old = Number(view.dataset.zoom || 1);
  const next = factor === 0 ? 1 : Math.min(1.6, Math.max(0.3, old * factor));
  view.dataset.zoom = next;
  view.querySelector("[role=tree]").style.setProperty("zoom", next);
  const label = view.parentElement.querySelector("[data-zoom-level]");
  if (label) label.textContent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(next);
}
function fit(view, least) {
  zoom(view, 0);
  zoom(view, Math.max(least, Math.min(1, view.clientWidth / view.scrollWidth)));
  const root = view.querySelector("[role=treeitem]").getBoundingClientRect();
  const frame = view.getBoundingClientRect();
  view.scrollTo({ left: view.scrollLeft + root.left + root.width / 2 - frame.left - frame.width / 2, top: 0 });
}
on("click", "[data-zoom]", (_, button) => {
  const view = document.getElementById(button.dataset.zoomFor);
  if (button.dataset.zoom === "fit") {
    fit(view, 0.3);
  } else zoom(view, Number(button.dataset.zoom));
});
on("wheel", "[data-pan]", (e, view) => {
  if (!e.ctrlKey && !e.metaKey) return;
  e.preventDefault();
  zoom(view, e.deltaY < 0 ? 1.1 : 1 / 1.1);
}, { passive: false });
let pan = null;
on("pointerdown", "[data-pan]", (e, view) => {
  if (e.button !== 0 || e.pointerType === "touch" || e.target.closest(".tl-node, a, button")) return;
  pan = { view, x: e.clientX, y: e.clientY, left: view.scrollLeft, top: view.scrollTop };
  view.classList.add("is-panning");
});
document.addEventListener("pointermove", (e) => {
  if (!pan) return;
  e.preventDefault();
  pan.view.scrollLeft = pan.left - (e.clientX - pan.x);
  pan.view.scrollTop = pan.top - (e.clientY - pan.y);
});
document.addEventListener("pointerup", () => { pan?.view.classList.remove("is-panning"); pan = null; });
// A chart opens as a whole where it stays readable, with its root in the middle.
htmx.onLoad((root) => root.querySelectorAll?.("[data-pan]").forEach((v) => fit(v, 0.75)));
