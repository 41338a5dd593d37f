// Career sites work without scripts. With them a list follows its filters at once, an application that is being written
// outlives the browser, and an address can be shared.
const texts = JSON.parse(document.getElementById("cs-texts")?.textContent ?? "{}");

// Filters: sent as soon as they change; the button is for those without scripts.
const filters = document.querySelector("form[data-filters]");
if (filters) {
  filters.querySelector("[data-no-script]")?.setAttribute("hidden", "");
  filters.addEventListener("change", (event) => { if (event.target.matches("input[type=checkbox]")) filters.requestSubmit(); });
  // Beside the list there is room for them.
  const wide = matchMedia("(min-width: 56rem)");
  const facets = filters.querySelector("details.cs-facets");
  const unfold = () => { if (facets) facets.open = wide.matches || facets.dataset.used === "true"; };
  wide.addEventListener("change", unfold);
  unfold();
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.lastElementChild.textContent = texts.copied;
  });
}
for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {}));
}

// What is written into an application stays in this browser until it is sent, for a week at most. Nothing of it is on the
// server before it is sent, and files are never kept.
const form = document.querySelector("form[data-draft]");
const WEEK = 7 * 86400_000;
if (form) {
  const key = `talang-draft ${form.dataset.draft}`;
  const news = document.getElementById("cs-draft");
  const kept = () => [...form.elements].filter((e) => e.name && !e.matches("[type=file], [type=hidden], [type=submit], [data-never-kept]"));
  const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const draft = read();
  if (draft && Date.now() - draft.at < WEEK && !form.dataset.sent) {
    const values = new Map(draft.values);
    for (const field of kept()) {
      const value = values.get(`${field.name}${field.type === "radio" || field.type === "checkbox" ? ` ${field.value}` : ""}`);
      if (value === undefined) continue;
      if (typeof value === "boolean") field.checked = value;
      else field.value = value;
    }
    if (news) news.hidden = false;
  }
  let timer;
  const keep = () => {
    const values = kept().map((f) => (f.type === "radio" || f.type === "checkbox" ? [`${f.name} ${f.value}`, f.checked] : [f.name, f.value]));
    try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), values })); } catch { /* private windows keep nothing */ }
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, 250); });
  form.addEventListener("change", keep);
  news?.querySelector("button")?.addEventListener("click", () => {
    localStorage.removeItem(key);
    form.reset();
    news.hidden = true;
  });
  // Two taps are one application.
  form.addEventListener("submit", () => {
    const button = form.querySelector("[type=submit]");
    setTimeout(() => { button.disabled = true; button.textContent = texts.sending; }, 0);
  });
  addEventListener("pageshow", () => { const button = form.querySelector("[type=submit]"); button.disabled = false; });
  // A CV fills in what is still empty; people look it over. Nobody waits for it.
  const cv = form.querySelector("input[type=file][name=cv]");
  const told = document.getElementById("cs-read");
  cv?.addEventListener("change", async () => {
    if (told) told.hidden = true;
    if (!cv.files.length || !cv.validity.valid) return;
    const body = new FormData();
    body.append("cv", cv.files[0]);
    const answer = await fetch(form.dataset.read, { method: "POST", body }).catch(() => null);
    if (!answer?.ok) return;
    let filled = false;
    for (const [name, value] of Object.entries(await answer.json())) {
      const field = form.elements.namedItem(name);
      if (!field || field.value) continue;
      field.value = value;
      filled ||= field.value !== "";
    }
    if (told) told.hidden = !filled;
    if (filled) keep();
  });
  for (const input of form.querySelectorAll("input[type=file][data-most]")) {
    input.addEventListener("change", () => {
      const big = [...input.files].some((f) => f.size > Number(input.dataset.most));
      input.setCustomValidity(big ? texts.large : "");
      if (big) input.reportValidity();
    });
  }
}
const done = document.querySelector("[data-draft-done]");
if (done) localStorage.removeItem(`talang-draft ${done.dataset.draftDone}`);

// How strong a new password is, while it is typed; the server judges it and forgets it.
const strength = document.querySelector("[data-judge]");
if (strength) {
  const fields = strength.closest("form").elements;
  const password = fields.namedItem("password");
  let wait;
  const judge = async () => {
    const body = new URLSearchParams({ password: password.value, email: fields.namedItem("email")?.value ?? "" });
    const answer = await fetch(strength.dataset.judge, { method: "POST", body }).catch(() => null);
    if (answer?.ok) strength.innerHTML = await answer.text();
  };
  password.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(judge, 400); });
}
