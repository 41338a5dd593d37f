// Menus are native popovers (top layer, Escape, light dismissal); here they are placed and driven by keys.
import { on } from "./base.js";

const invoker = (panel) => document.querySelector(`[popovertarget="${CSS.escape(panel.id)}"]`);

function place(panel) {
  const button = invoker(panel);
  if (!button || panel.dataset.place === "none") return;
  const anchor = button.getBoundingClientRect();
  const gap = 6, edge = 8;
  panel.style.margin = "0";
  panel.style.inset = "auto";
  panel.style.minWidth = `${Math.max(anchor.width, 176)}px`;
  panel.style.maxHeight = "none";
  const width = panel.offsetWidth, height = panel.offsetHeight;
  const below = innerHeight - anchor.bottom - gap - edge, above = anchor.top - gap - edge;
  const up = height > below && above > below;
  const end = panel.dataset.align !== "start";
  let left = end ? anchor.right - width : anchor.left;
  left = Math.max(edge, Math.min(left, innerWidth - width - edge));
  panel.style.left = `${left}px`;
  panel.style.maxHeight = `${Math.max(120, up ? above : below)}px`;
  panel.style.top = up ? `${Math.max(edge, anchor.top - gap - Math.min(height, above))}px` : `${anchor.bottom + gap}px`;
}

const items = (panel) => [...panel.querySelectorAll("[role^=menuitem]:not([disabled])")].filter((i) => i.offsetParent !== null);

document.addEventListener("toggle", (e) => {
  const panel = e.target;
  if (!panel.matches?.(".tl-menu[popover]")) return;
  const open = e.newState === "open";
  invoker(panel)?.setAttribute("aria-expanded", open);
  if (!open) return;
  place(panel);
  if (panel.getAttribute("role") === "menu") items(panel)[0]?.focus();
  else panel.querySelector("[autofocus], input, select, textarea, button, a")?.focus();
}, true);

addEventListener("resize", () => document.querySelectorAll(".tl-menu:popover-open").forEach(place));
addEventListener("scroll", () => document.querySelectorAll(".tl-menu:popover-open").forEach(place), { passive: true, capture: true });

on("keydown", ".tl-menu[role=menu]", (e, panel) => {
  const all = items(panel);
  const at = all.indexOf(document.activeElement);
  const go = (to) => { e.preventDefault(); all[(to + all.length) % all.length]?.focus(); };
  if (e.key === "ArrowDown") go(at + 1);
  else if (e.key === "ArrowUp") go(at - 1);
  else if (e.key === "Home") go(0);
  else if (e.key === "End") go(all.length - 1);
  else if (e.key === "Tab") panel.hidePopover();
  else if (e.key === " " && document.activeElement.matches("a")) { e.preventDefault(); document.activeElement.click(); }
  else if (e.key.length === 1 && !e.ctrlKey && !e.metaKey && !e.altKey) {
    const letter = e.key.toLowerCase();
    const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((i) => i.textContent.trim().toLowerCase().startsWith(letter));
    found?.focus();
  }
});
on("keydown", "[popovertarget][aria-haspopup=menu]", (e, button) => {
  if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
  e.preventDefault();
  document.getElementById(button.getAttribute("popovertarget"))?.showPopover({ source: button });
});
// Choosing closes, unless the entry opens something inside the menu.
on("click", ".tl-menu [role^=menuitem]", (_, item) => { if (!item.hasAttribute("data-stay")) item.closest(".tl-menu").hidePopover?.(); });
