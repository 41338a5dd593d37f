// Boards: columns of cards made by the server. A card is dragged to another column, or moved from a dialog (m); columns that
// ask why (data-asks) always answer with the dialog. With the keyboard: arrows go from card to card, x selects.
import { htmx, on, typing } from "./base.js";

const boardOf = (node) => node.closest("[data-board]");
const columns = (board) => [...board.querySelectorAll("[data-stage]")];
const cards = (column) => [...column.querySelectorAll("[data-card]")];
const link = (card) => card?.querySelector("a");

function ask(board, card, to) {
  const address = `${board.dataset.board}?id=${card.dataset.card}${to ? `&to=${to}` : ""}`;
  htmx.ajax("GET", address, { source: card, target: "#tl-dialogs", swap: "innerHTML" });
}

on("keydown", "[data-card]", (e, card) => {
  const board = boardOf(card);
  if (!board || e.ctrlKey || e.metaKey || e.altKey || (typing(e.target) && e.target.type !== "checkbox")) return;
  const all = columns(board);
  const at = all.indexOf(card.closest("[data-stage]"));
  const own = cards(all[at]);
  const place = own.indexOf(card);
  // The nearest column to that side that has a card at all.
  const beside = (step) => {
    for (let i = at + step; i >= 0 && i < all.length; i += step) {
      const found = cards(all[i]);
      if (found.length) return found[Math.min(place, found.length - 1)];
    }
    return null;
  };
  const keys = {
    ArrowDown: () => link(own[place + 1])?.focus(),
    ArrowUp: () => link(own[place - 1])?.focus(),
    ArrowLeft: () => link(beside(-1))?.focus(),
    ArrowRight: () => link(beside(1))?.focus(),
    m: () => ask(board, card),
    x: () => card.querySelector("input[type=checkbox]")?.click(),
  };
  const act = keys[e.key];
  if (!act) return;
  e.preventDefault();
  act();
});

let dragged = null;
let over = null;
const leave = () => { over?.classList.remove("is-target"); over = null; };
on("dragstart", "[data-card][draggable]", (e, card) => {
  dragged = card;
  e.dataTransfer.effectAllowed = "move";
  e.dataTransfer.setData("text/plain", card.dataset.title);
  card.classList.add("is-dragged");
});
const target = (e) => {
  const column = dragged && e.target.closest?.("[data-stage]");
  return column && boardOf(column) === boardOf(dragged) && column !== dragged.closest("[data-stage]") ? column : null;
};
document.addEventListener("dragover", (e) => {
  if (!dragged) return;
  const column = target(e);
  if (column) e.preventDefault();
  if (column === over) return;
  leave();
  over = column;
  column?.classList.add("is-target");
});
document.addEventListener("drop", (e) => {
  const column = target(e);
  if (!column) return;
  e.preventDefault();
  const board = boardOf(column);
  if ("asks" in column.dataset) return ask(board, dragged, column.dataset.stage);
  htmx.ajax("POST", board.dataset.board, {
    source: dragged,
    target: "#tl-dialogs",
    swap: "innerHTML",
    values: { id: dragged.dataset.card, to: column.dataset.stage },
  });
});
document.addEventListener("dragend", () => {
  dragged?.classList.remove("is-dragged");
  leave();
  dragged = null;
});
